import { read, type Schemas } from './api';
import { receiveRow } from './rows';

export type Snippet = { text: string; ranges: [number, number][] };
export type TicketHit = { ticket: Schemas['Ticket']; snippet: Snippet | null; in: string };
export type Answer = {
  tickets: TicketHit[];
  customers: Schemas['Customer'][];
  organizations: Schemas['Organization'][];
  did_you_mean: string | null;
  query: string;
};

/** Words, "#123" or a query; the best of tickets, customers and organizations. */
export async function search(text: string, limit: number, signal?: AbortSignal): Promise<Answer> {
  const answer = await read<Answer>(`/api/v1/search?q=${encodeURIComponent(text)}&limit=${limit}`, signal);
  for (const hit of answer.tickets) receiveRow(hit.ticket);
  return answer;
}
