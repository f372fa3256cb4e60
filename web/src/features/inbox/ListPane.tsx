import { Menu, PartyPopper, RefreshCw } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useFixedWindow } from '../../lib/fixed_window';
import { useT } from '../../lib/i18n';
import { useTicketList } from '../../lib/ticket_list';
import { ui, useUi } from '../../lib/ui_state';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { ListRow } from './ListRow';
import c from './list.module.css';
import { useListCommands } from './list_commands';
import type { ShownView } from '../../app/view_of';

export const ROW_HEIGHT = { comfortable: 84, compact: 56 };
/** Rows that are read before the reader gets there. */
const AHEAD = 60;

type Props = { view: ShownView; current: number | undefined; onOpen: (id: number | undefined, replace?: boolean) => void };

export function ListPane({ view, current, onOpen }: Props) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const rowHeight = ROW_HEIGHT[useUi((state) => state.density)];
  const selected = useUi((state) => state.selected);
  const list = useTicketList(`/api/v1/tickets?${view.filter}`);
  // One row more than is known stands for what is still to come.
  const count = list.ids.length + (list.next && !list.isFailed ? 1 : 0);
  const shown = useFixedWindow(box, count, rowHeight);
  useEffect(() => {
    void list.ensure(shown.to + AHEAD);
  });
  useListCommands({ list, current, reveal: shown.reveal, onOpen });
  const Title = current === undefined ? 'h1' : 'h2';
  const indexes = Array.from({ length: Math.max(0, shown.to - shown.from) }, (_, i) => shown.from + i);
  return (
    <section className={c.list} data-selecting={selected.size > 0} aria-label={view.title}>
      <header className={c.head}>
        <Button kind="ghost" className={c.burger} icon={<Menu size={16} />} label={t('nav.main')} onClick={() => ui().setNavOpen(true)} />
        <Title>{view.title}</Title>
      </header>
      <div className={c.viewport} ref={box} tabIndex={current === undefined ? 0 : -1} role="group" aria-label={view.title}>
        {list.isFailed && (
          <Empty icon={<RefreshCw size={22} />} title={t('list.failed')}>
            <Button small onClick={() => void list.refresh()}>
              {t('retry')}
            </Button>
          </Empty>
        )}
        {list.isReady && list.ids.length === 0 && (
          <Empty icon={<PartyPopper size={24} />} title={t('list.empty')}>
            {t('list.emptyHint')}
          </Empty>
        )}
        <ul className={c.rows} style={{ blockSize: shown.height }}>
          {indexes.map((index) => (
            <ListRow
              key={list.ids[index] ?? 'next'}
              id={list.ids[index]}
              view={view.id}
              top={index * rowHeight}
              isCurrent={list.ids[index] !== undefined && list.ids[index] === current}
              isSelected={selected.has(list.ids[index] ?? 0)}
              onOpen={onOpen}
            />
          ))}
        </ul>
      </div>
    </section>
  );
}
