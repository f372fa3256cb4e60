import type { ReactNode } from 'react';
import c from './empty.module.css';

export function Empty({ icon, title, children }: { icon: ReactNode; title: string; children?: ReactNode }) {
  return (
    <div className={c.empty}>
      <span className={c.icon} aria-hidden="true">
        {icon}
      </span>
      <b>{title}</b>
      {children}
    </div>
  );
}

/** The place of something that is on its way. */
export function Skeleton({ width, height = 12 }: { width: number | string; height?: number }) {
  return <span className={c.skeleton} style={{ inlineSize: width, blockSize: height }} />;
}
