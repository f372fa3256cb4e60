import { LifeBuoy } from 'lucide-react';
import { api, must } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { proven } from '../../lib/proof';
import { ui } from '../../lib/ui_state';
import { ask } from '../../ui/ask';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Page';
import { attempt } from './attempt';
import { CodeSheet } from './CodeSheet';
import c from './me.module.css';

export function RecoveryCodes({ left, onChange }: { left: number; onChange: () => unknown }) {
  const t = useT();
  const renew = async () => {
    if (left > 0 && !(await ask({ title: t('codes.renewTitle'), text: t('codes.renewText'), action: t('codes.renew') }))) return;
    await attempt(async () => {
      let codes: string[] = [];
      await proven(async () => {
        codes = (await must(api.POST('/api/v1/factors/recovery-codes'))).recovery_codes ?? [];
      });
      if (!codes.length) return;
      void onChange();
      ui().open({ kind: 'dialog', title: t('codes.title'), body: (close) => <CodeSheet codes={codes} close={close} /> });
    });
  };
  return (
    <Section title={t('codes.title')} text={t('codes.text')}>
      <div className={c.factor}>
        <LifeBuoy size={18} aria-hidden="true" />
        <p className={c.factorText}>{t('codes.left', { count: left })}</p>
        <Button onClick={() => void renew()}>{t('codes.renew')}</Button>
      </div>
    </Section>
  );
}
