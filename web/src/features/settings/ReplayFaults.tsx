import { useT } from '../../lib/i18n';
import { finePercent, number } from '../../lib/time';
import { Section } from '../../ui/Page';
import { WideBox } from '../../ui/WideBox';
import { DecisionRows } from './DecisionRows';
import { useValueName } from './GateValues';
import c from './replay.module.css';
import { type Answer, pointAt } from './replay';

const SHOWN = 10;

/** What would have gone wrong at this threshold: which values were taken for which, and tickets to look at. */
export function ReplayFaults({ answer, field, threshold }: { answer: Answer; field: string; threshold: number }) {
  const t = useT();
  const nameOf = useValueName(field);
  const at = pointAt(answer, threshold);
  const pairs = answer.confusions.filter((pair) => pair.rows[at]! > 0).slice(0, SHOWN);
  const wrong = answer.wrong.filter((one) => one.score >= threshold).slice(0, SHOWN);
  const title = t('replay.faults', { threshold: finePercent(answer.curve[at]?.threshold ?? threshold) });
  if (!pairs.length && !wrong.length) return null;
  return (
    <Section title={title}>
      {pairs.length > 0 && (
        <WideBox label={t('replay.pairs')}>
          <table className={c.table}>
            <caption className="sr">{t('replay.pairs')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('gate.decided')}</th>
                <th scope="col">{t('gate.said')}</th>
                <th scope="col">{t('replay.tickets')}</th>
              </tr>
            </thead>
            <tbody>
              {pairs.map((pair) => (
                <tr key={`${pair.decided}/${pair.said}`}>
                  <td>{nameOf(pair.decided)}</td>
                  <td>{nameOf(pair.said)}</td>
                  <td>{number(pair.rows[at]!)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideBox>
      )}
      {wrong.length > 0 && (
        <WideBox label={t('replay.surest')}>
          <table className={c.table}>
            <caption className="sr">{t('replay.surest')}</caption>
            <DecisionRows
              rows={wrong.map((one) => ({
                key: `${one.ticket}/${one.said}/${one.score}`,
                ticket: one.ticket,
                said: (
                  <>
                    {nameOf(one.said)} <small className={c.quiet}>{finePercent(one.score)}</small>
                  </>
                ),
                decided: nameOf(one.decided),
                how: t(answer.is_blind && one.is_blind ? 'gate.shown.hidden' : one.is_blind ? 'replay.perhaps' : 'gate.shown.acted'),
              }))}
            />
          </table>
        </WideBox>
      )}
    </Section>
  );
}
