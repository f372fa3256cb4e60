import { checkSession } from './api';
import { lineIsLost, lineIsUp } from './connection';
import { rereadEscalations } from './escalations';
import { qc } from './query_client';
import { recount } from './reference';
import { applyRow, type Detail, detailKey, findRow, type Row, receiveRow, type Viewer } from './rows';
import { rereadDetail } from './ticket_detail';
import { openLists } from './ticket_list';

type TicketSays = { ticket: number; version: number; row: Row | null };
type Typing = { ticket: number; agent: { id: number; name: string } | number; kind: string };
type DraftSays = { ticket: number; kind: 'reply' | 'note'; revision: number };
const REOPEN_MS = 3000;

type Hearers = { draft: Set<(says: DraftSays) => void>; job: Set<(says: { id: number }) => void> };
const hearers: Hearers = { draft: new Set(), job: new Set() };
/** Parts of the page that want to know of drafts or jobs; gives back how to stop. */
export function onLive<K extends keyof Hearers>(kind: K, hear: Hearers[K] extends Set<infer F> ? F : never) {
  (hearers[kind] as Set<unknown>).add(hear);
  return () => void (hearers[kind] as Set<unknown>).delete(hear);
}

/** The one line on which the server says what happened. It is opened once and opens itself again. */
export function connectLive() {
  const source = new EventSource('/api/v1/live');
  const on = <T>(name: string, hear: (says: T) => void) =>
    source.addEventListener(name, (event) => hear(JSON.parse((event as MessageEvent<string>).data) as T));
  let wasLost = false;
  source.onopen = () => {
    lineIsUp();
    if (wasLost) catchUp();
    wasLost = false;
  };
  source.onerror = () => {
    wasLost = true;
    lineIsLost();
    // An answer that is no stream (the server is starting) ends the browser's own attempts.
    if (source.readyState !== EventSource.CLOSED) return;
    setTimeout(reopen, REOPEN_MS);
    void checkSession();
  };
  on('ticket', hearTicket);
  on('counts', recount);
  on('escalation', () => void rereadEscalations());
  on('refetch', readAllAnew);
  on('presence', ({ ticket, viewers }: { ticket: number; viewers: Viewer[] }) => setViewers(ticket, () => viewers));
  on('typing', hearTyping);
  on('draft', (says: DraftSays) => tellAll(hearers.draft, says));
  on('job', (says: { id: number }) => tellAll(hearers.job, says));
}

function tellAll<T>(all: Set<(says: T) => void>, says: T) {
  for (const hear of all) hear(says);
}

function reopen() {
  connectLive();
  catchUp();
}

/**
 * What was said meanwhile may not be told again, and a desk that has just started looks for news only after a moment:
 * everything is read once now, and once when that moment has passed.
 */
function catchUp() {
  readAllAnew();
  setTimeout(readAllAnew, REOPEN_MS);
}

function hearTicket({ ticket, row }: TicketSays) {
  const known = findRow(ticket);
  const isNews = row !== null && receiveRow(row);
  if (row && !isNews) return;
  if (isNews && known) applyRow(ticket, row);
  if (qc.getQueryState(detailKey(ticket))) void rereadDetail(ticket);
  // Whether a ticket has come into a list or left it, only the server can say.
  if (!known || !row || known.status !== row.status || known.agent?.id !== row.agent?.id || known.queue?.id !== row.queue?.id) {
    for (const list of openLists()) list.markOutdated();
  }
  recount();
}

function readAllAnew() {
  void qc.invalidateQueries();
  for (const list of openLists()) list.markOutdated();
}

const setViewers = (ticket: number, change: (viewers: Viewer[]) => Viewer[]) =>
  qc.setQueryData<Detail>(detailKey(ticket), (old) => (old ? { ...old, viewers: change(old.viewers) } : old));

function hearTyping({ ticket, agent }: Typing) {
  const id = typeof agent === 'number' ? agent : agent.id;
  setViewers(ticket, (viewers) => viewers.map((viewer) => (viewer.agent?.id === id ? { ...viewer, state: 'replying' } : viewer)));
}
