import { useState } from 'react';
import { ApiError, api, must } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { Entry } from '../../ui/Entry';
import { PasswordField } from '../../ui/fields';
import { FormMessages } from '../../ui/FormBody';
import { useForm } from '../../ui/form';
import c from './signin.module.css';

/** Where the link of a letter leads: a reset, or an invitation. */
export function NewPassword({ onDone, onForgotten }: { onDone: () => void; onForgotten: () => void }) {
  const t = useT();
  // Out of the address at once, so that it stays in no history and no screenshot.
  const [token] = useState(() => {
    const found = decodeURIComponent(location.hash.slice(1));
    if (found) history.replaceState(null, '', location.pathname + location.search);
    return found;
  });
  const [isOver, setOver] = useState(!token);
  const form = useForm({
    start: { password: '' },
    isCheap: true,
    check: ({ password }) => ({ ...(password ? {} : { '/password': t('signin.passwordMissing') }) }),
    send: async ({ password }) => {
      try {
        await must(api.PUT('/api/v1/password-resets', { body: { token, password } }));
      } catch (error) {
        if (error instanceof ApiError && error.status === 401) setOver(true);
        throw error;
      }
      onDone();
    },
  });
  if (isOver)
    return (
      <Entry title={t('reset.overTitle')}>
        <p role="alert" className={c.said}>
          {t('reset.over')}
        </p>
        <Button kind="primary" className={c.go} onClick={onForgotten}>
          {t('reset.another')}
        </Button>
      </Entry>
    );
  return (
    <Entry title={t('reset.title')} text={t('reset.text')}>
      <form ref={form.element} onSubmit={form.submit} noValidate className={c.form} aria-label={t('reset.title')}>
        <FormMessages form={form} />
        <PasswordField label={t('reset.password')} hint={t('reset.hint')} {...form.bind('password')} autoComplete="new-password" />
        <Button type="submit" kind="primary" className={c.go} disabled={form.isBusy}>
          {t(form.isBusy ? 'signin.busy' : 'reset.go')}
        </Button>
      </form>
    </Entry>
  );
}
