import { useQuery } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { may } from '../../lib/boot';
import { type Escalation, toldWords, whatIsWrong } from '../../lib/escalation_words';
import { useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { moment } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import { acknowledge } from './acknowledge';
import c from './escalations.module.css';

/** Who was told that this ticket is in trouble, and who looks after it. */
export function EscalationCard({ ticket }: { ticket: number }) {
  const t = useT();
  // The button goes; the keyboard stays with what it was about.
  const take = async (row: Escalation, button: HTMLElement) => {
    const place = button.closest('dd');
    await acknowledge(row);
    setTimeout(() => document.activeElement === document.body && place?.focus(), 50);
  };
  const rows = useQuery(list<Escalation>(`/api/v1/tickets/${ticket}/escalations`)).data ?? [];
  const shown = rows.filter((row) => row.state !== 'ended').concat(rows.filter((row) => row.state === 'ended').slice(0, 1));
  if (!shown.length) return null;
  return (
    <Card title={t('escalation.title')} icon={<BellRing size={14} aria-hidden="true" />}>
      <dl className={c.card}>
        {shown.map((row) => (
          <div key={row.id} data-high={row.state === 'running' && row.start === 'breach'}>
            <dt>{t(`escalation.start.${row.start}`)}</dt>
            <dd tabIndex={-1}>
              <b>{whatIsWrong(row)}</b>
              {row.told.map((told, i) => (
                <small key={i}>
                  {moment(told.at)} · {toldWords(told)}
                </small>
              ))}
              {row.state === 'running' && row.next_at && <small>{t('escalation.next', { time: moment(row.next_at) })}</small>}
              {row.state === 'acknowledged' && <small>{t('escalation.by', { name: row.acknowledged_by?.name ?? '–' })}</small>}
              {row.state === 'ended' && row.why_ended && <small>{t(`escalation.ended.${row.why_ended}`)}</small>}
              {row.state === 'running' && may('tickets:write') && (
                <Button small onClick={(event) => void take(row, event.currentTarget)}>
                  {t('escalations.acknowledge')}
                </Button>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
