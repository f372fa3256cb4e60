import { write } from '../../lib/api';
import { refuse } from '../../lib/change';
import { t } from '../../lib/i18n';
import { applyRow, type Row, receiveRow } from '../../lib/rows';
import { rereadDetail } from '../../lib/ticket_detail';
import { dateTime } from '../../lib/time';
import { say } from '../../lib/toasts';
import { ui } from '../../lib/ui_state';

async function setDue(id: number, at: string | null) {
  applyRow(id, { due_at: at });
  await write<Row>('PATCH', `/api/v1/tickets/${id}`, { due_at: at }).then(receiveRow, refuse);
  await rereadDetail(id);
}

/** A moment that people have agreed upon, beside what the policies ask for. */
export function pickDue(ticket: Row, anchor: Element | null) {
  const before = ticket.due_at;
  ui().open({
    kind: 'moment',
    anchor,
    title: t('field.due_at'),
    canClear: before !== null,
    onPick: (moment) => {
      const at = moment?.toISOString() ?? null;
      void setDue(ticket.id, at);
      say(t('said.value', { field: t('field.due_at'), value: at ? dateTime(at) : t('field.nothing') }), () => setDue(ticket.id, before));
    },
  });
}
