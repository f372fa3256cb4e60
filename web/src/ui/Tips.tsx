import { useEffect, useState } from 'react';
import { Keys } from './Keys';
import c from './tips.module.css';

type Tip = { x: number; y: number; text: string; keys?: string; isAbove: boolean };
const POINTER_DELAY = 450;
const FOCUS_DELAY = 80;

function tipOf(element: Element): Tip | null {
  const box = element.getBoundingClientRect();
  const text = element.getAttribute('data-tip');
  if (!box.width || !text) return null;
  const isAbove = box.bottom > innerHeight - 60;
  const x = Math.min(Math.max(box.left + box.width / 2, 70), innerWidth - 70);
  return { x, y: isAbove ? box.top - 6 : box.bottom + 6, text, keys: element.getAttribute('data-keys') ?? undefined, isAbove };
}

/** One tip for everything that has data-tip: on hover and on keyboard focus, gone with Escape (WCAG 1.4.13). */
export function Tips() {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => {
    let timer = 0;
    const show = (element: Element, delay: number) => {
      clearTimeout(timer);
      timer = window.setTimeout(() => setTip(tipOf(element)), delay);
    };
    const hide = () => {
      clearTimeout(timer);
      setTip(null);
    };
    const closest = (event: Event) => (event.target instanceof Element ? event.target.closest('[data-tip]') : null);
    const over = (event: Event) => {
      const element = closest(event);
      if (element) show(element, POINTER_DELAY);
      else hide();
    };
    const focus = (event: Event) => {
      const element = closest(event);
      if (element?.matches(':focus-visible')) show(element, FOCUS_DELAY);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key === 'Escape') hide();
    };
    const stop = new AbortController();
    const { signal } = stop;
    document.addEventListener('pointerover', over, { signal });
    document.addEventListener('focusin', focus, { signal });
    document.addEventListener('focusout', hide, { signal });
    document.addEventListener('pointerdown', hide, { signal });
    document.addEventListener('keydown', key, { signal });
    document.addEventListener('scroll', hide, { signal, capture: true });
    return () => {
      hide();
      stop.abort();
    };
  }, []);
  if (!tip) return null;
  return (
    <div className={c.tip} role="tooltip" style={{ left: tip.x, top: tip.y, translate: tip.isAbove ? '-50% -100%' : '-50% 0' }}>
      {tip.text}
      {tip.keys && <Keys keys={tip.keys} />}
    </div>
  );
}
