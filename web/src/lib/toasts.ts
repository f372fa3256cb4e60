import { create } from 'zustand';

export type Toast = { id: number; text: string; tone?: 'bad'; undo?: () => void | Promise<void>; key?: string };

/** How long a change can be taken back from its message. */
export const UNDO_MS = 8000;
const PLAIN_MS = 5000;
const MOST = 3;

let last = 0;
export const useToasts = create<{ toasts: Toast[] }>(() => ({ toasts: [] }));

const list = () => useToasts.getState().toasts;
export const dropToast = (id: number) => useToasts.setState({ toasts: list().filter((toast) => toast.id !== id) });

function show(toast: Omit<Toast, 'id'>, milliseconds: number): number {
  const id = ++last;
  const kept = toast.key ? list().filter((other) => other.key !== toast.key) : list();
  useToasts.setState({ toasts: [...kept.slice(1 - MOST), { ...toast, id }] });
  setTimeout(() => dropToast(id), milliseconds);
  return id;
}

/** Something that takes a while: said until it is told to be over. */
export function progress(key: string, text: string | null) {
  const kept = list().filter((toast) => toast.key !== key);
  const id = list().find((toast) => toast.key === key)?.id ?? ++last;
  useToasts.setState({ toasts: text === null ? kept : [...kept, { id, text, key }] });
}

export const say = (text: string, undo?: Toast['undo'], milliseconds = undo ? UNDO_MS : PLAIN_MS) => show({ text, undo }, milliseconds);
/** What went wrong, in the server's words; the same complaint stands there once. */
export const complain = (text: string) => show({ text, tone: 'bad', key: text }, UNDO_MS);

export function undoLast() {
  const toast = list().findLast((each) => each.undo);
  if (!toast) return;
  void toast.undo?.();
  dropToast(toast.id);
}
