import type { ReactNode } from 'react';
import { may } from '../../lib/boot';
import { change, type Wish } from '../../lib/change';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { pickQueue, pickValue, valueName } from '../../lib/ticket_pickers';
import { dateTime } from '../../lib/time';
import { Card } from '../../ui/Card';
import c from './customer.module.css';
import { pickDue } from './due';
import { Followers } from './Followers';

const FIELDS = ['type', 'impact', 'urgency', 'language'] as const;

/** The quieter fields of a ticket; a value is the button that changes it. */
export function FactsCard({ ticket }: { ticket: Detail }) {
  const t = useT();
  const apply = (wish: Wish, said: string) => change(ticket.id, wish, said);
  const nothing = t('field.nothing');
  return (
    <Card title={t('facts.title')}>
      <dl className={c.facts}>
        <Fact name={t('field.queue')} onPick={(anchor) => pickQueue({ anchor, of: ticket }, apply)}>
          {ticket.queue?.name ?? nothing}
        </Fact>
        {FIELDS.map((field) => (
          <Fact key={field} name={t(`field.${field}`)} onPick={(anchor) => pickValue({ anchor, of: ticket }, field, apply)}>
            {ticket[field] ? valueName(field, ticket[field]) : nothing}
          </Fact>
        ))}
        <Fact name={t('field.channel')}>{t(`channel.${ticket.channel}`)}</Fact>
        <Fact name={t('field.created')}>{dateTime(ticket.created_at)}</Fact>
        {ticket.first_reply_due_at && !ticket.first_reply_at && <Fact name={t('field.firstReplyDue')}>{dateTime(ticket.first_reply_due_at)}</Fact>}
        {ticket.solution_due_at && <Fact name={t('field.solutionDue')}>{dateTime(ticket.solution_due_at)}</Fact>}
        <Fact name={t('field.due_at')} onPick={(anchor) => pickDue(ticket, anchor)}>
          {ticket.due_at ? dateTime(ticket.due_at) : nothing}
        </Fact>
        {ticket.snoozed_until && <Fact name={t('field.snoozedUntil')}>{dateTime(ticket.snoozed_until)}</Fact>}
        <Followers ticket={ticket} followers={ticket.followers} />
      </dl>
    </Card>
  );
}

function Fact({ name, onPick, children }: { name: string; onPick?: (anchor: Element) => void; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {onPick && may('tickets:write') ? (
          <button type="button" aria-haspopup="listbox" onClick={(event) => onPick(event.currentTarget)}>
            {children}
          </button>
        ) : (
          children
        )}
      </dd>
    </div>
  );
}
