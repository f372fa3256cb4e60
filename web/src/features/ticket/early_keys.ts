import { useEffect } from 'react';
import { keepKeys, useCommands } from '../../lib/hotkeys';
import { insert, type Mode, write } from './composer_state';

/** Whoever presses R and writes before the ticket has come finds his words in the field when it has. */
let wanted: { ticket: number; mode: Mode; words: string } | null = null;

export function useEarlyKeys(ticket: number, isHere: boolean) {
  const begin = (mode: Mode) => {
    const early = { ticket, mode, words: '' };
    wanted = early;
    keepKeys((key) => {
      early.words += key;
    });
  };
  useCommands(
    isHere
      ? []
      : [
          { id: 'reply', label: 'command.reply', keys: 'r', group: 'group.ticket', run: () => begin('reply') },
          { id: 'note', label: 'command.note', keys: 'n', group: 'group.ticket', run: () => begin('note') },
        ],
  );
  useEffect(() => {
    if (!isHere || !wanted) return;
    const { mode, words } = wanted;
    const isMine = wanted.ticket === ticket;
    wanted = null;
    keepKeys(null);
    if (!isMine) return;
    write(mode);
    if (words) insert(words);
  }, [ticket, isHere]);
  useEffect(
    () => () => {
      wanted = null;
      keepKeys(null);
    },
    [ticket],
  );
}
