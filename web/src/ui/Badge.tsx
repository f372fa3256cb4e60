import type { ReactNode } from 'react';
import c from './badge.module.css';
import { cx } from './class_names';

export type Tone = 'ok' | 'warn' | 'bad' | 'ai' | 'outline';

export function Badge({ tone, children, title, className }: { tone?: Tone; children: ReactNode; title?: string; className?: string }) {
  return (
    <span className={cx(c.badge, tone && c[tone], className)} data-tip={title}>
      {children}
    </span>
  );
}
