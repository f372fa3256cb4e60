import { useSyncExternalStore } from 'react';
import { read, type Schemas } from './api';
import { takeBoot } from './boot';
import { receiveRow } from './rows';

const PAGE = 100;

/**
 * One list of tickets: the ids in the order of the server, read page by page as the reader scrolls. The rows themselves
 * live in rows.ts, so that a live change draws one row and never the list.
 */
export class TicketList {
  ids: number[] = [];
  /** Null: the last page is here. */
  next: string | null;
  isFailed = false;
  /** Something came or went since the list was read; said to the reader, never moved under his hand. */
  isOutdated = false;
  readAt = 0;
  private version = 0;
  private busy: Promise<void> | null = null;
  private wanted = 0;
  private readonly watchers = new Set<() => void>();

  /** `url` has its filters and its order; paging is ours. */
  constructor(readonly url: string) {
    this.next = this.firstUrl;
    const brought = takeBoot<Schemas['TicketPage']>(this.firstUrl);
    if (brought) this.add(brought);
  }
  private get firstUrl() {
    return `${this.url}${this.url.includes('?') ? '&' : '?'}limit=${PAGE}`;
  }
  get isReady() {
    return this.readAt > 0;
  }

  /** Reads on until `count` rows are here, or all of them. */
  ensure(count: number): Promise<void> {
    this.wanted = Math.max(this.wanted, count);
    if (!this.busy && this.next && this.ids.length < this.wanted && !this.isFailed) {
      this.busy = this.readOn().finally(() => {
        this.busy = null;
      });
    }
    return this.busy ?? Promise.resolve();
  }

  private async readOn() {
    while (this.next && this.ids.length < this.wanted) {
      try {
        this.add(await read<Schemas['TicketPage']>(this.next));
      } catch {
        this.isFailed = true;
      }
      this.changed();
      if (this.isFailed) return;
    }
  }
  private add(page: Schemas['TicketPage']) {
    for (const row of page.items) receiveRow(row);
    const known = new Set(this.ids);
    this.ids = this.ids.concat(page.items.map((row) => row.id).filter((id) => !known.has(id)));
    this.next = page.next;
    this.readAt = Date.now();
  }

  /** Reads the beginning anew. What the reader has scrolled to beyond it is read again when he gets there. */
  async refresh(): Promise<void> {
    await this.busy;
    try {
      const page = await read<Schemas['TicketPage']>(this.firstUrl);
      this.ids = [];
      this.isFailed = false;
      this.isOutdated = false;
      this.add(page);
      this.wanted = 0;
    } catch {
      this.isFailed = !this.isReady;
    }
    this.changed();
  }

  remove(ids: Iterable<number>) {
    const gone = new Set(ids);
    this.ids = this.ids.filter((id) => !gone.has(id));
    this.changed();
  }
  /** Puts back what remove took, where it stood. */
  restore(ids: number[]) {
    this.ids = ids;
    this.changed();
  }
  markOutdated() {
    if (this.isOutdated) return;
    this.isOutdated = true;
    this.changed();
  }

  private changed() {
    this.version += 1;
    for (const tell of this.watchers) tell();
  }
  readonly watch = (tell: () => void) => {
    this.watchers.add(tell);
    return () => void this.watchers.delete(tell);
  };
  readonly snapshot = () => this.version;
}

const lists = new Map<string, TicketList>();
const MOST_LISTS = 12;

export function listOf(url: string): TicketList {
  let list = lists.get(url);
  if (!list) {
    list = new TicketList(url);
    lists.set(url, list);
    if (lists.size > MOST_LISTS) lists.delete(lists.keys().next().value as string);
  }
  return list;
}
export const openLists = () => [...lists.values()];

export function useTicketList(url: string): TicketList {
  const list = listOf(url);
  useSyncExternalStore(list.watch, list.snapshot);
  return list;
}
