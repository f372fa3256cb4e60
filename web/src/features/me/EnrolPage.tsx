import { KeyRound, Smartphone } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { ApiError, api, must, type Schemas } from '../../lib/api';
import { deviceName } from '../../lib/device_name';
import { problemText } from '../../lib/fault_text';
import { useT } from '../../lib/i18n';
import { hasPasskeys, makePasskey } from '../../lib/passkey';
import { signOut } from '../../lib/sign_out';
import { Button } from '../../ui/Button';
import { Entry } from '../../ui/Entry';
import { ProofForm } from '../../ui/ProofForm';
import { CodeSheet } from './CodeSheet';
import c from './me.module.css';
import { NewAuthenticator } from './NewAuthenticator';

type Shown = { kind: 'ways' } | { kind: 'proof'; then: () => void } | { kind: 'totp'; wanted: Schemas['NewTotp'] } | { kind: 'codes'; codes: string[] };

/** Where somebody comes whom the desk asks for a second factor, and who has none. The rest of the desk opens afterwards. */
export function EnrolPage() {
  const t = useT();
  const [shown, setShown] = useState<Shown>({ kind: 'ways' });
  const [fault, setFault] = useState('');
  const ways = () => setShown({ kind: 'ways' });
  const frame = useRef<HTMLDivElement>(null);
  // What comes next begins at its first field, or its first button.
  useEffect(() => {
    if (shown.kind !== 'ways') frame.current?.querySelector<HTMLElement>('input, button')?.focus();
  }, [shown.kind]);
  const attempt = async (act: () => Promise<void>) => {
    setFault('');
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (error.problem?.code === 'session.confirm') return setShown({ kind: 'proof', then: () => void attempt(act) });
      setFault(problemText(error));
    }
  };
  const byApp = () => attempt(async () => setShown({ kind: 'totp', wanted: await must(api.POST('/api/v1/factors/totp')) }));
  const byPasskey = () =>
    attempt(async () => {
      const begun = await must(api.POST('/api/v1/passkeys/options'));
      const credential = await makePasskey(begun.public_key);
      if (!credential) return setFault(t('passkeys.not'));
      const name = deviceName(navigator.userAgent) || t('passkeys.name');
      const made = await must(api.POST('/api/v1/passkeys', { body: { ticket: begun.ticket, name, credential } }));
      if (made.recovery_codes) setShown({ kind: 'codes', codes: made.recovery_codes });
      else enter();
    });
  return (
    <Entry title={t('enrol.title')} text={t('enrol.text')}>
      <div ref={frame} className={c.enrol}>
        {fault && (
          <p role="alert" className={c.enrolFault}>
            {fault}
          </p>
        )}
        {shown.kind === 'ways' && <Ways byApp={byApp} byPasskey={byPasskey} />}
        {shown.kind === 'proof' && <ProofForm send={confirm} answer={(isProven) => isProven && shown.then()} close={ways} />}
        {shown.kind === 'totp' && <NewAuthenticator wanted={shown.wanted} close={ways} onChange={() => undefined} onDone={enter} />}
        {shown.kind === 'codes' && <CodeSheet codes={shown.codes} close={enter} />}
      </div>
    </Entry>
  );
}

function Ways({ byApp, byPasskey }: { byApp: () => void; byPasskey: () => void }) {
  const t = useT();
  return (
    <div className={c.ways}>
      <Button kind="primary" icon={<Smartphone size={16} />} onClick={byApp}>
        {t('totp.setUp')}
      </Button>
      <p>{t('totp.text')}</p>
      {hasPasskeys() ? (
        <>
          <Button icon={<KeyRound size={16} />} onClick={byPasskey}>
            {t('passkeys.add')}
          </Button>
          <p>{t('passkeys.text')}</p>
        </>
      ) : (
        <p>{t('passkeys.unable')}</p>
      )}
      <Button kind="ghost" onClick={() => void signOut()}>
        {t('enrol.later')}
      </Button>
    </div>
  );
}

const confirm = (proof: { password: string } | { code: string }) => must(api.POST('/api/v1/session/confirmation', { body: proof }));

/** The page that was asked for, loaded anew: the server writes into it what the person may do now. */
const enter = () => location.reload();
