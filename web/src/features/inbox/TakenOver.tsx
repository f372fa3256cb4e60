import { useQuery } from '@tanstack/react-query';
import { ArrowRightLeft } from 'lucide-react';
import { A } from '../../app/A';
import { paths } from '../../app/routes';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { moment } from '../../lib/time';
import { Badge } from '../../ui/Badge';
import c from './taken_over.module.css';

const EVERY_MS = 60_000;

/** Above the own list: what a colleague had begun and somebody else goes on with, with the colleague’s last words. */
export function TakenOver() {
  const t = useT();
  const query = useQuery({ ...list<Schemas['TakenOver']>('/api/v1/taken-over'), refetchInterval: EVERY_MS, refetchOnMount: 'always' });
  const items = query.data;
  if (!items?.length) return null;
  return (
    <details className={c.box} open>
      <summary>
        <ArrowRightLeft size={14} aria-hidden="true" /> {t('takenover.title')} <Badge tone="warn">{items.length}</Badge>
      </summary>
      <ul>
        {items.map(({ ticket, from, needed_by, words }) => (
          <li key={ticket.id}>
            <A href={paths.inbox('mine', ticket.id)}>
              #{ticket.id} {ticket.subject || t('ticket.noSubject')}
            </A>
            <small>
              {from ? t('takenover.from', { name: from.name }) : t('takenover.gone')}
              {needed_by && <> · {t('handover.due', { time: moment(needed_by) })}</>}
            </small>
            <p>{words ?? t('takenover.noWords')}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}
