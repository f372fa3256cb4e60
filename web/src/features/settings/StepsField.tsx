import { useT } from '../../lib/i18n';
import type { Bound } from '../../ui/form';
import type { Rung, Step } from './chain_words';
import { StepRows } from './StepRows';

/** The steps in order: after how many minutes, to whom, and whether by mail as well. */
export function StepsField({ value, onChange, error }: Bound<Step[]>) {
  const t = useT();
  return (
    <StepRows<Step>
      {...{ value, onChange, error }}
      texts={{ label: t('chains.steps'), hint: t('chains.stepsHint'), number: t('chains.afterMinutes'), add: t('chains.addStep'), remove: (step) => t('chains.removeStep', { step }) }}
      number={{ of: (step) => step.after_minutes, put: (after_minutes) => ({ after_minutes }), min: 0, max: 86400 }}
      fresh={(before) => ({ to: before ? 'lead' : 'owner', agents: [], after_minutes: before ? before.after_minutes + 30 : 0, by_mail: true })}
    />
  );
}

/** Who is told before anything is missed: at which share of a target's time. */
export function LadderField({ value, onChange, error }: Bound<Rung[]>) {
  const t = useT();
  return (
    <StepRows<Rung>
      {...{ value, onChange, error }}
      texts={{ label: t('chains.ladder'), hint: t('chains.ladderHint'), number: t('chains.atPercent'), add: t('chains.addRung'), remove: (step) => t('chains.removeRung', { step }) }}
      number={{ of: (rung) => rung.at_percent, put: (at_percent) => ({ at_percent }), min: 1, max: 100 }}
      fresh={(before) => ({ to: before ? 'lead' : 'owner', agents: [], at_percent: !before ? 50 : before.at_percent < 80 ? 80 : 100, by_mail: true })}
    />
  );
}
