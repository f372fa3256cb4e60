import type { t as Say } from './i18n';

/** The two sentences of the server (desk/kept_apart.cpp): with the reason for who may lift it, without for everybody else. */
const SENTENCE =
  /^(?<who>.+?) is given no tickets of this (?<whose>customer|organization): (?<by>.+?) has set that(?: \("(?<reason>.*)"\))?\. Choose somebody else, or (?<how>lift it|ask .+ to lift it) under Settings, Routing\.$/s;

/** Why somebody who is kept apart from a customer cannot be chosen, in the reader's language. `t` is passed in: with an import of its own this small part would cost the first page a script more. */
export function keptApart(detail: string, t: typeof Say): string {
  const found = SENTENCE.exec(detail)?.groups;
  if (!found) return detail;
  const who = found.who === 'This person' ? t('keptApart.somebody') : found.who!;
  const by = found.by === 'an admin' ? t('keptApart.admin') : found.by!;
  const what = found.whose === 'customer' ? t('keptApart.customer', { who, by }) : t('keptApart.organization', { who, by });
  const why = found.reason ? t('keptApart.reason', { reason: found.reason }) : '';
  const how = found.how === 'lift it' ? t('keptApart.lift') : t('keptApart.ask', { by });
  return [what, why, how].filter(Boolean).join(' ');
}
