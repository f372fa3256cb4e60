import type { ApiError } from './api';
import { type Key, maybe, t } from './i18n';

/** The server's own sentences about the form of a field, which are few, in the reader's language. */
const SENTENCES: [RegExp, Key][] = [
  [/^This (must not be empty|is missing)\.$/, 'fault.empty'],
  [/^This may have at most (?<count>\d+) characters\.$/, 'fault.long'],
  [/^This needs at least (?<count>\d+) characters\.$/, 'fault.short'],
  [/^This must be at least (?<count>-?\d+)\.$/, 'fault.least'],
  [/^This must be at most (?<count>-?\d+)\.$/, 'fault.most'],
  [/^This may have at most (?<count>\d+) items\.$/, 'fault.items'],
  [/^This must be a whole number\.$/, 'fault.number'],
  [/^This must be one line/, 'fault.line'],
];

/** What is wrong with one field. `code` is that of the whole refusal and speaks for its only field. */
export function faultText(detail: string, code?: string): string {
  for (const [sentence, key] of SENTENCES) {
    const match = sentence.exec(detail);
    if (match) return t(key, { count: Number(match.groups?.count ?? 0) });
  }
  return (code && maybe(`problem.${code}`)) || detail;
}

/** Why something was refused, in plain words; the server's own where we have none. */
export function problemText(error: ApiError): string {
  if (error.status === 0) return t('problem.offline');
  const seconds = /try again in (\d+) s\b/.exec(error.problem?.detail ?? '')?.[1];
  if (error.status === 429 && seconds) return t('problem.wait', { count: Number(seconds) });
  const code = error.problem?.code;
  return (code && maybe(`problem.${code}`)) || error.problem?.detail || t('problem.unknown', { status: error.status });
}
