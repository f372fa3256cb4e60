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
import { type Answers, faultsOf, STEPS, stepOfFault } from './steps';
import { StepFields } from './StepFields';

const blank = (): Answers => ({
  token: decodeURIComponent(location.hash.slice(1)),
  desk_name: '',
  language: getLang(),
  time_zone: ownZone,
  mail_from: '',
  admin_name: '',
  admin_email: '',
  admin_password: '',
});

/** The first start, in short steps. What was answered survives a reload; the password does not leave the page. */
export function SetupPage() {
  const t = useT();
  const [kept] = useState(keptAnswers);
  const [at, setAt] = useState(kept?.at ?? 0);
  const step = STEPS[at]!;
  const isLast = at === STEPS.length - 1;
  const form = useForm<Answers>({
    start: { ...blank(), ...kept?.answers, ...(location.hash.length > 1 ? { token: blank().token } : {}) },
    isCheap: true,
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

/** Everything at once; a fault leads back to the step where it can be mended. */
async function finish({ admin_name, admin_email, admin_password, mail_from, ...desk }: Answers, setAt: (at: number) => void) {
  const admin = { name: admin_name, email: admin_email.trim(), password: admin_password };
  try {
    await must(api.POST('/api/v1/setup', { body: { ...desk, ...(mail_from ? { mail_from: mail_from.trim() } : {}), admin } }));
  } catch (error) {
    if (error instanceof ApiError) setAt(stepOfFault(error));
    throw error;
  }
  const session = await must(api.POST('/api/v1/session', { body: { email: admin.email, password: admin.password } }));
  if ('desk' in session) localStorage.setItem('desk', session.desk.slug);
  keepAnswers(0, null);
  location.assign('/settings');
}
