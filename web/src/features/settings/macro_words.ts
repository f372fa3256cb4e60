import type { Schemas } from '../../lib/api';
import { fieldText, nameOf, useAllFields } from '../../lib/custom_fields';
import { t, useT } from '../../lib/i18n';
import { useAgents, useCategories, useQueues } from '../../lib/reference';
import { valueName } from '../../lib/ticket_pickers';

export type Changes = Schemas['Macro']['changes'];
type Named = { id: number; name: string };
type Names = { queue: Named[]; agent: Named[]; category: Named[] };

export const useNames = (): Names => ({ queue: useQueues(), agent: useAgents(), category: useCategories() });

/** "Status: Solved": what one change of a macro does, as people say it. */
export function changeWords(field: string, value: unknown, names: Names, own: Schemas['Field'][]): string {
  if (field === 'tags_add' || field === 'tags_remove') return t(`macros.${field}Words`, { tags: (value as string[]).join(', ') });
  if (field === 'fields') return fieldsWords(value as Record<string, unknown>, own);
  if (field.startsWith('fields.')) return ownWords(field.slice('fields.'.length), value, own);
  if (field in names) {
    const name = names[field as keyof Names].find((each) => each.id === value)?.name;
    return t('macros.change', { field: t(`field.${field as 'queue'}`), value: value === null ? t('macros.nobody') : (name ?? String(value)) });
  }
  return t('macros.change', { field: t(`field.${field as 'status'}`), value: valueName(field, String(value)) });
}

const fieldsWords = (fields: Record<string, unknown>, own: Schemas['Field'][]) =>
  Object.entries(fields)
    .map(([key, value]) => ownWords(key, value, own))
    .join(', ');

/** A field of the desk's own and what it is set to, by their names. */
function ownWords(key: string, value: unknown, own: Schemas['Field'][]): string {
  const field = own.find((each) => each.key === key);
  const text = field ? fieldText(field, value) : String(value ?? '');
  return t('macros.change', { field: nameOf(field?.name) || key, value: text || t('macros.emptied') });
}

/** Everything that a macro does, one phrase for each part. */
export function useMacroWords() {
  const names = useNames();
  const own = useAllFields();
  useT();
  return (macro: Schemas['Macro']): string[] => [
    ...Object.entries(macro.changes).map(([field, value]) => changeWords(field, value, names, own)),
    ...(macro.takes ? [t('macros.takesWords')] : []),
    ...(macro.reply ? [t('macros.replyWords')] : []),
    ...(macro.note ? [t('macros.noteWords')] : []),
  ];
}
