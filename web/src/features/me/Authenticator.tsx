import { Smartphone } from 'lucide-react';
import { api, must, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { proven } from '../../lib/proof';
import { day } from '../../lib/time';
import { say } from '../../lib/toasts';
import { ui } from '../../lib/ui_state';
import { ask } from '../../ui/ask';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Page';
import { attempt } from './attempt';
import c from './me.module.css';
import { NewAuthenticator } from './NewAuthenticator';

type Props = { totp: Schemas['Factors']['totp']; onChange: () => unknown };

export function Authenticator({ totp, onChange }: Props) {
  const t = useT();
  const begin = () =>
    attempt(async () => {
      let begun: Schemas['NewTotp'] | undefined;
      await proven(async () => {
        begun = await must(api.POST('/api/v1/factors/totp'));
      });
      if (!begun) return;
      const wanted = begun;
      ui().open({ kind: 'dialog', title: t('totp.setUp'), body: (close) => <NewAuthenticator wanted={wanted} close={close} onChange={onChange} /> });
    });
  const remove = async () => {
    if (!(await ask({ title: t('totp.removeTitle'), text: t('totp.removeText'), action: t('totp.remove'), isDear: true }))) return;
    await attempt(async () => {
      if (!(await proven(() => must(api.DELETE('/api/v1/factors/totp'))))) return;
      await onChange();
      say(t('totp.removed'));
    });
  };
  return (
    <Section title={t('totp.title')} text={t('totp.text')}>
      <div className={c.factor}>
        <Smartphone size={18} aria-hidden="true" />
        <p className={c.factorText}>
          {totp.is_on ? t('totp.since', { date: day(totp.since ?? '') }) : t('totp.none')} {totp.is_on && <Badge tone="ok">{t('security.on')}</Badge>}
        </p>
        {totp.is_on ? (
          <Button kind="danger" onClick={() => void remove()}>
            {t('totp.remove')}
          </Button>
        ) : (
          <Button kind="primary" onClick={() => void begin()}>
            {t('totp.setUp')}
          </Button>
        )}
      </div>
    </Section>
  );
}
