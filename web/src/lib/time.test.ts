import { beforeAll, expect, it } from 'vitest';
import { setLang } from './i18n';
import { bytes, span, stamp } from './time';

beforeAll(() => setLang('en', false));

it('says a span in the largest units that matter', () => {
  expect(span(25 * 60_000)).toBe('25m');
  expect(span(-90 * 60_000)).toBe('1h 30m');
  expect(span(30 * 3_600_000)).toBe('30h');
  expect(span(5 * 86_400_000)).toBe('5d');
});

it('shows the clock of today and the day of older things', () => {
  const now = Date.parse('2026-11-25T12:00:00Z');
  expect(stamp('2026-11-25T11:00:00Z', now)).toMatch(/\d\d:\d\d/);
  expect(stamp('2026-11-20T11:00:00Z', now)).toBe('Nov 20');
  expect(stamp('2026-11-24T12:30:00Z', now)).toBe('Nov 24');
  expect(stamp('2025-01-20T11:00:00Z', now)).toBe('Jan 20, 2025');
});

it('rounds sizes as people read them', () => {
  expect([bytes(512), bytes(183_900), bytes(2_460_000)]).toEqual(['512 bytes', '184 kB', '2.5 MB']);
});
