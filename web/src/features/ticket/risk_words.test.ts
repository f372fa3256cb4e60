import { describe, expect, it } from 'vitest';
import { oneIn } from './risk_words';

describe('oneIn', () => {
  it('says what people say', () => {
    expect(oneIn(0.2)).toEqual({ cases: 1, of: 5 });
    expect(oneIn(0.5)).toEqual({ cases: 1, of: 2 });
    expect(oneIn(0.66)).toEqual({ cases: 2, of: 3 });
    expect(oneIn(0.1)).toEqual({ cases: 1, of: 10 });
  });
  it('stays within 50 and never says never', () => {
    expect(oneIn(0)).toEqual({ cases: 1, of: 50 });
    expect(oneIn(1)).toEqual({ cases: 9, of: 10 });
  });
});
