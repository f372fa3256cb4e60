import { type RefObject, useEffect } from 'react';
import type { TicketList } from '../../lib/ticket_list';

const CALM_MS = 900;

/**
 * A list that something has come into or left is read anew by itself while its reader is at the top and chooses nothing.
 * Elsewhere nothing moves under his hand: then this gives the function behind "New tickets".
 */
export function useFreshList(list: TicketList, isIdle: boolean, box: RefObject<HTMLElement | null>): (() => void) | null {
  const isOld = list.isReady && list.isOutdated;
  useEffect(() => {
    if (!isOld || !isIdle) return;
    const timer = setTimeout(() => void list.refresh(), CALM_MS);
    return () => clearTimeout(timer);
  }, [isOld, isIdle, list]);
  // Shown again after a while elsewhere: what was read long ago is read anew.
  useEffect(() => {
    if (list.isReady && Date.now() - list.readAt > 60_000) list.markOutdated();
  }, [list]);
  if (!isOld || isIdle) return null;
  return () => {
    box.current?.scrollTo({ top: 0 });
    void list.refresh();
  };
}
