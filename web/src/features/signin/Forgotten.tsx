import { useState } from 'react';
import { api, must } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Entry } from '../../ui/Entry';
import { TextField } from '../../ui/fields';
import { FormMessages } from '../../ui/FormBody';
import { useForm } from '../../ui/form';
import { deskOfLink } from './arrive';
import c from './signin.module.css';

/** Asks for a letter. What is said afterwards is the same for addresses that nobody has. */
export function Forgotten({ email, onBack }: { email: string; onBack: () => void }) {
  const t = useT();
  const [sentTo, setSentTo] = useState<string>();
  const form = useForm({
    start: { email },
    isCheap: true,
    check: ({ email: address }) => ({ ...(address.includes('@') ? {} : { '/email': t('signin.emailMissing') }) }),
    send: async ({ email: address }) => {
      await must(api.POST('/api/v1/password-resets', { body: { email: address.trim(), desk: deskOfLink() } }));
      setSentTo(address.trim());
    },
  });
  const back = (
    <button type="button" className={c.link} onClick={onBack}>
      {t('forgotten.back')}
    </button>
  );
  if (sentTo)
    return (
      <Entry title={t('forgotten.sentTitle')}>
        <p role="status" className={c.said}>
          {t('forgotten.sent', { email: sentTo })}
        </p>
        <div className={c.other}>{back}</div>
      </Entry>
    );
  return (
    <Entry title={t('forgotten.title')} text={t('forgotten.text')}>
      <form ref={form.element} onSubmit={form.submit} noValidate className={c.form} aria-label={t('forgotten.title')}>
        <FormMessages form={form} />
        <TextField label={t('signin.email')} {...form.bind('email')} type="email" autoComplete="username" spellCheck={false} autoFocus />
        <Button type="submit" kind="primary" className={c.go} disabled={form.isBusy}>
          {t(form.isBusy ? 'forgotten.busy' : 'forgotten.go')}
        </Button>
      </form>
      <div className={c.other}>{back}</div>
    </Entry>
  );
}
