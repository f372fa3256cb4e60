import { maybe, t } from '../../lib/i18n';
import type { Change, TicketEvent } from '../../lib/ticket_detail';
import { valueName } from '../../lib/ticket_pickers';
import { dateTime } from '../../lib/time';
import { usedMacro } from './timeline_items';

const PLAIN_FIELDS = new Set(['language', 'sentiment', 'type', 'impact', 'urgency', 'priority', 'status']);

export const isFromMachine = (event: TicketEvent) => event.actor === 'lotse' && event.changes.some((change) => change.because.source !== 'person');

/** Who did what: "Anna Kowalska", "Lotse", "Opened by e-mail". */
export function eventWords(event: TicketEvent): string {
  const macro = usedMacro(event);
  if (macro) return t('event.macro', { who: event.agent?.name ?? t(`actor.${event.actor}`), name: macro.name });
  const own = `event.${event.kind}`;
  if (event.kind !== 'updated' && event.kind !== 'settled' && maybe(own)) {
    const text = t(own as 'event.opened');
    return event.agent ? `${event.agent.name}: ${text}` : text;
  }
  if (event.agent) return event.agent.name;
  return t(`actor.${event.actor}`);
}

/** "Category: Printing", "Status: Open". Where nothing is set any more, a dash. */
export function changeWords(change: Change): string {
  const name = maybe(`field.${change.field}`) ?? change.field.replace(/^field\./, '');
  if (change.field === 'escalated' && change.to === 'true') return name;
  const value = change.to_name ?? (change.to ? wordOf(change.field, change.to) : '–');
  return `${name}: ${value}`;
}

function wordOf(field: string, value: string): string {
  if (PLAIN_FIELDS.has(field)) return valueName(field, value);
  if (/_at$|_until$/.test(field) && !Number.isNaN(Date.parse(value))) return dateTime(value);
  return value;
}

export const fieldName = (field: string): string => maybe(`field.${field}`) ?? field;
