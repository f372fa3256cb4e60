import { read, type Schemas, write } from '../../lib/api';
import { refuse } from '../../lib/change';
import { t } from '../../lib/i18n';
import type { Row } from '../../lib/rows';
import { rereadDetail } from '../../lib/ticket_detail';
import { say } from '../../lib/toasts';
import { ui } from '../../lib/ui_state';

const KINDS = ['related', 'duplicate', 'parent'] as const;

/** Asks what the other ticket is to this one, then which it is. */
export function openLink(ticket: Row, anchor: Element | null) {
  ui().open({
    kind: 'picker',
    anchor,
    title: t('command.link'),
    plain: true,
    items: KINDS.map((id) => ({ id, label: t(`link.as.${id}`) })),
    // The menu closes first; the next list opens after it.
    onPick: (kind) => requestAnimationFrame(() => pickOther(ticket, kind, anchor)),
  });
}

function pickOther(ticket: Row, kind: string, anchor: Element | null) {
  ui().open({
    kind: 'picker',
    anchor,
    title: t('link.which'),
    items: [],
    search: async (text) => {
      const query = /^#?\d+$/.test(text) ? `id:${text.replace('#', '')}` : text;
      const page = await read<Schemas['TicketPage']>(`/api/v1/tickets?limit=12&q=${encodeURIComponent(query)}`);
      return page.items.filter((row) => row.id !== ticket.id).map((row) => ({ id: String(row.id), label: `#${row.id} ${row.subject}`, hint: row.customer.name }));
    },
    onPick: (id) => void link(ticket.id, Number(id), kind),
  });
}

async function link(ticket: number, other: number, kind: string) {
  const url = `/api/v1/tickets/${ticket}/links/${other}`;
  try {
    await write('PUT', url, { kind });
    await rereadDetail(ticket);
    say(t('said.linked', { id: other }), async () => {
      await write('DELETE', url).catch(refuse);
      await rereadDetail(ticket);
    });
  } catch (error) {
    refuse(error);
  }
}
