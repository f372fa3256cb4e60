import type { ReactNode } from 'react';
import { A } from '../../app/A';
import { useT } from '../../lib/i18n';

export type DecisionRow = { key: string | number; outcome?: string; ticket: number; said: ReactNode; decided: string; how: string };

/** What triage said of tickets beside what people decided: head and rows of a table. */
export function DecisionRows({ rows }: { rows: readonly DecisionRow[] }) {
  const t = useT();
  return (
    <>
      <thead>
        <tr>
          <th scope="col">{t('gate.ticket')}</th>
          <th scope="col">{t('gate.said')}</th>
          <th scope="col">{t('gate.decided')}</th>
          <th scope="col">{t('gate.how')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-outcome={row.outcome}>
            <td>
              <A href={`/inbox/all/${row.ticket}`}>#{row.ticket}</A>
            </td>
            <td>{row.said}</td>
            <td>{row.decided}</td>
            <td>{row.how}</td>
          </tr>
        ))}
      </tbody>
    </>
  );
}
