import { X } from 'lucide-react';
import { useMemo } from 'react';
import { allCommands } from '../../lib/hotkeys';
import { type Key, useT } from '../../lib/i18n';
import { ui, useUi } from '../../lib/ui_state';
import { Button } from '../Button';
import { Modal } from './Modal';
import { ShortcutLine } from './ShortcutLine';
import c from './shortcuts.module.css';

const GROUPS: Key[] = ['group.ticket', 'group.list', 'group.go', 'group.general'];

/** All keys of this page; each can be changed or taken away, single keys as a whole can be switched off (WCAG 2.1.4). */
export function Shortcuts() {
  const t = useT();
  const hasSingleKeys = useUi((state) => state.hasSingleKeys);
  const commands = useMemo(() => allCommands(), []);
  return (
    <Modal title={t('command.shortcuts')} className={c.sheet}>
      <header className={c.head}>
        <h2>{t('command.shortcuts')}</h2>
        <Button kind="ghost" small icon={<X size={15} />} label={t('close')} onClick={() => ui().close()} />
      </header>
      <p className={c.hint}>{t('shortcuts.hint')}</p>
      <label className={c.toggle}>
        <input type="checkbox" checked={hasSingleKeys} onChange={(event) => ui().setSingleKeys(event.target.checked)} />
        {t('shortcuts.single')}
      </label>
      <div className={c.columns}>
        {GROUPS.filter((group) => commands.some((command) => command.group === group)).map((group) => (
          <section key={group}>
            <h3>{t(group)}</h3>
            {commands
              .filter((command) => command.group === group)
              .map((command) => (
                <ShortcutLine key={command.id} command={command} />
              ))}
          </section>
        ))}
      </div>
    </Modal>
  );
}
