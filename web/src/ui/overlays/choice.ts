import { type KeyboardEvent, useEffect, useRef, useState } from 'react';

/** Moving through a listbox while the focus stays in the field above it. */
export function useChoice(count: number, pick: (index: number) => void) {
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const index = Math.min(at, Math.max(0, count - 1));
  useEffect(() => {
    list.current?.querySelector('[data-at="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [index]);
  const onKeyDown = (event: KeyboardEvent) => {
    const moves: Record<string, number> = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: count - 1 };
    const next = moves[event.key];
    if (next !== undefined && count) {
      event.preventDefault();
      setAt((next + count) % count);
    } else if (event.key === 'Enter' && count) {
      event.preventDefault();
      pick(index);
    }
  };
  return { index, setAt, list, onKeyDown };
}
