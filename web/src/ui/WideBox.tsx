import type { ReactNode } from 'react';
import c from './wide_box.module.css';

/** Holds a table that may be wider than the page: scrolled by keys, too, and named for those who hear it. */
export const WideBox = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className={c.box} tabIndex={0} role="region" aria-label={label}>
    {children}
  </div>
);
