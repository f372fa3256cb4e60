import { expect, test } from 'vitest';
import { evenness, roads } from './fairness_words';

test('the roads of tickets add up', () => {
  expect(roads({ got: 20, taken: 0.15, chosen: 0.05 }).map(({ count }) => count)).toEqual([16, 3, 1]);
  expect(roads({ got: 3, taken: 2 / 3, chosen: 1 / 3 }).map(({ count }) => count)).toEqual([0, 2, 1]);
  expect(roads({ got: 0, taken: 0, chosen: 0 }).every(({ share, count }) => share === 0 && count === 0)).toBe(true);
});

test('evenness has three words', () => {
  expect([0, 0.149, 0.15, 0.3].map(evenness)).toEqual(['even', 'even', 'rather', 'uneven']);
});
