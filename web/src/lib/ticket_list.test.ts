import { afterEach, expect, it, vi } from 'vitest';
import { TicketList } from './ticket_list';

const page = (from: number, count: number, more: object) => ({
  items: Array.from({ length: count }, (_, i) => ({ id: from + i, version: 1 })),
  next: null,
  ...more,
});
const answer = (body: object, status = 200) => new Response(JSON.stringify(body), { status });

afterEach(() => {
  vi.unstubAllGlobals();
});

it('reads page after page where nobody knows how many there are', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    return Promise.resolve(answer(url.includes('after') ? page(101, 50, {}) : page(1, 100, { next: '/next?after=x' })));
  });
  const list = new TicketList('/t?a=1');
  await list.ensure(0, 10);
  expect(list.length).toBe(101);
  expect(list.at(100)).toBeUndefined();
  await list.ensure(90, 130);
  expect(list.length).toBe(150);
  expect(list.at(149)).toBe(150);
  expect(asked).toEqual(['/t?a=1&limit=100&total=true', '/next?after=x']);
});

it('jumps to the place in sight where the number is known', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    asked.push(url);
    const from = Number(/offset=(\d+)/.exec(url)?.[1] ?? 0);
    return Promise.resolve(answer(page(from + 1, 100, { next: '/more', ...(from ? {} : { total: { count: 100_000, is_exact: true } }) })));
  });
  const list = new TicketList('/t?a=1');
  await list.ensure(0, 10);
  expect(list.length).toBe(100_000);
  await list.ensure(50_000, 50_020);
  expect(list.at(50_005)).toBe(50_006);
  expect(list.at(25_000)).toBeUndefined();
  expect(asked.length).toBe(2);
});

it('keeps what the server says about a query', async () => {
  vi.stubGlobal('fetch', () => Promise.resolve(answer({ detail: 'Column 3: there is no field of this name.', status: 422 }, 422)));
  const list = new TicketList('/t?q=x');
  await list.ensure(0, 10);
  expect(list.fault).toBe('Column 3: there is no field of this name.');
});
