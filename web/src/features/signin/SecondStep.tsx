import { useState } from 'react';
import { api, must, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { hasPasskeys } from '../../lib/passkey';
import { Button } from '../../ui/Button';
import { Entry } from '../../ui/Entry';
import { TextField } from '../../ui/fields';
import { FormMessages } from '../../ui/FormBody';
import { useForm } from '../../ui/form';
import { arriveAs } from './arrive';
import { PasskeyButton } from './PasskeyButton';
import c from './signin.module.css';

type Step = Schemas['SecondStep'];
type Way = Step['ways'][number];

/** After the password: a code, a recovery code or a passkey, whichever the person has. */
export function SecondStep({ step, onBack }: { step: Step; onBack: () => void }) {
  const t = useT();
  const ways = step.ways.filter((way) => way !== 'passkey' || hasPasskeys());
  const [way, setWay] = useState<Way>(ways[0] ?? step.next);
  const others = ways.filter((one) => one !== way);
  return (
    <Entry title={t('second.title')} text={t(`second.${way}.text`)}>
      {way === 'passkey' ? <PasskeyButton label={t('second.passkey.go')} isPrimary /> : <CodeForm key={way} ticket={step.ticket} way={way} />}
      <div className={c.other}>
        {others.map((one) => (
          <Button key={one} onClick={() => setWay(one)}>
            {t(`second.${one}.instead`)}
          </Button>
        ))}
        <button type="button" className={c.link} onClick={onBack}>
          {t('second.again')}
        </button>
      </div>
    </Entry>
  );
}

function CodeForm({ ticket, way }: { ticket: string; way: 'totp' | 'recovery_code' }) {
  const t = useT();
  const form = useForm({
    start: { code: '' },
    isCheap: true,
    check: ({ code }) => ({ ...(code.trim().length < 6 ? { '/code': t(`second.${way}.missing`) } : {}) }),
    send: async ({ code }) => arriveAs(await must(api.POST('/api/v1/session/second-factor', { body: { ticket, code: code.trim() } }))),
  });
  const isTotp = way === 'totp';
  return (
    <form ref={form.element} onSubmit={form.submit} noValidate className={c.form} aria-label={t('second.title')}>
      <FormMessages form={form} />
      <TextField
        label={t(`second.${way}.label`)}
        {...form.bind('code')}
        autoComplete={isTotp ? 'one-time-code' : 'off'}
        inputMode={isTotp ? 'numeric' : 'text'}
        maxLength={40}
        spellCheck={false}
        autoFocus
      />
      <Button type="submit" kind="primary" className={c.go} disabled={form.isBusy}>
        {t(form.isBusy ? 'signin.busy' : 'signin.go')}
      </Button>
    </form>
  );
}
