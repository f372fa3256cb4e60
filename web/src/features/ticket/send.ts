import { ApiError, newKey, write, type Schemas } from '../../lib/api';
import { me } from '../../lib/boot';
import { refuse } from '../../lib/change';
import { t } from '../../lib/i18n';
import { qc } from '../../lib/query_client';
import { recount } from '../../lib/reference';
import { type Detail, detailKey } from '../../lib/rows';
import { type Article, rereadDetail } from '../../lib/ticket_detail';
import { dateTime } from '../../lib/time';
import { say } from '../../lib/toasts';
import { type ComposerState, composer, leaveField, type Mode, setComposer, write as writeOn } from './composer_state';
import { forgetDraft, markSaved } from './drafts';

type Draft = Schemas['Draft'];

export type Then = 'open' | 'waiting' | 'solved';
export type SendWish = { then?: Then; sendAt?: Date; isKnowing?: boolean };
type Sent = { ticket: number; article: number; sending_at?: string | null };

/** One key for one intent: pressed again after a lost answer, the server knows that it is the same reply. */
let intent = { of: '', key: '' };
function keyOf(body: object): string {
  const of = JSON.stringify(body);
  if (intent.of !== of) intent = { of, key: newKey() };
  return intent.key;
}

/** What is on its way: the next one goes once that has arrived, and is not lost for having been quick. */
let underWay: Promise<void> = Promise.resolve();

/** Sends what stands in the composer. What is refused stands there again, with the reason. */
export function send(ticket: Detail, wish: SendWish = {}, after?: () => void): Promise<void> {
  underWay = underWay.catch(() => undefined).then(() => sendNow(ticket, wish, after));
  return underWay;
}

async function sendNow(ticket: Detail, wish: SendWish, after?: () => void) {
  const state = composer();
  if (state.ticket !== ticket.id || !isReady(state)) return;
  const { mode } = state;
  const body = bodyOf(state, ticket, wish);
  setComposer({ ...cleared(state), isSending: true, missed: [] });
  // Were the field still in focus, "n" for a note would be the first letter of another reply.
  leaveField();
  showAtOnce(ticket.id, state, mode);
  if (mode !== 'forward') forgetDraft(ticket.id, mode);
  try {
    const path = { reply: 'replies', note: 'notes', forward: 'forwards' }[mode];
    const sent = await write<Sent>('POST', `/api/v1/tickets/${ticket.id}/${path}`, body, { 'Idempotency-Key': keyOf(body) });
    intent = { of: '', key: '' };
    tell(ticket.id, mode, sent, wish);
    if (composer().ticket === ticket.id && mode !== 'forward') {
      setComposer({ revision: { ...composer().revision, [mode]: composer().revision[mode] + 1 } });
    }
    after?.();
  } catch (error) {
    putBack(ticket.id, state, error);
  }
  if (composer().ticket === ticket.id) setComposer({ isSending: false });
  await rereadDetail(ticket.id);
  recount();
}

export function isReady(state: ComposerState): boolean {
  const files = state.files[state.mode];
  // On its way, or refused: what is seen in the composer goes, or nothing does.
  if (files.some((file) => !file.upload)) return false;
  if (state.mode === 'forward') return Boolean(state.to?.length);
  return state.text[state.mode].trim() !== '' || files.length > 0;
}

const cleared = (state: ComposerState): Partial<ComposerState> => ({
  text: { ...state.text, [state.mode]: '' },
  files: { ...state.files, [state.mode]: [] },
  to: state.mode === 'note' ? state.to : null,
  cc: state.mode === 'note' ? state.cc : [],
  forwarded: null,
  mode: state.mode === 'forward' ? 'reply' : state.mode,
  saved: 'no',
});

