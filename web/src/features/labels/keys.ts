import type { Command } from '../../lib/ui_state';

/** One key for each choice: digits, then letters that mean nothing else on this page ("g" begins the ways to go). */
const CHOICE_KEYS = [...'123456789abcdefhijklmnpqrtuvwy'];

export const keyOf = (position: number): string | undefined => CHOICE_KEYS[position];

export type Acts = { pick: (value: string) => void; confirm: () => void; skip: () => void; undo: () => void; others: () => void };

export function commandsOf(choices: { value: string; label: string }[], acts: Acts): Command[] {
  const group = 'group.labels' as const;
  return [
    ...choices.slice(0, CHOICE_KEYS.length).map(
      (choice, i): Command => ({ id: `label-${i}`, label: 'labels.pick', name: choice.label, keys: keyOf(i), group, run: () => acts.pick(choice.value) }),
    ),
    { id: 'label-confirm', label: 'labels.confirm', keys: 'Enter', group, run: acts.confirm },
    { id: 'label-others', label: 'labels.others', keys: 'x', group, run: acts.others },
    { id: 'label-skip', label: 'labels.skip', keys: 's', group, run: acts.skip },
    { id: 'undo', label: 'command.undo', keys: 'z', group: 'group.general', run: acts.undo },
  ];
}
