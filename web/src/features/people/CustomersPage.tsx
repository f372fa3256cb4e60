import { Contact, Plus } from 'lucide-react';
import { useState } from 'react';
import { paths } from '../../app/routes';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useLater } from '../../lib/later_value';
import { LANG_NAMES, useT } from '../../lib/i18n';
import { usePages } from '../../lib/records';
import { Avatar } from '../../ui/Avatar';
import { Empty } from '../../ui/Empty';
import { LinkButton } from '../../ui/LinkButton';
import { Page, Pending } from '../../ui/Page';
import { SearchBox } from '../../ui/SearchBox';
import { type Column, Table } from '../../ui/Table';
import { PeopleTabs } from './PeopleTabs';
import c from './people.module.css';

type Customer = Schemas['ListedCustomer'];
const PAUSE_MS = 150;
const MOST = 100;

export function CustomersPage() {
  const t = useT();
  const [text, setText] = useState('');
  const asked = useLater(text.trim(), PAUSE_MS);
  const pages = usePages<Customer>(`/api/v1/customers?limit=${MOST}${asked ? `&text=${encodeURIComponent(asked)}` : ''}`);
  const columns: Column<Customer>[] = [
    {
      key: 'name',
      head: t('people.name'),
      cell: (row) => (
        <span className={c.person}>
          <Avatar name={row.name} size={26} />
          <span>{row.name}</span>
        </span>
      ),
    },
    { key: 'email', head: t('people.email'), cell: (row) => row.email ?? '–' },
    { key: 'organization', head: t('people.organization'), cell: (row) => row.organization_name ?? '–', isExtra: true },
    { key: 'phone', head: t('people.phone'), cell: (row) => row.phone ?? '–', isExtra: true },
    { key: 'language', head: t('people.language'), cell: (row) => (row.language ? (LANG_NAMES[row.language as 'en'] ?? row.language) : '–'), isExtra: true, width: '130px' },
  ];
  return (
    <Page
      title={t('people.customers')}
      isWide
      actions={
        may('customers:write') && (
          <LinkButton href={paths.customers('new')} kind="primary" icon={<Plus size={15} />}>
            {t('people.addCustomer')}
          </LinkButton>
        )
      }
    >
      <PeopleTabs at="customers" />
      <SearchBox label={t('people.search')} value={text} onChange={setText} />
      {asked && pages.rows.length === MOST && <p className={c.more}>{t('people.firstOnly', { shown: MOST })}</p>}
      {pages.data ? (
        <Table
          key={asked}
          label={t('people.customers')}
          rows={pages.rows}
          columns={columns}
          keyOf={(row) => row.id}
          hrefOf={(row) => paths.customers(row.id)}
          onEnd={() => void pages.fetchNextPage()}
          hasMore={pages.hasNextPage}
          empty={<Empty icon={<Contact size={22} />} title={asked ? t('form.nothing') : t('people.noCustomers')} />}
        />
      ) : (
        <Pending query={pages} />
      )}
    </Page>
  );
}
