import { ArrowLeft, CircleAlert, Menu } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { A } from '../app/A';
import { ApiError } from '../lib/api';
import { problemText } from '../lib/fault_text';
import { useT } from '../lib/i18n';
import { ui } from '../lib/ui_state';
import { Button } from './Button';
import { cx } from './class_names';
import { Skeleton } from './Empty';
import c from './page.module.css';

export type PageProps = {
  title: string;
  /** One sentence: what this page is for. */
  text?: ReactNode;
  back?: { href: string; label: string; isForPhone?: boolean };
  actions?: ReactNode;
  /** Tables use the whole width; forms stay narrow enough to be read. */
  isWide?: boolean;
  children: ReactNode;
};

/** The frame of every page that is not the inbox: heading, actions, a body that scrolls. */
export function Page({ title, text, back, actions, isWide, children }: PageProps) {
  const t = useT();
  useEffect(() => {
    document.title = `${title} · Lotse`;
  }, [title]);
  return (
    <div className={c.page} data-wide={isWide}>
      <header className={c.head}>
        <Button kind="ghost" className={c.burger} icon={<Menu size={18} />} label={t('page.menu')} onClick={() => ui().setNavOpen(true)} />
        {back && (
          <A href={back.href} className={cx(c.back, back.isForPhone && c.forPhone)} aria-label={t('page.back', { to: back.label })} data-tip={t('page.back', { to: back.label })}>
            <ArrowLeft size={16} />
          </A>
        )}
        <div className={c.titles}>
          <h1 className={c.title}>{title}</h1>
        </div>
        <div className={c.actions}>{actions}</div>
      </header>
      <div className={c.body}>
        {text && <p className={c.text}>{text}</p>}
        {children}
      </div>
    </div>
  );
}

export function Section({ title, text, actions, children }: { title: string; text?: ReactNode; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={c.section}>
      <div className={c.sectionHead}>
        <h2 className={c.heading}>{title}</h2>
        {actions}
      </div>
      {text && <p className={c.sectionText}>{text}</p>}
      {children}
    </section>
  );
}

/** What stands in place of a page's content: not yet there, or not to be had. */
export function Pending({ query, lines = 5 }: { query: { error: Error | null; refetch: () => unknown }; lines?: number }) {
  const t = useT();
  if (!query.error) {
    return (
      <div className={c.pending} aria-busy="true">
        <span className="sr">{t('page.loading')}</span>
        {Array.from({ length: lines }, (_, i) => (
          <Skeleton key={i} width={`${88 - ((i * 17) % 40)}%`} height={14} />
        ))}
      </div>
    );
  }
  const isMissing = query.error instanceof ApiError && query.error.status === 404;
  return (
    <div className={c.failure} role="alert">
      <CircleAlert size={18} aria-hidden="true" />
      <p>{isMissing ? t('page.missing') : query.error instanceof ApiError ? problemText(query.error) : String(query.error)}</p>
      {!isMissing && <Button onClick={() => void query.refetch()}>{t('page.again')}</Button>}
    </div>
  );
}
