import { read } from '../../lib/api';
import { refuse } from '../../lib/change';
import { type Recipient, setComposer, write } from './composer_state';

/** Everybody who took part; shown one by one before anything is sent. */
export async function replyToAll(ticket: number) {
  const all = await read<{ to: Recipient[]; cc: Recipient[] }>(`/api/v1/tickets/${ticket}/recipients?all=true`).catch(refuse);
  if (!all) return;
  setComposer({ to: all.to, cc: all.cc });
  write('reply');
}

/** "Anna Kowalska <anna@example.org>" or the address alone; undefined: that is none. */
export function readRecipient(text: string): Recipient | undefined {
  const named = /^\s*"?([^"<]*?)"?\s*<([^<>\s]+@[^<>\s]+)>\s*$/.exec(text);
  if (named) return { address: named[2]!, name: named[1] || null };
  const bare = text.trim().replace(/[,;]$/, '');
  return /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/.test(bare) ? { address: bare, name: null } : undefined;
}
