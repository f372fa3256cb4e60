import { A } from '../../app/A';
import { paths } from '../../app/routes';
import type { Schemas } from '../../lib/api';
import { maybe, useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { Card } from '../../ui/Card';
import c from './customer.module.css';

type Line = { kind: string; ticket: Pick<Schemas['TicketBrief'], 'id' | 'subject'> };

/** Tickets that belong to this one: linked, merged into it, split from it. */
export function Links({ ticket }: { ticket: Detail }) {
  const t = useT();
  const lines: Line[] = [...ticket.links];
  for (const each of ticket.merged) lines.push({ kind: 'merged', ticket: each.ticket });
  if (ticket.split_from) lines.push({ kind: 'split_from', ticket: ticket.split_from });
  if (ticket.merged_into) lines.push({ kind: 'merged_into', ticket: { id: ticket.merged_into, subject: '' } });
  if (!lines.length) return null;
  return (
    <Card title={t('links.title')}>
      <ul className={c.others}>
        {lines.map((line) => (
          <li key={`${line.kind}${line.ticket.id}`}>
            <A href={paths.inbox('all', line.ticket.id)}>
              <small>{maybe(`link.${line.kind}`) ?? line.kind}</small>
              <span>
                #{line.ticket.id} {line.ticket.subject}
              </span>
            </A>
          </li>
        ))}
      </ul>
    </Card>
  );
}
