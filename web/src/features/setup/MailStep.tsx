import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api, must } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { CheckField, NumberField, PasswordField, SelectField, TextField } from '../../ui/fields';
import type { Form } from '../../ui/form';
import f from '../../ui/form.module.css';
import { MailTest } from '../../ui/MailTest';
import c from './setup.module.css';
import { type Answers, mailFaults, mailOf, type Security } from './steps';

const PORTS: Record<'imap' | 'smtp', Record<Security, number>> = { imap: { tls: 993, starttls: 143, none: 143 }, smtp: { tls: 465, starttls: 587, none: 25 } };

/** Where mail comes in and goes out, tried with a real message before anything is kept. */
export function MailStep({ form }: { form: Form<Answers> }) {
  const t = useT();
  const { bind, values, set, errorAt } = form;
  const domain = values.mail_from.split('@')[1]?.trim() ?? '';
  const hasRelay = useQuery(setupChoices(values.language)).data?.has_relay ?? false;
  // A first guess, as most mail servers are named; kept as soon as somebody types.
  useEffect(() => {
    if (!domain.includes('.')) return;
    if (!values.imap_host || values.imap_host.startsWith('imap.')) set('imap_host', `imap.${domain}`);
    if (!hasRelay && (!values.smtp_host || values.smtp_host.startsWith('smtp.'))) set('smtp_host', `smtp.${domain}`);
    if (!values.mail_user || values.mail_user.includes('@')) set('mail_user', values.mail_from.trim());
  }, [domain]);
  const securities = (['tls', 'starttls', 'none'] as const).map((value) => ({ value: value as Security, label: t(`setup.security.${value}`) }));
  const secure = (way: 'imap' | 'smtp', security: Security) => {
    set(`${way}_security`, security);
    set(`${way}_port`, PORTS[way][security]);
  };
  const isReady = Object.keys(mailFaults(values, t)).length === 0;
  return (
    <>
      <CheckField label={t('setup.hasMailbox')} hint={t('setup.hasMailboxHint')} {...bind('has_mailbox')} />
      <TextField label={t('setup.mailFrom')} {...bind('mail_from')} error={errorAt('mail_from') ?? errorAt('mailbox.address')} type="email" placeholder="help@example.com" autoComplete="off" isRequired={values.has_mailbox} />
      {values.has_mailbox && (
        <>
          <div className={f.pair}>
            <TextField label={t('setup.mailUser')} {...bind('mail_user')} error={errorAt('mailbox.user')} autoComplete="off" spellCheck={false} isRequired />
            <PasswordField label={t('setup.mailPassword')} {...bind('mail_password')} error={errorAt('mailbox.password')} autoComplete="new-password" isRequired />
          </div>
          <fieldset className={c.server}>
            <legend>{t('setup.incoming')}</legend>
            <TextField label={t('setup.host')} {...bind('imap_host')} error={errorAt('mailbox.host')} autoComplete="off" spellCheck={false} isRequired />
            <SelectField label={t('setup.security')} {...bind('imap_security')} error={errorAt('mailbox.security')} onChange={(to) => secure('imap', to)} options={securities} />
            <NumberField label={t('setup.port')} {...bind('imap_port')} error={errorAt('mailbox.port')} onChange={(port) => set('imap_port', port ?? 0)} min={1} max={65535} />
          </fieldset>
          {!hasRelay && (
            <fieldset className={c.server}>
              <legend>{t('setup.outgoing')}</legend>
              <TextField label={t('setup.host')} {...bind('smtp_host')} error={errorAt('submission.host')} autoComplete="off" spellCheck={false} />
              <SelectField label={t('setup.security')} {...bind('smtp_security')} error={errorAt('submission.security')} onChange={(to) => secure('smtp', to)} options={securities} />
              <NumberField label={t('setup.port')} {...bind('smtp_port')} error={errorAt('submission.port')} onChange={(port) => set('smtp_port', port ?? 0)} min={1} max={65535} />
            </fieldset>
          )}
          <MailTest isReady={isReady} run={() => tryMail(values)} />
        </>
      )}
    </>
  );
}

async function tryMail(values: Answers) {
  const { mailbox, submission } = mailOf(values);
  if (!mailbox) throw new Error('no mailbox');
  return must(api.POST('/api/v1/setup/mailbox-test', { body: { token: values.token.trim(), mailbox, ...(submission ? { submission } : {}) } }));
}

export const setupChoices = (language: string) => ({
  queryKey: ['setup', language],
  queryFn: () => must(api.GET('/api/v1/setup', { params: { query: { language: language as 'en' } } })),
});
