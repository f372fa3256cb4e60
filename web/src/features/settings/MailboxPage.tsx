import { useQuery } from '@tanstack/react-query';
import { api, must, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { CheckField, NumberField, PasswordField, SelectField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import f from '../../ui/form.module.css';
import { MailTest } from '../../ui/MailTest';
import { Section } from '../../ui/Page';
import { RecordPage, useRecordForm } from '../../ui/record_form';

type Mailbox = Schemas['Mailbox'];
type Values = Omit<Mailbox, 'id' | 'version' | 'has_password'> & { password: string };
const LIST = '/api/v1/mailboxes';
const BLANK: Mailbox = {
  id: 0,
  version: 0,
  address: '',
  queue: null,
  host: '',
  port: 993,
  security: 'tls',
  user: '',
  auth: 'plain',
  folder: 'INBOX',
  after: 'seen',
  move_to: '',
  is_enabled: true,
  has_password: false,
};

export function MailboxPage({ id }: { id: number | null }) {
  const t = useT();
  const url = id === null ? null : `${LIST}/${id}`;
  return (
    <RecordPage<Mailbox>
      url={url}
      blank={BLANK}
      title={(mailbox) => mailbox.address || t('mailboxes.new')}
      back={{ href: '/settings/mailboxes', label: t('settings.mailboxes') }}
    >
      {(mailbox) => (
        <>
          <MailboxForm url={url} mailbox={mailbox} />
          {url && mailbox.host && (
            <Section title={t('mailboxes.test')}>
              <MailTest key={mailbox.version} run={() => must(api.POST('/api/v1/mailboxes/{mailbox}/test', { params: { path: { mailbox: mailbox.id } } }))} />
            </Section>
          )}
        </>
      )}
    </RecordPage>
  );
}

function MailboxForm({ url, mailbox }: { url: string | null; mailbox: Mailbox }) {
  const t = useT();
  const queues = useQuery(list<Schemas['Queue']>('/api/v1/queues')).data ?? [];
  const form = useRecordForm<Mailbox, Values>({
    url,
    collection: LIST,
    value: mailbox,
    shape: ({ id, version, has_password, ...values }) => ({ ...values, password: '' }),
    body: ({ password, ...values }) => (password ? { ...values, password } : values),
    check: ({ address, host }) => ({
      ...(address.includes('@') ? {} : { '/address': t('fault.email') }),
      ...(host.trim() ? {} : { '/host': t('fault.empty') }),
    }),
    href: (made) => `/settings/mailboxes/${made}`,
  });
  const { bind, values } = form;
  return (
    <FormBody form={form} action={t(url ? 'form.save' : 'mailboxes.add')} isAlwaysOpen={!url} label={mailbox.address || t('mailboxes.new')}>
      <Section title={t('mailboxes.what')}>
        <div className={f.form}>
          <div className={f.pair}>
            <TextField label={t('mailboxes.address')} hint={t('mailboxes.addressHint')} {...bind('address')} type="email" isRequired autoComplete="off" />
            <SelectField
              label={t('mailboxes.queue')}
              hint={t('mailboxes.queueHint')}
              {...bind('queue')}
              options={[{ value: null, label: t('mailboxes.noQueue') }, ...queues.map(({ id, name }) => ({ value: id as number | null, label: name }))]}
            />
          </div>
          <CheckField label={t('mailboxes.isEnabled')} {...bind('is_enabled')} />
        </div>
      </Section>
      <Section title={t('mailboxes.server')} text={t('mailboxes.serverText')}>
        <div className={f.form}>
          <div className={f.pair}>
            <TextField label={t('mailboxes.host')} {...bind('host')} placeholder="imap.example.com" isRequired spellCheck={false} />
            <NumberField label={t('mailboxes.port')} {...bind('port')} onChange={(port) => form.set('port', port as number)} min={1} max={65535} />
          </div>
          <div className={f.pair}>
            <SelectField
              label={t('mailboxes.security')}
              {...bind('security')}
              options={[
                { value: 'tls', label: t('mailboxes.tls') },
                { value: 'starttls', label: 'STARTTLS' },
                { value: 'none', label: t('mailboxes.noTls') },
              ]}
            />
            <SelectField
              label={t('mailboxes.auth')}
              {...bind('auth')}
              options={[
                { value: 'plain', label: t('mailboxes.plain') },
                { value: 'login', label: 'LOGIN' },
                { value: 'xoauth2', label: 'OAuth 2' },
              ]}
            />
          </div>
          <div className={f.pair}>
            <TextField label={t('mailboxes.user')} {...bind('user')} autoComplete="off" spellCheck={false} />
            <PasswordField
              label={t(values.auth === 'xoauth2' ? 'mailboxes.accessToken' : 'mailboxes.password')}
              hint={mailbox.has_password ? t('mailboxes.hasPassword') : undefined}
              {...bind('password')}
              autoComplete="new-password"
            />
          </div>
        </div>
      </Section>
      <Section title={t('mailboxes.reading')}>
        <div className={f.pair}>
          <TextField label={t('mailboxes.folder')} {...bind('folder')} spellCheck={false} />
          <SelectField
            label={t('mailboxes.after')}
            {...bind('after')}
            options={[
              { value: 'seen', label: t('mailboxes.seen') },
              { value: 'move', label: t('mailboxes.move') },
            ]}
          />
          {values.after === 'move' && <TextField label={t('mailboxes.moveTo')} {...bind('move_to')} spellCheck={false} />}
        </div>
      </Section>
    </FormBody>
  );
}
