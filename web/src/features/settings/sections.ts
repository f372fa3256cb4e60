import { BellRing, BrainCircuit, Building, CalendarClock, CalendarRange, CircleHelp, FlaskConical, FormInput, Grid3x3, Inbox, KeyRound, LifeBuoy, ListTree, LockKeyhole, Mail, MailX, MessageSquareText, Regex, Route, Scale, ScrollText, Send, ShieldCheck, Tags, Timer, UserCog, Webhook, Zap } from 'lucide-react';
import { may } from '../../lib/boot';
import type { Key } from '../../lib/i18n';

export type Section = { path: string; label: Key; icon: typeof Inbox; needs: string };

const ALL: Section[] = [
  { path: 'general', label: 'settings.general', icon: Building, needs: 'setup:read' },
  { path: 'agents', label: 'settings.agents', icon: UserCog, needs: 'agents:read' },
  { path: 'roster', label: 'roster.title', icon: CalendarRange, needs: 'agents:read' },
  { path: 'signin', label: 'settings.signin', icon: LockKeyhole, needs: 'setup:read' },
  { path: 'queues', label: 'settings.queues', icon: Inbox, needs: 'setup:read' },
  { path: 'routing', label: 'settings.routing', icon: Route, needs: 'setup:read' },
  { path: 'categories', label: 'settings.categories', icon: ListTree, needs: 'setup:read' },
  { path: 'tags', label: 'settings.tags', icon: Tags, needs: 'setup:read' },
  { path: 'fields', label: 'settings.fields', icon: FormInput, needs: 'setup:read' },
  { path: 'entities', label: 'settings.entities', icon: Regex, needs: 'setup:read' },
  { path: 'answers', label: 'settings.answers', icon: MessageSquareText, needs: 'setup:read' },
  { path: 'macros', label: 'settings.macros', icon: Zap, needs: 'setup:read' },
  { path: 'matrix', label: 'settings.matrix', icon: Grid3x3, needs: 'setup:read' },
  { path: 'calendars', label: 'settings.calendars', icon: CalendarClock, needs: 'setup:read' },
  { path: 'policies', label: 'settings.policies', icon: Timer, needs: 'setup:read' },
  { path: 'reasons', label: 'settings.reasons', icon: CircleHelp, needs: 'setup:read' },
  { path: 'escalation-chains', label: 'settings.escalation-chains', icon: BellRing, needs: 'setup:read' },
  { path: 'webhooks', label: 'settings.webhooks', icon: Webhook, needs: 'setup:read' },
  { path: 'mailboxes', label: 'settings.mailboxes', icon: Mail, needs: 'mailboxes:manage' },
  { path: 'outgoing', label: 'settings.outgoing', icon: Send, needs: 'mailboxes:manage' },
  { path: 'undelivered', label: 'settings.undelivered', icon: MailX, needs: 'mailboxes:manage' },
  { path: 'portal', label: 'settings.portal', icon: LifeBuoy, needs: 'setup:read' },
  { path: 'gate', label: 'settings.gate', icon: ShieldCheck, needs: 'setup:read' },
  { path: 'models', label: 'settings.models', icon: BrainCircuit, needs: 'setup:read' },
  { path: 'whatif', label: 'whatif.title', icon: FlaskConical, needs: 'setup:read' },
  { path: 'fairness', label: 'fairness.title', icon: Scale, needs: 'setup:write' },
  { path: 'tokens', label: 'settings.tokens', icon: KeyRound, needs: 'tokens:manage' },
  { path: 'audit', label: 'settings.audit', icon: ScrollText, needs: 'audit:read' },
];

/** What this person may at least look at. */
export const sections = () => ALL.filter((section) => may(section.needs));
