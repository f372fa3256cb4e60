import type { Schemas } from '../../lib/api';
import { t } from '../../lib/i18n';

export type Chain = Schemas['EscalationChain'];
export type Step = Chain['steps'][number];
export type Rung = Chain['ladder'][number];
/** The name of a person, or of a webhook. */
type Names = (id: number | undefined, isWebhook?: boolean) => string;

/** "45 minutes", "3 hours", "2 days", as people say it. */
export function lasting(minutes: number): string {
  if (minutes % 1440 === 0 && minutes > 0) return t('chains.days', { count: minutes / 1440 });
  if (minutes % 60 === 0 && minutes > 0) return t('chains.hours', { count: minutes / 60 });
  return t('chains.minutes', { count: minutes });
}

function whom(step: Pick<Step, 'to' | 'agents' | 'webhook'>, names: Names): string {
  if (step.to === 'webhook') return t('chains.webhookOf', { name: names(step.webhook ?? undefined, true) });
  if (step.to === 'agent') return names(step.agents?.[0]);
  if (step.to === 'on_call') return t('chains.onCallOf', { names: (step.agents ?? []).map((id) => names(id)).join(', ') });
  return t(`chains.to.${step.to}`);
}

function stepWords(step: Step, names: Names): string {
  const who = whom(step, names);
  const way = step.by_mail === false || step.to === 'webhook' ? '' : `, ${t('chains.byMail')}`;
  return step.after_minutes === 0 ? t('chains.atOnce', { who, way }) : t('chains.after', { time: lasting(step.after_minutes), who, way });
}

function rungWords(rung: Rung, names: Names): string {
  const way = rung.by_mail === false || rung.to === 'webhook' ? '' : `, ${t('chains.byMail')}`;
  return t('chains.atShare', { percent: rung.at_percent, who: whom(rung, names), way });
}

/** The whole chain in sentences, as it will run. */
export function chainWords(chain: Omit<Chain, 'id' | 'version' | 'name'>, names: Names): string[] {
  const out = chain.ladder.map((rung) => rungWords(rung, names));
  if (!chain.steps.length) return [...out, t('chains.stops')];
  if (chain.starts.length) out.push(t('chains.startsOn', { what: chain.starts.map((start) => t(`chains.start.${start}`)).join(', ') }));
  if (chain.starts.includes('silence') && chain.silent_after_minutes) out.push(t('chains.silentAfter', { time: lasting(chain.silent_after_minutes) }));
  for (const step of chain.steps) out.push(stepWords(step, names));
  if (chain.repeats) out.push(t('chains.repeated', { count: chain.repeats, time: lasting(chain.round_minutes) }));
  out.push(t('chains.admins', { time: lasting(chain.round_minutes) }));
  if (chain.starts.includes('silence') && chain.taken_back_after_minutes) out.push(t('chains.takenBack', { time: lasting(chain.taken_back_after_minutes) }));
  out.push(t(chain.is_round_the_clock ? 'chains.allHours' : 'chains.openHours'));
  out.push(t('chains.stops'));
  return out;
}
