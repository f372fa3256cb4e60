import { Plus, Trash2 } from 'lucide-react';
import { focusFirst } from '../../lib/focus_first';
import { useT } from '../../lib/i18n';
import { useAgents } from '../../lib/reference';
import { Button } from '../../ui/Button';
import { FieldGroup } from '../../ui/Field';
import type { Bound } from '../../ui/form';
import f from '../../ui/form.module.css';
import type { Step } from './chain_words';
import c from './chains.module.css';

const TO = ['owner', 'lead', 'agent', 'on_call'] as const;

/** The steps in order: after how many minutes, to whom, and whether by mail as well. */
export function StepsField({ value, onChange, error }: Bound<Step[]>) {
  const t = useT();
  const put = (at: number, part: Partial<Step>) => onChange(value.map((step, i) => (i === at ? { ...step, ...part } : step)));
  const last = value[value.length - 1]?.after_minutes ?? -30;
  // The keyboard goes on in the new step, and after a step has gone at the button that adds one.
  const addStep = (button: HTMLElement) => {
    onChange([...value, { to: value.length ? 'lead' : 'owner', agents: [], after_minutes: last + 30, by_mail: true }]);
    setTimeout(() => focusFirst(button.closest('p')!.previousElementSibling!.lastElementChild as HTMLElement));
  };
  const removeStep = (at: number, button: HTMLElement) => {
    const add = button.closest('ol')!.nextElementSibling!.querySelector('button')!;
    onChange(value.filter((_, each) => each !== at));
    setTimeout(() => add.focus());
  };
  return (
    <FieldGroup label={t('chains.steps')} hint={t('chains.stepsHint')} error={error}>
      <ol className={c.steps}>
        {value.map((step, i) => (
          <li key={i} className={c.step}>
            <label>
              <span>{t('chains.afterMinutes')}</span>
              <input className={f.input} type="number" inputMode="numeric" min={0} max={86400} value={step.after_minutes} onChange={(event) => put(i, { after_minutes: Number(event.target.value) })} />
            </label>
            <label>
              <span>{t('chains.whom')}</span>
              <select className={f.input} value={step.to} onChange={(event) => put(i, { to: event.target.value as Step['to'], agents: [] })}>
                {TO.map((to) => (
                  <option key={to} value={to}>
                    {t(`chains.to.${to}`)}
                  </option>
                ))}
              </select>
            </label>
            {(step.to === 'agent' || step.to === 'on_call') && <People step={step} onChange={(agents) => put(i, { agents })} />}
            <label className={c.mail}>
              <input type="checkbox" checked={step.by_mail !== false} onChange={(event) => put(i, { by_mail: event.target.checked })} />
              <span>{t('chains.mail')}</span>
            </label>
            <Button kind="ghost" icon={<Trash2 size={15} />} label={t('chains.removeStep', { step: i + 1 })} onClick={(event) => removeStep(i, event.currentTarget)} />
          </li>
        ))}
      </ol>
      <p>
        <Button small icon={<Plus size={14} />} onClick={(event) => addStep(event.currentTarget)}>
          {t('chains.addStep')}
        </Button>
      </p>
    </FieldGroup>
  );
}

/** One person, or for who is on call one a week, in turn. */
function People({ step, onChange }: { step: Step; onChange: (agents: number[]) => void }) {
  const t = useT();
  const people = useAgents().filter((agent) => !agent.is_disabled && agent.role !== 'auditor');
  const chosen = step.agents ?? [];
  const rows = step.to === 'agent' ? [chosen[0]] : [...chosen, undefined];
  const set = (at: number, id: number) => onChange([...chosen.slice(0, at), ...(id ? [id] : []), ...chosen.slice(at + 1)]);
  return (
    <div className={c.people}>
      {rows.map((id, i) => (
        <label key={i}>
          <span>{step.to === 'agent' ? t('chains.person') : t('chains.week', { week: i + 1 })}</span>
          <select className={f.input} value={id ?? 0} onChange={(event) => set(i, Number(event.target.value))}>
            <option value={0}>–</option>
            {people.map((agent) => (
              <option key={agent.id} value={agent.id}>
                {agent.name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
