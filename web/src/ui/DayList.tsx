import { useT } from '../lib/i18n';
import { day, number } from '../lib/time';
import c from './day_list.module.css';

type Day = { date: string; name: string };
type Span = { first: string; last: string; name: string };

/** Dates with names; those in a row that share their name are one line. */
export function DayList({ days, label }: { days: Day[]; label: string }) {
  return (
    <ul className={c.days} tabIndex={0} aria-label={label}>
      {spansOf(days).map((span) => (
        <li key={span.first}>
          <span className={c.date}>{span.first === span.last ? shown(span.first) : `${shown(span.first)} – ${shown(span.last)}`}</span> {span.name}
        </li>
      ))}
    </ul>
  );
}

/** What of a file could not be read, line by line. */
export function LeftOut({ notes, count }: { notes: { line: number; text: string }[]; count: number }) {
  const t = useT();
  return (
    <details className={c.leftOut}>
      <summary>{t('ics.leftOut', { count })}</summary>
      <ul>
        {notes.map((note) => (
          <li key={`${note.line} ${note.text}`}>
            {t('ics.line', { line: number(note.line) })} {note.text}
          </li>
        ))}
      </ul>
    </details>
  );
}

const shown = (date: string) => day(`${date}T12:00`);
const next = (date: string) => new Date(Date.parse(`${date}T12:00Z`) + 86_400_000).toISOString().slice(0, 10);

export function spansOf(days: Day[]): Span[] {
  const out: Span[] = [];
  for (const { date, name } of days) {
    const last = out.at(-1);
    if (last && last.name === name && next(last.last) === date) last.last = date;
    else out.push({ first: date, last: date, name });
  }
  return out;
}
