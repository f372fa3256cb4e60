import { useQuery } from '@tanstack/react-query';
import { Plus, Tags } from 'lucide-react';
import type { CSSProperties } from 'react';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { Empty } from '../../ui/Empty';
import { LinkButton } from '../../ui/LinkButton';
import { Page, Pending } from '../../ui/Page';
import { type Column, Table } from '../../ui/Table';
import { toSettings } from './back';
import { inTreeOrder, type Leaf } from './category_tree';
import c from './settings.module.css';

export function CategoriesPage() {
  const t = useT();
  const query = useQuery(list<Schemas['Category']>('/api/v1/categories'));
  const queues = useQuery(list<Schemas['Queue']>('/api/v1/queues')).data ?? [];
  const columns: Column<Leaf>[] = [
    {
      key: 'name',
      head: t('categories.name'),
      cell: ({ category, depth }) => (
        <span className={c.indent} style={{ '--depth': depth } as CSSProperties}>
          {category.name}
        </span>
      ),
    },
    { key: 'key', head: t('categories.key'), cell: ({ category }) => category.key, isExtra: true },
    { key: 'queue', head: t('categories.queue'), cell: ({ category }) => queues.find((queue) => queue.id === category.queue)?.name ?? '–' },
    { key: 'skills', head: t('categories.skills'), cell: ({ category }) => category.skills.join(', ') || '–', isExtra: true },
  ];
  return (
    <Page
      title={t('settings.categories')}
      text={t('categories.text')}
      back={toSettings(t)}
      isWide
      actions={
        may('setup:write') && (
          <LinkButton href="/settings/categories/new" kind="primary" icon={<Plus size={15} />}>
            {t('categories.add')}
          </LinkButton>
        )
      }
    >
      {query.data ? (
        <Table
          label={t('settings.categories')}
          rows={inTreeOrder(query.data)}
          columns={columns}
          keyOf={({ category }) => category.id}
          hrefOf={({ category }) => `/settings/categories/${category.id}`}
          empty={<Empty icon={<Tags size={22} />} title={t('settings.empty')} />}
        />
      ) : (
        <Pending query={query} />
      )}
    </Page>
  );
}
