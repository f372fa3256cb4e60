import { ArrowDownUp, ListFilter, Menu, Pencil } from 'lucide-react';
import { later } from '../../app/later';
import { t, useT } from '../../lib/i18n';
import { ui } from '../../lib/ui_state';
import { mayChange, type ShownView, type View } from '../../lib/views';
import { Button } from '../../ui/Button';
import c from './list.module.css';
import { openQuery, SORTS, setSort, useListState } from './list_state';
import { QueryBar } from './QueryBar';

type Props = { view: ShownView; isTitle: boolean; total?: string; fault?: string };

export function ListHead({ view, isTitle, total, fault }: Props) {
  const t = useT();
  const { saved } = view;
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
        {saved && mayChange(saved) && <Button kind="ghost" small icon={<Pencil size={14} />} label={t('view.change')} onClick={() => void editView(saved)} />}
        <Button kind="ghost" small aria-pressed={isQueryOpen} icon={<ListFilter size={15} />} label={t('list.filter')} keys="f" onClick={() => openQuery(!isQueryOpen)} />
        <Button kind="ghost" small icon={<ArrowDownUp size={15} />} label={t('list.sort')} onClick={(event) => pickSort(event.currentTarget)} />
      </header>
      {isQueryOpen && <QueryBar view={view} sort={sort} fault={fault} />}
    </>
  );
}

async function editView(view: View) {
  const { ViewForm } = await later.viewForm();
  const start = { name: view.name ?? '', query: view.query ?? '', sort: view.sort, queues: view.queues };
  ui().open({ kind: 'dialog', title: t('view.change'), body: (close) => <ViewForm view={view} start={start} close={close} /> });
}
