import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { go, preload } from './routes';

export const isPlainClick = (event: MouseEvent) => !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button);

/** A link with a real address: a plain click stays on this page, everything else is the browser's. */
export function A({ href, onClick, ...rest }: AnchorHTMLAttributes<HTMLAnchorElement> & { href: string }) {
  const warm = () => void preload(href);
  return (
    <a
      href={href}
      onPointerEnter={warm}
      onFocus={warm}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || !isPlainClick(event)) return;
        event.preventDefault();
        go(href);
      }}
      {...rest}
    />
  );
}
