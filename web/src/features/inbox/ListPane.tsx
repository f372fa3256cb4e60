import { PartyPopper, RefreshCw } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { later } from '../../app/later';
import { useFixedWindow } from '../../lib/fixed_window';
import { useT } from '../../lib/i18n';
import { number } from '../../lib/time';
import { useTicketList } from '../../lib/ticket_list';
import { ui, useUi } from '../../lib/ui_state';
import type { ShownView } from '../../lib/views';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { BulkBar } from './BulkBar';
import { ListHead } from './ListHead';
import { ListRow } from './ListRow';
import c from './list.module.css';
import { useListCommands } from './list_commands';
import { useListState } from './list_state';
import { useFreshList } from './use_fresh_list';

const TakenOver = lazy(() => later.takenOver().then((m) => ({ default: m.TakenOver })));

const ROW_HEIGHT = { comfortable: 84, compact: 56 };
/** Rows that are read before the reader gets there. */
const AHEAD = 60;
/** How many can be changed in one go. */
const MOST_SELECTED = 1000;

type Props = { view: ShownView; current: number | undefined; onOpen: (id: number | undefined, replace?: boolean) => void };

export function ListPane({ view, current, onOpen }: Props) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const density = useUi((state) => state.density);
  const rowHeight = ROW_HEIGHT[density];
  const selected = useUi((state) => state.selected);
  const list = useTicketList(useListUrl(view));
  const shown = useFixedWindow(box, list.length, rowHeight);
  useEffect(() => {
    void list.ensure(shown.from, shown.to + AHEAD);
  });
  const news = useFreshList(list, shown.isAtTop && selected.size === 0, box);
  useListCommands({ list, current, reveal: shown.reveal, onOpen });
  const indexes = Array.from({ length: Math.max(0, shown.to - shown.from) }, (_, i) => shown.from + i);
  const selectAll = async () => {
    await list.ensure(0, MOST_SELECTED);
    ui().select(list.known().slice(0, MOST_SELECTED));
  };
  return (
    <section className={c.list} data-selecting={selected.size > 0} data-density={density} aria-label={view.title}>
      <ListHead view={view} isTitle={current === undefined} total={list.total ? number(list.total.count) + (list.total.is_exact ? '' : '+') : undefined} fault={list.fault} />
      {view.id === 'mine' && (
        <Suspense fallback={null}>
          <TakenOver />
        </Suspense>
      )}
      {news && (
        <button type="button" className={c.news} onClick={news}>
          {t('list.news')}
        </button>
      )}
      <div className={c.viewport} ref={box} tabIndex={current === undefined ? 0 : -1} role="group" aria-label={view.title}>
        {list.isFailed && !list.fault && (
          <Empty icon={<RefreshCw size={22} />} title={t('list.failed')}>
            <Button small onClick={() => void list.refresh()}>
              {t('retry')}
            </Button>
          </Empty>
        )}
        {list.isReady && list.length === 0 && !list.fault && (
          <Empty icon={<PartyPopper size={24} />} title={t('list.empty')}>
            {t('list.emptyHint')}
          </Empty>
        )}
        <ul className={c.rows} style={{ blockSize: shown.height }}>
          {indexes.map((index) => {
            const id = list.at(index);
            return (
              <ListRow
                key={id ?? `at${index}`}
                id={id}
                view={view.id}
                top={index * rowHeight}
                isCurrent={id !== undefined && id === current}
                isSelected={selected.has(id ?? 0)}
                onOpen={onOpen}
              />
            );
          })}
        </ul>
      </div>
      {selected.size > 0 && <BulkBar ids={[...selected]} isAll={selected.size >= Math.min(list.length, MOST_SELECTED)} onAll={() => void selectAll()} />}
    </section>
  );
}

function useListUrl(view: ShownView): string {
  const query = useListState((state) => state.query).trim();
  const sort = useListState((state) => state.sorts[view.id]);
  const parts = [view.filter];
  if (query) parts.push(`q=${encodeURIComponent(query)}`);
  if (sort) parts.push(`sort=${sort}`);
  return `/api/v1/tickets?${parts.filter(Boolean).join('&')}`;
}
