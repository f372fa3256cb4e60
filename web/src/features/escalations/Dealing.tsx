import { useQuery } from '@tanstack/react-query';
import { Check, Shuffle, Undo2, X } from 'lucide-react';
import { useState } from 'react';
import { A } from '../../app/A';
import { paths } from '../../app/routes';
import { type ApiError, newKey, type Schemas } from '../../lib/api';
import { because } from '../../lib/because';
import { problemText } from '../../lib/fault_text';
import { useT } from '../../lib/i18n';
import { moment } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Page';
import { applyPlan, DEALINGS_URL, readPlan, takeBack } from './deal_out';
import c from './watch.module.css';
import { list } from '../../lib/records';
import { complain } from '../../lib/toasts';

type Plan = Schemas['RebalancePlan'];
type Dealt = Schemas['Rebalance'];
const SHOWN = 3;

/** Work that nobody has begun, dealt out anew: one press shows the plan, the next one does it, a third takes it back. */
export function Dealing() {
  const t = useT();
  const past = useQuery(list<Dealt>(DEALINGS_URL));
  const [plan, setPlan] = useState<Plan>();
  const [key, setKey] = useState(newKey);
  const [isBusy, setBusy] = useState(false);
  const run = async (step: () => Promise<Plan | undefined>) => {
    setBusy(true);
    try {
      setPlan(await step());
    } catch (error) {
      complain(problemText(error as ApiError));
    }
    setBusy(false);
  };
  const show = () =>
    run(() => {
      setKey(newKey());
      return readPlan();
    });
  const dealt = past.data?.filter((one) => one.moves.length).slice(0, SHOWN) ?? [];
  return (
    <div id="watch-dealing" className={c.part}>
      <Section title={t('watch.dealing')} text={t('watch.dealing.text')}>
        <div aria-live="polite">
          {plan && !plan.moves.length && <p className={c.none}>{t('watch.dealing.none')}</p>}
          {plan && plan.moves.length > 0 && (
            <ul className={c.rows}>
              {plan.moves.map((move) => (
                <li key={move.ticket.id}>
                  <A href={paths.inbox('all', move.ticket.id)} className={c.subject}>
                    #{move.ticket.id} {move.ticket.subject || t('ticket.noSubject')}
                  </A>
                  <span className={c.load}>{t('watch.dealing.move', { from: move.from?.name ?? t('owner.nobody'), to: move.to.name })}</span>
                  <span className={c.facts}>{because(move.because)}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
        <div className={c.deal}>
          {plan?.moves.length ? (
            <>
              <Button kind="primary" icon={<Check size={15} />} disabled={isBusy} onClick={() => void run(() => applyPlan(plan, key))}>
                {t('watch.dealing.do', { count: plan.moves.length })}
              </Button>
              <Button kind="ghost" icon={<X size={15} />} onClick={() => setPlan(undefined)}>
                {t('form.discard')}
              </Button>
            </>
          ) : (
            <Button icon={<Shuffle size={15} />} disabled={isBusy} onClick={() => void show()}>
              {t('watch.dealing.show')}
            </Button>
          )}
        </div>
        {dealt.length > 0 && (
          <ul className={c.rows}>
            {dealt.map((one) => (
              <li key={one.id}>
                <span className={c.subject}>{t('watch.dealing.done', { count: one.moves.length })}</span>
                <span className={c.facts}>{[moment(one.at), one.by?.name ?? t(`watch.dealing.${one.cause}`)].join(' · ')}</span>
                <span className={c.moves}>
                  {one.undone_at ? (
                    <span className={c.load}>{t('watch.dealing.undone')}</span>
                  ) : (
                    <Button kind="ghost" small icon={<Undo2 size={14} />} label={t('watch.dealing.undo', { time: moment(one.at) })} onClick={() => void takeBack(one.id)} />
                  )}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </div>
  );
}
