import { ApiError, newKey, read, write } from './api';
import { change, inOwnWords, refuse, send, type Wish } from './change';
import { t } from './i18n';
import { recount } from './reference';
import { applyRow, findRow, type Row, receiveRow } from './rows';
import { openLists } from './ticket_list';
import { complain, progress, say } from './toasts';

export type Job = { id: number; state: 'waiting' | 'running' | 'done'; total: number; done: number; failed: number };
type Item = { ticket: number; state: string; code: string | null; message: string | null };
const ASK_MS = 250;
const AT_ONCE = 4;

/** One change of many tickets: on the screen at once, on the server as one job that is safe to repeat, and undone as one. */
export async function changeMany(ids: number[], wish: Wish, said: string) {
  if (ids.length === 1) {
    change(ids[0]!, wish, said);
    return;
  }
  const before = new Map(ids.map((id) => [id, findRow(id)]));
  for (const id of ids) applyRow(id, wish.looks);
  const showBefore = () => {
    for (const row of before.values()) if (row) applyRow(row.id, row);
  };
  try {
    const job = await write<Job>('POST', '/api/v1/tickets/bulk', { tickets: ids, changes: wish.body }, { 'Idempotency-Key': newKey() });
    const done = await watchJob(job, said);
    await tellJob(done, said, async () => {
      showBefore();
      await watchJob(await write<Job>('POST', `/api/v1/bulk/${job.id}/reversal`, undefined, { 'Idempotency-Key': newKey() }), t('undo')).catch(refuse);
      await reread(ids);
    });
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) await oneByOne(ids, wish, said);
    else {
      showBefore();
      refuse(error);
    }
  }
  await reread(ids);
}

/** Says how far a job is, until it is done. */
export async function watchJob(job: Job, said: string): Promise<Job> {
  let now = job;
  while (now.state !== 'done') {
    progress(`job${job.id}`, t('bulk.progress', { said, done: now.done, total: now.total }));
    await new Promise((resolve) => setTimeout(resolve, ASK_MS));
    now = await read<Job>(`/api/v1/jobs/${job.id}`);
  }
  progress(`job${job.id}`, null);
  return now;
}

/** Says what came of it, with the way back. */
export async function tellJob(job: Job, said: string, undo: () => Promise<void>) {
  say(t('bulk.done', { said, count: job.total - job.failed }), undo);
  if (!job.failed) return;
  const page = await read<{ items: Item[] }>(`/api/v1/jobs/${job.id}/items?limit=200`);
  const first = page.items.find((item) => item.state === 'failed');
  complain(t('bulk.failed', { count: job.failed, why: await inOwnWords(first?.message ?? '', first?.code) }));
}

/** For a server without jobs: a few at a time, and no undo beyond each ticket's own. */
async function oneByOne(ids: number[], wish: Wish, said: string) {
  const left = [...ids];
  let done = 0;
  const worker = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) if (await send(id, wish)) done += 1;
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  say(t('bulk.done', { said, count: done }));
}

/** What the tickets have become: those of this list that are still in sight, by their page; the rest when it is opened. */
async function reread(ids: number[]) {
  const seen = ids.filter(findRow).slice(0, 100);
  const rows = await Promise.all(seen.map((id) => read<Row>(`/api/v1/tickets/${id}`).catch(() => undefined)));
  for (const row of rows) if (row && receiveRow(row)) applyRow(row.id, {});
  for (const list of openLists()) list.markOutdated();
  recount();
}
