import { useQuery } from '@tanstack/react-query';
import { Plus, UserCog } from 'lucide-react';
import { useState } from 'react';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { fold } from '../../lib/fold';
import { useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { Avatar } from '../../ui/Avatar';
import { Badge } from '../../ui/Badge';
import { Empty } from '../../ui/Empty';
import { LinkButton } from '../../ui/LinkButton';
import { Page, Pending } from '../../ui/Page';
import { SearchBox } from '../../ui/SearchBox';
import { type Column, Table } from '../../ui/Table';
import { toSettings } from './back';
import c from './settings.module.css';

type Agent = Schemas['Agent'];

export function AgentsPage() {
  const t = useT();
  const [text, setText] = useState('');
  const query = useQuery(list<Agent>('/api/v1/agents'));
  const queues = useQuery(list<Schemas['Queue']>('/api/v1/queues')).data ?? [];
  const words = fold(text).split(/\s+/).filter(Boolean);
  const shown = query.data?.filter((agent) => words.every((word) => fold(`${agent.name} ${agent.email}`).includes(word)));
  const columns: Column<Agent>[] = [
    {
      key: 'name',
      head: t('agents.name'),
      cell: (agent) => (
        <span className={c.person}>
          <Avatar name={agent.name} size={26} />
          <span>{agent.name}</span>
        </span>
      ),
    },
    { key: 'email', head: t('agents.email'), cell: (agent) => agent.email, isExtra: true },
    { key: 'role', head: t('agents.role'), cell: (agent) => t(`role.${agent.role}`), width: '120px', isExtra: true },
    {
      key: 'queues',
      head: t('settings.queues'),
      isExtra: true,
      cell: (agent) => queues.filter((queue) => agent.queues.includes(queue.id)).map((queue) => queue.name).join(', ') || '–',
    },
    { key: 'state', head: t('agents.state'), cell: (agent) => <State agent={agent} />, width: '130px' },
  ];
  return (
    <Page
      title={t('settings.agents')}
      text={t('agents.text')}
      back={toSettings(t)}
      isWide
      actions={
        may('agents:write') && (
          <LinkButton href="/settings/agents/new" kind="primary" icon={<Plus size={15} />}>
            {t('agents.add')}
          </LinkButton>
        )
      }
    >
      {shown ? (
        <>
          <SearchBox label={t('agents.search')} value={text} onChange={setText} />
          <Table
            label={t('settings.agents')}
            rows={shown}
            columns={columns}
            keyOf={(agent) => agent.id}
            hrefOf={(agent) => `/settings/agents/${agent.id}`}
            empty={<Empty icon={<UserCog size={22} />} title={t('form.nothing')} />}
          />
        </>
      ) : (
        <Pending query={query} />
      )}
    </Page>
  );
}

function State({ agent }: { agent: Agent }) {
  const t = useT();
  if (agent.is_disabled) return <Badge tone="warn">{t('agents.disabled')}</Badge>;
  return agent.is_available ? <Badge tone="ok">{t('agents.available')}</Badge> : <Badge>{t('agents.away')}</Badge>;
}
