import { useSyncExternalStore } from 'react';
import { ApiError, read, type Schemas } from './api';
import { takeBoot } from './boot';
import { receiveRow } from './rows';

const PAGE = 100;
type Page = Schemas['TicketPage'];
type Total = NonNullable<Page['total']>;

/**
 * One list of tickets: their ids in the order of the server, read page by page as the reader scrolls. The rows themselves
 * live in rows.ts, so that a live change draws one row and never the list. Where the server knows how many there are, the
 * reader can jump: pages are then read by their place, in any order; else one after the other.
 */
export class TicketList {
  total: Total | null = null;
  isFailed = false;
  /** What the server says about the query, in its words. */
  fault: string | undefined;
  /** Something came or went since the list was read. */
  isOutdated = false;
  readAt = 0;
  private ids: (number | undefined)[] = [];
  /** Null: the last page is here. */
  private next: string | null;
  private readonly reading = new Map<string, Promise<void>>();
  private version = 0;
  private generation = 0;
  private readonly watchers = new Set<() => void>();

  /** `url` has its filters and its order; paging is ours. */
  constructor(readonly url: string) {
    this.next = this.first;
    const brought = takeBoot<Page>(withTotal(this.first));
    if (brought) this.add(0, brought);
  }
  private get first() {
    return `${this.url}${/[?&]$/.test(this.url) ? '' : '&'}limit=${PAGE}`;
  }
  get isReady() {
    return this.readAt > 0;
  }
  /** Rows that the list has, as far as is known; one more stands for what is still to come. */
  get length(): number {
    const known = this.ids.length;
    if (this.total?.is_exact && this.total.count > known && this.next) return this.total.count;
    return known + (this.next && !this.isFailed ? 1 : 0);
  }
  at(index: number): number | undefined {
    return this.ids[index];
  }
  indexOf(id: number | undefined): number {
    return id === undefined ? -1 : this.ids.indexOf(id);
  }
  known(): number[] {
    return this.ids.filter((id) => id !== undefined);
  }

  /** Reads what is missing between two places. */
  async ensure(from: number, to: number): Promise<void> {
    if (this.isFailed) return;
    const last = Math.min(to, this.length);
    if (this.total?.is_exact && this.isReady) {
      const calls: Promise<void>[] = [];
      for (let page = Math.floor(Math.max(0, from) / PAGE); page * PAGE < last; page += 1) {
        if (this.isMissing(page)) calls.push(this.readPage(page * PAGE, `${this.first}&offset=${page * PAGE}`));
      }
      await Promise.all(calls);
      return;
    }
    while (this.next && this.ids.length < to && !this.isFailed) await this.readPage(this.ids.length, this.next);
  }
  private isMissing(page: number): boolean {
    const end = Math.min((page + 1) * PAGE, this.length);
    for (let i = page * PAGE; i < end; i += 1) if (this.ids[i] === undefined) return true;
    return false;
  }

  private readPage(at: number, url: string): Promise<void> {
    const running = this.reading.get(url);
    if (running) return running;
    const { generation } = this;
    const call = read<Page>(at === 0 ? withTotal(url) : url)
      .then((page) => {
        if (generation === this.generation) this.add(at, page);
      })
      .catch((error: unknown) => this.fail(error))
      .finally(() => {
        this.reading.delete(url);
        this.changed();
      });
    this.reading.set(url, call);
    return call;
  }
  private add(at: number, page: Page) {
    for (const row of page.items) receiveRow(row);
    page.items.forEach((row, i) => {
      this.ids[at + i] = row.id;
    });
    if (page.total) this.total = page.total;
    // The end is known once, from whichever page is the last.
    if (at + page.items.length >= this.ids.length) this.next = page.next;
    this.readAt = Date.now();
  }
  private fail(error: unknown) {
    this.isFailed = true;
    if (error instanceof ApiError && error.status === 422) this.fault = error.problem?.errors?.[0]?.detail ?? error.message;
  }

  /** Reads the beginning anew; what lies beyond is read again when the reader gets there. */
  async refresh(): Promise<void> {
    this.generation += 1;
    const { generation } = this;
    try {
      const page = await read<Page>(withTotal(this.first));
      if (generation !== this.generation) return;
      this.ids = [];
      this.total = null;
      this.isFailed = false;
      this.isOutdated = false;
      this.fault = undefined;
      this.add(0, page);
    } catch (error) {
      if (!this.isReady) this.fail(error);
    }
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

const withTotal = (url: string) => `${url}&total=true`;

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
