import { useEffect } from 'react';
import { useT } from '../lib/i18n';
import { Button } from './Button';
import { PasswordField } from './fields';
import { FormMessages } from './FormBody';
import { useForm } from './form';
import c from './form.module.css';

type Props = { send: (proof: { password: string } | { code: string }) => Promise<unknown>; answer: (yes: boolean) => void; close: () => void };

/** The password once more; who came in by a passkey or a link may give six digits of the authenticator. */
export function ProofForm({ send, answer, close }: Props) {
  const t = useT();
  const form = useForm({
    start: { password: '' },
    isCheap: true,
    check: ({ password }) => ({ ...(password ? {} : { '/password': t('fault.empty') }) }),
    send: async ({ password }) => {
      await send(/^\d{6}$/.test(password) ? { code: password } : { password });
      answer(true);
      close();
    },
  });
  useEffect(() => () => answer(false), []);
  return (
    <form ref={form.element} onSubmit={form.submit} noValidate className={c.form} aria-label={t('proof.title')}>
      <p>{t('proof.text')}</p>
      <FormMessages form={form} />
      <PasswordField label={t('proof.password')} hint={t('proof.hint')} {...form.bind('password')} autoComplete="current-password" />
      <div className={c.askButtons}>
        <Button onClick={close}>{t('form.cancel')}</Button>
        <Button type="submit" kind="primary" disabled={form.isBusy}>
          {t('proof.go')}
        </Button>
      </div>
    </form>
  );
}
