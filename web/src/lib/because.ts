import type { Schemas } from './api';
import { maybe } from './i18n';

/** The reason by its code, where the reader's language has it; the sentence as it was stored otherwise. "_one" would be a plural form. */
export function because(reason: Schemas['Because']): string {
  return (reason.source === 'person' ? undefined : maybe(`because.${reason.code.replace(/_one$/, '')}`)) ?? reason.text;
}
