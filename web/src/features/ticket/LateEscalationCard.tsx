import { lazy, Suspense } from 'react';
import { later } from '../../app/later';
import type { Detail } from '../../lib/rows';
import type { TicketEvent } from '../../lib/ticket_detail';

const Late = lazy(() => later.escalations().then((m) => ({ default: m.EscalationCard })));

const LateWords = lazy(() => later.escalations().then((m) => ({ default: m.EscalationWords })));

/** Most tickets are never in trouble: the card is fetched where the timeline tells of an escalation. */
export const LateEscalationCard = ({ ticket }: { ticket: Detail }) =>
  ticket.events.some((event) => event.kind === 'escalation') && (
    <Suspense fallback={null}>
      <Late ticket={ticket.id} />
    </Suspense>
  );

/** The line of the timeline; until its words are here, what stood there before. */
export const LateEscalationWords = ({ event, meanwhile }: { event: TicketEvent; meanwhile: string }) => (
  <Suspense fallback={meanwhile}>
    <LateWords event={event} />
  </Suspense>
);
