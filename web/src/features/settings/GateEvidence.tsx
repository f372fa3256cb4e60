import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../lib/api';
import type { Key } from '../../lib/i18n';
import { useT } from '../../lib/i18n';
import { list, usePages } from '../../lib/records';
import { dateTime, percent } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Page';
import { WideBox } from '../../ui/WideBox';
import { DecisionRows } from './DecisionRows';
import c from './gate.module.css';
import { useValueName } from './GateValues';

type Evidence = Schemas['Evidence'];
type GateMove = Schemas['GateMove'];

/** What a value's standing rests on: the rights it was given and lost, and the decisions one by one. */
export function GateEvidence({ url, field, value }: { url: string; field: string; value: string }) {
  const t = useT();
  const nameOf = useValueName(field);
  const query = `value=${encodeURIComponent(value)}`;
  const moves = useQuery(list<GateMove>(`${url}/moves?${query}`)).data ?? [];
  const evidence = usePages<Evidence>(`${url}/evidence?${query}`);
  return (
    <Section title={t('gate.evidence', { value: nameOf(value) })} text={t('gate.evidenceText')}>
      {moves.length > 0 && (
        <ol className={c.moves}>
          {moves.map((move) => (
            <li key={move.id}>
              <time dateTime={move.at}>{dateTime(move.at)}</time> {t(`gate.${move.from}`)} → {t(`gate.${move.to}`)}: {t(`gate.reason.${move.reason}` as Key)}
            </li>
          ))}
        </ol>
      )}
      {evidence.rows.length > 0 ? (
        <WideBox label={t('gate.evidence', { value: nameOf(value) })}>
          <table className={c.table}>
            <caption className="sr">{t('gate.evidence', { value: nameOf(value) })}</caption>
            <DecisionRows
              rows={evidence.rows.map((row) => ({
                key: row.id,
                outcome: row.outcome,
                ticket: row.ticket,
                said: (
                  <>
                    {nameOf(row.value)} <small className={c.muted}>{percent(row.score)}</small>
                  </>
                ),
                decided: row.decided === null ? t('gate.nobody') : nameOf(row.decided),
                how: t(`gate.shown.${row.shown}`),
              }))}
            />
          </table>
        </WideBox>
      ) : (
        <p className={c.none}>{t('gate.noEvidence')}</p>
      )}
      {evidence.hasNextPage && <Button onClick={() => void evidence.fetchNextPage()}>{t('gate.more')}</Button>}
    </Section>
  );
}
