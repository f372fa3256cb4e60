import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { NumberField, PasswordField, SelectField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import f from '../../ui/form.module.css';
import { Section } from '../../ui/Page';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { toSettings } from './back';

type Submission = Schemas['Submission'];
type Values = Pick<Submission, 'host' | 'port' | 'security' | 'user'> & { password: string };
const URL = '/api/v1/submission';

/** The server that mail is handed to. Where the program's configuration names one, there is nothing to set here. */
export function OutgoingPage() {
  const t = useT();
  return (
    <RecordPage<Submission> url={URL} blank={{} as Submission} title={() => t('settings.outgoing')} text={t('outgoing.text')} back={toSettings(t)}>
      {(value) =>
        value.source === 'configuration' ? (
          <Section title={t('outgoing.server')}>
            <p>{t('outgoing.configured')}</p>
          </Section>
        ) : (
          <OutgoingForm value={value} />
        )
      }
    </RecordPage>
  );
}

function OutgoingForm({ value }: { value: Submission }) {
  const t = useT();
  const form = useRecordForm<Submission, Values>({
    url: URL,
    collection: URL,
    value,
    shape: ({ host, port, security, user }) => ({ host, port, security, user, password: '' }),
    body: ({ password, ...values }) => (password ? { ...values, password } : values),
    href: () => '/settings/outgoing',
  });
  const { bind } = form;
  return (
    <FormBody form={form} action={t('form.save')} label={t('settings.outgoing')}>
      <Section title={t('outgoing.server')} text={value.source === 'none' ? t('outgoing.none') : t('outgoing.serverText')}>
        <div className={f.form}>
          <div className={f.pair}>
            <TextField label={t('mailboxes.host')} {...bind('host')} placeholder="smtp.example.com" spellCheck={false} />
            <NumberField label={t('mailboxes.port')} {...bind('port')} onChange={(port) => form.set('port', port as number)} min={1} max={65535} />
          </div>
          <SelectField
            label={t('mailboxes.security')}
            {...bind('security')}
            options={[
              { value: 'starttls', label: 'STARTTLS' },
              { value: 'tls', label: 'TLS' },
              { value: 'none', label: t('mailboxes.noTls') },
            ]}
            width="medium"
          />
          <div className={f.pair}>
            <TextField label={t('mailboxes.user')} {...bind('user')} autoComplete="off" spellCheck={false} />
            <PasswordField
              label={t('mailboxes.password')}
              hint={value.has_password ? t('mailboxes.hasPassword') : undefined}
              {...bind('password')}
              autoComplete="new-password"
            />
          </div>
        </div>
      </Section>
    </FormBody>
  );
}
