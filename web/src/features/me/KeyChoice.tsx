import { useT } from '../../lib/i18n';
import { ui, useUi } from '../../lib/ui_state';
import { Button } from '../../ui/Button';
import { CheckField } from '../../ui/fields';
import f from '../../ui/form.module.css';
import { Section } from '../../ui/Page';

export function KeyChoice() {
  const t = useT();
  const { hasSingleKeys, setSingleKeys } = useUi();
  return (
    <Section title={t('me.keys')} text={t('me.keysText')}>
      <div className={f.form}>
        <CheckField name="single_keys" label={t('me.singleKeys')} hint={t('me.singleKeysHint')} value={hasSingleKeys} onChange={setSingleKeys} />
        <div>
          <Button onClick={() => ui().open({ kind: 'shortcuts' })}>{t('me.changeKeys')}</Button>
        </div>
      </div>
    </Section>
  );
}
