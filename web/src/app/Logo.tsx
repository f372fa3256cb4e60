import c from './nav.module.css';

export function Logo() {
  return (
    <span className={c.logo}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d="M2 4.2h10M2 8h6.2M2 11.6h3" stroke="currentColor" strokeWidth="2.1" strokeLinecap="round" />
      </svg>
    </span>
  );
}
