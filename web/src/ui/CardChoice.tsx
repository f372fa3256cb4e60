import { useId } from 'react';
import c from './card_choice.module.css';
import f from './form.module.css';

type Props<V extends string> = {
  label: string;
  name: string;
  value: V;
  onChange: (value: V) => void;
  options: { value: V; label: string; text: string }[];
};

/** One of a few, each with what it means. */
export function CardChoice<V extends string>({ label, name, value, onChange, options }: Props<V>) {
  const id = useId();
  return (
    <fieldset className={c.cards}>
      <legend className={f.label}>{label}</legend>
      {options.map((option) => (
        <label key={option.value} className={c.card}>
          <input type="radio" name={name} id={`${id}-${option.value}`} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>
            <b>{option.label}</b>
            <small>{option.text}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
