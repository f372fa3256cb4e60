import { expect, it } from 'vitest';
import type { Detail } from '../../lib/rows';
import { timelineOf } from './timeline_items';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 25, 9, minute)).toISOString();
const ticket = (change: object) =>
  ({
    articles: [{ id: 1, created_at: at(0) }, { id: 2, created_at: at(10) }],
    events: [
      { id: 10, kind: 'opened', at: at(0), changes: [] },
      { id: 11, kind: 'customer_wrote', at: at(10), changes: [] },
      { id: 12, kind: 'settled', at: at(10), changes: [{ field: 'status' }] },
    ],
    ...change,
  }) as unknown as Detail;
const names = (detail: Detail) => timelineOf(detail, []).map((item) => (item.kind === 'article' ? `a${item.article.id}` : `e${item.event.id}`));

it('puts a message before what it caused, and says nothing twice', () => {
  expect(names(ticket({}))).toEqual(['a1', 'e10', 'a2', 'e12']);
});

it('leaves out history that is older than the messages which are here', () => {
  expect(names(ticket({ articles: [{ id: 2, created_at: at(10) }], articles_before: '/earlier' }))).toEqual(['a2', 'e12']);
});
