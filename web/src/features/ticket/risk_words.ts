/** A chance as people say it: "1 in 5", "2 in 3", "9 in 10". The nearest of the small fractions; below 1 in 50, that. */
export function oneIn(chance: number): { cases: number; of: number } {
  let best = { cases: 1, of: 50 };
  const miss = (each: { cases: number; of: number }) => Math.abs(Math.log((each.cases / each.of + 0.01) / (chance + 0.01)));
  for (const of of [2, 3, 4, 5, 6, 8, 10, 15, 20, 30, 50]) {
    for (let cases = 1; cases < (of > 10 ? 2 : of); cases++) {
      if (miss({ cases, of }) < miss(best) - 1e-9) best = { cases, of };
    }
  }
  return best;
}
