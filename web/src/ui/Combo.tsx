import { ChevronDown, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useT } from '../lib/i18n';
import { cx } from './class_names';
import { Field, type FieldProps } from './Field';
import type { Bound } from './form';
import type { Option } from './fields';
import c from './form.module.css';

const MOST = 60;
const PAUSE_MS = 120;
const folded = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

type Props<V> = FieldProps &
  Bound<V | null> & {
    /** All there are, filtered here; or the server is asked as the reader types. */
    options?: Option<V>[];
    find?: (text: string) => Promise<Option<V>[]>;
    /** The name of the chosen one where the options may not hold it. */
    shown?: string;
    canClear?: boolean;
    placeholder?: string;
  };

/** One of many: type to narrow, arrows and Enter to choose (ARIA combobox). */
export function Combo<V extends string | number>(props: Props<V>) {
  const { value, onChange, options, find, shown, canClear, placeholder, name, ...field } = props;
  const t = useT();
  const [text, setText] = useState<string | null>(null);
  const [found, setFound] = useState<Option<V>[]>([]);
  const [at, setAt] = useState(0);
  const [picked, setPicked] = useState<Option<V>>();
  const box = useRef<HTMLDivElement>(null);
  const isOpen = text !== null;

  const label = (options?.find((option) => option.value === value) ?? (picked?.value === value ? picked : undefined))?.label ?? shown ?? (value === null ? '' : String(value));
  useEffect(() => {
    if (text === null) return;
    if (options) {
      const words = folded(text).split(/\s+/);
      setFound(options.filter((option) => words.every((word) => folded(option.label).includes(word))).slice(0, MOST));
      setAt(0);
      return;
    }
    let isLate = false;
    const timer = setTimeout(async () => {
      const items = await find!(text).catch(() => []);
      if (isLate) return;
      setFound(items);
      setAt(0);
    }, PAUSE_MS);
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [text]);
  useEffect(() => {
    box.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at]);

  const choose = (option: Option<V> | undefined) => {
    if (option) {
      setPicked(option);
      onChange(option.value);
    }
    setText(null);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (!isOpen) setText('');
      else setAt(Math.max(0, Math.min(found.length - 1, at + step)));
    } else if (event.key === 'Enter' && isOpen) {
      event.preventDefault();
      choose(found[at]);
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      event.stopPropagation();
      setText(null);
    }
  };
  return (
    <Field {...field}>
      {(control) => (
        <span className={c.combo}>
          <input
            {...control}
            name={name}
            className={cx(c.input, c.select)}
            role="combobox"
            aria-expanded={isOpen}
            aria-controls={`${control.id}b`}
            aria-autocomplete="list"
            aria-activedescendant={isOpen && found[at] ? `${control.id}o${at}` : undefined}
            autoComplete="off"
            placeholder={placeholder}
            value={text ?? label}
            onFocus={(event) => event.target.select()}
            onClick={() => !isOpen && setText('')}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKey}
            onBlur={() => setText(null)}
          />
          {canClear && value !== null && !isOpen ? (
            <button type="button" className={c.inside} aria-label={t('form.clear', { label: field.label })} onClick={() => onChange(null)}>
              <X size={14} />
            </button>
          ) : (
            <ChevronDown size={14} className={c.chevron} aria-hidden="true" />
          )}
          <div ref={box} id={`${control.id}b`} role="listbox" tabIndex={-1} aria-label={field.label} className={c.options} hidden={!isOpen}>
            {found.map((option, i) => (
              <div
                key={option.value}
                id={`${control.id}o${i}`}
                role="option"
                tabIndex={-1}
                aria-selected={i === at}
                className={c.option}
                onPointerDown={(event) => {
                  event.preventDefault();
                  choose(option);
                }}
              >
                {option.label}
              </div>
            ))}
            {isOpen && !found.length && (
              <div role="option" tabIndex={-1} aria-selected="false" aria-disabled="true" className={c.nothing}>
                {t('form.nothing')}
              </div>
            )}
          </div>
        </span>
      )}
    </Field>
  );
}
