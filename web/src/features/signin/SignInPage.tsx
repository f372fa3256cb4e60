import { useState } from 'react';
import { api, must, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Entry } from '../../ui/Entry';
import { PasswordField, TextField } from '../../ui/fields';
import { FormMessages } from '../../ui/FormBody';
import { useForm } from '../../ui/form';
import { arrive } from './arrive';
import c from './signin.module.css';

/** Several desks may live in one place: the link names one, later it is that of the last time. */
const deskOfLink = () => new URLSearchParams(location.search).get('desk') ?? localStorage.getItem('desk') ?? undefined;

export function SignInPage() {
  const t = useT();
  const [email, setEmail] = useState('');
  return (
    <Entry title={t('signin.title')} text={t('signin.text')}>
      <PasswordForm email={email} onEmail={setEmail} />
    </Entry>
  );
}

function PasswordForm({ email, onEmail }: { email: string; onEmail: (email: string) => void }) {
  const t = useT();
  const form = useForm<Schemas['Login']>({
    start: { email, password: '' },
    isCheap: true,
    check: ({ email: address, password }) => ({
      ...(address.trim() ? {} : { '/email': t('signin.emailMissing') }),
      ...(password ? {} : { '/password': t('signin.passwordMissing') }),
    }),
    send: async (values) => {
      onEmail(values.email);
      const session = await must(api.POST('/api/v1/session', { body: { ...values, email: values.email.trim(), desk: deskOfLink() } }));
      localStorage.setItem('desk', session.desk.slug);
      arrive();
    },
  });
  return (
    <form ref={form.element} onSubmit={form.submit} noValidate className={c.form} aria-label={t('signin.title')}>
      <FormMessages form={form} />
      <TextField label={t('signin.email')} {...form.bind('email')} type="email" autoComplete="username" spellCheck={false} autoFocus />
      <PasswordField label={t('signin.password')} {...form.bind('password')} autoComplete="current-password" />
      <Button type="submit" kind="primary" className={c.go} disabled={form.isBusy}>
        {t(form.isBusy ? 'signin.busy' : 'signin.go')}
      </Button>
    </form>
  );
}
