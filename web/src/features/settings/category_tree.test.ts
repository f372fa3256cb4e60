import { expect, test } from 'vitest';
import { inTreeOrder, withDescendants } from './category_tree';

const category = (id: number, name: string, parent: number | null) => ({ id, name, parent, version: 1, key: name, queue: null, skills: [], keywords: {} });
const ALL = [category(3, 'Printer', 1), category(1, 'Hardware', null), category(2, 'Access', null), category(4, 'Toner', 3)];

test('children follow their parents, siblings stand by name', () => {
  expect(inTreeOrder(ALL).map(({ category: { name }, depth }) => `${depth}${name}`)).toEqual(['0Access', '0Hardware', '1Printer', '2Toner']);
});
test('a category whose parent is unknown is still shown', () => {
  expect(inTreeOrder([category(9, 'Lost', 77)])).toHaveLength(1);
});
test('nothing can be moved below itself', () => {
  expect([...withDescendants(ALL, 1)].sort()).toEqual([1, 3, 4]);
});
