import type { Schemas } from './api';
import { t } from './i18n';

export type Escalation = Schemas['Escalation'];
export type Told = Escalation['told'][number];

export type Wrong = Pick<Escalation, 'cause' | 'start' | 'percent'>;

/** What is wrong, in one sentence. */
export function whatIsWrong({ cause, start, percent }: Wrong): string {
  if (start === 'silence') return t('escalation.silence');
  if (start === 'promise') return t('escalation.promise');
  if (start === 'rung') return t('escalation.rung', { percent: percent ?? 0, what: t(`escalation.what.${cause}`) });
  return t(start === 'breach' ? 'escalation.breach' : 'escalation.warning', { what: t(`escalation.what.${cause}`) });
}

/** "Ola Nowak, queue lead, by mail"; or why they were passed over. */
export function toldWords({ agent, webhook, to, by_mail, passed_over, at_percent }: Omit<Told, 'at'>): string {
  const words = personTold({ agent: agent ?? webhook, to, by_mail, passed_over });
  return at_percent ? `${words} · ${t('escalation.at', { percent: at_percent })}` : words;
}

function personTold({ agent, to, by_mail, passed_over }: Pick<Told, 'agent' | 'to' | 'by_mail' | 'passed_over'>): string {
  const who = agent ? `${agent.name} (${t(`escalation.to.${to}`)})` : t(`escalation.to.${to}`);
  if (passed_over) return `${who}: ${t(`escalation.passed.${passed_over}`)}`;
  return by_mail ? `${who}, ${t('escalation.byMail')}` : who;
}
