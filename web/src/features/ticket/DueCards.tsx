import type { Detail } from '../../lib/rows';
import { ClocksCard } from './ClocksCard';
import { PromiseCard } from './PromiseCard';
import { RiskCard } from './RiskCard';
import { SatisfactionCard } from './SatisfactionCard';

export { RoutingAnswer } from './RoutingAnswer';
export { Similar } from './Similar';

/** What is owed by when, what the customer was told of it, and what may go wrong: a part that comes late. */
export const DueCards = ({ ticket }: { ticket: Detail }) => (
  <>
    <ClocksCard ticket={ticket} />
    <PromiseCard ticket={ticket} />
    <RiskCard ticket={ticket} />
    {ticket.satisfaction && <SatisfactionCard said={ticket.satisfaction} />}
  </>
);
