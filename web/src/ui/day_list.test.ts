import { expect, test } from 'vitest';
import { spansOf } from './DayList';

test('days in a row with one name are one line', () => {
  const on = (date: string, name = 'Ferien') => ({ date, name });
  expect(spansOf([on('2026-10-24'), on('2026-10-25'), on('2026-10-26'), on('2026-12-24', 'Heiligabend'), on('2026-12-25', 'Weihnachten'), on('2027-01-01', 'Weihnachten')])).toEqual([
    { first: '2026-10-24', last: '2026-10-26', name: 'Ferien' },
    { first: '2026-12-24', last: '2026-12-24', name: 'Heiligabend' },
    { first: '2026-12-25', last: '2026-12-25', name: 'Weihnachten' },
    { first: '2027-01-01', last: '2027-01-01', name: 'Weihnachten' },
  ]);
  expect(spansOf([])).toEqual([]);
});
