import { type RefObject, useEffect, useState } from 'react';

const OVERSCAN = 6;

/** Which rows of one fixed height are in view. Arithmetic alone: layout is never read while scrolling. */
export function useFixedWindow(box: RefObject<HTMLElement | null>, count: number, rowHeight: number) {
  const [view, setView] = useState({ top: 0, height: 900 });
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    let frame = 0;
    const read = () => {
      frame = 0;
      const top = element.scrollTop;
      setView((old) => (Math.floor(old.top / rowHeight) === Math.floor(top / rowHeight) ? old : { ...old, top }));
    };
    const onScroll = () => {
      frame ||= requestAnimationFrame(read);
    };
    const sizes = new ResizeObserver(([entry]) => setView((old) => ({ ...old, height: entry!.contentRect.height })));
    element.addEventListener('scroll', onScroll, { passive: true });
    sizes.observe(element);
    return () => {
      element.removeEventListener('scroll', onScroll);
      sizes.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [box, rowHeight]);

  const from = Math.max(0, Math.floor(view.top / rowHeight) - OVERSCAN);
  const to = Math.min(count, Math.ceil((view.top + view.height) / rowHeight) + OVERSCAN);
  /** Scrolls only if the row is out of sight. */
  const reveal = (index: number) => {
    const element = box.current;
    if (!element) return;
    const top = index * rowHeight;
    if (top < view.top) element.scrollTop = top;
    else if (top + rowHeight > view.top + view.height) element.scrollTop = top + rowHeight - view.height;
  };
  return { from, to, height: count * rowHeight, reveal, isAtTop: view.top < rowHeight };
}
