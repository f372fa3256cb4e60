import type { Schemas } from '../../lib/api';
import { t } from '../../lib/i18n';
import { valueName } from '../../lib/ticket_pickers';
import { moment, number } from '../../lib/time';

/** How somebody stands to a ticket: "no Polish", "away". */
export function verdict({ code, what, until }: Pick<Schemas['Considered'], 'code' | 'what' | 'until'>): string {
  if (code === 'no_language') return t('verdict.no_language', { language: valueName('language', what ?? '') });
  if (code === 'no_skill') return t('verdict.no_skill', { skill: what ?? '' });
  const words = t(`verdict.${code}`);
  return until ? t('verdict.until', { verdict: words, time: moment(until) }) : words;
}

/** The index of a ticket and what it is the product of. */
export function product(weighed: Schemas['WeighedTicket']): string {
  const { index, weight, urgency, speed, affinity, scarcity, used_percent: used } = weighed;
  const of = (value: number) => number(Math.round(value * 100) / 100);
  return t('routing.product', {
    index: of(index),
    weight: of(weight),
    urgency: of(urgency),
    used: number(used),
    speed: of(speed),
    affinity: of(affinity),
    scarcity: of(scarcity),
  });
}
