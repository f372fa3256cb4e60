import { useEffect } from 'react';
import { ApiError, read, write, type Schemas } from '../../lib/api';
import { t } from '../../lib/i18n';
import { onLive } from '../../lib/live';
import type { Detail } from '../../lib/rows';
import { say } from '../../lib/toasts';
import { type ComposerState, composer, emptyComposer, type Mode, setComposer, setText, useComposer } from './composer_state';

type Draft = Schemas['Draft'];

const PAUSE_MS = 500;
const KEEP_MS = 250;
type Kind = 'reply' | 'note';
const isKind = (mode: Mode): mode is Kind => mode !== 'forward';

/** What could not reach the server stays in this browser until it can. */
const local = (ticket: number, kind: Kind) => `draft:${ticket}:${kind}`;
/** Not with every key, since the browser writes the whole text; but before the page goes away. */
const unkept = new Map<string, string>();
function keepHere(ticket: number, kind: Kind, text: string) {
  if (!unkept.size) setTimeout(keepNow, KEEP_MS);
  unkept.set(local(ticket, kind), text);
}
function keepNow() {
  for (const [name, text] of unkept) localStorage.setItem(name, text);
  unkept.clear();
}
addEventListener('pagehide', keepNow);
function dropHere(ticket: number, kind: Kind) {
  unkept.delete(local(ticket, kind));
  localStorage.removeItem(local(ticket, kind));
}

/** Begins with the team's drafts of this ticket; a text that only this browser has goes before them. */
export function startComposer(detail: Detail) {
  const state = emptyComposer(detail.id);
  for (const kind of ['reply', 'note'] as const) {
    const draft = detail.drafts.find((each) => each.kind === kind);
    const kept = unkept.get(local(detail.id, kind)) ?? localStorage.getItem(local(detail.id, kind));
    state.text[kind] = kept ?? draft?.text ?? '';
    state.revision[kind] = draft?.revision ?? 0;
    state.files[kind] = (draft?.attachments ?? []).map((upload) => ({ key: `u${upload.id}`, name: upload.name, size: upload.size, upload }));
    if (kind === 'reply' && draft?.to.length) Object.assign(state, { to: draft.to, cc: draft.cc });
  }
  if (!state.text.reply && state.text.note) state.mode = 'note';
  setComposer(state);
}

/** Saves a pause after the last key: on the server, where the team and the other tab see it. */
export function useDraftSaving(ticket: number) {
  useEffect(() => onLive('draft', (says) => void followDraft(says.ticket, says.kind, says.revision)), []);
  const mode = useComposer((state) => state.mode);
  const text = useComposer((state) => state.text[mode]);
  const files = useComposer((state) => state.files[mode]);
  const to = useComposer((state) => state.to);
  const cc = useComposer((state) => state.cc);
  useEffect(() => {
    // The first pass only shows what is saved already.
    if (!isKind(mode) || composer().ticket !== ticket || text === lastSaved(ticket, mode)) return;
    keepHere(ticket, mode, text);
    const timer = setTimeout(() => void save(ticket, mode), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [ticket, mode, text, files, to, cc]);
}

const saved = new Map<string, string>();
const lastSaved = (ticket: number, kind: Kind) => saved.get(local(ticket, kind)) ?? '';
export const markSaved = (ticket: number, kind: Kind, text: string) => saved.set(local(ticket, kind), text);

async function save(ticket: number, kind: Kind) {
  const state = composer();
  if (state.ticket !== ticket) return;
  const text = state.text[kind];
  setComposer({ saved: 'saving' });
  try {
    const draft = await write<Draft>('PUT', `/api/v1/tickets/${ticket}/draft?kind=${kind}`, body(state, kind));
    markSaved(ticket, kind, text);
    dropHere(ticket, kind);
    if (composer().ticket !== ticket) return;
    setComposer({ saved: 'server', revision: { ...composer().revision, [kind]: draft.revision } });
  } catch (error) {
    if (error instanceof ApiError && error.problem?.code === 'draft.moved') await join(ticket, kind);
    else setComposer({ saved: 'here' });
  }
}

function body(state: ComposerState, kind: Kind) {
  const attachments = state.files[kind].flatMap((file) => (file.upload ? [file.upload.id] : []));
  const recipients = kind === 'reply' && state.to ? { to: state.to, cc: state.cc } : {};
  return { revision: state.revision[kind], text: state.text[kind], attachments, ...recipients };
}

/** Somebody else has written this draft meanwhile: theirs is shown, ours comes back with one press. */
async function join(ticket: number, kind: Kind) {
  const current = await read<Draft>(`/api/v1/tickets/${ticket}/draft?kind=${kind}`);
  const state = composer();
  if (state.ticket !== ticket) return;
  const mine = state.text[kind];
  setComposer({ revision: { ...state.revision, [kind]: current.revision } });
  if (!current.is_empty && current.text !== mine) {
    markSaved(ticket, kind, current.text);
    setText(ticket, kind, current.text);
    say(t('draft.theirs', { name: current.agent?.name ?? '' }), () => setText(ticket, kind, mine));
  } else {
    markSaved(ticket, kind, '');
    setText(ticket, kind, mine);
  }
}

/** A draft that another tab or a colleague has changed, as the live line says. */
async function followDraft(ticket: number, kind: Kind, revision: number) {
  const state = composer();
  if (state.ticket !== ticket || state.revision[kind] >= revision || state.isSending) return;
  if (state.text[kind] !== lastSaved(ticket, kind)) return;
  const draft = await read<Draft>(`/api/v1/tickets/${ticket}/draft?kind=${kind}`);
  if (composer().ticket !== ticket || composer().revision[kind] >= draft.revision) return;
  markSaved(ticket, kind, draft.text);
  setComposer({ revision: { ...composer().revision, [kind]: draft.revision } });
  setText(ticket, kind, draft.text);
}

/** After sending: nothing is left to save, anywhere. */
export function forgetDraft(ticket: number, kind: Kind) {
  markSaved(ticket, kind, '');
  dropHere(ticket, kind);
}
