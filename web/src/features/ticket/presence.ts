import { useEffect } from 'react';
import { write } from '../../lib/api';

const LEASE_MS = 20_000;
const TYPING_MS = 4000;

/** Tells the others who is looking at a ticket, for as long as this tab shows it. */
export function usePresence(ticket: number) {
  useEffect(() => {
    const say = () => {
      if (!document.hidden) void put(ticket, false);
    };
    // Not for tickets that are only leafed through.
    const first = setTimeout(say, 700);
    const timer = setInterval(say, LEASE_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
      if (said.delete(ticket)) void write('DELETE', `/api/v1/tickets/${ticket}/presence`).catch(() => undefined);
    };
  }, [ticket]);
}

const said = new Set<number>();
let typedAt = 0;
let state: 'viewing' | 'replying' = 'viewing';

async function put(ticket: number, isTyping: boolean) {
  said.add(ticket);
  state = Date.now() - typedAt < LEASE_MS ? 'replying' : 'viewing';
  await write('PUT', `/api/v1/tickets/${ticket}/presence`, { state, is_typing: isTyping }).catch(() => undefined);
}

/** Called with every key; the server hears of it now and then. */
export function sayTyping(ticket: number) {
  if (Date.now() - typedAt < TYPING_MS) return;
  typedAt = Date.now();
  void put(ticket, true);
}
