import type { Schemas } from '../../lib/api';
import { t, useT } from '../../lib/i18n';
import { useAgents, useCategories, useQueues } from '../../lib/reference';
import { valueName } from '../../lib/ticket_pickers';

export type Changes = Schemas['Macro']['changes'];
type Named = { id: number; name: string };
type Names = { queue: Named[]; agent: Named[]; category: Named[] };

export const useNames = (): Names => ({ queue: useQueues(), agent: useAgents(), category: useCategories() });

/** "Status: Solved": what one change of a macro does, as people say it. */
export function changeWords(field: string, value: unknown, names: Names): string {
  if (field === 'tags_add' || field === 'tags_remove') return t(`macros.${field}Words`, { tags: (value as string[]).join(', ') });
  if (field === 'fields') return fieldsWords(value as Record<string, unknown>);
  if (field in names) {
    const name = names[field as keyof Names].find((each) => each.id === value)?.name;
    return t('macros.change', { field: t(`field.${field as 'queue'}`), value: value === null ? t('macros.nobody') : (name ?? String(value)) });
  }
  return t('macros.change', { field: t(`field.${field as 'status'}`), value: valueName(field, String(value)) });
}

const fieldsWords = (fields: Record<string, unknown>) =>
  Object.entries(fields)
    .map(([key, value]) => t('macros.change', { field: key, value: String(value ?? '–') }))
    .join(', ');

/** Everything that a macro does, one phrase for each part. */
export function useMacroWords() {
  const names = useNames();
  useT();
  return (macro: Schemas['Macro']): string[] => [
    ...Object.entries(macro.changes).map(([field, value]) => changeWords(field, value, names)),
    ...(macro.takes ? [t('macros.takesWords')] : []),
    ...(macro.reply ? [t('macros.replyWords')] : []),
    ...(macro.note ? [t('macros.noteWords')] : []),
  ];
}
