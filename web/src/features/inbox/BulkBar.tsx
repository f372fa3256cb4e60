import { AlarmClock, CheckCheck, ChevronsUp, CircleDot, Tag, UserRound, X } from 'lucide-react';
import { changeMany } from '../../lib/bulk';
import type { Wish } from '../../lib/change';
import { useT } from '../../lib/i18n';
import { findRow } from '../../lib/rows';
import { snooze } from '../../lib/snooze';
import { pickTags } from '../../lib/tag_picker';
import { pickOwner, pickPriority, pickQueue, pickStatus } from '../../lib/ticket_pickers';
import { type Command, ui } from '../../lib/ui_state';
import * as wishes from '../../lib/wishes';
import { useCommands } from '../../lib/hotkeys';
import { Button } from '../../ui/Button';
import c from './bulk.module.css';

/** What can be done with the tickets that are selected; the keys are those of one ticket. */
export function BulkBar({ ids, onAll, isAll }: { ids: number[]; onAll: () => void; isAll: boolean }) {
  const t = useT();
  const apply = (wish: Wish, said: string) => {
    void changeMany(ids, wish, said);
    ui().select([]);
  };
  const first = findRow(ids[0] ?? 0);
  const at = (anchor: Element | null) => ({ anchor: anchor ?? document.querySelector(`.${c.bar}`) });
  const rest = (anchor: Element | null) => snooze(ids, at(anchor).anchor, false, () => ui().select([]));
  const commands: Command[] = [
    { id: 'solve', label: 'command.solve', keys: 'e', group: 'group.ticket', run: () => apply(wishes.status('solved'), t('said.solved')) },
    { id: 'assign', label: 'command.assign', keys: 'a', group: 'group.ticket', run: () => pickOwner(at(null), apply) },
    { id: 'status', label: 'command.status', keys: 's', group: 'group.ticket', run: () => pickStatus(at(null), apply) },
    { id: 'priority', label: 'command.priority', keys: 'p', group: 'group.ticket', run: () => pickPriority(at(null), apply) },
    { id: 'queue', label: 'command.queue', keys: 'q', group: 'group.ticket', run: () => pickQueue(at(null), apply) },
    { id: 'back', label: 'command.clearSelection', keys: 'Escape', group: 'group.list', run: () => ui().select([]) },
  ];
  useCommands(commands);
  return (
    <div className={c.bar} role="toolbar" aria-label={t('bulk.title')}>
      <span className={c.count}>
        {t('bulk.selected', { count: ids.length })}
        {!isAll && (
          <button type="button" onClick={onAll}>
            {t('bulk.all')}
          </button>
        )}
      </span>
      <Button small icon={<UserRound size={14} />} label={t('command.assign')} keys="a" onClick={(event) => pickOwner(at(event.currentTarget), apply)} />
      <Button small icon={<CircleDot size={14} />} label={t('command.status')} keys="s" onClick={(event) => pickStatus(at(event.currentTarget), apply)} />
      <Button small icon={<ChevronsUp size={14} />} label={t('command.priority')} keys="p" onClick={(event) => pickPriority(at(event.currentTarget), apply)} />
      {first?.tags && <Button small icon={<Tag size={14} />} label={t('command.tags')} onClick={(event) => pickTags(ids, event.currentTarget)} />}
      {first?.snoozed_until !== undefined && <Button small icon={<AlarmClock size={14} />} label={t('command.snooze')} onClick={(event) => rest(event.currentTarget)} />}
      <Button small icon={<CheckCheck size={14} />} label={t('ticket.solve')} keys="e" onClick={() => apply(wishes.status('solved'), t('said.solved'))} />
      <Button small kind="ghost" icon={<X size={15} />} label={t('command.clearSelection')} keys="Escape" onClick={() => ui().select([])} />
    </div>
  );
}
