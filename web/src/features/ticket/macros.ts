import { ApiError, newKey, read, type Schemas, write } from '../../lib/api';
import { refuse } from '../../lib/change';
import { t } from '../../lib/i18n';
import { recount } from '../../lib/reference';
import { type Detail, detailKey, type Row } from '../../lib/rows';
import { qc } from '../../lib/query_client';
import { type Article, rereadDetail } from '../../lib/ticket_detail';
import { complain, say } from '../../lib/toasts';
import { ui } from '../../lib/ui_state';
import { showMissed } from './MissedDialog';

type Macro = Schemas['Macro'];

/** Several changes, an answer and a note in one step, as the desk has written them down. */
export function openMacros(ticket: Row, anchor: Element | null) {
  const isFitting = (macro: Macro) => !macro.queues.length || macro.queues.includes(ticket.queue?.id ?? 0);
  const macros = read<{ items: Macro[] }>('/api/v1/macros').then((page) => page.items.filter(isFitting));
  void macros.then((all) => all.length || complain(t('macro.none')), refuse);
  const items = macros.then((all) => all.map((macro) => ({ id: String(macro.id), label: macro.name, hint: macro.reply ? t('macro.replies') : undefined })));
  ui().open({
    kind: 'picker',
    anchor,
    title: t('command.macro'),
    items,
    onPick: async (id) => {
      const macro = (await macros).find((each) => String(each.id) === id);
      if (macro) await use(ticket.id, macro);
    },
  });
}

/** An answer is refused where somebody has written what this person has not seen. */
const newestSeen = (ticket: number) => Math.max(0, ...(qc.getQueryData<Detail>(detailKey(ticket))?.articles ?? []).map((each) => each.id));

async function use(ticket: number, macro: Macro, seen = macro.reply ? newestSeen(ticket) : 0) {
  const { id, name } = macro;
  try {
    const done = await write<Schemas['MacroDone']>('POST', `/api/v1/tickets/${ticket}/macros/${id}`, seen ? { seen_article: seen } : {}, { 'Idempotency-Key': newKey() });
    say(t('said.macro', { name }), () => takeBack(ticket, done.event, name));
  } catch (error) {
    const missed = missedIn(error);
    if (missed.length) showMissed(missed, () => void use(ticket, macro, Math.max(...missed.map((each) => each.id))));
    else explain(error);
  }
  await rereadDetail(ticket);
  recount();
}

/** What others have written meanwhile, as the refusal tells. */
function missedIn(error: unknown): Article[] {
  const problem = error instanceof ApiError && error.problem?.code === 'ticket.moved' ? error.problem : undefined;
  return problem?.since ?? [];
}

async function takeBack(ticket: number, event: number, name: string) {
  try {
    await write('POST', `/api/v1/tickets/${ticket}/events/${event}/reversal`);
    say(t('said.macroUndone', { name }));
  } catch (error) {
    explain(error);
  }
  await rereadDetail(ticket);
  recount();
}

/** What concerns macros alone is said in the reader's language; the rest as the server says it. */
function explain(error: unknown) {
  const code = error instanceof ApiError ? error.problem?.code : undefined;
  if (code === 'sending.gone') complain(t('macro.left'));
  else if (code === 'change.moved_on') complain(t('macro.movedOn'));
  else if (code === 'macro.undone') complain(t('macro.undone'));
  else if (code === 'macro.answer_gone') complain(t('macro.answerGone'));
  else refuse(error);
}
