import { useEffect, useRef, useState } from 'react';
import { ApiError, api, must } from '../../lib/api';
import { getLang, useT } from '../../lib/i18n';
import { ownZone } from '../../lib/zones';
import { Button } from '../../ui/Button';
import { Entry } from '../../ui/Entry';
import { FormMessages } from '../../ui/FormBody';
import { useForm } from '../../ui/form';
import f from '../../ui/form.module.css';
import { keepAnswers, keptAnswers } from './answers';
import c from './setup.module.css';
import { ALSO_AT, type Answers, faultsOf, mailOf, STEPS, stepOfFault } from './steps';
import { StepFields } from './StepFields';

const blank = (): Answers => ({
  token: decodeURIComponent(location.hash.slice(1)),
  desk_name: '',
  language: getLang(),
  time_zone: ownZone,
  admin_name: '',
  admin_email: '',
  admin_password: '',
  has_mailbox: true,
  mail_from: '',
  imap_host: '',
  imap_port: 993,
  imap_security: 'tls',
  mail_user: '',
  mail_password: '',
  smtp_host: '',
  smtp_port: 587,
  smtp_security: 'starttls',
  second_factor: 'everybody',
  knows_risk: false,
  template: 'it',
  demo: false,
});

/** The first start, in short steps. What was answered survives a reload; passwords do not leave the page. */
export function SetupPage() {
  const t = useT();
  const [kept] = useState(keptAnswers);
  const [at, setAt] = useState(kept?.at ?? 0);
  const step = STEPS[at]!;
  const isLast = at === STEPS.length - 1;
  const form = useForm<Answers>({
    start: { ...blank(), ...kept?.answers, ...(location.hash.length > 1 ? { token: blank().token } : {}) },
    isCheap: true,
    alsoAt: ALSO_AT,
    check: (answers) => faultsOf(step, answers, t),
    send: async (answers) => (isLast ? finish(answers, setAt) : setAt(at + 1)),
  });
  useEffect(() => keepAnswers(at, form.values), [at, form.values]);
  const heading = useRef<HTMLFormElement>(null);
  // A new step begins at its first field.
  useEffect(() => {
    heading.current?.querySelector<HTMLElement>('input, select')?.focus();
  }, [at]);
  return (
    <Entry title={t(`setup.${step}.title`)} text={t(`setup.${step}.text`)} isWide>
      <p className={c.progress}>{t('setup.step', { at: at + 1, of: STEPS.length })}</p>
      <div className={c.bar} aria-hidden="true">
        {STEPS.map((each, i) => (
          <span key={each} data-done={i <= at} />
        ))}
      </div>
      <form
        ref={(element) => {
          form.element.current = element;
          heading.current = element;
        }}
        onSubmit={form.submit}
        noValidate
        aria-label={t(`setup.${step}.title`)}
      >
        <FormMessages form={form} />
        <div className={f.form}>
          <StepFields step={step} form={form} />
        </div>
        <div className={c.buttons}>
          {at > 0 && (
            <Button onClick={() => setAt(at - 1)} disabled={form.isBusy}>
              {t('setup.back')}
            </Button>
          )}
          <Button type="submit" kind="primary" className={c.next} disabled={form.isBusy}>
            {t(form.isBusy ? 'setup.busy' : isLast ? 'setup.finish' : 'setup.next')}
          </Button>
        </div>
      </form>
    </Entry>
  );
}

/** Everything at once; a fault leads back to the step where it can be mended. Then one is signed in. */
async function finish(answers: Answers, setAt: (at: number) => void) {
  const { token, desk_name, time_zone, second_factor, demo } = answers;
  const language = answers.language as 'en';
  const template = answers.template as 'it';
  const mail_from = answers.mail_from.trim();
  const admin = { name: answers.admin_name, email: answers.admin_email.trim(), password: answers.admin_password };
  const body = { token: token.trim(), desk_name, language, time_zone, second_factor, template, demo, admin, ...(mail_from ? { mail_from } : {}), ...mailOf(answers) };
  try {
    const made = await must(api.POST('/api/v1/setup', { body }));
    localStorage.setItem('desk', made.desk.slug);
  } catch (error) {
    if (error instanceof ApiError) setAt(stepOfFault(error));
    throw error;
  }
  keepAnswers(0, null);
  location.assign('/settings');
}
