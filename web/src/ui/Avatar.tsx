import type { CSSProperties } from 'react';
import c from './avatar.module.css';
import { cx } from './class_names';

function initials(name: string): string {
  const words = name.split(/[\s.@_-]+/).filter(Boolean);
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return ((words[0]?.[0] ?? '?') + (last?.[0] ?? '')).toUpperCase();
}

/** Always the same colour for the same name, without asking anybody. */
function hue(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 997;
  return (sum * 47) % 360;
}

/** A picture for the eye alone: the name always stands beside it. */
export function Avatar({ name, size = 24, isOnline }: { name: string; size?: number; isOnline?: boolean }) {
  const style = { '--h': hue(name), '--size': `${size}px` } as CSSProperties;
  return (
    <span className={cx(c.avatar, isOnline && c.online)} style={style} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
