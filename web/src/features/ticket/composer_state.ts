import { create } from 'zustand';
import type { Article } from '../../lib/ticket_detail';
import type { Schemas } from '../../lib/api';

export type Recipient = Schemas['Recipients']['to'][number];
type Upload = Schemas['Upload'];

export type Mode = 'reply' | 'note' | 'forward';
/** A file on its way to the server, or there. */
export type Attached = { key: string; name: string; size: number; upload?: Upload; failure?: string };

export type ComposerState = {
  ticket: number;
  mode: Mode;
  text: Record<Mode, string>;
  files: Record<Mode, Attached[]>;
  /** Null: whom the server takes for a reply to the customer. */
  to: Recipient[] | null;
  cc: Recipient[];
  forwarded: Article | null;
  /** Of the draft that we know, for each kind that has one. */
  revision: { reply: number; note: number };
  saved: 'no' | 'saving' | 'server' | 'here';
  /** Messages that came while we wrote; the server has refused to send past them. */
  missed: Article[];
  isSending: boolean;
};

export const emptyComposer = (ticket: number): ComposerState => ({
  ticket,
  mode: 'reply',
  text: { reply: '', note: '', forward: '' },
  files: { reply: [], note: [], forward: [] },
  to: null,
  cc: [],
  forwarded: null,
  revision: { reply: 0, note: 0 },
  saved: 'no',
  missed: [],
  isSending: false,
});

/** What is being written at the ticket in sight. One at a time: the ticket changes, the state begins anew. */
export const useComposer = create<ComposerState>(() => emptyComposer(0));
export const composer = () => useComposer.getState();
export const setComposer = (change: Partial<ComposerState>) => useComposer.setState(change);

/** Texts are set for a ticket, so that an answer that comes late never lands in another one. */
export function setText(ticket: number, mode: Mode, text: string) {
  if (composer().ticket !== ticket) return;
  setComposer({ text: { ...composer().text, [mode]: text } });
}
export function changeFiles(ticket: number, mode: Mode, change: (files: Attached[]) => Attached[]) {
  if (composer().ticket !== ticket) return;
  setComposer({ files: { ...composer().files, [mode]: change(composer().files[mode]) } });
}

let field: HTMLTextAreaElement | null = null;
export const setField = (element: HTMLTextAreaElement | null) => {
  field = element;
};

/** Turns to a way of writing and puts the caret at the end of what stands there. */
export function write(mode: Mode) {
  setComposer({ mode });
  // At once: the next key is already meant for the field.
  field?.focus();
  requestAnimationFrame(() => field?.setSelectionRange(field.value.length, field.value.length));
}

/** Keys are commands again: what was written is done with. */
export const leaveField = () => field?.blur();

export function forwardArticle(article: Article) {
  setComposer({ forwarded: article, to: [], cc: [] });
  write('forward');
}

/** Puts words where the caret stands, in place of the last `replaced` letters before it; the browser can undo it. */
export function insert(words: string, replaced = 0) {
  if (!field) return;
  field.focus();
  const at = field.selectionStart;
  field.setSelectionRange(Math.max(0, at - replaced), field.selectionEnd);
  // The only way that keeps the browser's own undo.
  if (!document.execCommand('insertText', false, words)) field.setRangeText(words, Math.max(0, at - replaced), at, 'end');
}
