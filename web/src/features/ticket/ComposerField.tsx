import { type ClipboardEvent, type DragEvent, type KeyboardEvent, useCallback, useLayoutEffect, useRef, useState } from 'react';
import { runCommand } from '../../lib/hotkeys';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { composer, setField, setText, useComposer } from './composer_state';
import c from './composer.module.css';
import { pickAnswer, pickMention } from './inserts';
import { sayTyping } from './presence';
import { attach } from './uploads';

/**
 * The words themselves. A slash at the begin of a word offers canned answers, an at sign in a note the colleagues.
 * The field keeps its own text and is told only what came from elsewhere: React would write a long one anew with each key.
 */
export function ComposerField({ ticket }: { ticket: Detail }) {
  const t = useT();
  const mode = useComposer((state) => state.mode);
  const text = useComposer((state) => state.text[state.mode]);
  const field = useRef<HTMLTextAreaElement>(null);
  const hold = useCallback((element: HTMLTextAreaElement | null) => {
    field.current = element;
    setField(element);
  }, []);
  useLayoutEffect(() => {
    if (field.current && field.current.value !== text) field.current.value = text;
  }, [text]);
  const [isOver, setOver] = useState(false);
  const name = ticket.customer.name || ticket.customer.email || '';
  const placeholder = mode === 'note' ? t('composer.notePlaceholder') : mode === 'forward' ? t('composer.forwardPlaceholder') : t('composer.placeholder', { name });

  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      runCommand(event.shiftKey ? 'send-solve' : 'send');
    }
  };
  const onChange = (value: string, element: HTMLTextAreaElement) => {
    const isLonger = value.length === text.length + 1;
    setText(ticket.id, composer().mode, value);
    sayTyping(ticket.id);
    if (!isLonger) return;
    const at = element.selectionStart;
    const before = value.slice(Math.max(0, at - 2), at);
    const isAnswer = /(^|\s)\/$/.test(before);
    if (!isAnswer && !(composer().mode === 'note' && /(^|\s)@$/.test(before))) return;
    if (isAnswer) pickAnswer(ticket, element);
    else pickMention(element);
    // What is typed until the list has come is looked for there, and is no word of the message.
    element.blur();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (!event.clipboardData.files.length) return;
    event.preventDefault();
    attach(event.clipboardData.files);
  };
  const onDrop = (event: DragEvent) => {
    setOver(false);
    if (!event.dataTransfer.files.length) return;
    event.preventDefault();
    attach(event.dataTransfer.files);
  };
  return (
    <textarea
      ref={hold}
      className={c.field}
      data-over={isOver}
      rows={3}
      defaultValue={text}
      placeholder={placeholder}
      aria-label={placeholder}
      lang={ticket.language ?? undefined}
      spellCheck
      onChange={(event) => onChange(event.target.value, event.target)}
      onKeyDown={onKeyDown}
      onPaste={onPaste}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    />
  );
}
