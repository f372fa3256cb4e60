import { A } from '../../app/A';
import { paths } from '../../app/routes';
import { useT } from '../../lib/i18n';
import type { Snippet, TicketHit } from '../../lib/search';
import { stamp, useNow } from '../../lib/time';
import { Avatar } from '../../ui/Avatar';
import { Due } from '../../ui/Due';
import c from './search.module.css';

/** One ticket that was found, with the words that made it so. */
export function Hit({ hit }: { hit: TicketHit }) {
  const t = useT();
  const now = useNow();
  const { ticket, snippet } = hit;
  return (
    <li className={c.hit}>
      <Avatar name={ticket.customer.name || '?'} size={28} />
      <div className={c.about}>
        <A href={paths.inbox('all', ticket.id)} className={c.subject} lang={ticket.language ?? undefined}>
          {snippet && hit.in === 'subject' ? <Marked snippet={snippet} /> : ticket.subject || t('ticket.noSubject')}
        </A>
        {snippet && hit.in !== 'subject' && (
          <p className={c.snippet}>
            <Marked snippet={snippet} />
          </p>
        )}
        <p className={c.line}>
          #{ticket.id} · {ticket.customer.name} · {t(`status.${ticket.status}`)}
          {ticket.agent && ` · ${ticket.agent.name}`}
        </p>
      </div>
      <div className={c.when}>
        <time dateTime={ticket.updated_at}>{stamp(ticket.updated_at, now)}</time>
        <Due of={ticket} />
      </div>
    </li>
  );
}

/** The ranges count code points, as the server does; a text of the browser counts UTF-16 units. */
function Marked({ snippet }: { snippet: Snippet }) {
  const letters = [...snippet.text];
  let end = 0;
  const parts = snippet.ranges.flatMap(([start = 0, length = 0]) => {
    const before = letters.slice(end, start).join('');
    end = start + length;
    return [before, <mark key={start}>{letters.slice(start, end).join('')}</mark>];
  });
  return (
    <>
      {parts}
      {letters.slice(end).join('')}
    </>
  );
}
