import type { ReactNode } from 'react';
import { A } from '../app/A';
import c from './button.module.css';
import { cx } from './class_names';

/** A link that leads to what a button would begin. */
export function LinkButton({ href, kind, icon, children }: { href: string; kind?: 'primary' | 'ghost'; icon?: ReactNode; children: ReactNode }) {
  return (
    <A href={href} className={cx(c.button, kind && c[kind])}>
      {icon}
      {children}
    </A>
  );
}
