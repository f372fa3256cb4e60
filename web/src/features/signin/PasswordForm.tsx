import { api, must, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { PasswordField, TextField } from '../../ui/fields';
import { FormMessages } from '../../ui/FormBody';
import { useForm } from '../../ui/form';
import { arriveAs, deskOfLink } from './arrive';
import c from './signin.module.css';

type Props = { email: string; onEmail: (email: string) => void; onStep: (step: Schemas['SecondStep']) => void };

export function PasswordForm({ email, onEmail, onStep }: Props) {
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
      const answer = await must(api.POST('/api/v1/session', { body: { ...values, email: values.email.trim(), desk: deskOfLink() } }));
      if ('ways' in answer) onStep(answer);
      else arriveAs(answer);
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
