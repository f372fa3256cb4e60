import { CalendarClock } from 'lucide-react';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { moment, number, percent, useNow } from '../../lib/time';
import { Card } from '../../ui/Card';
import c from './risk.module.css';

type Promised = Detail['promises'][number];

/** By when this ticket will be answered and solved, what the customer knows of it, and what it is judged by. */
export function PromiseCard({ ticket }: { ticket: Detail }) {
  const t = useT();
  const awaited = ticket.promises.filter((each) => each.state === 'open' || each.state === 'missed');
  if (!awaited.length || ticket.status === 'solved' || ticket.status === 'closed') return null;
  return (
    <Card title={t('promise.title')} icon={<CalendarClock size={14} aria-hidden="true" />}>
      <dl className={c.list}>
        {awaited.map((each) => (
          <div key={each.awaited} data-high={each.state === 'missed'}>
            <dt>{t(`promise.${each.awaited}`)}</dt>
            <dd>
              <b>{moment(each.until)}</b>
              <small>{t('promise.why', { share: percent(each.percent / 100), tickets: number(each.tickets) })}</small>
              <small>
                <Known promised={each} />
              </small>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function Known({ promised }: { promised: Promised }) {
  const t = useT();
  const now = useNow();
  if (!promised.is_told) return t('promise.shadow');
  if (Date.parse(promised.told_until) < now) return t('promise.late', { time: moment(promised.told_until) });
  if (promised.told_until !== promised.until) return t('promise.first', { time: moment(promised.told_until) });
  return t('promise.told');
}
