import { type ReactNode, useEffect } from 'react';
import { getLang, LANG_NAMES, LANGS, setLang, useT } from '../lib/i18n';
import { cx } from './class_names';
import c from './entry.module.css';

/** The frame of what stands outside the desk: sign-in and set-up. */
export function Entry({ title, text, isWide, children }: { title: string; text?: ReactNode; isWide?: boolean; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title} · Lotse`;
  }, [title]);
  return (
    <div className={c.entry}>
      <main className={cx(c.card, isWide && c.wide)}>
        <p className={c.brand}>
          <span className={c.logo}>
            <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
              <path d="M2 4.2h10M2 8h6.2M2 11.6h3" stroke="currentColor" strokeWidth="2.1" strokeLinecap="round" />
            </svg>
          </span>
          Lotse
        </p>
        <h1 className={c.title} tabIndex={-1}>
          {title}
        </h1>
        {text && <p className={c.text}>{text}</p>}
        {children}
      </main>
      <Languages />
    </div>
  );
}

function Languages() {
  const t = useT();
  return (
    <nav className={c.languages} aria-label={t('entry.language')}>
      {LANGS.map((lang) => (
        <button key={lang} type="button" lang={lang} aria-pressed={lang === getLang()} onClick={() => void setLang(lang)}>
          {LANG_NAMES[lang]}
        </button>
      ))}
    </nav>
  );
}
