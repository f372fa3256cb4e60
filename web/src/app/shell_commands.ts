import { useCommands } from '../lib/hotkeys';
import { LANGS, setLang } from '../lib/i18n';
import { undoLast } from '../lib/toasts';
import { type Command, isDark, ui } from '../lib/ui_state';
import { go, paths } from './routes';
import { standardViews } from './views';

const VIEW_KEYS: Record<string, string> = { mine: 'g i', unassigned: 'g u', open: 'g o', waiting: 'g w', escalated: 'g e', all: 'g a' };

const general = (): Command[] => [
  { id: 'palette', label: 'command.palette', keys: 'mod+k,/', group: 'group.general', run: () => (ui().overlay ? ui().close() : ui().open({ kind: 'palette' })) },
  { id: 'help', label: 'command.shortcuts', keys: '?', group: 'group.general', run: () => ui().open({ kind: 'shortcuts' }) },
  { id: 'undo', label: 'command.undo', keys: 'z', group: 'group.general', run: undoLast },
  { id: 'theme', label: 'command.theme', keys: 'g d', group: 'group.general', run: () => ui().setTheme(isDark() ? 'light' : 'dark') },
  {
    id: 'density',
    label: 'command.density',
    group: 'group.general',
    run: () => ui().setDensity(ui().density === 'compact' ? 'comfortable' : 'compact'),
  },
  ...LANGS.map((lang): Command => ({ id: `language-${lang}`, label: `language.${lang}`, group: 'group.general', run: () => void setLang(lang) })),
];

const places = (): Command[] =>
  standardViews().map((view) => ({ id: `go-${view.id}`, label: view.label, keys: VIEW_KEYS[view.id], group: 'group.go', run: () => go(paths.inbox(view.id)) }));

const pages = (): Command[] => [
  { id: 'go-customers', label: 'nav.customers', keys: 'g c', group: 'group.go', run: () => go(paths.customers()) },
  { id: 'go-settings', label: 'nav.settings', keys: 'g s', group: 'group.go', run: () => go(paths.settings()) },
  { id: 'go-me', label: 'nav.me', keys: 'g p', group: 'group.go', run: () => go(paths.me()) },
];

/** What can be done on every page. */
export const useShellCommands = () => useCommands([...general(), ...places(), ...pages()]);
