import { newKey, read, write } from '../../lib/api';
import { refuse } from '../../lib/change';
import { t } from '../../lib/i18n';
import { recount } from '../../lib/reference';
import type { Row } from '../../lib/rows';
import { rereadDetail } from '../../lib/ticket_detail';
import { say } from '../../lib/toasts';
import { ui } from '../../lib/ui_state';

type Macro = { id: number; name: string; queues: number[]; reply: object | null; note: object | null };
type Done = { event: number | null };

/** Several changes and a reply in one step, as the desk has written them down. */
export function openMacros(ticket: Row, anchor: Element | null) {
  const isFitting = (macro: Macro) => !macro.queues.length || macro.queues.includes(ticket.queue?.id ?? 0);
  const macros = read<{ items: Macro[] }>('/api/v1/macros').then((page) => page.items.filter(isFitting));
  const items = macros.then((all) => all.map((macro) => ({ id: String(macro.id), label: macro.name, hint: macro.reply ? t('macro.replies') : undefined })));
  ui().open({
    kind: 'picker',
    anchor,
    title: t('command.macro'),
    items,
    onPick: async (id) => {
      const macro = (await macros).find((each) => String(each.id) === id);
      if (macro) await run(ticket.id, macro.id, macro.name);
    },
  });
}

async function run(ticket: number, macro: number, name: string) {
  try {
    const done = await write<Done>('POST', `/api/v1/tickets/${ticket}/macros/${macro}`, {}, { 'Idempotency-Key': newKey() });
    const undo = done.event === null ? undefined : () => takeBack(ticket, done.event as number);
    say(t('said.macro', { name }), undo);
    await rereadDetail(ticket);
    recount();
  } catch (error) {
    refuse(error);
  }
}

async function takeBack(ticket: number, event: number) {
  await write('POST', `/api/v1/tickets/${ticket}/events/${event}/reversal`).catch(refuse);
  await rereadDetail(ticket);
}
