import { CircleAlert, KeyRound } from 'lucide-react';
import { useState } from 'react';
import { ApiError, api, must } from '../../lib/api';
import { problemText } from '../../lib/fault_text';
import { useT } from '../../lib/i18n';
import { askPasskey, hasPasskeys } from '../../lib/passkey';
import { Button } from '../../ui/Button';
import f from '../../ui/form.module.css';
import { arriveAs, deskOfLink } from './arrive';
import c from './signin.module.css';

/** Alone or after the password: the device proves both. Nothing where the browser has no passkeys. */
export function PasskeyButton({ label, isPrimary }: { label: string; isPrimary?: boolean }) {
  const t = useT();
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState<string>();
  if (!hasPasskeys()) return null;
  const go = async () => {
    setBusy(true);
    setFault(undefined);
    try {
      const { ticket, public_key } = await must(api.POST('/api/v1/session/passkey-options', { body: { desk: deskOfLink() } }));
      const credential = await askPasskey(public_key);
      if (credential) return arriveAs(await must(api.POST('/api/v1/session/passkey', { body: { ticket, credential } })));
      setFault(t('signin.passkeyNot'));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFault(problemText(error));
    }
    setBusy(false);
  };
  return (
    <div className={c.passkey}>
      {fault && (
        <p className={f.message} role="alert">
          <CircleAlert size={16} aria-hidden="true" />
          {fault}
        </p>
      )}
      <Button icon={<KeyRound size={16} />} kind={isPrimary ? 'primary' : undefined} disabled={isBusy} onClick={() => void go()}>
        {label}
      </Button>
    </div>
  );
}
