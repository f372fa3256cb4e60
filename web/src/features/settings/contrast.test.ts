import { expect, test } from 'vitest';
import { contrastWithWhite } from './contrast';

test('white on black is 21 to 1, on white 1 to 1', () => {
  expect(contrastWithWhite('#000000')).toBeCloseTo(21);
  expect(contrastWithWhite('#FFFFFF')).toBeCloseTo(1);
});

test('the known edge of readable grey lies between #767676 and #777777', () => {
  expect(contrastWithWhite('#767676')).toBeGreaterThanOrEqual(4.5);
  expect(contrastWithWhite('#777777')).toBeLessThan(4.5);
});

test('what is no colour has none', () => {
  for (const text of ['', 'red', '#12345', '#12345g', '#1234567']) expect(contrastWithWhite(text)).toBeNull();
});
