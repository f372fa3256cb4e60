import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { A } from '../app/A';
import { useFixedWindow } from '../lib/fixed_window';
import { useT } from '../lib/i18n';
import { cx } from './class_names';
import c from './table.module.css';

export const ROW_HEIGHT = 44;

export type Column<T> = {
  key: string;
  head: string;
  cell: (row: T) => ReactNode;
  /** A share of the width, or a length. */
  width?: string;
  /** Left out where there is little room. */
  isExtra?: boolean;
  isNumber?: boolean;
};

type Props<T> = {
  label: string;
  rows: T[];
  columns: Column<T>[];
  keyOf: (row: T) => string | number;
  /** Where a row leads; its first cell becomes the link. */
  hrefOf?: (row: T) => string;
  empty?: ReactNode;
  /** Called near the end, to read the next page. */
  onEnd?: () => void;
  hasMore?: boolean;
};

/** A table of any length: only the rows in view exist, screen readers hear how many there are. */
export function Table<T>({ label, rows, columns, keyOf, hrefOf, empty, onEnd, hasMore }: Props<T>) {
  const t = useT();
  const box = useRef<HTMLDivElement>(null);
  const { from, to } = useFixedWindow(box, rows.length, ROW_HEIGHT);
  const isNearEnd = to >= rows.length - 10;
  useEffect(() => {
    if (isNearEnd && hasMore) onEnd?.();
  }, [isNearEnd, hasMore, rows.length]);
  if (!rows.length && empty) return <>{empty}</>;
  return (
    <div ref={box} className={c.box} tabIndex={0} role="region" aria-label={label}>
      <table className={c.table} aria-rowcount={hasMore ? -1 : rows.length + 1}>
        <caption className="sr">{label}</caption>
        <colgroup>
          {columns.map((column) => (
            <col key={column.key} className={cx(column.isExtra && c.extra)} style={{ inlineSize: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={cx(column.isExtra && c.extra, column.isNumber && c.number)}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody onKeyDown={moveInRows}>
          <Gap rows={from} />
          {rows.slice(from, to).map((row, i) => (
            <tr key={keyOf(row)} aria-rowindex={from + i + 2} className={cx(hrefOf && c.link)}>
              {columns.map((column, at) => (
                <td key={column.key} className={cx(column.isExtra && c.extra, column.isNumber && c.number)}>
                  {at === 0 && hrefOf ? (
                    <A href={hrefOf(row)} className={c.first}>
                      {column.cell(row)}
                    </A>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
          <Gap rows={rows.length - to} />
        </tbody>
      </table>
      {hasMore && <p className={c.more}>{t('page.more')}</p>}
    </div>
  );
}

/** Arrows go from row to row, as in the list of tickets. */
function moveInRows(event: KeyboardEvent<HTMLElement>) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('a')];
  const at = links.indexOf(document.activeElement as HTMLElement);
  if (!by || at < 0) return;
  event.preventDefault();
  links[at + by]?.focus();
}

function Gap({ rows }: { rows: number }) {
  if (rows <= 0) return null;
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row that keeps the place of those out of view
    <tr aria-hidden="true" className={c.gap}>
      <td style={{ blockSize: rows * ROW_HEIGHT }} />
    </tr>
  );
}
