import { read, type Schemas } from './api';
import { me } from './boot';
import { refuse } from './change';
import { t } from './i18n';
import { receiveRow, type Row } from './rows';
import { say } from './toasts';

const OPEN = 'status=new&status=open';
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
  return (await read<Schemas['TicketPage']>(`/api/v1/tickets?${OPEN}&${whose}&sort=next_due&limit=1`)).items[0];
}
