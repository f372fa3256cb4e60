import { ArrowDownUp, ListFilter, Menu, Trash2 } from 'lucide-react';
import { write } from '../../lib/api';
import { refuse } from '../../lib/change';
import { useT } from '../../lib/i18n';
import { say } from '../../lib/toasts';
import { ui } from '../../lib/ui_state';
import { rereadViews, type ShownView, useHasQueries } from '../../lib/views';
import { Button } from '../../ui/Button';
import c from './list.module.css';
import { openQuery, SORTS, setSort, useListState } from './list_state';
import { QueryBar } from './QueryBar';

type Props = { view: ShownView; isTitle: boolean; total?: string; fault?: string };

export function ListHead({ view, isTitle, total, fault }: Props) {
  const t = useT();
  const hasQueries = useHasQueries();
  const isQueryOpen = useListState((state) => state.isQueryOpen);
  const sort = useListState((state) => state.sorts[view.id]) ?? view.sort ?? '-updated';
  const Title = isTitle ? 'h1' : 'h2';
  const pickSort = (anchor: Element) =>
    ui().open({
      kind: 'picker',
      anchor,
      title: t('list.sort'),
      plain: true,
      items: SORTS.map((id) => ({ id, label: t(`sort.${id}`), isOn: id === sort })),
      onPick: (id) => setSort(view.id, id as (typeof SORTS)[number]),
    });
  return (
    <>
      <header className={c.head}>
        <Button kind="ghost" className={c.burger} icon={<Menu size={16} />} label={t('nav.main')} onClick={() => ui().setNavOpen(true)} />
        <Title>
          {view.title}
          {total && <span className={c.total}>{total}</span>}
        </Title>
        {view.saved && view.saved.id !== null && <DeleteView id={view.saved.id} name={view.title} />}
        {hasQueries && (
          <Button kind="ghost" small aria-pressed={isQueryOpen} icon={<ListFilter size={15} />} label={t('list.filter')} keys="f" onClick={() => openQuery(!isQueryOpen)} />
        )}
        <Button kind="ghost" small icon={<ArrowDownUp size={15} />} label={t('list.sort')} onClick={(event) => pickSort(event.currentTarget)} />
      </header>
      {isQueryOpen && hasQueries && <QueryBar view={view} fault={fault} />}
    </>
  );
}

function DeleteView({ id, name }: { id: number; name: string }) {
  const t = useT();
  const remove = async () => {
    try {
      await write('DELETE', `/api/v1/views/${id}`);
      await rereadViews();
      say(t('said.viewDeleted', { name }));
    } catch (error) {
      refuse(error);
    }
  };
  return <Button kind="ghost" small icon={<Trash2 size={14} />} label={t('view.delete', { name })} onClick={() => void remove()} />;
}
