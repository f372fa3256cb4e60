import { beforeAll, expect, test } from 'vitest';
import { loadTexts, setLang } from '../../lib/i18n';
import { ruleWords, usual } from './routing_words';

const names = (id: number) => ({ 2: 'Network', 3: 'Office' })[id] ?? '…';

beforeAll(async () => {
  await setLang('en');
  await loadTexts('settings', 'routing');
});

test('a queue of which nothing is said has nobody who helps', () => {
  expect(ruleWords(usual(1), names)).toEqual(['Nobody helps: its tickets wait for its own people.']);
});

test('a rule is told in the order in which it comes', () => {
  const rule = { ...usual(1), overflow: [{ queue: 2, after_minutes: 30 }, { queue: 3, after_minutes: 120 }], language_soft_after_minutes: 45, sticky: 'organization' as const, rebalances_hourly: false };
  const words = ruleWords(rule, names);
  expect(words).toHaveLength(5);
  expect(words[0]).toBe('After 30 minutes the people of Network may take its tickets, too.');
  expect(words[1]).toContain('2 hours');
  expect(words[3]).toContain('2 open tickets');
});
