import { commandName, keysOf } from '../../lib/hotkeys';
import type { Command } from '../../lib/ui_state';
import { Keys } from '../Keys';
import c from './palette.module.css';
import type { Found } from './palette_search';

type Props = {
  command?: Command;
  found?: Found;
  /** The heading above this line, where a group begins. */
  group?: string;
  index: number;
  isAt: boolean;
  onPoint: (index: number) => void;
  onRun: (index: number) => void;
};

export function PaletteLine({ command, found, group, index, isAt, onPoint, onRun }: Props) {
  const keys = command ? keysOf(command) : '';
  return (
    <>
      {group && (
        <div className={c.group} role="presentation">
          {group}
        </div>
      )}
      <div
        id={`palette-${index}`}
        role="option"
        tabIndex={-1}
        aria-selected={isAt}
        data-at={isAt}
        className={c.option}
        onPointerMove={() => onPoint(index)}
        onClick={() => onRun(index)}
        onKeyDown={undefined}
      >
        {found?.icon}
        <span className={c.label}>{command ? commandName(command) : found?.label}</span>
        {found?.hint && <small>{found.hint}</small>}
        {keys && <Keys keys={keys} />}
      </div>
    </>
  );
}
