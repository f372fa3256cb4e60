import { Building2, Plus } from 'lucide-react';
import { paths } from '../../app/routes';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { usePages } from '../../lib/records';
import { Badge } from '../../ui/Badge';
import { Empty } from '../../ui/Empty';
import { LinkButton } from '../../ui/LinkButton';
import { Page, Pending } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import { PeopleTabs } from './PeopleTabs';

type Organization = Schemas['Organization'];

export function OrganizationsPage() {
  const t = useT();
  const pages = usePages<Organization>('/api/v1/organizations?limit=100');
  const columns: Column<Organization>[] = [
    { key: 'name', head: t('people.name'), cell: (row) => row.name },
    { key: 'domains', head: t('people.domains'), cell: (row) => row.domains.join(', ') || '–' },
    { key: 'vip', head: t('people.standing'), cell: (row) => (row.is_vip ? <Badge tone="ok">{t('people.vip')}</Badge> : '–'), isExtra: true, width: '140px' },
  ];
  return (
    <Page
      title={t('people.orgs')}
      isWide
      actions={
        may('customers:write') && (
          <LinkButton href={paths.orgs('new')} kind="primary" icon={<Plus size={15} />}>
            {t('people.addOrg')}
          </LinkButton>
        )
      }
    >
      <PeopleTabs at="orgs" />
      {pages.data ? (
        <Table
          label={t('people.orgs')}
          rows={pages.rows}
          columns={columns}
          keyOf={(row) => row.id}
          hrefOf={(row) => paths.orgs(row.id)}
          onEnd={() => void pages.fetchNextPage()}
          hasMore={pages.hasNextPage}
          empty={<Empty icon={<Building2 size={22} />} title={t('people.noOrgs')} />}
        />
      ) : (
        <Pending query={pages} />
      )}
    </Page>
  );
}
