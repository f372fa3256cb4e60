import { LANG_NAMES, LANGS, useT } from '../../lib/i18n';
import { ZONES } from '../../lib/zones';
import { Combo } from '../../ui/Combo';
import { CheckField, PasswordField, SelectField, TextField } from '../../ui/fields';
import type { Form } from '../../ui/form';
import { FactorStep } from './FactorStep';
import { MailStep } from './MailStep';
import { QueueStep } from './QueueStep';
import c from './setup.module.css';
import type { Answers, Step } from './steps';

export function StepFields({ step, form }: { step: Step; form: Form<Answers> }) {
  const t = useT();
  const { bind, errorAt, set } = form;
  switch (step) {
    case 'token':
      return <TextField label={t('setup.token')} hint={t('setup.tokenHint')} {...bind('token')} isRequired autoComplete="off" spellCheck={false} />;
    case 'desk':
      return <TextField label={t('setup.deskName')} {...bind('desk_name')} isRequired maxLength={100} autoComplete="organization" />;
    case 'place':
      return (
        <>
          <SelectField label={t('setup.language')} hint={t('setup.languageHint')} {...bind('language')} options={LANGS.map((lang) => ({ value: lang as string, label: LANG_NAMES[lang] }))} />
          <Combo label={t('setup.timeZone')} {...bind('time_zone')} onChange={(zone) => set('time_zone', zone ?? 'UTC')} options={ZONES} />
        </>
      );
    case 'password':
      return (
        <>
          <TextField label={t('setup.adminName')} {...bind('admin_name')} error={errorAt('admin.name')} isRequired maxLength={200} autoComplete="name" />
          <TextField label={t('setup.adminEmail')} {...bind('admin_email')} error={errorAt('admin.email')} type="email" isRequired autoComplete="username" />
          <PasswordField label={t('setup.adminPassword')} hint={t('setup.adminPasswordHint')} {...bind('admin_password')} error={errorAt('admin.password')} isRequired autoComplete="new-password" />
        </>
      );
    case 'factor':
      return <FactorStep form={form} />;
    case 'mail':
      return <MailStep form={form} />;
    case 'queues':
      return <QueueStep form={form} />;
    case 'review':
      return <Review form={form} />;
  }
}

function Review({ form }: { form: Form<Answers> }) {
  const t = useT();
  const { values } = form;
  return (
    <>
      <dl className={c.review}>
        <dt>{t('setup.deskName')}</dt>
        <dd>{values.desk_name}</dd>
        <dt>{t('setup.language')}</dt>
        <dd>{LANG_NAMES[values.language as 'en'] ?? values.language}</dd>
        <dt>{t('setup.timeZone')}</dt>
        <dd>{values.time_zone.replaceAll('_', ' ')}</dd>
        <dt>{t('setup.adminName')}</dt>
        <dd>
          {values.admin_name}, {values.admin_email}
        </dd>
        <dt>{t('setup.secondFactor')}</dt>
        <dd>{t(`secondFactor.${values.second_factor}`)}</dd>
        <dt>{t('setup.mailFrom')}</dt>
        <dd>{values.mail_from || t('setup.later')}</dd>
      </dl>
      <CheckField label={t('setup.demo')} hint={t('setup.demoHint')} {...form.bind('demo')} />
    </>
  );
}
