import { cx } from './class_names';
import c from './keys.module.css';

const isMac = navigator.platform.startsWith('Mac');
const GLYPHS: Record<string, string> = {
  mod: isMac ? '⌘' : 'Ctrl',
  Enter: '↵',
  shift: '⇧',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
};
const glyph = (key: string) => GLYPHS[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** The keys of a command, for the eye: screen readers get aria-keyshortcuts or the help. */
export function Keys({ keys, className }: { keys: string; className?: string }) {
  const first = keys.split(',')[0]!;
  return (
    <span className={cx(c.keys, className)} aria-hidden="true">
      {first.split(/[ +]/).map((key, i) => (
        <kbd key={i} className={c.key}>
          {glyph(key)}
        </kbd>
      ))}
    </span>
  );
}
