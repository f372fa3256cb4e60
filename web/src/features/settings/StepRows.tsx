import { Plus, Trash2 } from 'lucide-react';
import { focusFirst } from '../../lib/focus_first';
import { useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { FieldGroup } from '../../ui/Field';
import f from '../../ui/form.module.css';
import c from './chains.module.css';
import { StepWhom, type Whom } from './StepWhom';

interface Texts {
  label: string;
  hint: string;
  number: string;
  add: string;
  remove: (step: number) => string;
}
interface Rows<Row extends Whom> {
  value: Row[];
  onChange: (rows: Row[]) => void;
  error?: string;
  texts: Texts;
  /** The number before whom: minutes or percent. */
  number: { of: (row: Row) => number; put: (value: number) => Partial<Row>; min: number; max: number };
  fresh: (before: Row | undefined) => Row;
}

/** Rows of "when, and who is told", in order. The keyboard goes on in a new one, and after one has gone at the button that adds one. */
export function StepRows<Row extends Whom>({ value, onChange, error, texts, number, fresh }: Rows<Row>) {
  useT();
  const put = (at: number, part: Partial<Row>) => onChange(value.map((row, i) => (i === at ? { ...row, ...part } : row)));
  const add = (button: HTMLElement) => {
    onChange([...value, fresh(value[value.length - 1])]);
    setTimeout(() => focusFirst(button.closest('p')!.previousElementSibling!.lastElementChild as HTMLElement));
  };
  const remove = (at: number, button: HTMLElement) => {
    const next = button.closest('ol')!.nextElementSibling!.querySelector('button')!;
    onChange(value.filter((_, each) => each !== at));
    setTimeout(() => next.focus());
  };
  return (
    <FieldGroup label={texts.label} hint={texts.hint} error={error}>
      <ol className={c.steps}>
        {value.map((row, i) => (
          <li key={i} className={c.step}>
            <label>
              <span>{texts.number}</span>
              <input className={f.input} type="number" inputMode="numeric" min={number.min} max={number.max} value={number.of(row)} onChange={(event) => put(i, number.put(Number(event.target.value)))} />
            </label>
            <StepWhom step={row} onChange={(part) => put(i, part as Partial<Row>)} />
            <Button kind="ghost" icon={<Trash2 size={15} />} label={texts.remove(i + 1)} onClick={(event) => remove(i, event.currentTarget)} />
          </li>
        ))}
      </ol>
      <p>
        <Button small icon={<Plus size={14} />} onClick={(event) => add(event.currentTarget)}>
          {texts.add}
        </Button>
      </p>
    </FieldGroup>
  );
}
