import { lazy, Suspense } from 'react';
import { later } from '../../app/later';
import type { Detail } from '../../lib/rows';

const Late = lazy(() => later.escalations().then((m) => ({ default: m.EscalationCard })));

/** Most tickets are never in trouble: the card is fetched where the timeline tells of an escalation. */
export const LateEscalationCard = ({ ticket }: { ticket: Detail }) =>
  ticket.events.some((event) => event.kind === 'escalation') && (
    <Suspense fallback={null}>
      <Late ticket={ticket.id} />
    </Suspense>
  );
