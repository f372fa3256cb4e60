import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { number, percent } from '../../lib/time';
import { Badge, type Tone } from '../../ui/Badge';
import { WideBox } from '../../ui/WideBox';
import { useValueName } from './GateValues';
import c from './replay.module.css';
import type { Answer } from './replay';

type Run = Schemas['ReplayRun'];
const TONES: Record<Answer['values'][number]['now']['stage'], Tone> = { automatic: 'ok', suggest: 'ai', shadow: 'outline' };

/** The gate from nothing over these days, as it is wished now and as it is asked for. */
export function ReplayGates({ answer, field }: { answer: Answer; field: string }) {
  const t = useT();
  const nameOf = useValueName(field);
  const wish = (run: Run) => t('replay.wish', { precision: percent(run.precision), delta: percent(run.delta) });
  const right = (run: { right: number; judged: number }) => (run.judged > 0 ? t('gate.rightOf', { right: number(run.right), rows: number(run.judged) }) : '–');
  const isSame = answer.now.precision === answer.then.precision && answer.now.delta === answer.then.delta;
  const runs: [string, Run][] = [[t('replay.now'), answer.now], ...(isSame ? [] : ([[t('replay.then'), answer.then]] as [string, Run][]))];
  return (
    <>
      <WideBox label={t('replay.gate')}>
        <table className={c.table}>
          <caption className="sr">{t('replay.gate')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('gate.wishes')}</th>
              <th scope="col">{t('replay.automatic')}</th>
              <th scope="col">{t('replay.actsAlone')}</th>
              <th scope="col">{t('gate.right')}</th>
            </tr>
          </thead>
          <tbody>
            {runs.map(([name, run]) => (
              <tr key={name}>
                <th scope="row">
                  {name} <small className={c.quiet}>{wish(run)}</small>
                </th>
                <td>{number(run.automatic)}</td>
                <td>{number(run.acts)}</td>
                <td>{right(run)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideBox>
      {answer.values.length > 0 && (
        <WideBox label={t('gate.values')}>
          <table className={c.table}>
            <caption className="sr">{t('gate.values')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('gate.value')}</th>
                <th scope="col">{t('replay.blind')}</th>
                <th scope="col">{t('replay.now')}</th>
                {!isSame && <th scope="col">{t('replay.then')}</th>}
                <th scope="col">{t('replay.actsAlone')}</th>
              </tr>
            </thead>
            <tbody>
              {answer.values.map((one) => (
                <tr key={one.value}>
                  <th scope="row">{nameOf(one.value)}</th>
                  <td>{number(one.then.blind)}</td>
                  <td>
                    <Badge tone={TONES[one.now.stage]}>{t(`gate.${one.now.stage}`)}</Badge>
                  </td>
                  {!isSame && (
                    <td>
                      <Badge tone={TONES[one.then.stage]}>{t(`gate.${one.then.stage}`)}</Badge>
                    </td>
                  )}
                  <td>{isSame ? number(one.now.acts) : `${number(one.now.acts)} → ${number(one.then.acts)}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideBox>
      )}
    </>
  );
}
