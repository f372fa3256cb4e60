import { Check } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { refuse } from '../../lib/change';
import { fold } from '../../lib/fold';
import { useT } from '../../lib/i18n';
import { type Overlay, type PickItem, ui } from '../../lib/ui_state';
import { cx } from '../class_names';
import { useChoice } from './choice';
import c from './picker.module.css';
import { useTypedAhead } from './typed_ahead';

type PickerOverlay = Extract<Overlay, { kind: 'picker' }>;
const SEARCH_MS = 120;

/** A list to pick from, beside what it changes. Typing narrows it; arrows and Enter choose. */
export function Picker({ overlay }: { overlay: PickerOverlay }) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [found, setFound] = useState<PickItem[] | null>(null);
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const own = usePromised(overlay.items);
  const items = found ?? matching(own ?? [], text);
  const created = overlay.create && text.trim() && !items.some((item) => fold(item.label) === fold(text.trim())) ? overlay.create(text.trim()) : null;
  const count = items.length + (created ? 1 : 0);

  const pick = (index: number) => {
    const item = items[index];
    if (overlay.many && item) {
      const next = new Set(toggled);
      if (!next.delete(item.id)) next.add(item.id);
      setToggled(next);
    } else ui().close();
    if (item) overlay.onPick(item.id);
    else overlay.onPick(text.trim(), true);
  };
  const { index, setAt, list, onKeyDown } = useChoice(count, pick);
  const takeWhenThere = useTypedAhead(setText, () => pick(0), own !== null && count > 0);
  useServerSearch(overlay.search, text, setFound);
  useAnchor(box, overlay.anchor, own === null || overlay.search !== undefined);
  const isOn = (item: PickItem) => Boolean(item.isOn) !== toggled.has(item.id);
  return (
    <>
      <div className={c.behind} onPointerDown={() => ui().close()} aria-hidden="true" />
      <div className={c.picker} ref={box} role="dialog" aria-label={overlay.title}>
        <input
          className={cx(c.field, overlay.plain && 'sr')}
          role="combobox"
          aria-expanded="true"
          aria-controls="picker-list"
          aria-activedescendant={count ? `picker-${index}` : undefined}
          aria-label={overlay.title}
          placeholder={overlay.title}
          readOnly={overlay.plain}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAt(0);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && own === null) takeWhenThere();
            else onKeyDown(event);
          }}
          // biome-ignore lint/a11y/noAutofocus: the picker was asked for by the key or click that opened it
          autoFocus
        />
        <div className={c.list} id="picker-list" ref={list} role="listbox" aria-label={overlay.title} aria-multiselectable={overlay.many}>
          {items.map((item, i) => (
            <div
              key={item.id}
              id={`picker-${i}`}
              role="option"
              tabIndex={-1}
              aria-selected={isOn(item)}
              data-at={i === index}
              className={c.option}
              onPointerMove={() => setAt(i)}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => pick(i)}
              onKeyDown={onKeyDown}
            >
              {item.icon}
              <span className={c.label}>{item.label}</span>
              {item.hint && <small>{item.hint}</small>}
              {isOn(item) && <Check size={14} className={c.tick} aria-hidden="true" />}
            </div>
          ))}
          {created && (
            <div id={`picker-${items.length}`} role="option" tabIndex={-1} aria-selected="false" data-at={index === items.length} className={c.option} onClick={() => pick(items.length)} onKeyDown={onKeyDown}>
              <span className={c.label}>{created}</span>
            </div>
          )}
        </div>
        {count === 0 && own !== null && <p className={c.none}>{t(text.trim() ? 'picker.none' : overlay.search ? 'picker.type' : overlay.create ? 'picker.make' : 'picker.none')}</p>}
      </div>
    </>
  );
}

/** Null while they are on their way; what cannot be had closes the picker and says why. */
function usePromised(items: PickerOverlay['items']): PickItem[] | null {
  const [here, setHere] = useState(Array.isArray(items) ? items : null);
  useEffect(() => {
    if (Array.isArray(items)) return;
    items.then(setHere, (error: unknown) => {
      ui().close();
      refuse(error);
    });
  }, [items]);
  return here;
}

function matching(items: PickItem[], text: string): PickItem[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return items.filter((item) => {
    const where = fold(`${item.label} ${item.words ?? ''}`);
    return words.every((word) => where.includes(word));
  });
}

/** Asks the server while typing; an answer that comes after a later question is dropped. */
function useServerSearch(search: PickerOverlay['search'], text: string, setFound: (items: PickItem[] | null) => void) {
  useEffect(() => {
    if (!search || !text.trim()) {
      setFound(null);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      void search(text.trim()).then((items) => isCurrent && setFound(items), () => undefined);
    }, SEARCH_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [search, text, setFound]);
}

/** Below its anchor, or above where there is no room; inside the window in any case. What is still to come needs room, too. */
function useAnchor(box: React.RefObject<HTMLDivElement | null>, anchor: Element | null, mayGrow: boolean) {
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const before = document.activeElement;
    const at = anchor?.isConnected ? anchor.getBoundingClientRect() : new DOMRect(innerWidth / 2 - 132, 120, 264, 0);
    const own = element.getBoundingClientRect();
    const roomBelow = innerHeight - at.bottom - 12;
    const isAbove = roomBelow < (mayGrow ? 240 : Math.min(own.height, 240)) && at.top > roomBelow;
    element.style.left = `${Math.max(8, Math.min(at.left, innerWidth - own.width - 8))}px`;
    if (isAbove) element.style.bottom = `${innerHeight - at.top + 6}px`;
    else element.style.top = `${at.bottom + 6}px`;
    element.style.maxHeight = `${Math.max(160, (isAbove ? at.top : roomBelow) - 8)}px`;
    return () => {
      const back = anchor instanceof HTMLElement && anchor.isConnected ? anchor : before;
      if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
    };
  }, [anchor, box]);
}
