import { Search } from 'lucide-react';
import { cx } from './class_names';
import c from './form.module.css';

/** Narrows the list below as the reader types. */
export function SearchBox({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <div className={c.search}>
      <Search size={15} aria-hidden="true" />
      <input
        type="search"
        className={cx(c.input, c.searchInput)}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
