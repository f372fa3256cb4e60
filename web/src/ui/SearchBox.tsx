import { Search } from 'lucide-react';
import { useRef } from 'react';
import { useCommands } from '../lib/hotkeys';
import { cx } from './class_names';
import c from './form.module.css';

type Props = { label: string; value: string; onChange: (value: string) => void };

/** Narrows the table below as the reader types. F comes here, the arrow down goes on to what was found. */
export function SearchBox({ label, value, onChange }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useCommands([{ id: 'filter', label: 'list.filter', keys: 'f', group: 'group.list', run: () => field.current?.focus() }]);
  return (
    <div className={c.search}>
      <Search size={15} aria-hidden="true" />
      <input
        ref={field}
        type="search"
        className={cx(c.input, c.searchInput)}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          document.querySelector<HTMLElement>('main tbody a')?.focus();
        }}
      />
    </div>
  );
}
