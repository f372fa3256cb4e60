import type { ApiError } from '../../lib/api';
import type { t as translate } from '../../lib/i18n';
import type { Faults } from '../../ui/form';

export const STEPS = ['token', 'desk', 'place', 'mail', 'password', 'review'] as const;
export type Step = (typeof STEPS)[number];

export type Answers = {
  token: string;
  desk_name: string;
  language: string;
  time_zone: string;
  mail_from: string;
  admin_name: string;
  admin_email: string;
  admin_password: string;
};

/** Where each field of the request is asked for. */
const FIELDS: Record<string, Step> = {
  '/token': 'token',
  '/desk_name': 'desk',
  '/language': 'place',
  '/time_zone': 'place',
  '/mail_from': 'mail',
  '/admin': 'password',
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
  if (step === 'mail' && answers.mail_from && !answers.mail_from.includes('@')) out['/mail_from'] = t('fault.email');
  if (step !== 'password') return out;
  need(answers.admin_name, '/admin/name');
  if (!answers.admin_email.includes('@')) out['/admin/email'] = t('fault.email');
  if ([...answers.admin_password].length < LEAST_PASSWORD) out['/admin/password'] = t('fault.short', { count: LEAST_PASSWORD });
  return out;
}

export function stepOfFault(error: ApiError): number {
  const pointer = error.problem?.errors?.[0]?.pointer ?? (error.status === 401 ? '/token' : '');
  const step = Object.entries(FIELDS).find(([at]) => pointer.startsWith(at))?.[1] ?? 'review';
  return STEPS.indexOf(step);
}
