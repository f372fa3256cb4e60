import { go, paths } from '../../app/routes';
import { newKey, read, type Schemas, write } from '../../lib/api';
import { refuse } from '../../lib/change';
import { t } from '../../lib/i18n';
import { receiveRow, type Row } from '../../lib/rows';
import { rereadDetail } from '../../lib/ticket_detail';
import { say } from '../../lib/toasts';
import { type PickItem, ui } from '../../lib/ui_state';

type Page = Schemas['TicketPage'];
const open = 'status=new&status=open&status=waiting&limit=20';

const asItem = (row: Row): PickItem => ({ id: String(row.id), label: `#${row.id} ${row.subject}`, hint: row.customer.name });

/** Asks for the ticket that takes in this one: those of the same customer first, any other by its number or words. */
export function openMerge(ticket: Row, anchor: Element | null) {
  const others = (page: Page) => page.items.filter((row) => row.id !== ticket.id).map(asItem);
  ui().open({
    kind: 'picker',
    anchor,
    title: t('merge.into'),
    items: read<Page>(`/api/v1/tickets?${open}&customer=${ticket.customer.id}`).then(others),
    search: async (text) => others(await read<Page>(`/api/v1/tickets?limit=12&q=${encodeURIComponent(asQuery(text))}`)),
    onPick: (id) => void merge(ticket.id, Number(id)),
  });
}
const asQuery = (text: string) => (/^#?\d+$/.test(text) ? `id:${text.replace('#', '')}` : text);

async function merge(from: number, into: number) {
  try {
    await write('POST', `/api/v1/tickets/${from}/merges`, { into }, { 'Idempotency-Key': newKey() });
    await Promise.all([rereadDetail(from), rereadDetail(into)]);
    go(paths.inbox('all', into));
    say(t('said.merged', { from, into }), () => unmerge(from, into));
  } catch (error) {
    refuse(error);
  }
}

async function unmerge(from: number, into: number) {
  try {
    await write('DELETE', `/api/v1/tickets/${from}/merge`);
    receiveRow(await read<Row>(`/api/v1/tickets/${from}`));
    await Promise.all([rereadDetail(from), rereadDetail(into)]);
    go(paths.inbox('all', from));
  } catch (error) {
    refuse(error);
  }
}
