import { type ReactNode, useEffect, useRef } from 'react';
import { ui } from '../../lib/ui_state';
import { cx } from '../class_names';
import c from './modal.module.css';

/** The browser's own dialog: it keeps the focus inside, makes the page inert and gives the focus back. */
export function Modal({ title, children, className }: { title: string; children: ReactNode; className?: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={cx(c.modal, className)}
      aria-label={title}
      onCancel={() => ui().close()}
      onClose={() => ui().close()}
      onPointerDown={(event) => {
        // Only the backdrop is outside of the dialog's children.
        if (event.target === dialog.current) ui().close();
      }}
    >
      {children}
    </dialog>
  );
}
