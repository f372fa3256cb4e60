import { Search, X } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { api, must, type Schemas } from '../lib/api';
import { useT } from '../lib/i18n';
import { cx } from './class_names';
import { QueryFault } from './QueryFault';
import c from './query.module.css';

type State = Schemas['QueryState'];
type Props = {
  /** Of a field with a label of its own. */
  id?: string;
  value: string;
  onChange: (text: string) => void;
  fault?: string;
  isLarge?: boolean;
  isFocused?: boolean;
  onEscape?: () => void;
  /** Enter, or the arrow down, where nothing is offered: on to what was found. */
  onGoOn?: () => void;
};
const PAUSE_MS = 120;

/** A field for the language of queries: it offers how to go on, and says what is wrong and where. */
export function QueryField({ id: ofLabel, value, onChange, fault, isLarge, isFocused, onEscape, onGoOn }: Props) {
  const t = useT();
  const id = useId();
  const [hasFocus, setFocus] = useState(false);
  const [at, setAt] = useState(-1);
  const state = useQueryState(value);
  const offers = hasFocus && state ? state.completions.slice(0, 8) : [];
  const isOpen = offers.length > 0;
  // Somebody who is offered how to go on has not made a mistake yet.
  const mistake = isOpen ? null : state?.error;
  const isWrong = !isOpen && (Boolean(mistake) || fault !== undefined);
  const take = (index: number) => {
    const offer = offers[index];
    if (offer) onChange(offer.text);
    setAt(-1);
  };
  return (
    <div className={cx(c.box, isLarge && c.large)}>
      <Search size={15} aria-hidden="true" />
      <input
        id={ofLabel}
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && at >= 0 ? `${id}-${at}` : undefined}
        aria-label={ofLabel ? undefined : t('query.label')}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? `${id}-fault` : undefined}
        placeholder={t('query.placeholder')}
        spellCheck={false}
        autoComplete="off"
        value={value}
        // biome-ignore lint/a11y/noAutofocus: it appears because the reader asked for it
        autoFocus={isFocused ?? isLarge}
        onFocus={() => setFocus(true)}
        onBlur={() => setFocus(false)}
        onChange={(event) => {
          onChange(event.target.value);
          setAt(-1);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && isOpen) setAt((at + 1) % offers.length);
          else if (event.key === 'ArrowUp' && isOpen) setAt((at - 1 + offers.length) % offers.length);
          else if ((event.key === 'Enter' || event.key === 'Tab') && isOpen && at >= 0) take(at);
          else if (event.key === 'Escape' && onEscape) onEscape();
          else if (onGoOn && (event.key === 'Enter' || (event.key === 'ArrowDown' && !isOpen))) onGoOn();
          else return;
          event.preventDefault();
        }}
      />
      {value && (
        <button type="button" className={c.clear} aria-label={t('query.clear')} onClick={() => onChange('')}>
          <X size={14} />
        </button>
      )}
      <div id={`${id}-list`} role="listbox" aria-label={t('query.completions')} className={c.offers} hidden={!isOpen}>
        {offers.map((offer, i) => (
          <div
            key={offer.text}
            id={`${id}-${i}`}
            role="option"
            tabIndex={-1}
            aria-selected={i === at}
            className={c.offer}
            onPointerDown={(event) => {
              event.preventDefault();
              take(i);
            }}
          >
            {offer.label}
          </div>
        ))}
      </div>
      {isWrong && <QueryFault id={`${id}-fault`} query={value} mistake={mistake ?? null} fault={fault} onTake={onChange} />}
    </div>
  );
}

/** What the server makes of the query so far; of the last one that was asked about. */
function useQueryState(text: string): State | null {
  const [state, setState] = useState<{ text: string; state: State } | null>(null);
  useEffect(() => {
    if (!text.trim()) return;
    const stop = new AbortController();
    const timer = setTimeout(() => {
      must(api.GET('/api/v1/queries', { params: { query: { q: text } }, signal: stop.signal })).then(
        (answer) => setState({ text, state: answer }),
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);
  return state?.text === text ? state.state : null;
}
