import { Search } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { go, paths } from '../../app/routes';
import { type Key, t } from '../../lib/i18n';
import { search } from '../../lib/search';
import { Avatar } from '../Avatar';

export type Found = { id: string; group: Key; label: string; hint?: string; icon?: ReactNode; run: () => void };
const PAUSE_MS = 70;
const MOST = 8;

/** Tickets, customers and organizations for what has been typed; the last answer stays until the next one is here. */
export function useFound(text: string): Found[] {
  const [found, setFound] = useState<Found[]>([]);
  const wanted = text.trim();
  useEffect(() => {
    if (wanted.length < 2) {
      setFound([]);
      return;
    }
    const stop = new AbortController();
    const timer = setTimeout(() => {
      search(wanted, MOST, stop.signal).then(
        (answer) => setFound([...lines(answer), all(wanted)]),
        // Half a query is refused; it can still be gone on with where the fault is shown.
        () => stop.signal.aborted || setFound([all(wanted)]),
      );
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [wanted]);
  return found;
}

function lines(answer: Awaited<ReturnType<typeof search>>): Found[] {
  const tickets = answer.tickets.map(({ ticket }): Found => ({
    id: `ticket-${ticket.id}`,
    group: 'palette.tickets',
    label: ticket.subject || t('ticket.noSubject'),
    hint: `#${ticket.id} · ${ticket.customer.name}`,
    icon: <Avatar name={ticket.customer.name || '?'} size={20} />,
    run: () => go(paths.inbox('all', ticket.id)),
  }));
  const customers = answer.customers.map((customer): Found => ({
    id: `customer-${customer.id}`,
    group: 'palette.customers',
    label: customer.name,
    hint: customer.email ?? undefined,
    icon: <Avatar name={customer.name || '?'} size={20} />,
    run: () => go(paths.customers(customer.id)),
  }));
  const organizations = answer.organizations.map((each): Found => ({
    id: `organization-${each.id}`,
    group: 'palette.organizations',
    label: each.name,
    run: () => go(paths.orgs(each.id)),
  }));
  return [...tickets, ...customers, ...organizations];
}

const all = (text: string): Found => ({
  id: 'search-all',
  group: 'palette.more',
  label: t('palette.searchAll', { text }),
  icon: <Search size={16} aria-hidden="true" />,
  run: () => go(paths.search(text)),
});
