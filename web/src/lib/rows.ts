import { useSyncExternalStore } from 'react';
import type { Schemas } from './api';
import { qc } from './query_client';

export type Row = Schemas['Ticket'];
export type Viewer = Schemas['TicketDetail']['viewers'][number];
export type Detail = Schemas['TicketDetail'];

/** The rows of all lists, each once. A change draws exactly the components that show that ticket. */
const rows = new Map<number, Row>();
const watchers = new Map<number, Set<() => void>>();

export const findRow = (id: number): Row | undefined => rows.get(id);
export const detailKey = (id: number) => ['ticket', id] as const;

function tell(id: number) {
  for (const each of watchers.get(id) ?? []) each();
}

/** The one way in which a ticket changes on this page: by hand at once, or as the server says. */
export function applyRow(id: number, patch: Partial<Row>) {
  const row = rows.get(id);
  if (row) {
    rows.set(id, { ...row, ...patch });
    tell(id);
  }
  qc.setQueryData<Detail>(detailKey(id), (old) => (old ? { ...old, ...patch } : old));
}

/** A row as the server sent it; older than what is known, it is dropped. False: nothing new. */
export function receiveRow(row: Row): boolean {
  const known = rows.get(row.id);
  if (known && known.version >= row.version) return false;
  rows.set(row.id, row);
  tell(row.id);
  return true;
}

export function useRow(id: number | undefined): Row | undefined {
  return useSyncExternalStore(
    (changed) => {
      if (id === undefined) return () => undefined;
      const set = watchers.get(id) ?? new Set();
      watchers.set(id, set);
      set.add(changed);
      return () => {
        set.delete(changed);
        if (!set.size) watchers.delete(id);
      };
    },
    () => (id === undefined ? undefined : rows.get(id)),
  );
}
