import { may } from '../../lib/boot';
import { runCommand } from '../../lib/hotkeys';
import { t } from '../../lib/i18n';
import type { Row } from '../../lib/rows';
import { say } from '../../lib/toasts';
import { type PickItem, ui } from '../../lib/ui_state';
import { openLink } from './link';
import { openMerge } from './merge';

/** The rarer things to do with a ticket. */
export function openTicketMenu(ticket: Row, anchor: Element) {
  const items: PickItem[] = [{ id: 'copy', label: t('ticket.copyLink') }];
  if (may('tickets:write')) {
    items.unshift({ id: 'macro', label: t('command.macro') }, { id: 'queue', label: t('command.queue') });
    items.push({ id: 'link', label: t('command.link') }, { id: 'merge', label: t('command.merge') });
  }
  ui().open({
    kind: 'picker',
    anchor,
    title: t('ticket.more'),
    plain: true,
    items,
    onPick: (id) => {
      if (id === 'copy') {
        void navigator.clipboard.writeText(`${location.origin}/inbox/all/${ticket.id}`);
        say(t('said.copied'));
      } else if (id === 'merge') requestAnimationFrame(() => openMerge(ticket, anchor));
      else if (id === 'link') requestAnimationFrame(() => openLink(ticket, anchor));
      else runCommand(id);
    },
  });
}
