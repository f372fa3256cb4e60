import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../lib/api';
import type { Key } from '../../lib/i18n';
import { useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { day, number, percent } from '../../lib/time';
import { Badge, type Tone } from '../../ui/Badge';
import { Section } from '../../ui/Page';
import { WideBox } from '../../ui/WideBox';
import { useValueName } from './GateValues';
import c from './gate.module.css';
import stacked from './stacked.module.css';

type Move = Schemas['GateMove'];
const TONES: Record<Move['to'], Tone> = { automatic: 'ok', suggest: 'ai', shadow: 'outline' };

/** Day by day, which labels earned which right and which lost it, and why: the same moves that the gate itself wrote down. */
export function GateStory() {
  const t = useT();
  const moves = useQuery(list<Move>('/api/v1/gate/moves')).data;
  if (!moves) return null;
  return (
    <Section title={t('trust.story')} text={t('trust.storyText')}>
      {moves.length === 0 ? (
        <p className={c.none}>{t('trust.storyNone')}</p>
      ) : (
        <WideBox label={t('trust.story')}>
          <table className={`${c.table} ${stacked.stacked}`}>
            <caption className="sr">{t('trust.story')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('trust.day')}</th>
                <th scope="col">{t('trust.what')}</th>
                <th scope="col">{t('trust.step')}</th>
                <th scope="col">{t('trust.why')}</th>
              </tr>
            </thead>
            <tbody>
              {moves.map((move) => (
                <MoveRow key={move.id} move={move} />
              ))}
            </tbody>
          </table>
        </WideBox>
      )}
    </Section>
  );
}

function MoveRow({ move }: { move: Move }) {
  const t = useT();
  const nameOf = useValueName(move.field);
  return (
    <tr>
      <td>
        <time dateTime={move.at}>{day(move.at)}</time>
      </td>
      <th scope="row">
        {t(`field.${move.field as 'category'}`)}: {nameOf(move.value)}
      </th>
      <td>
        <span className={c.step}>
          {t(`gate.${move.from}`)} → <Badge tone={TONES[move.to]}>{t(`gate.${move.to}`)}</Badge>
        </span>
      </td>
      <td>
        {t(`gate.reason.${move.reason}` as Key)}
        {move.precision_low !== null && move.precision_high !== null && (
          <small className={c.rests}>
            {t('trust.rests', { right: number(move.right), rows: number(move.rows), low: percent(move.precision_low), high: percent(move.precision_high) })}
          </small>
        )}
      </td>
    </tr>
  );
}
