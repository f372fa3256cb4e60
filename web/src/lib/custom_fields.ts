import { useQuery } from '@tanstack/react-query';
import type { Schemas } from './api';
import { getLang } from './i18n';
import { list } from './records';
import type { Row } from './rows';

type Field = Schemas['Field'];
const fields = { ...list<Field>('/api/v1/fields'), staleTime: 10 * 60_000 };

/** The name in the reader's language, else in English, else in any. */
export const nameOf = (names: Record<string, string> = {}): string => names[getLang()] ?? names.en ?? Object.values(names)[0] ?? '';
export const optionName = (field: Field, value: string): string => {
  const option = field.options.find((each) => each.value === value);
  return option ? nameOf(option.name) || value : value;
};

/** All fields of the desk's own. */
export const useAllFields = (): Field[] => useQuery(fields).data ?? [];

/** The fields of the desk that this ticket shows: those of its queue and category whose condition holds. */
export function useFieldsOf(ticket: Row): Field[] {
  const all = useQuery(fields).data ?? [];
  return all.filter((field) => isShown(field, ticket));
}

export function isShown(field: Field, ticket: Pick<Row, 'queue' | 'category' | 'fields'>): boolean {
  if (field.queues.length && !field.queues.includes(ticket.queue?.id ?? 0)) return false;
  if (field.categories.length && !field.categories.includes(ticket.category?.id ?? 0)) return false;
  if (!field.shown_when) return true;
  const value = ticket.fields[field.shown_when.field];
  const values = Array.isArray(value) ? value : [value];
  return values.some((each) => field.shown_when?.values.includes(String(each)));
}

/** A value as people read it. */
export function fieldText(field: Field, value: unknown): string {
  if (value === undefined || value === null || value === '') return '';
  if (Array.isArray(value)) return value.map((each) => optionName(field, String(each))).join(', ');
  if (field.kind === 'choice' || field.kind === 'tree') return optionName(field, String(value));
  return String(value);
}
