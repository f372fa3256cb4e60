import type { Schemas } from '../../lib/api';

type Person = Pick<Schemas['FairnessOfPerson'], 'got' | 'taken' | 'chosen'>;

/** From here on somebody has more than they have room for. */
export const FULL = 1;
/** Below that a single ticket makes a team uneven: nothing is said. */
export const LITTLE = 0.05;

/** In words, where the loads of people lie; the numbers are rules of thumb. */
export function evenness(gini: number): 'even' | 'rather' | 'uneven' {
  if (gini < 0.15) return 'even';
  return gini < 0.3 ? 'rather' : 'uneven';
}

/** By which roads somebody's tickets came: shares that add up to one, and how many. */
export function roads({ got, taken, chosen }: Person) {
  const shares = { given: Math.max(0, 1 - taken - chosen), taken, chosen };
  return (['given', 'taken', 'chosen'] as const).map((road) => ({ road, share: got === 0 ? 0 : shares[road], count: got === 0 ? 0 : Math.round(shares[road] * got) }));
}
