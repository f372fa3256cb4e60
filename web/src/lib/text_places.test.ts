import { describe, expect, it } from 'vitest';
import { apart, cutAt } from './text_places';

describe('cutAt', () => {
  it('counts code points, not UTF-16 units', () => {
    const text = '😀 Anna 😀 ok';
    expect(cutAt(text, [{ begin: 2, end: 6 }])).toEqual([{ text: '😀 ' }, { text: 'Anna', place: { begin: 2, end: 6 } }, { text: ' 😀 ok' }]);
  });
  it('leaves out what is empty', () => {
    expect(cutAt('ab', [{ begin: 0, end: 1 }, { begin: 1, end: 2 }])).toHaveLength(2);
  });
  it('stays inside a text that is shorter than the places say', () => {
    expect(cutAt('ab', [{ begin: 1, end: 9 }])).toEqual([{ text: 'a' }, { text: 'b', place: { begin: 1, end: 9 } }]);
  });
});

describe('apart', () => {
  it('keeps the first of two that touch, in the order of the text', () => {
    expect(apart([{ begin: 5, end: 9 }], [{ begin: 0, end: 2 }, { begin: 8, end: 12 }])).toEqual([{ begin: 0, end: 2 }, { begin: 5, end: 9 }]);
  });
});
