import { api, must, type Schemas } from './api';
import { receiveRow } from './rows';

export type TicketHit = Schemas['FoundTicket'];
export type Snippet = NonNullable<TicketHit['snippet']>;
export type Answer = Schemas['SearchAnswer'];

/** Words, "#123" or a query; the best of tickets, customers and organizations. */
export async function search(text: string, limit: number, signal?: AbortSignal): Promise<Answer> {
  const answer = await must(api.GET('/api/v1/search', { params: { query: { q: text, limit } }, signal }));
  for (const hit of answer.tickets) receiveRow(hit.ticket);
  return answer;
}
