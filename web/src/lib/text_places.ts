export type Place = { begin: number; end: number };

/**
 * The text cut at the places, which the server counts in code points and a browser in UTF-16 units. Places are in order
 * and apart; every second piece is one of them.
 */
export function cutAt<P extends Place>(text: string, places: readonly P[]): { text: string; place?: P }[] {
  const out: { text: string; place?: P }[] = [];
  let unit = 0;
  let point = 0;
  const unitOf = (wanted: number) => {
    while (point < wanted && unit < text.length) {
      unit += (text.codePointAt(unit) ?? 0) > 0xffff ? 2 : 1;
      point += 1;
    }
    return unit;
  };
  let end = 0;
  for (const place of places) {
    const begin = unitOf(place.begin);
    out.push({ text: text.slice(end, begin) });
    end = unitOf(place.end);
    out.push({ text: text.slice(begin, end), place });
  }
  out.push({ text: text.slice(end) });
  return out.filter((piece) => piece.text);
}

/** Both lists as one, in order: where a place of the second touches one of the first, it gives way. */
export function apart<A extends Place, B extends Place>(first: readonly A[], second: readonly B[]): (A | B)[] {
  const free = second.filter((one) => !first.some((other) => other.begin < one.end && one.begin < other.end));
  return [...first, ...free].sort((a, b) => a.begin - b.begin);
}
