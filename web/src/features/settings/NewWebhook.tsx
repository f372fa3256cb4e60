import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { go } from '../../app/routes';
import { newKey, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { add } from '../../lib/records';
import { Button } from '../../ui/Button';
import { TextField } from '../../ui/fields';
import { FormMessages } from '../../ui/FormBody';
import { useForm } from '../../ui/form';
import f from '../../ui/form.module.css';
import c from './settings.module.css';

type Issued = Schemas['IssuedWebhook'];

/** Asks where to call, and shows the secret that signs the calls, once. */
export function NewWebhook({ close }: { close: () => void }) {
  const [issued, setIssued] = useState<Issued>();
  if (!issued) return <Wanted onIssued={setIssued} close={close} />;
  const end = () => {
    close();
    go(`/settings/webhooks/${issued.id}`);
  };
  return <Secret secret={issued.secret} close={end} />;
}

function Wanted({ onIssued, close }: { onIssued: (made: Issued) => void; close: () => void }) {
  const t = useT();
  const form = useForm({
    start: { name: '', url: '' },
    isCheap: true,
    check: ({ name, url }) => ({ ...(name.trim() ? {} : { '/name': t('fault.empty') }), ...(url.trim() ? {} : { '/url': t('fault.empty') }) }),
    send: async (values) => onIssued(await add<Issued>('/api/v1/webhooks', values, newKey())),
  });
  const { bind } = form;
  return (
    <form ref={form.element} onSubmit={form.submit} noValidate className={f.form} aria-label={t('webhooks.add')}>
      <FormMessages form={form} />
      <TextField label={t('webhooks.name')} {...bind('name')} isRequired maxLength={100} autoComplete="off" />
      <TextField label={t('webhooks.url')} hint={t('webhooks.urlHint')} {...bind('url')} isRequired maxLength={2000} autoComplete="off" type="url" />
      <div className={c.buttons}>
        <Button onClick={close}>{t('form.cancel')}</Button>
        <Button type="submit" kind="primary" disabled={form.isBusy}>
          {t('webhooks.add')}
        </Button>
      </div>
    </form>
  );
}

export function Secret({ secret, close }: { secret: string; close: () => void }) {
  const t = useT();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <div className={c.stack}>
      <p role="status">{t('webhooks.once')}</p>
      <code className={c.secret}>{secret}</code>
      <div className={c.buttons}>
        <Button icon={isCopied ? <Check size={15} /> : <Copy size={15} />} onClick={() => void copy()}>
          {t(isCopied ? 'tokens.copied' : 'tokens.copy')}
        </Button>
        <Button kind="primary" onClick={close}>
          {t('tokens.done')}
        </Button>
      </div>
    </div>
  );
}
