import type { Schemas } from './api';
import type { Wish } from './change';

/** The changes that pages offer, each with the look it gives the ticket before the server has answered. */
type Named = { id: number; name: string };
type Status = NonNullable<Schemas['TicketPatch']['status']>;
type Priority = NonNullable<Schemas['TicketPatch']['priority']>;

export const STATUSES: Status[] = ['open', 'waiting', 'solved', 'closed'];
export const PRIORITIES: Priority[] = ['urgent', 'high', 'normal', 'low'];
export const LEVELS = ['low', 'medium', 'high'] as const;
export const TYPES = ['incident', 'request', 'question', 'complaint', 'no_action'] as const;

export const status = (value: Status): Wish => ({ body: { status: value }, looks: { status: value } });
export const priority = (value: Priority): Wish => ({ body: { priority: value }, looks: { priority: value } });
export const owner = (agent: Named | null): Wish => ({
  body: { agent: agent?.id ?? null },
  looks: { agent: agent && { id: agent.id, name: agent.name } },
});
export const queue = (to: Named): Wish => ({ body: { queue: to.id }, looks: { queue: { id: to.id, name: to.name } } });
export const category = (to: { id: number; key: string; name: string } | null): Wish => ({
  body: { category: to?.id ?? null },
  looks: { category: to && { id: to.id, key: to.key, name: to.name } },
});
export const type = (value: (typeof TYPES)[number]): Wish => ({ body: { type: value }, looks: { type: value } });
export const impact = (value: (typeof LEVELS)[number]): Wish => ({ body: { impact: value }, looks: { impact: value } });
export const urgency = (value: (typeof LEVELS)[number]): Wish => ({ body: { urgency: value }, looks: { urgency: value } });
export const language = (value: string): Wish => ({ body: { language: value }, looks: { language: value } });
