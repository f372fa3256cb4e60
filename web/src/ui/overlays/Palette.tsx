import { useMemo, useState } from 'react';
import { fold } from '../../lib/fold';
import { allCommands, commandName } from '../../lib/hotkeys';
import { type Key, useT } from '../../lib/i18n';
import { type Command, ui } from '../../lib/ui_state';
import { useChoice } from './choice';
import { Modal } from './Modal';
import { PaletteLine } from './PaletteLine';
import c from './palette.module.css';
import { type Found, useFound } from './palette_search';
import { useTypedAhead } from './typed_ahead';

const GROUPS: Key[] = ['group.ticket', 'group.list', 'group.go', 'group.general'];
type Line = { kind: 'command'; command: Command; group: string } | { kind: 'found'; found: Found; group: string };

/** Everything that can be done now, by name; tickets and customers by what they hold. */
export function Palette() {
  const t = useT();
  const [text, setText] = useState('');
  const commands = useMemo(() => allCommands().filter((each) => each.id !== 'palette'), []);
  const found = useFound(text);
  const words = fold(text).split(/\s+/).filter(Boolean);
  // What is called exactly so stands before what only contains the words.
  const begins = (command: Command) => Number(words.length > 0 && fold(commandName(command)).startsWith(words.join(' ')));
  const lines: Line[] = commands
    .filter((command) => words.every((word) => fold(commandName(command)).includes(word)))
    .sort((a, b) => begins(b) - begins(a) || GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group))
    .map((command) => ({ kind: 'command', command, group: t(command.group) }));
  const results: Line[] = found.map((each) => ({ kind: 'found', found: each, group: t(each.group) }));
  // What fits the words exactly comes first: a ticket by its number, else the commands.
  const shown = /^#?\d+$/.test(text.trim()) ? [...results, ...lines] : [...lines, ...results];
  const run = (index: number) => {
    const line = shown[index];
    ui().close();
    // The page first gets its focus back.
    if (line) requestAnimationFrame(() => (line.kind === 'command' ? line.command.run() : line.found.run()));
  };
  useTypedAhead(setText, () => run(0), shown.length > 0);
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
        {shown.map((line, i) => (
          <PaletteLine
            key={line.kind === 'command' ? line.command.id : line.found.id}
            command={line.kind === 'command' ? line.command : undefined}
            found={line.kind === 'found' ? line.found : undefined}
            group={line.group === shown[i - 1]?.group ? undefined : line.group}
            index={i}
            isAt={i === index}
            onPoint={setAt}
            onRun={run}
          />
        ))}
        {shown.length === 0 && <p className={c.none}>{t('palette.none')}</p>}
      </div>
    </Modal>
  );
}
