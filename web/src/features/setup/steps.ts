import type { ApiError, Schemas } from '../../lib/api';
import type { t as translate } from '../../lib/i18n';
import type { Faults } from '../../ui/form';

export const STEPS = ['token', 'desk', 'place', 'password', 'factor', 'mail', 'queues', 'review'] as const;
export type Step = (typeof STEPS)[number];
export type Security = 'tls' | 'starttls' | 'none';

export type Answers = {
  token: string;
  desk_name: string;
  language: string;
  time_zone: string;
  admin_name: string;
  admin_email: string;
  admin_password: string;
  has_mailbox: boolean;
  mail_from: string;
  imap_host: string;
  imap_port: number;
  imap_security: Security;
  mail_user: string;
  mail_password: string;
  smtp_host: string;
  smtp_port: number;
  smtp_security: Security;
  second_factor: Schemas['Settings']['second_factor'];
  /** Of who wants none for everybody: that they know what it means. */
  knows_risk: boolean;
  template: string;
  demo: boolean;
};

/** Where each field of the request is asked for. */
const FIELDS: Record<string, Step> = {
  '/token': 'token',
  '/desk_name': 'desk',
  '/language': 'place',
  '/time_zone': 'place',
  '/admin': 'password',
  '/second_factor': 'factor',
  '/mail_from': 'mail',
  '/mailbox': 'mail',
  '/submission': 'mail',
  '/template': 'queues',
};

/** Which faults a field mends: the request is built otherwise than the form. */
export const ALSO_AT: Partial<Record<keyof Answers, string[]>> = {
  admin_name: ['admin.name'],
  admin_email: ['admin.email'],
  admin_password: ['admin.password'],
  mail_from: ['mailbox.address'],
  mail_user: ['mailbox.user', 'submission.user'],
  mail_password: ['mailbox.password', 'submission.password'],
  imap_host: ['mailbox.host'],
  imap_port: ['mailbox.port'],
  imap_security: ['mailbox.security'],
  smtp_host: ['submission.host'],
  smtp_port: ['submission.port'],
  smtp_security: ['submission.security'],
};

const LEAST_PASSWORD = 15;

/** What is missing in one step, before the server is asked. */
export function faultsOf(step: Step, answers: Answers, t: typeof translate): Faults {
  const out: Faults = {};
  const need = (value: string, at: string) => {
    if (!value.trim()) out[at] = t('fault.empty');
  };
  if (step === 'token') need(answers.token, '/token');
  if (step === 'desk') need(answers.desk_name, '/desk_name');
  if (step === 'factor' && answers.second_factor === 'nobody' && !answers.knows_risk) out['/knows_risk'] = t('setup.factor.mustKnow');
  if (step === 'mail') return mailFaults(answers, t);
  if (step !== 'password') return out;
  need(answers.admin_name, '/admin/name');
  if (!answers.admin_email.includes('@')) out['/admin/email'] = t('fault.email');
  if ([...answers.admin_password].length < LEAST_PASSWORD) out['/admin/password'] = t('fault.short', { count: LEAST_PASSWORD });
  return out;
}

export function mailFaults(answers: Answers, t: typeof translate): Faults {
  if (!answers.has_mailbox) return answers.mail_from && !answers.mail_from.includes('@') ? { '/mail_from': t('fault.email') } : {};
  const out: Faults = {};
  if (!answers.mail_from.includes('@')) out['/mail_from'] = t('fault.email');
  for (const [name, value] of Object.entries({ host: answers.imap_host, user: answers.mail_user, password: answers.mail_password }))
    if (!value.trim()) out[`/mailbox/${name}`] = t('fault.empty');
  return out;
}

export function stepOfFault(error: ApiError): number {
  const pointer = error.problem?.errors?.[0]?.pointer ?? (error.status === 401 ? '/token' : '');
  const step = Object.entries(FIELDS).find(([at]) => pointer.startsWith(at))?.[1] ?? 'review';
  return STEPS.indexOf(step);
}

type Mail = Pick<Schemas['FirstSetup'], 'mailbox' | 'submission'>;

/** The mailbox and the outgoing server as the server wants them; one log-in for both. */
export function mailOf(answers: Answers): Mail {
  if (!answers.has_mailbox) return {};
  const login = { user: answers.mail_user.trim(), password: answers.mail_password };
  const mailbox = { address: answers.mail_from.trim(), host: answers.imap_host.trim(), port: answers.imap_port, security: answers.imap_security, ...login };
  if (!answers.smtp_host.trim()) return { mailbox };
  return { mailbox, submission: { host: answers.smtp_host.trim(), port: answers.smtp_port, security: answers.smtp_security, ...login } };
}
