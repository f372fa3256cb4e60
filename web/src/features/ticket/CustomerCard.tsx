import { useQuery } from '@tanstack/react-query';
import { A } from '../../app/A';
import { paths } from '../../app/routes';
import { api, must, read, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { valueName } from '../../lib/ticket_pickers';
import { stamp, useNow } from '../../lib/time';
import { Avatar } from '../../ui/Avatar';
import { Card } from '../../ui/Card';
import c from './customer.module.css';

const LAST = 6;

/** Who asks, from where, at what o'clock of theirs, and what else there was. */
export function CustomerCard({ ticket }: { ticket: Detail }) {
  const t = useT();
  const id = ticket.customer.id;
  const customer = useQuery({
    queryKey: ['customer', id],
    queryFn: () => must(api.GET('/api/v1/customers/{customer}', { params: { path: { customer: id } } })),
  }).data;
  const others = useQuery({
    queryKey: ['customer-tickets', id],
    queryFn: () => read<Schemas['TicketPage']>(`/api/v1/tickets?customer=${id}&limit=${LAST + 1}`),
  }).data?.items.filter((row) => row.id !== ticket.id);
  return (
    <Card title={t('customer.title')}>
      <div className={c.who}>
        <Avatar name={ticket.customer.name || '?'} size={36} />
        <div className={c.names}>
          <A href={paths.customers(id)} className={c.name}>
            {ticket.customer.name || ticket.customer.email}
          </A>
          <small>{ticket.customer.email}</small>
          {ticket.organization && <small>{ticket.organization.name}</small>}
        </div>
      </div>
      <dl className={c.facts}>
        {customer?.phone && <Fact name={t('customer.phone')} value={customer.phone} />}
        {customer?.language && <Fact name={t('field.language')} value={valueName('language', customer.language)} />}
        {customer?.time_zone && <LocalTime zone={customer.time_zone} />}
      </dl>
      {others && others.length > 0 && <Others rows={others.slice(0, LAST)} />}
    </Card>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function LocalTime({ zone }: { zone: string }) {
  const t = useT();
  const now = useNow();
  const time = new Date(now).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', timeZone: zone });
  return <Fact name={t('customer.localTime')} value={time} />;
}

function Others({ rows }: { rows: Schemas['Ticket'][] }) {
  const t = useT();
  const now = useNow();
  return (
    <>
      <h3 className={c.head}>{t('customer.others')}</h3>
      <ul className={c.others}>
        {rows.map((row) => (
          <li key={row.id}>
            <A href={paths.inbox('all', row.id)} data-done={row.status === 'solved' || row.status === 'closed'}>
              <span>{row.subject || t('ticket.noSubject')}</span>
              <small>
                {t(`status.${row.status}`)} · {stamp(row.updated_at, now)}
              </small>
            </A>
          </li>
        ))}
      </ul>
    </>
  );
}
