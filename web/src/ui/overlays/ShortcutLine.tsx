import { RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { commandName, keysOf, written } from '../../lib/hotkeys';
import { useT } from '../../lib/i18n';
import { type Command, ui, useUi } from '../../lib/ui_state';
import { Button } from '../Button';
import { Keys } from '../Keys';
import c from './shortcuts.module.css';

const NOT_A_KEY = /^(mod\+|alt\+|shift\+)*(Control|Shift|Alt|Meta|Tab)$/;

/** One command and its key. Click the key, press another; Backspace takes it away. */
export function ShortcutLine({ command }: { command: Command }) {
  const t = useT();
  const [isListening, setListening] = useState(false);
  const changes = useUi((state) => state.keyChanges);
  const isChanged = command.id in changes;
  const keys = keysOf(command);
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isListening) return;
    const key = written(event.nativeEvent);
    if (NOT_A_KEY.test(key)) return;
    event.preventDefault();
    event.stopPropagation();
    setListening(false);
    if (key !== 'Escape') ui().changeKey(command.id, key === 'Backspace' ? '' : key);
  };
  const name = commandName(command);
  return (
    <div className={c.line}>
      <span>{name}</span>
      {isChanged && <Button kind="ghost" small icon={<RotateCcw size={13} />} label={t('shortcuts.reset', { name })} onClick={() => ui().changeKey(command.id, null)} />}
      <button
        type="button"
        className={c.key}
        onClick={() => setListening(true)}
        onBlur={() => setListening(false)}
        onKeyDown={onKeyDown}
      >
        <span className="sr">{t('shortcuts.change', { name, keys: keys || t('shortcuts.none') })} </span>
        {isListening ? t('shortcuts.press') : keys ? <Keys keys={keys} /> : <span aria-hidden="true">—</span>}
      </button>
    </div>
  );
}
