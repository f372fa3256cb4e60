import { Plus, Trash2 } from 'lucide-react';
import { focusFirst } from '../../lib/focus_first';
import { useT } from '../../lib/i18n';
import { useQueues } from '../../lib/reference';
import { Button } from '../../ui/Button';
import { FieldGroup } from '../../ui/Field';
import type { Bound } from '../../ui/form';
import f from '../../ui/form.module.css';
import c from './chains.module.css';
import type { Overflow } from './routing_words';

const MOST = 5;

/** Who helps in which order: after how many minutes, and the people of which queue. */
export function OverflowField({ queue, value, onChange, error }: Bound<Overflow[]> & { queue: number }) {
  const t = useT();
  const others = useQueues().filter((other) => other.id !== queue);
  const unused = others.filter((other) => !value.some((step) => step.queue === other.id));
  const put = (at: number, part: Partial<Overflow>) => onChange(value.map((step, i) => (i === at ? { ...step, ...part } : step)));
  const last = value[value.length - 1]?.after_minutes ?? 0;
  // The keyboard goes on in the new step, and after a step has gone at the button that adds one.
  const addStep = (button: HTMLElement) => {
    // The button itself goes where no team is left.
    const steps = button.closest('p')!.previousElementSibling!;
    onChange([...value, { queue: unused[0]!.id, after_minutes: last + 30 }]);
    setTimeout(() => focusFirst(steps.lastElementChild as HTMLElement));
  };
  const removeStep = (at: number, button: HTMLElement) => {
    const add = button.closest('ol')!.nextElementSibling!;
    onChange(value.filter((_, each) => each !== at));
    setTimeout(() => add.querySelector('button')?.focus());
  };
  return (
    <FieldGroup label={t('routing.overflow')} hint={t('routing.overflowHint')} error={error}>
      <ol className={c.steps}>
        {value.map((step, i) => (
          <li key={i} className={c.step}>
            <label>
              <span>{t('chains.afterMinutes')}</span>
              <input className={f.input} type="number" inputMode="numeric" min={1} max={43200} value={step.after_minutes} onChange={(event) => put(i, { after_minutes: Number(event.target.value) })} />
            </label>
            <label>
              <span>{t('routing.peopleOf')}</span>
              <select className={f.input} value={step.queue} onChange={(event) => put(i, { queue: Number(event.target.value) })}>
                {others.map((other) => (
                  <option key={other.id} value={other.id}>
                    {other.name}
                  </option>
                ))}
              </select>
            </label>
            <Button kind="ghost" icon={<Trash2 size={15} />} label={t('chains.removeStep', { step: i + 1 })} onClick={(event) => removeStep(i, event.currentTarget)} />
          </li>
        ))}
      </ol>
      <p>
        {value.length < MOST && unused.length > 0 && (
          <Button small icon={<Plus size={14} />} onClick={(event) => addStep(event.currentTarget)}>
            {t('routing.addOverflow')}
          </Button>
        )}
      </p>
    </FieldGroup>
  );
}
