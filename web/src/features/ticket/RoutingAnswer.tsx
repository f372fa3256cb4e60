import { useQuery } from '@tanstack/react-query';
import { because } from '../../lib/because';
import { read, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { full, stamp, useNow } from '../../lib/time';
import { Pending } from '../../ui/Page';
import { product, verdict } from './routing_words';
import c from './routing.module.css';

type Routing = Schemas['TicketRouting'];

/** Why it is whose it is, and how the team stands to it: fetched when somebody wants to know. */
export function RoutingAnswer({ ticket }: { ticket: Detail }) {
  const t = useT();
  const now = useNow();
  const query = useQuery({
    queryKey: ['routing', ticket.id, ticket.version],
    queryFn: ({ signal }) => read<Routing>(`/api/v1/tickets/${ticket.id}/routing`, signal),
    staleTime: 0,
  });
  if (!query.data) return <Pending query={query} lines={3} />;
  const routing = query.data;
  return (
    <div className={c.answer} data-answer>
      {routing.because && (
        <p>
          {because(routing.because)}{' '}
          {routing.decided_at && (
            <time dateTime={routing.decided_at} data-tip={full(routing.decided_at)}>
              {stamp(routing.decided_at, now)}
            </time>
          )}
        </p>
      )}
      {routing.waiting && <p>{t('routing.waiting', { count: routing.waiting.waiting_in_queue })}</p>}
      {routing.weighed.length > 0 && <Weighed tickets={routing.weighed} />}
      {routing.considered.length > 0 && routing.decided_at && <People title={t('routing.then')} people={routing.considered} />}
      {routing.now.length > 0 && <People title={t('routing.now')} people={routing.now} />}
    </div>
  );
}

function People({ title, people }: { title: string; people: Schemas['Considered'][] }) {
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {people.map((person) => (
          <li key={person.agent.id} data-chosen={person.code === 'chosen'}>
            <b>{person.agent.name}</b> <span>{verdict(person)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Weighed({ tickets }: { tickets: Schemas['WeighedTicket'][] }) {
  const t = useT();
  return (
    <>
      <h3>{t('routing.weighed')}</h3>
      <ul>
        {tickets.map((each) => (
          <li key={each.ticket.id} className={c.weighed}>
            <b>
              #{each.ticket.id} {each.ticket.subject}
            </b>
            <span>{product(each)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
