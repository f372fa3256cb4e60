import { read } from '../../lib/api';
import { refuse } from '../../lib/change';
import { t } from '../../lib/i18n';
import { readAgents } from '../../lib/reference';
import type { Row } from '../../lib/rows';
import { ui } from '../../lib/ui_state';
import { insert } from './composer_state';

type Answer = { id: number; name: string; shortcut: string | null; queues: number[]; texts: Record<string, string> };

/** Canned answers in the language of the customer, filled in by the server. `typed`: letters to put them in place of. */
export async function pickAnswer(ticket: Row, anchor: Element | null, typed = 1) {
  const page = await read<{ items: Answer[] }>('/api/v1/answers').catch(refuse);
  const fitting = page?.items.filter((answer) => !answer.queues.length || answer.queues.includes(ticket.queue?.id ?? 0)) ?? [];
  ui().open({
    kind: 'picker',
    anchor,
    title: t('composer.answers'),
    items: fitting.map((answer) => ({
      id: String(answer.id),
      label: answer.name,
      hint: answer.shortcut ? `/${answer.shortcut}` : undefined,
      words: `${answer.shortcut ?? ''} ${Object.values(answer.texts).join(' ')}`,
    })),
    onPick: (id) => {
      void read<{ text: string }>(`/api/v1/answers/${id}/text?ticket=${ticket.id}`).then(({ text }) => insert(text, typed), refuse);
    },
  });
}

export async function pickMention(anchor: Element | null) {
  const agents = (await readAgents().catch(refuse)) ?? [];
  ui().open({
    kind: 'picker',
    anchor,
    title: t('composer.mention'),
    items: agents.filter((agent) => !agent.is_disabled).map((agent) => ({ id: String(agent.id), label: agent.name, words: agent.email })),
    onPick: (id) => {
      const name = agents.find((agent) => String(agent.id) === id)?.name;
      if (name) requestAnimationFrame(() => insert(`@${name} `, 1));
    },
  });
}
