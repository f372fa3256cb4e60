import { useQuery } from '@tanstack/react-query';
import { CalendarClock, FormInput, Inbox, Mail, Plus, Tags, Timer } from 'lucide-react';
import type { ReactNode } from 'react';
import { LinkButton } from '../../ui/LinkButton';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { nameOf } from '../../lib/custom_fields';
import { type Key, useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { number } from '../../lib/time';
import { Badge } from '../../ui/Badge';
import { Empty } from '../../ui/Empty';
import { Page, Pending } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import { Tag } from '../../ui/Tag';
import { toSettings } from './back';

type ListProps<T> = {
  section: string;
  title: Key;
  text: Key;
  add: Key;
  icon: ReactNode;
  columns: Column<T>[];
  needs?: string;
};

/** The list of one kind of record: all of them, each a link to its page. */
export function RecordList<T extends { id: number }>({ section, title, text, add, icon, columns, needs = 'setup:write' }: ListProps<T>) {
  const t = useT();
  const query = useQuery(list<T>(`/api/v1/${section}`));
  return (
    <Page
      title={t(title)}
      text={t(text)}
      back={toSettings(t)}
      isWide
      actions={
        may(needs) && (
          <LinkButton href={`/settings/${section}/new`} kind="primary" icon={<Plus size={15} />}>
            {t(add)}
          </LinkButton>
        )
      }
    >
      {query.data ? (
        <Table
          label={t(title)}
          rows={query.data}
          columns={columns}
          keyOf={(row) => row.id}
          hrefOf={(row) => `/settings/${section}/${row.id}`}
          empty={<Empty icon={icon} title={t('settings.empty')} />}
        />
      ) : (
        <Pending query={query} />
      )}
    </Page>
  );
}

const useNames = (noun: string) => {
  const rows = useQuery(list<{ id: number; name: string }>(`/api/v1/${noun}`)).data ?? [];
  return (id: number | null | undefined) => (id ? (rows.find((row) => row.id === id)?.name ?? '…') : '–');
};

export function QueuesPage() {
  const t = useT();
  const agentName = useNames('agents');
  const calendarName = useNames('calendars');
  return (
    <RecordList<Schemas['Queue']>
      section="queues"
      title="settings.queues"
      text="queues.text"
      add="queues.add"
      icon={<Inbox size={22} />}
      columns={[
        { key: 'name', head: t('queues.name'), cell: (row) => row.name },
        { key: 'address', head: t('queues.address'), cell: (row) => row.address ?? '–', isExtra: true },
        { key: 'lead', head: t('queues.lead'), cell: (row) => agentName(row.lead), isExtra: true },
        { key: 'calendar', head: t('queues.calendar'), cell: (row) => calendarName(row.calendar) },
      ]}
    />
  );
}

export function CalendarsPage() {
  const t = useT();
  return (
    <RecordList<Schemas['Calendar']>
      section="calendars"
      title="settings.calendars"
      text="calendars.text"
      add="calendars.add"
      icon={<CalendarClock size={22} />}
      columns={[
        { key: 'name', head: t('calendars.name'), cell: (row) => row.name },
        { key: 'zone', head: t('calendars.timeZone'), cell: (row) => row.time_zone.replaceAll('_', ' ') },
        { key: 'holidays', head: t('calendars.holidays'), cell: (row) => row.holidays.length, isNumber: true, isExtra: true, width: '130px' },
      ]}
    />
  );
}

export function PoliciesPage() {
  const t = useT();
  const calendarName = useNames('calendars');
  return (
    <RecordList<Schemas['Policy']>
      section="policies"
      title="settings.policies"
      text="policies.text"
      add="policies.add"
      icon={<Timer size={22} />}
      columns={[
        { key: 'name', head: t('policies.name'), cell: (row) => row.name },
        { key: 'calendar', head: t('policies.calendar'), cell: (row) => calendarName(row.calendar), isExtra: true },
        { key: 'default', head: t('policies.use'), cell: (row) => (row.is_default ? <Badge tone="ok">{t('policies.standard')}</Badge> : t('policies.some')) },
      ]}
    />
  );
}

export function TagsPage() {
  const t = useT();
  return (
    <RecordList<Schemas['Tag']>
      section="tags"
      title="settings.tags"
      text="tags.text"
      add="tags.add"
      icon={<Tags size={22} />}
      columns={[
        { key: 'name', head: t('tags.name'), cell: (row) => <Tag name={row.name} colour={row.colour} /> },
        { key: 'colour', head: t('tags.colour'), cell: (row) => t(`colour.${row.colour}`), isExtra: true },
        { key: 'count', head: t('tags.count'), cell: (row) => number(row.count), isNumber: true, width: '120px' },
      ]}
    />
  );
}

export function FieldsPage() {
  const t = useT();
  return (
    <RecordList<Schemas['Field']>
      section="fields"
      title="settings.fields"
      text="fields.text"
      add="fields.add"
      icon={<FormInput size={22} />}
      columns={[
        { key: 'name', head: t('fields.column'), cell: (row) => nameOf(row.name) || row.key },
        { key: 'key', head: t('fields.key'), cell: (row) => row.key, isExtra: true },
        { key: 'kind', head: t('fields.kind'), cell: (row) => t(`kind.${row.kind}`) },
      ]}
    />
  );
}

export function MailboxesPage() {
  const t = useT();
  const queueName = useNames('queues');
  return (
    <RecordList<Schemas['Mailbox']>
      section="mailboxes"
      title="settings.mailboxes"
      text="mailboxes.text"
      add="mailboxes.add"
      needs="mailboxes:manage"
      icon={<Mail size={22} />}
      columns={[
        { key: 'address', head: t('mailboxes.address'), cell: (row) => row.address },
        { key: 'host', head: t('mailboxes.host'), cell: (row) => `${row.host}:${row.port}`, isExtra: true },
        { key: 'queue', head: t('mailboxes.queue'), cell: (row) => queueName(row.queue), isExtra: true },
        {
          key: 'state',
          head: t('mailboxes.state'),
          cell: (row) => (row.is_enabled ? <Badge tone="ok">{t('mailboxes.on')}</Badge> : <Badge>{t('mailboxes.off')}</Badge>),
        },
      ]}
    />
  );
}
