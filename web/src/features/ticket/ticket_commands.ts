import { may } from '../../lib/boot';
import { change, type Wish } from '../../lib/change';
import { useCommands } from '../../lib/hotkeys';
import { t } from '../../lib/i18n';
import type { Row } from '../../lib/rows';
import { snooze } from '../../lib/snooze';
import { pickTags } from '../../lib/tag_picker';
import { pickCategory, pickOwner, pickPriority, pickQueue, pickStatus } from '../../lib/ticket_pickers';
import { type Command, ui } from '../../lib/ui_state';
import * as wishes from '../../lib/wishes';
import { openLink } from './link';
import { openMacros } from './macros';
import { openMerge } from './merge';

type Input = { ticket: Row | undefined; onClose: () => void; onNext: () => void };

/** Where a picker opens that a key has asked for: at the value it changes. */
const at = (name: string) => document.querySelector(`[data-property="${name}"]`);

/** Most of a page, so that the last line read is still there. */
function turn(pages: 1 | -1) {
  const thread = document.querySelector('[data-thread]');
  thread?.scrollBy({ top: pages * 0.85 * thread.clientHeight });
}

export function useTicketCommands({ ticket, onClose, onNext }: Input) {
  const commands: Command[] = [
    { id: 'panel', label: 'command.panel', keys: ']', group: 'group.ticket', run: () => ui().setPanelOpen(!ui().isPanelOpen) },
    { id: 'read-on', label: 'command.readOn', keys: 'Space,PageDown', group: 'group.ticket', run: () => turn(1) },
    { id: 'read-back', label: 'command.readBack', keys: 'shift+Space,PageUp', group: 'group.ticket', run: () => turn(-1) },
    { id: 'back', label: 'command.back', keys: 'Escape,u', group: 'group.ticket', run: onClose },
  ];
  useCommands(ticket && may('tickets:write') && ui().selected.size === 0 ? [...changes(ticket, onNext), ...commands] : commands);
}

/** Solves, or opens again what was solved; solved leads on to the next ticket. */
export function solve(ticket: Row, onNext: () => void) {
  const isDone = ticket.status === 'solved' || ticket.status === 'closed';
  change(ticket.id, wishes.status(isDone ? 'open' : 'solved'), t(isDone ? 'said.reopened' : 'said.solved'));
  if (!isDone) onNext();
}

function changes(ticket: Row, onNext: () => void): Command[] {
  const apply = (wish: Wish, said: string) => change(ticket.id, wish, said);
  const here = (name: string) => ({ anchor: at(name), of: ticket });
  return [
    { id: 'solve', label: 'command.solve', keys: 'e', group: 'group.ticket', run: () => solve(ticket, onNext) },
    { id: 'assign', label: 'command.assign', keys: 'a', group: 'group.ticket', run: () => pickOwner(here('owner'), apply) },
    { id: 'status', label: 'command.status', keys: 's', group: 'group.ticket', run: () => pickStatus(here('status'), apply) },
    { id: 'priority', label: 'command.priority', keys: 'p', group: 'group.ticket', run: () => pickPriority(here('priority'), apply) },
    { id: 'category', label: 'command.category', keys: 'c', group: 'group.ticket', run: () => pickCategory(here('category'), apply) },
    { id: 'queue', label: 'command.queue', keys: 'q', group: 'group.ticket', run: () => pickQueue(here('category'), apply) },
    { id: 'tags', label: 'command.tags', keys: 'l', group: 'group.ticket', run: () => pickTags([ticket.id], at('tags')) },
    { id: 'snooze', label: 'command.snooze', keys: 'h', group: 'group.ticket', run: () => snooze([ticket.id], at('status'), ticket.snoozed_until !== null, onNext) },
    { id: 'macro', label: 'command.macro', keys: 'm', group: 'group.ticket', run: () => openMacros(ticket, at('status')) },
    { id: 'merge', label: 'command.merge', keys: undefined, group: 'group.ticket', run: () => openMerge(ticket, at('status')) },
    { id: 'link', label: 'command.link', keys: undefined, group: 'group.ticket', run: () => openLink(ticket, at('status')) },
  ];
}
