import type { ReactNode } from 'react';
import { create } from 'zustand';
import type { Key } from './i18n';

export type Theme = 'system' | 'light' | 'dark';
export type Density = 'comfortable' | 'compact';
export type PickItem = { id: string; label: string; hint?: string; icon?: ReactNode; words?: string; isOn?: boolean };

/** What stands above the page. Opened by data, so that a key, a click and the palette go one way. */
export type Overlay =
  | { kind: 'palette' }
  | { kind: 'shortcuts' }
  | {
      kind: 'picker';
      anchor: Element | null;
      title: string;
      /** What has to be fetched is promised: the picker opens at once, and keys pressed meanwhile are its own. */
      items: PickItem[] | Promise<PickItem[]>;
      /** Several may be chosen; the picker stays open and says each choice. */
      many?: boolean;
      /** Short lists of actions need no field to search in. */
      plain?: boolean;
      /** Asked anew as the reader types; the items are then the server's. */
      search?: (text: string) => Promise<PickItem[]>;
      /** A typed text that is no item may be chosen too: its label. */
      create?: (text: string) => string;
      onPick: (id: string, isCreated?: boolean) => void;
    }
  | { kind: 'moment'; anchor: Element | null; title: string; onPick: (at: Date | null) => void; canClear?: boolean }
  | { kind: 'dialog'; title: string; isWide?: boolean; body: (close: () => void) => ReactNode };

export type Command = {
  id: string;
  label: Key;
  /** Where the name comes from data: a view that somebody saved. */
  name?: string;
  /** "j,ArrowDown": either; "g i": one after the other; "mod+k": with Ctrl or Cmd. */
  keys?: string;
  group: Key;
  run: () => void;
};

type State = {
  theme: Theme;
  density: Density;
  overlay: Overlay | null;
  /** What was typed while the overlay was still on its way: letters, and \n for Enter. */
  typedAhead: string;
  isNavOpen: boolean;
  isPanelOpen: boolean;
  hasSingleKeys: boolean;
  /** Keys of commands as this person changed them; an empty text switches one off. */
  keyChanges: Record<string, string>;
  selected: ReadonlySet<number>;
};
type Actions = {
  setTheme: (theme: Theme) => void;
  setDensity: (density: Density) => void;
  open: (overlay: Overlay) => void;
  close: () => void;
  setNavOpen: (isOpen: boolean) => void;
  setPanelOpen: (isOpen: boolean) => void;
  setSingleKeys: (isOn: boolean) => void;
  changeKey: (command: string, keys: string | null) => void;
  toggleSelected: (id: number) => void;
  select: (ids: Iterable<number>) => void;
};

const isWide = () => matchMedia('(min-width: 1161px)').matches;
const stored = (name: string) => localStorage.getItem(name);
const readKeys = (): Record<string, string> => {
  try {
    return JSON.parse(stored('keys') ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
};

export const useUi = create<State & Actions>((set, get) => ({
  theme: (stored('theme') as Theme | null) ?? 'system',
  density: (stored('density') as Density | null) ?? 'comfortable',
  overlay: null,
  typedAhead: '',
  isNavOpen: false,
  isPanelOpen: isWide() && stored('panel') !== 'off',
  hasSingleKeys: stored('singleKeys') !== 'off',
  keyChanges: readKeys(),
  selected: new Set(),

  setTheme: (theme) => {
    localStorage.setItem('theme', theme);
    showTheme(theme);
    set({ theme });
  },
  setDensity: (density) => {
    localStorage.setItem('density', density);
    set({ density });
  },
  open: (overlay) => set({ overlay, typedAhead: '' }),
  close: () => set({ overlay: null }),
  setNavOpen: (isNavOpen) => set({ isNavOpen }),
  setPanelOpen: (isPanelOpen) => {
    if (isWide()) localStorage.setItem('panel', isPanelOpen ? 'on' : 'off');
    set({ isPanelOpen });
  },
  setSingleKeys: (hasSingleKeys) => {
    localStorage.setItem('singleKeys', hasSingleKeys ? 'on' : 'off');
    set({ hasSingleKeys });
  },
  changeKey: (command, keys) => {
    const keyChanges = { ...get().keyChanges };
    if (keys === null) delete keyChanges[command];
    else keyChanges[command] = keys;
    localStorage.setItem('keys', JSON.stringify(keyChanges));
    set({ keyChanges });
  },
  toggleSelected: (id) => {
    const selected = new Set(get().selected);
    if (!selected.delete(id)) selected.add(id);
    set({ selected });
  },
  select: (ids) => set({ selected: new Set(ids) }),
}));

/** The state outside components: commands and event handlers. */
export const ui = () => useUi.getState();

export function showTheme(theme: Theme) {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}
export const isDark = () => {
  const { theme } = ui();
  return theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
};
