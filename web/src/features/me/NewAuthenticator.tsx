import { useEffect, useState } from 'react';
import { api, must, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { say } from '../../lib/toasts';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { FormMessages } from '../../ui/FormBody';
import { useForm } from '../../ui/form';
import f from '../../ui/form.module.css';
import { CodeSheet } from './CodeSheet';
import c from './me.module.css';

type Props = {
  wanted: Schemas['NewTotp'];
  close: () => void;
  onChange: () => unknown;
  /** Where the authenticator is on, in place of `close`. */
  onDone?: () => void;
};

/** The picture for the camera, the same for typing, and the first code; then recovery codes, if these are the first. */
export function NewAuthenticator({ wanted, close, onChange, onDone = close }: Props) {
  const t = useT();
  const [codes, setCodes] = useState<string[]>();
  const picture = usePicture(wanted.qr_svg);
  const form = useForm({
    start: { code: '' },
    isCheap: true,
    check: ({ code }) => ({ ...(/^\s*\d{3}\s?\d{3}\s*$/.test(code) ? {} : { '/code': t('totp.codeMissing') }) }),
    send: async ({ code }) => {
      const made = await must(api.PUT('/api/v1/factors/totp', { body: { code: code.replace(/\s/g, '') } }));
      void onChange();
      say(t('totp.nowOn'));
      if (made.recovery_codes) setCodes(made.recovery_codes);
      else onDone();
    },
  });
  if (codes) return <CodeSheet codes={codes} close={onDone} />;
  return (
    <form ref={form.element} onSubmit={form.submit} noValidate className={f.form} aria-label={t('totp.setUp')}>
      <p>{t('totp.scan')}</p>
      <div className={c.scan}>
        {picture && <img src={picture} width={184} height={184} alt={t('totp.picture')} className={c.qr} />}
        <div className={c.typed}>
          <p>{t('totp.type')}</p>
          <code className={c.secret}>{wanted.secret}</code>
        </div>
      </div>
      <FormMessages form={form} />
      <TextField label={t('totp.code')} hint={t('totp.codeHint')} {...form.bind('code')} autoComplete="one-time-code" inputMode="numeric" maxLength={10} width="short" autoFocus />
      <div className={f.askButtons}>
        <Button onClick={close}>{t('form.cancel')}</Button>
        <Button type="submit" kind="primary" disabled={form.isBusy}>
          {t('totp.confirm')}
        </Button>
      </div>
    </form>
  );
}

/** As a picture of this page alone: nothing of it is read as markup. */
function usePicture(svg: string): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return url;
}
