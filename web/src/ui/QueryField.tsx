import { Search, X } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { read } from '../lib/api';
import { useT } from '../lib/i18n';
import { cx } from './class_names';
import c from './query.module.css';

type Completion = { text: string; label: string };
type Props = { value: string; onChange: (text: string) => void; fault?: string; isLarge?: boolean; onEscape?: () => void; isFocused?: boolean };
const PAUSE_MS = 120;

/** A field for the language of queries: it offers how to go on, and says what is wrong and where. */
export function QueryField({ value, onChange, fault, isLarge, onEscape, isFocused }: Props) {
  const t = useT();
  const id = useId();
  const [hasFocus, setFocus] = useState(false);
  const [at, setAt] = useState(-1);
  const offers = useCompletions(value, hasFocus);
  const isOpen = hasFocus && offers.length > 0;
  const take = (index: number) => {
    const offer = offers[index];
    if (offer) onChange(offer.text);
    setAt(-1);
  };
  return (
    <div className={cx(c.box, isLarge && c.large)}>
      <Search size={15} aria-hidden="true" />
      <input
        role="combobox"
        aria-expanded={isOpen}
        aria-controls={`${id}-list`}
        aria-activedescendant={isOpen && at >= 0 ? `${id}-${at}` : undefined}
        aria-label={t('query.label')}
        aria-invalid={fault !== undefined}
        aria-describedby={fault ? `${id}-fault` : undefined}
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
      {fault && (
        <p id={`${id}-fault`} className={c.fault} role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

function useCompletions(text: string, isAsked: boolean): Completion[] {
  const [offers, setOffers] = useState<Completion[]>([]);
  useEffect(() => {
    if (!isAsked || !/[\w:]$/.test(text)) {
      setOffers([]);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      read<{ completions: Completion[] }>(`/api/v1/queries?q=${encodeURIComponent(text)}`, stop.signal).then(
        (answer) => setOffers(answer.completions.slice(0, 8)),
        () => setOffers([]),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text, isAsked]);
  return offers;
}
