/** What is in trouble, in a ticket and as a whole, and what a lead watches: one part, since who opens the one soon opens the other. */
export { EscalationCard } from './EscalationCard';
export { EscalationWords } from './EscalationWords';
export { EscalationsPage } from './EscalationsPage';
export { WatchPage } from './WatchPage';
