import { expect, test } from 'vitest';
import { destination } from './arrive';

const to = (address: string) => destination(`?to=${encodeURIComponent(address)}`);

test('leads to the page that was asked for', () => {
  expect(to('/settings/agents?x=1')).toBe('/settings/agents?x=1');
});
test('never leads to another host, nor back to the sign-in', () => {
  for (const address of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:alert(1)', '', '/sign-in?to=/x']) {
    expect(to(address)).toBe('/inbox');
  }
});
