import { CircleAlert, CircleCheck, CircleDashed, Send } from 'lucide-react';
import { useState } from 'react';
import { ApiError, type Schemas } from '../lib/api';
import { problemText } from '../lib/fault_text';
import { maybe, t, useT } from '../lib/i18n';
import { Button } from './Button';
import c from './mail_test.module.css';

type Result = Schemas['MailTest'];
const STEPS = ['smtp_connect', 'smtp_send', 'imap_connect', 'imap_folder', 'arrived'] as const;

/** A real message out and in again, told step by step. */
export function MailTest({ run, isReady = true }: { run: () => Promise<Result>; isReady?: boolean }) {
  const t = useT();
  const [isBusy, setBusy] = useState(false);
  const [result, setResult] = useState<Result>();
  const [fault, setFault] = useState<string>();
  const go = async () => {
    setBusy(true);
    setFault(undefined);
    setResult(undefined);
    try {
      setResult(await run());
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFault(problemText(error));
    }
    setBusy(false);
  };
  return (
    <div className={c.test}>
      <div className={c.head}>
        <p>{t('mailtest.text')}</p>
        <Button icon={<Send size={15} />} onClick={() => void go()} disabled={isBusy || !isReady}>
          {t(isBusy ? 'mailtest.busy' : 'mailtest.go')}
        </Button>
      </div>
      <div role="status">
        {fault && <p className={c.fault}>{fault}</p>}
        {isBusy && <p className={c.wait}>{t('mailtest.wait')}</p>}
        {result && <p className={result.is_well ? c.well : c.fault}>{t(result.is_well ? 'mailtest.well' : 'mailtest.notWell')}</p>}
        {result && (
          <ol className={c.steps}>
            {STEPS.map((name) => (
              <Step key={name} name={name} step={result.steps.find((one) => one.step === name)} />
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}

function Step({ name, step }: { name: (typeof STEPS)[number]; step: Result['steps'][number] | undefined }) {
  const t = useT();
  const state = step?.is_well === true ? 'well' : step?.is_well === false ? 'failed' : 'open';
  const Icon = { well: CircleCheck, failed: CircleAlert, open: CircleDashed }[state];
  return (
    <li data-state={state} data-step={name}>
      <Icon size={16} aria-hidden="true" />
      <span>
        {t(`mailtest.${name}`)} <span className="sr">{t(`mailtest.state.${state}`)}</span>
        {step?.says && <small>{wordsOf(step)}</small>}
      </span>
    </li>
  );
}

/** In the reader's language, with what the mail server itself said behind it; the server's sentence where we have none. */
function wordsOf({ code, answer, says }: Result['steps'][number]): string {
  const words = code && maybe(`mailtest.fault.${code}`);
  if (!words) return says;
  return answer ? t('mailtest.answer', { words, answer }) : words;
}
