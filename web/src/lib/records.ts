import { queryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { ApiError, newKey, type Problem, read, write } from './api';
import { qc } from './query_client';

/** An object as it was read, with the tag of that version: a later change says which one it means. */
export type Held<T> = { value: T; tag: string | null };
type Paged<T> = { items: T[]; next: string | null };

async function readHeld<T>(url: string, signal?: AbortSignal): Promise<Held<T>> {
  let response: Response;
  try {
    response = await fetch(url, { headers: { accept: 'application/json' }, signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, undefined);
  }
  const body = (await response.json().catch(() => undefined)) as unknown;
  if (!response.ok) throw new ApiError(response.status, body as Problem);
  return { value: body as T, tag: response.headers.get('etag') };
}

/** One object, to be changed. Read anew whenever its page opens. */
export const held = <T>(url: string) =>
  queryOptions({ queryKey: ['held', url], queryFn: ({ signal }) => readHeld<T>(url, signal), staleTime: 0 });

/** A short list that comes whole: queues, categories, calendars. */
export const list = <T>(url: string) =>
  queryOptions({
    queryKey: ['list', url],
    queryFn: async ({ signal }) => (await read<Paged<T>>(url, signal)).items,
  });

/** A long list, page by page. */
export function usePages<T>(url: string) {
  const query = useInfiniteQuery({
    queryKey: ['pages', url],
    queryFn: ({ pageParam, signal }) => read<Paged<T>>(pageParam, signal),
    initialPageParam: url,
    getNextPageParam: (last) => nextUrl(url, last.next),
  });
  const rows = useMemo(() => query.data?.pages.flatMap((page) => page.items) ?? [], [query.data]);
  return { ...query, rows };
}

/** `next` is a cursor, or the whole address of the next page. */
export function nextUrl(url: string, next: string | null): string | undefined {
  if (!next) return undefined;
  if (next.startsWith('/')) return next;
  return `${url}${url.includes('?') ? '&' : '?'}after=${encodeURIComponent(next)}`;
}

const root = (url: string) => url.split('?')[0]!.split('/').slice(0, 4).join('/');
/** Everything that was read of this kind is read anew, also what the desk keeps of it ("queues"). */
export const forget = (url: string) =>
  qc.invalidateQueries({
    predicate: ({ queryKey: [kind, of] }) => (typeof of === 'string' && root(of) === root(url)) || (of === undefined && kind === root(url).split('/')[3]),
  });

/** Changes an object; the version is the one that was read last. */
export async function save<T>(method: 'PATCH' | 'PUT', url: string, body: unknown): Promise<T> {
  const tag = qc.getQueryData<Held<T>>(['held', url])?.tag;
  const value = await write<T>(method, url, body, tag ? { 'If-Match': tag } : {});
  await forget(url);
  return value;
}

/** Adds an object; the same key over retries of one intent adds it once. */
export async function add<T>(url: string, body: unknown, key = newKey()): Promise<T> {
  const value = await write<T>('POST', url, body, { 'Idempotency-Key': key });
  await forget(url);
  return value;
}

export async function remove(url: string): Promise<void> {
  await write('DELETE', url);
  await forget(url);
}
