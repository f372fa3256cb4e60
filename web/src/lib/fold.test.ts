import { expect, it } from 'vitest';
import { fold } from './fold';

it('finds names without their marks', () => {
  expect(fold('Małgorzata Dąbrowska')).toBe('malgorzata dabrowska');
  expect(fold('Weißgerber Ö')).toBe('weissgerber o');
});
