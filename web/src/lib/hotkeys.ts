import { useLayoutEffect, useRef } from 'react';
import { t } from './i18n';
import { type Command, ui, useUi } from './ui_state';

/** How long the second key of "g i" may take. */
const SEQUENCE_MS = 1500;

let taker: ((key: string) => void) | null = null;
/** For a field that is on its way: until it has come, what is typed is kept for it and runs no command. */
export const keepKeys = (take: typeof taker) => {
  taker = take;
};

const layers: { current: Command[] }[] = [];
let pending = '';
let pendingTimer = 0;
let isBound = false;

/**
 * Registers commands while the component is mounted. Later layers win. Keys, palette and help read this one registry.
 * Before the page is painted, so that a key does what the page shows from the first moment on.
 */
export function useCommands(commands: Command[]) {
  const layer = useRef(commands);
  useLayoutEffect(() => {
    layer.current = commands;
  });
  useLayoutEffect(() => {
    if (!isBound) {
      isBound = true;
      window.addEventListener('keydown', onKey);
    }
    layers.push(layer);
    return () => {
      layers.splice(layers.indexOf(layer), 1);
    };
  }, []);
}

/** Every command that can be run now, the innermost first. */
export function allCommands(): Command[] {
  const byId = new Map<string, Command>();
  for (const layer of layers.toReversed()) {
    for (const command of layer.current) if (!byId.has(command.id)) byId.set(command.id, command);
  }
  return [...byId.values()];
}
/** How a command is called, in the reader's language. */
export const commandName = (command: Command) => command.name ?? t(command.label);
export const runCommand = (id: string) => allCommands().find((command) => command.id === id)?.run();

/** The keys of a command, as this person set them. */
export const keysOf = (command: Pick<Command, 'id' | 'keys'>): string => ui().keyChanges[command.id] ?? command.keys ?? '';

const isField = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
const takesText = (target: EventTarget | null) =>
  isField(target) && !(target instanceof HTMLInputElement && /^(checkbox|radio|button|file)$/.test(target.type));

/** "k", "mod+k", "shift+Enter", "shift+Space": how a pressed key is written in a command. */
export function written(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const mod = event.metaKey || event.ctrlKey ? 'mod+' : '';
  const alt = event.altKey ? 'alt+' : '';
  const shift = event.shiftKey && key.length > 1 ? 'shift+' : '';
  return mod + alt + shift + key;
}

const has = (command: Command, keys: string) => keysOf(command).split(',').includes(keys);

function onKey(event: KeyboardEvent) {
  if (event.defaultPrevented || event.isComposing) return;
  const key = written(event);
  if (key === 'Escape' && onEscape(event)) return;
  const isCombination = key.startsWith('mod+');
  if (taker && !isCombination && !takesText(event.target)) {
    if (event.key.length === 1 || event.key === 'Enter') taker(event.key === 'Enter' ? '\n' : event.key);
    event.preventDefault();
    return;
  }
  const isNowhere = event.target === document.body || (event.target instanceof Element && event.target.id === 'main');
  if (ui().overlay && isNowhere && !isCombination) {
    const typed = event.key === 'Enter' ? '\n' : event.key.length === 1 ? event.key : '';
    useUi.setState({ typedAhead: ui().typedAhead + typed });
  }
  if (!isCombination && (takesText(event.target) || ui().overlay || !ui().hasSingleKeys)) return;
  if (event.target instanceof Element && /^(shift\+)?(Enter|Space)$/.test(key) && event.target.closest('a,button,input')) return;
  const sequence = pending ? `${pending} ${key}` : key;
  const commands = allCommands();
  const command = commands.find((each) => has(each, sequence)) ?? commands.find((each) => has(each, key));
  clearTimeout(pendingTimer);
  pending = '';
  if (command) {
    if (ui().overlay && command.id !== 'palette') return;
    event.preventDefault();
    command.run();
    return;
  }
  const isBeginning = commands.some((each) => keysOf(each).split(',').some((keys) => keys.startsWith(`${key} `)));
  if (!isBeginning || isCombination) return;
  pending = key;
  pendingTimer = window.setTimeout(() => {
    pending = '';
  }, SEQUENCE_MS);
}

/** Escape closes what stands above the page, even while its code is still on the way; then it leaves the field. */
function onEscape(event: KeyboardEvent): boolean {
  if (ui().overlay) ui().close();
  else if (takesText(event.target)) (event.target as HTMLElement).blur();
  else return false;
  event.preventDefault();
  return true;
}