function bodyOf(state: ComposerState, ticket: Detail, wish: SendWish): object {
  const uploads = state.files[state.mode].flatMap((file) => (file.upload ? [file.upload.id] : []));
  const text = state.text[state.mode];
  const sendAt = wish.sendAt ? { send_at: wish.sendAt.toISOString() } : {};
  if (state.mode === 'forward') {
    const articles = state.forwarded ? [state.forwarded.id] : [];
    const attachments = state.forwarded?.attachments.map((file) => file.id) ?? [];
    return { to: state.to, cc: state.cc, text, articles, attachments, uploads, ...sendAt };
  }
  const draft = state.revision[state.mode] ? { draft_revision: state.revision[state.mode] } : {};
  const files = uploads.length ? { attachments: uploads } : {};
  if (state.mode === 'note') return { text, ...files, ...draft };
  const recipients = state.to ? { to: state.to, cc: state.cc } : {};
  const seen = wish.isKnowing ? newest(ticket, state.missed) : newest(ticket, []);
  return { text, ...files, ...draft, ...recipients, ...sendAt, ...(seen && ticket.drafts ? { seen_article: seen } : {}), ...(wish.then ? { then: wish.then } : {}) };
}
const newest = (ticket: Detail, missed: Article[]) => Math.max(0, ...ticket.articles.map((each) => each.id), ...missed.map((each) => each.id));

/** The message stands in the thread before the server has answered. */
function showAtOnce(id: number, state: ComposerState, mode: Mode) {
  if (mode === 'forward') return;
  const draft = ownArticle(mode === 'note' ? 'note' : 'message', state.text[mode]);
  qc.setQueryData<Detail>(detailKey(id), (old) => (old ? { ...old, articles: [...old.articles, draft] } : old));
}
/** Every field, so that the compiler tells of a new one: what shows a message may read them all. */
const ownArticle = (kind: Article['kind'], text: string): Article => ({
  id: -Date.now(),
  kind,
  author: 'agent',
  agent: me(),
  channel: 'email',
  from_name: me()?.name ?? '',
  from_address: null,
  to: '',
  cc: '',
  recipients: null,
  subject: '',
  text,
  new_text: text,
  quoted: '',
  signature: '',
  html: null,
  language: null,
  message_id: null,
  sender_proof: 'none',
  is_automatic: false,
  is_quarantined: false,
  remark: null,
  attachments: [],
  sending_at: null,
  personal_data: [],
  entities: [],
  created_at: new Date().toISOString(),
});

function tell(ticket: number, mode: Mode, sent: Sent, wish: SendWish) {
  if (mode === 'note') {
    say(t('said.noted'));
    return;
  }
  const until = sent.sending_at ? Date.parse(sent.sending_at) - Date.now() : 0;
  const text = wish.sendAt ? t('said.scheduled', { at: dateTime(wish.sendAt.toISOString()) }) : t('said.sent');
  if (until > 0) say(text, () => takeBack(ticket, sent.article), wish.sendAt ? 10_000 : until);
  else say(text);
}

/** Takes a reply back while the server still holds it; its words stand in the composer again. */
export async function takeBack(ticket: number, article: number) {
  try {
    const { draft } = await write<{ draft: Draft }>('DELETE', `/api/v1/articles/${article}/sending`);
    if (composer().ticket === ticket) {
      markSaved(ticket, 'reply', draft.text);
      setComposer({
        mode: 'reply',
        text: { ...composer().text, reply: draft.text },
        revision: { ...composer().revision, reply: draft.revision },
        files: { ...composer().files, reply: draft.attachments.map((upload) => ({ key: `u${upload.id}`, name: upload.name, size: upload.size, upload })) },
        to: draft.to.length ? draft.to : null,
        cc: draft.cc,
      });
      writeOn('reply');
    }
  } catch (error) {
    refuse(error);
  }
  await rereadDetail(ticket);
}

function putBack(ticket: number, state: ComposerState, error: unknown) {
  const problem = error instanceof ApiError ? (error.problem as { code?: string; since?: Article[] } | undefined) : undefined;
  if (composer().ticket === ticket) {
    const missed = problem?.code === 'ticket.moved' ? (problem.since ?? []) : [];
    // What has been begun meanwhile in another way of writing stays.
    const { text, files } = composer();
    const { mode } = state;
    setComposer({ text: { ...text, [mode]: state.text[mode] }, files: { ...files, [mode]: state.files[mode] }, to: state.to, cc: state.cc, forwarded: state.forwarded, mode, missed });
    if (document.activeElement === document.body) writeOn(state.mode);
  } else if (state.mode !== 'forward') localStorage.setItem(`draft:${ticket}:${state.mode}`, state.text[state.mode]);
  if (problem?.code !== 'ticket.moved') refuse(error);
}
