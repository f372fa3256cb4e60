import { X } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useT } from '../lib/i18n';
import { Field, type FieldProps } from './Field';
import type { Bound } from './form';
import c from './form.module.css';

/** Words in a row: typed, ended by Enter or a comma, taken back with Backspace. */
export function TagsField({
  value,
  onChange,
  name,
  placeholder,
  lang,
  suggestions,
  ...field
}: FieldProps & Bound<string[]> & { placeholder?: string; lang?: string; suggestions?: string[] }) {
  const t = useT();
  const [text, setText] = useState('');
  const input = useRef<HTMLInputElement>(null);
  const take = (typed: string) => {
    const words = typed.split(/[,;\n]/).map((word) => word.trim());
    const fresh = words.filter((word, i) => word && !value.includes(word) && words.indexOf(word) === i);
    if (fresh.length) onChange([...value, ...fresh]);
    setText('');
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && text.trim()) event.preventDefault();
    if (event.key === 'Enter') take(text);
    if (event.key === 'Backspace' && !text && value.length) onChange(value.slice(0, -1));
  };
  return (
    <Field {...field}>
      {(control) => (
        <span className={c.tags}>
          {value.map((word) => (
            <span key={word} className={c.tag}>
              <span lang={lang}>{word}</span>
              <button
                type="button"
                aria-label={t('form.removeWord', { word })}
                onClick={() => {
                  onChange(value.filter((each) => each !== word));
                  input.current?.focus();
                }}
              >
                <X size={12} />
              </button>
            </span>
          ))}
          <input
            {...control}
            ref={input}
            name={name}
            lang={lang}
            list={suggestions ? `${control.id}l` : undefined}
            value={text}
            placeholder={value.length ? undefined : placeholder}
            onKeyDown={onKey}
            onBlur={() => take(text)}
            onChange={(event) => (/[,;]/.test(event.target.value) ? take(event.target.value) : setText(event.target.value))}
          />
          {suggestions && (
            <datalist id={`${control.id}l`}>
              {suggestions.filter((word) => !value.includes(word)).map((word) => <option key={word} value={word} />)}
            </datalist>
          )}
        </span>
      )}
    </Field>
  );
}
