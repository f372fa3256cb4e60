import { send, type Wish } from '../../lib/change';
import type { Schemas } from '../../lib/api';
import { qc } from '../../lib/query_client';
import { pickOwner } from '../../lib/ticket_pickers';
import { t } from '../../lib/i18n';
import { say } from '../../lib/toasts';

export type Watched = Schemas['WatchedTicket'];
const reread = () => qc.invalidateQueries({ queryKey: ['watch'] });

/** One move with the way back in its message. */
async function move(row: Watched, wish: Wish, back: Wish, said: string) {
  if (!(await send(row.id, wish))) return;
  void reread();
  say(said, async () => {
    await send(row.id, back);
    void reread();
  });
}

const ownerOf = (row: Watched): Wish => ({ body: { agent: row.agent?.id ?? null }, looks: {} });

export const assign = (anchor: Element, row: Watched) =>
  pickOwner({ anchor }, (wish, said) => void move(row, { body: wish.body, looks: {} }, ownerOf(row), said));

export const take = (row: Watched, own: { id: number; name: string }) =>
  void move(row, { body: { agent: own.id }, looks: {} }, ownerOf(row), t('said.owner', { name: own.name }));

export const handBack = (row: Watched) => void move(row, { body: { agent: null }, looks: {} }, ownerOf(row), t('said.nobody'));

export function raise(row: Watched) {
  const up = ({ low: 'normal', normal: 'high', high: 'urgent', urgent: 'urgent' } as const)[row.priority];
  void move(row, { body: { priority: up }, looks: {} }, { body: { priority: row.priority }, looks: {} }, t('said.priority', { priority: t(`priority.${up}`) }));
}
