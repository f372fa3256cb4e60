import { useEffect, useRef } from 'react';
import { may } from '../../lib/boot';
import { useCommands } from '../../lib/hotkeys';
import type { TicketList } from '../../lib/ticket_list';
import { warm } from '../../lib/ticket_detail';
import { ui } from '../../lib/ui_state';
import { openQuery } from './list_state';

type Input = {
  list: TicketList;
  current: number | undefined;
  reveal: (index: number) => void;
  onOpen: (id: number | undefined, replace?: boolean) => void;
};

/** Moving in the list and choosing from it. */
export function useListCommands({ list, current, reveal, onOpen }: Input) {
  // Where the reader is, even when his ticket has just left the list.
  const place = useRef(-1);
  const index = list.indexOf(current);
  if (index >= 0) place.current = index;
  useWarmNeighbours(list, index);
  const step = async (by: number) => {
    const hasLeft = current !== undefined && index < 0;
    const target = Math.max(0, hasLeft && by > 0 ? place.current : place.current + by);
    await list.ensure(target, target + 1);
    const id = list.at(Math.min(target, list.length - 1));
    if (id === undefined || id === current) return;
    reveal(list.indexOf(id));
    onOpen(id, current !== undefined);
  };
  const select = {
    id: 'select',
    label: 'command.select' as const,
    keys: 'x',
    group: 'group.list' as const,
    run: () => {
      // With no ticket open, the one that was: the list stands where it was left.
      const id = current ?? list.at(Math.max(0, place.current));
      if (id !== undefined) ui().toggleSelected(id);
    },
  };
  useCommands([
    { id: 'next', label: 'command.next', keys: 'j,ArrowDown', group: 'group.list', run: () => void step(1) },
    { id: 'previous', label: 'command.previous', keys: 'k,ArrowUp', group: 'group.list', run: () => void step(-1) },
    ...(may('tickets:write') ? [select] : []),
    { id: 'filter', label: 'list.filter', keys: 'f', group: 'group.list', run: () => openQuery(true) },
    { id: 'refresh', label: 'command.refresh', group: 'group.list', run: () => void list.refresh() },
  ]);
}

/** The tickets beside the one in sight are read while nothing else is done, so that J and K wait for nobody. */
function useWarmNeighbours(list: TicketList, index: number) {
  useEffect(() => {
    if (index < 0) return;
    const id = requestIdleCallback(() => {
      for (const by of [1, 2, -1]) {
        const neighbour = list.at(index + by);
        if (neighbour !== undefined) warm(neighbour);
      }
    });
    return () => cancelIdleCallback(id);
  }, [list, index]);
}
