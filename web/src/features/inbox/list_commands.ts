import { useCommands } from '../../lib/hotkeys';
import type { TicketList } from '../../lib/ticket_list';
import { ui } from '../../lib/ui_state';

type Input = {
  list: TicketList;
  current: number | undefined;
  reveal: (index: number) => void;
  onOpen: (id: number | undefined, replace?: boolean) => void;
};

/** Moving in the list and choosing from it. */
export function useListCommands({ list, current, reveal, onOpen }: Input) {
  const step = async (by: number) => {
    const index = current === undefined ? -1 : list.ids.indexOf(current);
    const target = Math.max(0, index + by);
    await list.ensure(target + 1);
    const id = list.ids[Math.min(target, list.ids.length - 1)];
    if (id === undefined) return;
    reveal(list.ids.indexOf(id));
    onOpen(id, current !== undefined);
  };
  useCommands([
    { id: 'next', label: 'command.next', keys: 'j,ArrowDown', group: 'group.list', run: () => void step(1) },
    { id: 'previous', label: 'command.previous', keys: 'k,ArrowUp', group: 'group.list', run: () => void step(-1) },
    {
      id: 'select',
      label: 'command.select',
      keys: 'x',
      group: 'group.list',
      run: () => {
        if (current !== undefined) ui().toggleSelected(current);
      },
    },
    { id: 'refresh', label: 'command.refresh', group: 'group.list', run: () => void list.refresh() },
  ]);
}
