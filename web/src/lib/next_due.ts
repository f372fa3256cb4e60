import { read, type Schemas } from './api';
import { me } from './boot';
import { refuse } from './change';
import { t } from './i18n';
import { receiveRow, type Row } from './rows';
import { say } from './toasts';

const OPEN = 'status=new&status=open';
/** When a ticket asks for something: its first reply, or its solution. */
const dueAt = (row: Row) => Date.parse((row.first_reply_at ? row.solution_due_at : (row.first_reply_due_at ?? row.solution_due_at)) ?? '9999-12-31');

/** Goes to the ticket that is due first: of one's own, and where there is none, of those nobody has. */
export async function nextDue(open: (id: number) => void) {
  try {
    const row = (await firstOf(`agent=${me()?.id ?? 'none'}`)) ?? (await firstOf('agent=none'));
    if (!row) {
      say(t('said.nothingDue'));
      return;
    }
    receiveRow(row);
    open(row.id);
  } catch (error) {
    refuse(error);
  }
}

async function firstOf(whose: string): Promise<Row | undefined> {
  const pages = await Promise.all(['first_reply_due', 'solution_due'].map((sort) => read<Schemas['TicketPage']>(`/api/v1/tickets?${OPEN}&${whose}&sort=${sort}&limit=5`)));
  return pages.flatMap((page) => page.items).sort((a, b) => dueAt(a) - dueAt(b))[0];
}
