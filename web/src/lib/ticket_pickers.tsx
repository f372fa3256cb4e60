import { ChevronsUp, CircleCheck, CircleDashed, CircleDot, CircleSlash, Hourglass, UserRound } from 'lucide-react';
import { Avatar } from '../ui/Avatar';
import { me } from './boot';
import type { Patch, Wish } from './change';
import { t } from './i18n';
import { readAgents, readCategories, readQueues } from './reference';
import type { Row } from './rows';
import { type PickItem, ui } from './ui_state';
import * as wishes from './wishes';

/** What a picker does with the choice: changes one ticket, or all that are selected. */
export type Apply = (wish: Wish, said: string) => void;
type At = { anchor: Element | null; of?: Row };

export const STATUS_ICONS = {
  new: <CircleDashed size={14} />,
  open: <CircleDot size={14} />,
  waiting: <Hourglass size={14} />,
  solved: <CircleCheck size={14} />,
  closed: <CircleSlash size={14} />,
};

function openPicker(at: At, title: string, items: PickItem[] | Promise<PickItem[]>, onPick: (id: string) => void) {
  ui().open({ kind: 'picker', anchor: at.anchor, title, items, onPick });
}

export function pickStatus(at: At, apply: Apply) {
  const items = wishes.STATUSES.map((id) => ({ id, label: t(`status.${id}`), icon: STATUS_ICONS[id], isOn: at.of?.status === id }));
  openPicker(at, t('field.status'), items, (id) => {
    const value = id as (typeof wishes.STATUSES)[number];
    apply(wishes.status(value), t('said.status', { status: t(`status.${value}`) }));
  });
}

export function pickPriority(at: At, apply: Apply) {
  const items = wishes.PRIORITIES.map((id) => ({ id, label: t(`priority.${id}`), icon: <ChevronsUp size={14} />, isOn: at.of?.priority === id }));
  openPicker(at, t('field.priority'), items, (id) => {
    const value = id as (typeof wishes.PRIORITIES)[number];
    apply(wishes.priority(value), t('said.priority', { priority: t(`priority.${value}`) }));
  });
}

/** Whoever is signed in first, then who is there, then the others; nobody at the end. */
export function pickOwner(at: At, apply: Apply) {
  const own = me()?.id;
  const rank = (agent: { id: number; is_available: boolean }) => (agent.id === own ? 0 : agent.is_available ? 1 : 2);
  const agents = readAgents().then((all) =>
    all.filter((agent) => !agent.is_disabled && agent.role !== 'auditor').sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name)),
  );
  const items = agents.then((all): PickItem[] => [
    ...all.map((agent) => ({
      id: String(agent.id),
      label: agent.name,
      words: agent.email,
      hint: agent.id === own ? t('you') : agent.is_available ? undefined : t('agent.away'),
      icon: <Avatar name={agent.name} size={20} />,
      isOn: at.of?.agent?.id === agent.id,
    })),
    { id: '', label: t('owner.nobody'), icon: <UserRound size={16} />, isOn: at.of !== undefined && !at.of.agent },
  ]);
  openPicker(at, t('command.assign'), items, async (id) => {
    const agent = (await agents).find((each) => String(each.id) === id) ?? null;
    apply(wishes.owner(agent), agent ? t('said.owner', { name: agent.name }) : t('said.nobody'));
  });
}

export function pickQueue(at: At, apply: Apply) {
  const queues = readQueues();
  const items = queues.then((all) => all.map((each) => ({ id: String(each.id), label: each.name, isOn: at.of?.queue?.id === each.id })));
  openPicker(at, t('field.queue'), items, async (id) => {
    const queue = (await queues).find((each) => String(each.id) === id);
    if (queue) apply(wishes.queue(queue), t('said.queue', { name: queue.name }));
  });
}

export function pickCategory(at: At, apply: Apply) {
  const categories = readCategories();
  const items = categories.then((all) =>
    all.map((each) => ({
      id: String(each.id),
      label: each.name,
      hint: all.find((other) => other.id === each.parent)?.name,
      words: each.key,
      isOn: at.of?.category?.id === each.id,
    })),
  );
  openPicker(at, t('field.category'), items, async (id) => {
    const category = (await categories).find((each) => String(each.id) === id);
    if (category) apply(wishes.category(category), t('said.category', { name: category.name }));
  });
}

/** Fields with a few fixed values: type, impact, urgency, language. */
export function pickValue(at: At, field: 'type' | 'impact' | 'urgency' | 'language', apply: Apply) {
  const values = { type: wishes.TYPES, impact: wishes.LEVELS, urgency: wishes.LEVELS, language: ['de', 'en', 'pl'] }[field];
  const items = values.map((id) => ({ id, label: valueName(field, id), isOn: at.of?.[field] === id }));
  openPicker(at, t(`field.${field}`), items, (id) => {
    const wish: Wish = { body: { [field]: id } as Patch, looks: { [field]: id } as Partial<Row> };
    apply(wish, t('said.value', { field: t(`field.${field}`), value: valueName(field, id) }));
  });
}

/** The word for a value of a field with fixed values; languages are named by the browser. */
export function valueName(field: string, value: string): string {
  if (field === 'language') return languageName(value);
  if (field === 'priority') return t(`priority.${value as 'low'}`);
  if (field === 'type') return t(`type.${value as 'incident'}`);
  if (field === 'impact' || field === 'urgency') return t(`level.${value as 'low'}`);
  if (field === 'sentiment') return t(`sentiment.${value as 'calm'}`);
  if (field === 'status') return t(`status.${value as 'open'}`);
  return value;
}

const names = new Map<string, string>();
export function languageName(code: string): string {
  const key = `${document.documentElement.lang}.${code}`;
  const known = names.get(key);
  if (known) return known;
  const name = new Intl.DisplayNames([document.documentElement.lang], { type: 'language' }).of(code) ?? code;
  names.set(key, name);
  return name;
}
