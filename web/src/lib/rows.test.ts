import { beforeEach, expect, it } from 'vitest';
import { qc } from './query_client';
import { applyRow, type Detail, detailKey, findRow, type Row, receiveRow } from './rows';

const row = (change: Partial<Row>): Row => ({ id: 7, version: 3, status: 'open', priority: 'normal', ...change }) as Row;

beforeEach(() => {
  receiveRow(row({ version: 1000 + (findRow(7)?.version ?? 0), status: 'open' }));
});

it('drops what is older than what is known', () => {
  const { version } = findRow(7)!;
  expect(receiveRow(row({ version: version - 1, status: 'closed' }))).toBe(false);
  expect(receiveRow(row({ version, status: 'closed' }))).toBe(false);
  expect(findRow(7)?.status).toBe('open');
  expect(receiveRow(row({ version: version + 1, status: 'closed' }))).toBe(true);
  expect(findRow(7)?.status).toBe('closed');
});

it('changes the row and the open ticket in one step', () => {
  qc.setQueryData<Detail>(detailKey(7), { ...row({}), articles: [] } as unknown as Detail);
  applyRow(7, { priority: 'urgent' });
  expect(findRow(7)?.priority).toBe('urgent');
  expect(qc.getQueryData<Detail>(detailKey(7))?.priority).toBe('urgent');
});

it('leaves tickets alone that no list has shown', () => {
  applyRow(4711, { priority: 'urgent' });
  expect(findRow(4711)).toBeUndefined();
});
