import { Inbox } from 'lucide-react';
import { paths } from '../../app/routes';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { usePages } from '../../lib/records';
import { dateTime, stamp, useNow } from '../../lib/time';
import { Badge } from '../../ui/Badge';
import { Empty } from '../../ui/Empty';
import { Pending, Section } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import c from './people.module.css';

type Row = Schemas['Ticket'];
const isLive = (status: string) => status !== 'solved' && status !== 'closed';

/** Everything that was ever asked: the newest first. `filter` is part of the query of GET /api/v1/tickets. */
export function History({ filter }: { filter: string }) {
  const t = useT();
  const now = useNow();
  const pages = usePages<Row>(`/api/v1/tickets?${filter}&sort=-updated&limit=50`);
  const columns: Column<Row>[] = [
    { key: 'subject', head: t('people.subject'), cell: (row) => row.subject || t('ticket.noSubject') },
    { key: 'status', head: t('people.status'), cell: (row) => <Badge tone={isLive(row.status) ? 'warn' : undefined}>{t(`status.${row.status}`)}</Badge>, width: '120px' },
    { key: 'customer', head: t('people.customer'), cell: (row) => row.customer.name, isExtra: true, width: '160px' },
    {
      key: 'updated',
      head: t('people.updated'),
      cell: (row) => (
        <time dateTime={row.updated_at} data-tip={dateTime(row.updated_at)}>
          {stamp(row.updated_at, now)}
        </time>
      ),
      isExtra: true,
      width: '130px',
    },
  ];
  return (
    <Section title={t('people.history')}>
      <div className={c.history}>
        {pages.data ? (
          <Table
            label={t('people.history')}
            rows={pages.rows}
            columns={filter.startsWith('customer') ? columns.filter((column) => column.key !== 'customer') : columns}
            keyOf={(row) => row.id}
            hrefOf={(row) => paths.inbox('all', row.id)}
            onEnd={() => void pages.fetchNextPage()}
            hasMore={pages.hasNextPage}
            empty={<Empty icon={<Inbox size={22} />} title={t('people.noTickets')} />}
          />
        ) : (
          <Pending query={pages} />
        )}
      </div>
    </Section>
  );
}
