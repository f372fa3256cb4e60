import { useState } from 'react';
import { api, ApiError, must, type Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { problemText } from '../../lib/fault_text';
import { useT } from '../../lib/i18n';
import { forget } from '../../lib/records';
import { complain } from '../../lib/toasts';
import { ui } from '../../lib/ui_state';
import { ask } from '../../ui/ask';
import { Button } from '../../ui/Button';
import { DeleteRecord } from '../../ui/DeleteRecord';
import { CheckField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import { Section } from '../../ui/Page';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { Secret } from './NewWebhook';
import c from './settings.module.css';
import { WebhookCalls } from './WebhookCalls';

type Webhook = Schemas['Webhook'];
type Values = Pick<Webhook, 'name' | 'url' | 'is_enabled'>;
const LIST = '/api/v1/webhooks';
const HREF = '/settings/webhooks';

/** One program that is called: where, a test, its secret, and what became of the calls. New ones are made in the list. */
export function WebhookPage({ id }: { id: number | null }) {
  const t = useT();
  const url = `${LIST}/${id}`;
  return (
    <RecordPage<Webhook> url={url} blank={{} as Webhook} title={(webhook) => webhook.name} back={{ href: HREF, label: t('settings.webhooks') }}>
      {(webhook) => (
        <>
          <WebhookForm url={url} webhook={webhook} />
          {may('setup:write') && <Deeds webhook={webhook} />}
          <WebhookCalls id={webhook.id} />
          {may('setup:write') && <DeleteRecord url={url} name={webhook.name} text={t('webhooks.deleteText')} href={HREF} />}
        </>
      )}
    </RecordPage>
  );
}

function WebhookForm({ url, webhook }: { url: string; webhook: Webhook }) {
  const t = useT();
  const form = useRecordForm<Webhook, Values>({
    url,
    collection: LIST,
    value: webhook,
    shape: ({ name, url: where, is_enabled }) => ({ name, url: where, is_enabled }),
    body: (values) => values,
    check: ({ name, url: where }) => ({ ...(name.trim() ? {} : { '/name': t('fault.empty') }), ...(where.trim() ? {} : { '/url': t('fault.empty') }) }),
    href: (made) => `${HREF}/${made}`,
  });
  const { bind } = form;
  return (
    <FormBody form={form} action={t('form.save')} label={webhook.name} readOnly={!may('setup:write')}>
      <TextField label={t('webhooks.name')} {...bind('name')} isRequired maxLength={100} />
      <TextField label={t('webhooks.url')} hint={t('webhooks.urlHint')} {...bind('url')} isRequired maxLength={2000} type="url" />
      <CheckField label={t('webhooks.enabled')} hint={t('webhooks.enabledHint')} {...bind('is_enabled')} />
    </FormBody>
  );
}

function Deeds({ webhook }: { webhook: Webhook }) {
  const t = useT();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState('');
  const path = { params: { path: { webhook: webhook.id } } };
  const busy = async (does: () => Promise<void>) => {
    setBusy(true);
    try {
      await does();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      complain(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  const test = () =>
    busy(async () => {
      setSaid(t('webhooks.testing'));
      const { status, reason } = await must(api.POST('/api/v1/webhooks/{webhook}/test', path)).catch((error: unknown) => {
        setSaid('');
        throw error;
      });
      setSaid(reason === null ? t('webhooks.testTaken', { status: status ?? 0 }) : t('webhooks.testFailed', { reason }));
    });
  const renew = async () => {
    if (!(await ask({ title: t('webhooks.renewTitle'), text: t('webhooks.renewText'), action: t('webhooks.renew'), isDear: true }))) return;
    await busy(async () => {
      const { secret } = await must(api.POST('/api/v1/webhooks/{webhook}/secret', path));
      await forget(LIST);
      ui().open({ kind: 'dialog', title: t('webhooks.secret'), body: (close) => <Secret secret={secret} close={close} /> });
    });
  };
  return (
    <Section title={t('webhooks.test')} text={t('webhooks.testText')}>
      <div className={c.buttons}>
        <Button onClick={() => void test()} disabled={isBusy}>
          {t('webhooks.sendTest')}
        </Button>
        <Button onClick={() => void renew()} disabled={isBusy}>
          {t('webhooks.renew')}
        </Button>
      </div>
      <p role="status">{said}</p>
    </Section>
  );
}
