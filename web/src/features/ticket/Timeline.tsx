import { memo, useMemo } from 'react';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { EarlierMessages } from './EarlierMessages';
import { EventLine } from './EventLine';
import { Message } from './Message';
import c from './timeline.module.css';
import { timelineOf, useEarlier } from './timeline_items';

/**
 * Messages, notes and what happened, in the order of time. The box grows from its end (column-reverse), so the newest
 * message is in sight without a script that scrolls; what lies above is not laid out until it is scrolled to.
 */
export const Timeline = memo(function Timeline({ ticket }: { ticket: Detail }) {
  const t = useT();
  const earlier = useEarlier(ticket);
  const items = useMemo(() => timelineOf(ticket, earlier.articles), [ticket, earlier.articles]);
  return (
    <div className={c.box} data-thread role="log" aria-label={t('ticket.timeline')} tabIndex={0}>
      <div className={c.thread}>
        {earlier.hasMore && <EarlierMessages onReach={earlier.readMore} isFailed={earlier.isFailed} />}
        {items.map((item) => (item.kind === 'article' ? <Message key={`a${item.article.id}`} article={item.article} ticket={ticket.id} /> : <EventLine key={`e${item.event.id}`} event={item.event} />))}
      </div>
    </div>
  );
});
