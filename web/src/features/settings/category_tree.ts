import type { Schemas } from '../../lib/api';

type Category = Schemas['Category'];
export type Leaf = { category: Category; depth: number };

/** Parents before their children, siblings by name. What hangs on nothing known stands at the top. */
export function inTreeOrder(all: Category[]): Leaf[] {
  const known = new Set(all.map((category) => category.id));
  const children = new Map<number | null, Category[]>();
  for (const category of all) {
    const parent = category.parent !== null && known.has(category.parent) ? category.parent : null;
    children.set(parent, [...(children.get(parent) ?? []), category]);
  }
  const below = (parent: number | null, depth: number): Leaf[] =>
    (children.get(parent) ?? [])
      .sort((a, b) => a.name.localeCompare(b.name))
      .flatMap((category) => [{ category, depth }, ...below(category.id, depth + 1)]);
  return below(null, 0);
}

/** The category and everything below it: none of these can become its parent. */
export function withDescendants(all: Category[], id: number): Set<number> {
  const out = new Set([id]);
  for (let grown = true; grown; ) {
    grown = false;
    for (const category of all) {
      if (category.parent === null || !out.has(category.parent) || out.has(category.id)) continue;
      out.add(category.id);
      grown = true;
    }
  }
  return out;
}
