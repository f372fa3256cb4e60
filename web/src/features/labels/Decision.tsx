import { Check, ListFilter, SkipForward } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useCommands } from '../../lib/hotkeys';
import { useT } from '../../lib/i18n';
import { valueName } from '../../lib/ticket_pickers';
import { percent } from '../../lib/time';
import { ui } from '../../lib/ui_state';
import { Button } from '../../ui/Button';
import { Keys } from '../../ui/Keys';
import { commandsOf, keyOf } from './keys';
import c from './labels.module.css';
import type { Task } from './use_labels';

type Props = { task: Task; onDecide: (field: string, value: string, name: string) => void; onSkip: () => void; onUndo: () => void };

/** One field: each choice has a key, Enter confirms. Of a blind ticket nothing is chosen beforehand, and nothing is first. */
export function Decision({ task, onDecide, onSkip, onUndo }: Props) {
  const t = useT();
  const name = useId();
  const otherButton = useRef<HTMLButtonElement>(null);
  const [value, setValue] = useState<string>();
  const asked = task.fields[0]!;
  const choices = asked.choices.map((choice) => ({ ...choice, label: choice.name ?? valueName(asked.field, choice.value) }));
  const chosen = choices.find((choice) => choice.value === value);
  const confirm = () => chosen && onDecide(asked.field, chosen.value, chosen.label);
  const others = () =>
    ui().open({
      kind: 'picker',
      anchor: otherButton.current,
      title: t(`field.${asked.field}`),
      items: choices.map((choice) => ({ id: choice.value, label: choice.label, words: choice.value })),
      onPick: setValue,
    });
  useCommands(commandsOf(choices, { pick: setValue, confirm, skip: onSkip, undo: onUndo, others }));
  return (
    <form
      className={c.decision}
      onSubmit={(event) => {
        event.preventDefault();
        confirm();
      }}
    >
      <fieldset className={c.choices}>
        <legend className={c.legend}>
          <span>{t(`field.${asked.field}`)}</span>
          {task.fields.length > 1 && <small>{t('labels.left', { count: task.fields.length })}</small>}
        </legend>
        {asked.standing && <p className={c.standing}>{t('labels.standing', { value: choices.find((each) => each.value === asked.standing)?.label ?? asked.standing })}</p>}
        <div className={c.grid}>
          {choices.map((choice, i) => (
            <label key={choice.value} className={c.choice} data-on={choice.value === value}>
              <input type="radio" name={name} value={choice.value} checked={choice.value === value} onChange={() => setValue(choice.value)} />
              <span className={c.name}>{choice.label}</span>
              {choice.confidence !== null && choice.confidence >= 0.01 && <small className={c.sure}>{percent(choice.confidence)}</small>}
              {keyOf(i) && <Keys keys={keyOf(i)!} />}
            </label>
          ))}
        </div>
      </fieldset>
      <div className={c.buttons}>
        <button type="submit" className={c.confirm} disabled={!chosen}>
          <Check size={15} aria-hidden="true" />
          {t('labels.confirm')}
          <Keys keys="Enter" />
        </button>
        <Button ref={otherButton} icon={<ListFilter size={15} />} onClick={others}>
          {t('labels.others')}
        </Button>
        <Button icon={<SkipForward size={15} />} onClick={onSkip}>
          {t('labels.skip')}
        </Button>
      </div>
    </form>
  );
}
