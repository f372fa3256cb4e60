import { getLang, LANG_NAMES, LANGS, setLang, useT } from '../../lib/i18n';
import { type Density, type Theme, useUi } from '../../lib/ui_state';
import f from '../../ui/form.module.css';
import { Section } from '../../ui/Page';
import { Choice } from './Choice';

const THEMES: Theme[] = ['system', 'light', 'dark'];
const DENSITIES: Density[] = ['comfortable', 'compact'];

export function Appearance() {
  const t = useT();
  const { theme, setTheme, density, setDensity } = useUi();
  return (
    <Section title={t('me.appearance')} text={t('me.appearanceText')}>
      <div className={f.form}>
        <Choice label={t('me.language')} value={getLang()} onChange={(lang) => void setLang(lang)} options={LANGS.map((lang) => ({ value: lang, label: LANG_NAMES[lang] }))} />
        <Choice label={t('me.theme')} value={theme} onChange={setTheme} options={THEMES.map((value) => ({ value, label: t(`me.theme.${value}`) }))} />
        <Choice label={t('me.density')} value={density} onChange={setDensity} options={DENSITIES.map((value) => ({ value, label: t(`me.density.${value}`) }))} />
      </div>
    </Section>
  );
}
