import { useMemo, useState } from 'react';
import { fold } from '../../lib/fold';
import { allCommands, keysOf } from '../../lib/hotkeys';
import { type Key, useT } from '../../lib/i18n';
import { type Command, ui } from '../../lib/ui_state';
import { Keys } from '../Keys';
import { useChoice } from './choice';
import { Modal } from './Modal';
import c from './palette.module.css';

const GROUPS: Key[] = ['group.ticket', 'group.list', 'group.go', 'group.general'];

/** Everything that can be done now, by name. */
export function Palette() {
  const t = useT();
  const [text, setText] = useState('');
  const commands = useMemo(() => allCommands().filter((each) => each.id !== 'palette'), []);
  const words = fold(text).split(/\s+/).filter(Boolean);
  const shown = commands
    .filter((command) => words.every((word) => fold(t(command.label)).includes(word)))
    .sort((a, b) => GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
  const run = (index: number) => {
    const command = shown[index];
    ui().close();
    // The page first gets its focus back.
    if (command) requestAnimationFrame(() => command.run());
  };
  const { index, setAt, list, onKeyDown } = useChoice(shown.length, run);
  return (
    <Modal title={t('command.palette')} className={c.palette}>
      <input
        className={c.field}
        role="combobox"
        aria-expanded="true"
        aria-controls="palette-list"
        aria-activedescendant={shown.length ? `palette-${index}` : undefined}
        aria-label={t('command.palette')}
        placeholder={t('palette.placeholder')}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
        // biome-ignore lint/a11y/noAutofocus: the palette was asked for by the key or click that opened it
        autoFocus
      />
      <div className={c.list} id="palette-list" ref={list} role="listbox" aria-label={t('command.palette')}>
        {shown.map((command, i) => (
          <div key={command.id} role="presentation">
            {command.group !== shown[i - 1]?.group && (
              <div className={c.group} role="presentation">
                {t(command.group)}
              </div>
            )}
            <Line command={command} index={i} isAt={i === index} onPoint={() => setAt(i)} onRun={() => run(i)} />
          </div>
        ))}
        {shown.length === 0 && <p className={c.none}>{t('palette.none')}</p>}
      </div>
    </Modal>
  );
}

type LineProps = { command: Command; index: number; isAt: boolean; onPoint: () => void; onRun: () => void };
function Line({ command, index, isAt, onPoint, onRun }: LineProps) {
  const t = useT();
  const keys = keysOf(command);
  return (
    <div id={`palette-${index}`} role="option" tabIndex={-1} aria-selected={isAt} data-at={isAt} className={c.option} onPointerMove={onPoint} onClick={onRun} onKeyDown={undefined}>
      <span className={c.label}>{t(command.label)}</span>
      {keys && <Keys keys={keys} />}
    </div>
  );
}
