import type { Schemas } from '../../lib/api';
import { t } from '../../lib/i18n';
import { lasting } from './chain_words';

export type Rule = Schemas['QueueRoutingRule'];
export type Overflow = Rule['overflow'][number];
export const ROUTING = '/api/v1/routing-rules';

/** What a queue is like of which nobody has said anything. */
export const usual = (queue: number): Rule => ({ queue, overflow: [], language_soft_after_minutes: 0, sticky: 'none', sticky_extra: 2, rebalances_hourly: true });

/** The rule in sentences, as it will be obeyed. */
export function ruleWords(rule: Rule, queueName: (id: number) => string): string[] {
  const out = rule.overflow.map((step) => t('routing.helps', { time: lasting(step.after_minutes), queue: queueName(step.queue) }));
  if (!rule.overflow.length) out.push(t('routing.nobodyHelps'));
  if (rule.language_soft_after_minutes) out.push(t('routing.softAfter', { time: lasting(rule.language_soft_after_minutes) }));
  if (rule.sticky !== 'none') out.push(t(`routing.goesBack.${rule.sticky}`, { count: rule.sticky_extra }));
  if (!rule.rebalances_hourly) out.push(t('routing.staysPut'));
  return out;
}
