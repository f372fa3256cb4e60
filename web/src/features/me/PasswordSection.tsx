import { api, must, setCsrf } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { say } from '../../lib/toasts';
import { Button } from '../../ui/Button';
import { PasswordField } from '../../ui/fields';
import { FormMessages } from '../../ui/FormBody';
import { useForm } from '../../ui/form';
import f from '../../ui/form.module.css';
import { Section } from '../../ui/Page';

export function PasswordSection({ least }: { least: number }) {
  const t = useT();
  const form = useForm({
    start: { current: '', password: '' },
    check: ({ current, password }) => ({
      ...(current ? {} : { '/current': t('fault.empty') }),
      ...([...password].length < least ? { '/password': t('fault.short', { count: least }) } : {}),
    }),
    send: async (values) => {
      const session = await must(api.PUT('/api/v1/password', { body: values }));
      setCsrf(session.csrf_token);
      say(t('security.passwordChanged'));
      form.reset({ current: '', password: '' });
    },
  });
  return (
    <Section title={t('security.password')} text={t('security.passwordText')}>
      <form ref={form.element} onSubmit={form.submit} noValidate className={f.form} aria-label={t('security.password')}>
        <FormMessages form={form} />
        <div className={f.pair}>
          <PasswordField label={t('security.current')} {...form.bind('current')} autoComplete="current-password" />
          <PasswordField label={t('security.new')} hint={t('security.newHint', { count: least })} {...form.bind('password')} autoComplete="new-password" />
        </div>
        <div>
          <Button type="submit" disabled={form.isBusy}>
            {t('security.changePassword')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
