import { getLang } from '../lib/i18n';
import { cx } from './class_names';
import c from './keys.module.css';

const isMac = navigator.platform.startsWith('Mac');
const GLYPHS: Record<string, string> = {
  Enter: '↵',
  Space: '␣',
  shift: '⇧',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
};
const modifier = () => (isMac ? '⌘' : getLang() === 'de' ? 'Strg' : 'Ctrl');
const glyph = (key: string) => (key === 'mod' ? modifier() : undefined) ?? GLYPHS[key] ?? (key.length === 1 ? key.toUpperCase() : key);

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
