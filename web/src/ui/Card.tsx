import type { ReactNode } from 'react';
import c from './card.module.css';

export function Card({ title, icon, aside, children }: { title: string; icon?: ReactNode; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={c.card} aria-label={title}>
      <header className={c.head}>
        {icon}
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
