import { KeyRound } from 'lucide-react';
import { api, must, type Schemas } from '../../lib/api';
import { deviceName } from '../../lib/device_name';
import { useT } from '../../lib/i18n';
import { hasPasskeys, makePasskey } from '../../lib/passkey';
import { proven } from '../../lib/proof';
import { day } from '../../lib/time';
import { complain, say } from '../../lib/toasts';
import { ui } from '../../lib/ui_state';
import { ask } from '../../ui/ask';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Page';
import { attempt } from './attempt';
import { CodeSheet } from './CodeSheet';
import c from './me.module.css';
import { PasskeyName } from './PasskeyName';

type Passkey = Schemas['Passkey'];
type Props = { passkeys: Passkey[]; onChange: () => unknown };

export function Passkeys({ passkeys, onChange }: Props) {
  const t = useT();
  const make = () =>
    attempt(async () => {
      let begun: Schemas['PasskeyCall'] | undefined;
      await proven(async () => {
        begun = await must(api.POST('/api/v1/passkeys/options'));
      });
      if (!begun) return;
      const credential = await makePasskey(begun.public_key);
      if (!credential) return complain(t('passkeys.not'));
      const name = deviceName(navigator.userAgent) || t('passkeys.name');
      const made = await must(api.POST('/api/v1/passkeys', { body: { ticket: begun.ticket, name, credential } }));
      await onChange();
      say(t('passkeys.made'));
      const codes = made.recovery_codes;
      if (codes) ui().open({ kind: 'dialog', title: t('codes.title'), body: (close) => <CodeSheet codes={codes} close={close} /> });
    });
  return (
    <Section title={t('passkeys.title')} text={t('passkeys.text')}>
      {passkeys.map((passkey) => (
        <Row key={passkey.id} passkey={passkey} onChange={onChange} />
      ))}
      {hasPasskeys() ? (
        <Button icon={<KeyRound size={15} />} onClick={() => void make()}>
          {t('passkeys.add')}
        </Button>
      ) : (
        <p className={c.factorText}>{t('passkeys.unable')}</p>
      )}
    </Section>
  );
}

function Row({ passkey, onChange }: { passkey: Passkey; onChange: () => unknown }) {
  const t = useT();
  const rename = () =>
    ui().open({ kind: 'dialog', title: t('passkeys.rename'), body: (close) => <PasskeyName passkey={passkey} close={close} onChange={onChange} /> });
  const remove = async () => {
    const question = { title: t('passkeys.removeTitle', { name: passkey.name }), text: t('passkeys.removeText'), action: t('passkeys.remove'), isDear: true };
    if (!(await ask(question))) return;
    await attempt(async () => {
      if (!(await proven(() => must(api.DELETE('/api/v1/passkeys/{passkey}', { params: { path: { passkey: passkey.id } } }))))) return;
      await onChange();
      say(t('passkeys.removed', { name: passkey.name }));
    });
  };
  const used = passkey.last_used_at ? t('passkeys.used', { date: day(passkey.last_used_at) }) : t('passkeys.unused');
  return (
    <div className={c.factor}>
      <KeyRound size={18} aria-hidden="true" />
      <p className={c.factorText}>
        <b>{passkey.name}</b>
        <small>
          {t('passkeys.since', { date: day(passkey.created_at) })} · {used}
        </small>
      </p>
      <Button small onClick={rename}>
        {t('passkeys.rename')}
      </Button>
      <Button small kind="danger" onClick={() => void remove()}>
        {t('passkeys.remove')}
        <span className="sr"> {passkey.name}</span>
      </Button>
    </div>
  );
}
