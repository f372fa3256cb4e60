import { read } from '../../lib/api';
import { refuse } from '../../lib/change';
import { t } from '../../lib/i18n';
import { readAgents } from '../../lib/reference';
import type { Row } from '../../lib/rows';
import { ui } from '../../lib/ui_state';
import { insert } from './composer_state';

type Answer = { id: number; name: string; shortcut: string | null; queues: number[]; texts: Record<string, string> };

/** Canned answers in the language of the customer, filled in by the server. `typed`: letters to put them in place of. */
export function pickAnswer(ticket: Row, anchor: Element | null, typed = 1) {
  const isFitting = (answer: Answer) => !answer.queues.length || answer.queues.includes(ticket.queue?.id ?? 0);
  const items = read<{ items: Answer[] }>('/api/v1/answers').then((page) =>
    page.items.filter(isFitting).map((answer) => ({
      id: String(answer.id),
      label: answer.name,
      hint: answer.shortcut ? `/${answer.shortcut}` : undefined,
      words: `${answer.shortcut ?? ''} ${Object.values(answer.texts).join(' ')}`,
    })),
  );
  const put = (id: string) => read<{ text: string }>(`/api/v1/answers/${id}/text?ticket=${ticket.id}`).then(({ text }) => insert(text, typed), refuse);
  ui().open({ kind: 'picker', anchor, title: t('composer.answers'), items, onPick: (id) => void put(id) });
}

/** Calls a colleague into a note. */
export function pickMention(anchor: Element | null, typed = 1) {
  const agents = readAgents().then((all) => all.filter((agent) => !agent.is_disabled));
  const items = agents.then((all) => all.map((agent) => ({ id: String(agent.id), label: agent.name, words: agent.email })));
  const put = async (id: string) => {
    const name = (await agents).find((agent) => String(agent.id) === id)?.name;
    if (name) requestAnimationFrame(() => insert(`@${name} `, typed));
  };
  ui().open({ kind: 'picker', anchor, title: t('composer.mention'), items, onPick: (id) => void put(id) });
}
