import { useId } from 'react';
import type { Option } from '../../ui/fields';
import f from '../../ui/form.module.css';
import c from './me.module.css';

type Props<V extends string> = { label: string; value: V; onChange: (value: V) => void; options: Option<V>[] };

/** One of a few, all in sight; takes effect at once. */
export function Choice<V extends string>({ label, value, onChange, options }: Props<V>) {
  const name = useId();
  return (
    <fieldset className={c.choice}>
      <legend className={f.label}>{label}</legend>
      <div className={c.segments}>
        {options.map((option) => (
          <label key={option.value} className={c.segment}>
            <input type="radio" name={name} className="sr" checked={option.value === value} onChange={() => onChange(option.value)} />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
