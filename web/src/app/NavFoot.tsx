import { Moon, Sun } from 'lucide-react';
import { getLang, isLang, LANG_NAMES, LANGS, setLang, useT } from '../lib/i18n';
import { isDark, ui, useUi } from '../lib/ui_state';
import { Avatar } from '../ui/Avatar';
import { Button } from '../ui/Button';
import { A } from './A';
import c from './nav.module.css';
import { paths } from './routes';

export function NavFoot({ name }: { name: string }) {
  const t = useT();
  useUi((state) => state.theme);
  const language = getLang();
  const pickLanguage = (anchor: Element) =>
    ui().open({
      kind: 'picker',
      anchor,
      title: t('language.change'),
      plain: true,
      items: LANGS.map((id) => ({ id, label: LANG_NAMES[id], isOn: id === language })),
      onPick: (id) => {
        if (isLang(id)) void setLang(id);
      },
    });
  return (
    <div className={c.foot}>
      <A href={paths.me()} className={c.me} data-tip={t('nav.me')} onClick={() => ui().setNavOpen(false)}>
        <Avatar name={name} size={28} />
        <span className={c.label}>{name}</span>
        <span className="sr">, {t('nav.me')}</span>
      </A>
      <Button
        kind="ghost"
        small
        icon={<span>{language.toUpperCase()}</span>}
        label={`${language.toUpperCase()}, ${t('language.change')}`}
        onClick={(event) => pickLanguage(event.currentTarget)}
      />
      <Button
        kind="ghost"
        small
        icon={isDark() ? <Sun size={15} /> : <Moon size={15} />}
        label={t('command.theme')}
        onClick={() => ui().setTheme(isDark() ? 'light' : 'dark')}
      />
    </div>
  );
}
