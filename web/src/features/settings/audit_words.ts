import type { Schemas } from '../../lib/api';
import { getLang, type Key, maybe, t } from '../../lib/i18n';

export type Entry = Schemas['AuditEntry'];
type Change = Entry['changes'][number];

/** Kinds of objects that can be asked for, with the word that the settings have for them. */
export const KINDS: [string, Key][] = [
  ['session', 'audit.kinds.session'],
  ['agent', 'settings.agents'],
  ['token', 'settings.tokens'],
  ['settings', 'settings.general'],
  ['queue', 'settings.queues'],
  ['category', 'settings.categories'],
  ['matrix', 'settings.matrix'],
  ['calendar', 'settings.calendars'],
  ['policy', 'settings.policies'],
  ['mailbox', 'settings.mailboxes'],
  ['submission', 'settings.outgoing'],
  ['portal', 'settings.portal'],
  ['tag', 'audit.kinds.tag'],
  ['field', 'audit.kinds.field'],
  ['answer', 'audit.kinds.answer'],
  ['macro', 'settings.macros'],
  ['customer', 'audit.kinds.customer'],
  ['organization', 'audit.kinds.organization'],
  ['article', 'audit.kinds.article'],
  ['attachment', 'audit.kinds.attachment'],
];

const OWN = ['sign_in', 'sign_out', 'complete_setup', 'set_password', 'create_desk', 'import_mail', 'make_backup', 'invite_agent', 'remove_factors_of', 'create_sign_in_link', 'end_session'];
const VERBS: [RegExp, 'add' | 'change' | 'remove' | 'download'][] = [
  [/^(create|issue|add)_/, 'add'],
  [/^(delete|remove|revoke|end)_/, 'remove'],
  [/^get_/, 'download'],
];

/** Who did it, as a name: an agent, a program, or who typed a command. */
export function actorName({ actor, object }: Entry): string {
  if (actor.agent) return actor.agent.name;
  if (actor.credential === 'operator') return actor.origin.startsWith('command line') ? t('audit.commandLine') : t('audit.operator');
  const token = /^token:(\d+)$/.exec(actor.credential);
  if (token) return t('audit.token', { id: token[1]! });
  return actor.credential === 'password' && object.name ? object.name : t('audit.unknown');
}

/** How they came in: by what they proved who they are. */
export function wayIn(entry: Entry): string {
  const { credential } = entry.actor;
  if (credential === 'operator' || credential.startsWith('token:')) return actorName(entry);
  return maybe(`sessions.means.${credential}`) ?? credential;
}

/** From where: an address, or who typed a command. */
export const origin = ({ actor }: Entry) => actor.origin.replace(/^command line/, t('audit.commandLine')) || '–';

/** What it was done to: 'the queue “Printing”'. */
export function objectName({ object }: Entry): string {
  const kind = maybe(`audit.kind.${object.kind}`) ?? object.kind.replaceAll('_', ' ');
  if (object.name && object.kind !== 'settings' && object.kind !== 'portal') return t('audit.named', { kind, name: object.name });
  return object.id ? t('audit.numbered', { kind, id: String(object.id) }) : kind;
}

/** By which way somebody tried to come in. */
function failedSignIn({ actor }: Entry): string {
  const way = maybe(`audit.failed.${actor.credential}`);
  return way ?? t('audit.signInFailed');
}

/** What was done, to be read behind the name. */
export function deed(entry: Entry): string {
  const { action, is_refused: isRefused } = entry;
  if (action === 'sign_in' && isRefused) return failedSignIn(entry);
  if (action === 'sign_in') return t('audit.did.sign_in');
  if (action === 'confirm_session' && isRefused) return t('audit.proofFailed');
  const what = objectName(entry);
  const verb = VERBS.find(([pattern]) => pattern.test(action))?.[1] ?? 'change';
  if (isRefused) return t('audit.refused', { what });
  if (OWN.includes(action)) return t(`audit.did.${action as 'set_password'}`, { what });
  return t(`audit.did.${verb}`, { what });
}

/** Where the forms of a kind have their words. */
const GROUPS: Record<string, string> = { category: 'categories', policy: 'policies', mailbox: 'mailboxes', submission: 'mailboxes', settings: 'general', portal: 'portal', gate_field: 'gate' };
/** Fields whose form says it in other words than the API. */
const FORM_KEYS: Record<string, string> = {
  accepts_any_recipient: 'general.anyRecipient',
  reopen_window_days: 'general.reopen',
  close_after_days: 'general.close',
  warn_at_percent: 'general.warn',
  audit_share: 'gate.audit',
  trusts_before_proof: 'gate.trusts',
};

/** The name of a field: as the forms call it, else as the API does. */
export function fieldName(kind: string, field: string): string {
  const camel = field.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
  const group = GROUPS[kind] ?? `${kind}s`;
  const own = [FORM_KEYS[field] ?? '', `${group}.${camel}`, `${group}.${field}`, `audit.fields.${field}`, `field.${field}`].map(maybe).find(Boolean);
  if (own) return own;
  const words = field.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A value as people read it; `nameOf` knows records by their number. */
export function valueText(value: unknown, nameOf: (id: number) => string | undefined = () => undefined): string {
  if (value === null || value === undefined || value === '') return '–';
  if (value === '(secret)') return t('audit.secret');
  if (value === true || value === false) return t(value ? 'audit.yes' : 'audit.no');
  if (typeof value === 'number') return nameOf(value) ?? new Intl.NumberFormat(getLang(), { useGrouping: false }).format(value);
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.length ? value.map((each) => valueText(each, nameOf)).join(', ') : '–';
  const object = value as Record<string, unknown>;
  if (typeof object.name === 'string') return 'level' in object ? `${object.name} ${String(object.level)}` : object.name;
  return Object.entries(object)
    .map(([key, each]) => `${key}: ${valueText(each)}`)
    .join('; ');
}

/** Which records the numbers in a field stand for. */
export function recordsOf(field: Change['field']): 'queue' | 'agent' | 'category' | undefined {
  if (field === 'queue' || field === 'queues') return 'queue';
  if (field === 'agent' || field === 'lead') return 'agent';
  return field === 'parent' || field === 'category' || field === 'categories' ? 'category' : undefined;
}
