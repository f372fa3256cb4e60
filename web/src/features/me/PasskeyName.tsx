import { api, must, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { say } from '../../lib/toasts';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { FormMessages } from '../../ui/FormBody';
import { useForm } from '../../ui/form';
import f from '../../ui/form.module.css';

type Props = { passkey: Schemas['Passkey']; close: () => void; onChange: () => unknown };

export function PasskeyName({ passkey, close, onChange }: Props) {
  const t = useT();
  const form = useForm({
    start: { name: passkey.name },
    isCheap: true,
    check: ({ name }) => ({ ...(name.trim() ? {} : { '/name': t('fault.empty') }) }),
    send: async ({ name }) => {
      await must(api.PATCH('/api/v1/passkeys/{passkey}', { params: { path: { passkey: passkey.id } }, body: { name: name.trim() } }));
      await onChange();
      say(t('form.saved'));
      close();
    },
  });
  return (
    <form ref={form.element} onSubmit={form.submit} noValidate className={f.form} aria-label={t('passkeys.rename')}>
      <FormMessages form={form} />
      <TextField label={t('passkeys.name')} {...form.bind('name')} maxLength={100} autoComplete="off" autoFocus />
      <div className={f.askButtons}>
        <Button onClick={close}>{t('form.cancel')}</Button>
        <Button type="submit" kind="primary" disabled={form.isBusy}>
          {t('form.save')}
        </Button>
      </div>
    </form>
  );
}
