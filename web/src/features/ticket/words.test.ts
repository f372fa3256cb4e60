import { expect, it } from 'vitest';
import { usual } from '../../ui/overlays/Moment';
import { quotedWords } from './evidence';
import { readRecipient } from './recipients';

it('finds the words that a reason quotes', () => {
  expect(quotedWords("'bons', 'nur herzchen' point to Printing, as in 31 earlier tickets.")).toEqual(['bons', 'nur herzchen']);
  expect(quotedWords('Nothing says that more than one person is touched.')).toEqual([]);
});

it('reads addresses as people write them', () => {
  expect(readRecipient('Anna Kowalska <anna@example.org>')).toEqual({ address: 'anna@example.org', name: 'Anna Kowalska' });
  expect(readRecipient('anna@example.org,')).toEqual({ address: 'anna@example.org', name: null });
  expect(readRecipient('anna@')).toBeUndefined();
  expect(readRecipient('anna')).toBeUndefined();
});

it('offers moments that all lie ahead, Monday only where it is not tomorrow', () => {
  const sunday = new Date(2026, 10, 29, 20);
  const friday = new Date(2026, 10, 27, 8);
  expect(usual(sunday).length).toBe(3);
  expect(usual(friday).length).toBe(4);
  for (const [, at] of [...usual(sunday), ...usual(friday)]) expect(at.getTime()).toBeGreaterThan(Math.min(sunday.getTime(), friday.getTime()));
  expect(usual(friday)[3]![1]).toEqual(new Date(2026, 10, 30, 9));
});
