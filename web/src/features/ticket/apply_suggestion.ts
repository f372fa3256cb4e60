import { read, write } from '../../lib/api';
import { refuse, send, type Wish } from '../../lib/change';
import type { Detail } from '../../lib/rows';
import { rereadDetail } from '../../lib/ticket_detail';
import { say } from '../../lib/toasts';

/** Takes what triage suggests. The way back is that of the step itself: it also puts back what followed, and what was empty. */
export async function applySuggestion(ticket: number, field: string, wish: Wish, said: string) {
  if (!(await send(ticket, wish))) return;
  say(said, async () => {
    try {
      const { events } = await read<Detail>(`/api/v1/tickets/${ticket}`);
      const step = events.findLast((event) => event.kind === 'updated' && event.changes.some((change) => change.field === field));
      if (step) await write('POST', `/api/v1/tickets/${ticket}/events/${step.id}/reversal`);
    } catch (error) {
      refuse(error);
    }
    void rereadDetail(ticket);
  });
}
