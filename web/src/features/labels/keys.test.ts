import { describe, expect, it } from 'vitest';
import { commandsOf, keyOf } from './keys';

const nothing = () => undefined;
const acts = { pick: nothing, confirm: nothing, skip: nothing, undo: nothing, others: nothing };

describe('keys of the page for labels', () => {
  it('gives every command a key of its own', () => {
    const choices = Array.from({ length: 40 }, (_, i) => ({ value: `v${i}`, label: `V${i}` }));
    const keys = commandsOf(choices, acts).map((command) => command.keys);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys).not.toContain('g');
    expect(keys).not.toContain(undefined);
  });
  it('has none left for the thirty-first', () => {
    expect(keyOf(0)).toBe('1');
    expect(keyOf(9)).toBe('a');
    expect(keyOf(30)).toBeUndefined();
  });
});
