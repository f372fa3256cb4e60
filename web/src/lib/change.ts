import { ApiError, api, must, type Schemas } from './api';
import { fetchPart } from './fetch_part';
import { loadTexts, t } from './i18n';
import { recount } from './reference';
import { applyRow, findRow, type Row, receiveRow } from './rows';
import { knownTicket, rereadDetail } from './ticket_detail';
import { complain, say } from './toasts';

export type Patch = Schemas['TicketPatch'];
/** What is asked of the server, and how the ticket looks once it has agreed. */
export type Wish = { body: Patch; looks: Partial<Row> };

/** The fields of a ticket that a patch names, as they stand: the way back. */
function wayBack(row: Row, wish: Wish): Wish {
  const body: Record<string, unknown> = {};
  const looks: Record<string, unknown> = {};
  for (const field of Object.keys(wish.body)) {
    const value = row[field as keyof Row];
    looks[field] = value;
    // New is a state that only the world can give; for the desk it is open.
    if (field === 'status') body[field] = value === 'new' ? 'open' : value;
    else body[field] = typeof value === 'object' && value !== null && 'id' in value ? value.id : value;
  }
  return { body: body as Patch, looks: looks as Partial<Row> };
}

/** One change of one ticket: on the screen at once, then on the server; what the server refuses goes back. */
export async function send(id: number, wish: Wish): Promise<boolean> {
  const before = knownTicket(id);
  applyRow(id, wish.looks);
  try {
    receiveRow(await must(api.PATCH('/api/v1/tickets/{ticket}', { params: { path: { ticket: id } }, body: wish.body })));
    void rereadDetail(id);
    recount();
    return true;
  } catch (error) {
    if (before) applyRow(id, wayBack(before as Row, wish).looks);
    refuse(error);
    return false;
  }
}

/** What the server says of a refusal that whoever works at tickets meets often, in the reader's language. */
export const inOwnWords = (detail: string, code: string | null | undefined): Promise<string> =>
  code === 'agent.kept_apart' ? fetchPart(() => Promise.all([import('./kept_apart'), loadTexts('routing')])).then(([part]) => part.keptApart(detail, t)) : Promise.resolve(detail);

/** Says what the server said. */
export function refuse(error: unknown) {
  if (error instanceof ApiError && error.problem) void inOwnWords(error.problem.errors?.[0]?.detail ?? error.message, error.problem.code).then(complain);
  else if (error instanceof ApiError) complain(t('failed.connection'));
  else throw error;
}

/** A change that can be taken back from its message. */
export function change(id: number, wish: Wish, said: string) {
  const before = knownTicket(id) ?? findRow(id);
  const back = before ? wayBack(before as Row, wish) : undefined;
  void send(id, wish);
  say(said, back && (() => void send(id, back)));
}
