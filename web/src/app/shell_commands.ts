import { nextDue } from '../lib/next_due';
import { useCommands } from '../lib/hotkeys';
import { LANGS, setLang } from '../lib/i18n';
import { signOut } from '../lib/sign_out';
import { undoLast } from '../lib/toasts';
import { type Command, isDark, ui } from '../lib/ui_state';
import { type ShownView, shownViews, useViews } from '../lib/views';
import { go, paths } from './routes';

const VIEW_KEYS: Record<string, string> = {
  mine: 'g i',
  my_queues: 'g q',
  unassigned: 'g u',
  waiting: 'g w',
  mentions: 'g m',
  snoozed: 'g h',
  drafts: 'g d',
  all: 'g a',
};

const general = (): Command[] => [
  { id: 'palette', label: 'command.palette', keys: 'mod+k,/', group: 'group.general', run: () => (ui().overlay ? ui().close() : ui().open({ kind: 'palette' })) },
  { id: 'help', label: 'command.shortcuts', keys: '?', group: 'group.general', run: () => ui().open({ kind: 'shortcuts' }) },
  { id: 'undo', label: 'command.undo', keys: 'z', group: 'group.general', run: undoLast },
  { id: 'next-due', label: 'command.nextDue', keys: 'g n', group: 'group.go', run: () => void nextDue((id) => go(paths.inbox('mine', id))) },
  { id: 'theme', label: 'command.theme', keys: 'g t', group: 'group.general', run: () => ui().setTheme(isDark() ? 'light' : 'dark') },
  {
    id: 'density',
    label: 'command.density',
    group: 'group.general',
    run: () => ui().setDensity(ui().density === 'compact' ? 'comfortable' : 'compact'),
  },
  { id: 'sign-out', label: 'command.signOut', group: 'group.general', run: () => void signOut() },
  ...LANGS.map((lang): Command => ({ id: `language-${lang}`, label: `language.${lang}`, group: 'group.general', run: () => void setLang(lang) })),
];

const place = (view: ShownView): Command => ({
  id: `go-${view.id}`,
  label: 'group.go',
  name: view.title,
  keys: VIEW_KEYS[view.id],
  group: 'group.go',
  run: () => go(paths.inbox(view.id)),
});

const pages = (): Command[] => [
  { id: 'go-customers', label: 'nav.customers', keys: 'g c', group: 'group.go', run: () => go(paths.customers()) },
  { id: 'go-escalations', label: 'nav.escalations', keys: 'g e', group: 'group.go', run: () => go(paths.escalations()) },
  { id: 'go-watch', label: 'nav.watch', keys: 'g b', group: 'group.go', run: () => go(paths.watch()) },
  { id: 'go-labels', label: 'nav.labels', keys: 'g l', group: 'group.go', run: () => go(paths.labels()) },
  { id: 'go-settings', label: 'nav.settings', keys: 'g s', group: 'group.go', run: () => go(paths.settings()) },
  { id: 'go-me', label: 'nav.me', keys: 'g p', group: 'group.go', run: () => go(paths.me()) },
];

/** What can be done on every page. */
export function useShellCommands() {
  const views = shownViews(useViews());
  useCommands([...general(), ...views.map(place), ...pages()]);
}
