import type { Schemas } from './api';
import { t } from './i18n';

export type Escalation = Schemas['Escalation'];
export type Told = Escalation['told'][number];

/** What is wrong, in one sentence. */
export function whatIsWrong({ cause, start }: Pick<Escalation, 'cause' | 'start'>): string {
  if (start === 'silence') return t('escalation.silence');
  if (start === 'promise') return t('escalation.promise');
  return t(start === 'breach' ? 'escalation.breach' : 'escalation.warning', { what: t(`escalation.what.${cause}`) });
}

/** "Ola Nowak, queue lead, by mail"; or why they were passed over. */
export function toldWords({ agent, to, by_mail, passed_over }: Told): string {
  const who = agent ? `${agent.name} (${t(`escalation.to.${to}`)})` : t(`escalation.to.${to}`);
  if (passed_over) return `${who}: ${t(`escalation.passed.${passed_over}`)}`;
  return by_mail ? `${who}, ${t('escalation.byMail')}` : who;
}
