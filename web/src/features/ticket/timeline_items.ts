import { useCallback, useRef, useState } from 'react';
import { read } from '../../lib/api';
import type { Detail } from '../../lib/rows';
import type { Article, TicketEvent } from '../../lib/ticket_detail';

export type TimelineItem = { kind: 'article'; at: string; article: Article } | { kind: 'event'; at: string; event: TicketEvent };
type Page = { items: Article[]; next: string | null };

/** Events that say nothing beyond the message that stands beside them. */
const SILENT = new Set(['customer_wrote', 'agent_replied', 'noted', 'settled', 'updated']);

/** The macro that this step tells of, if it does. */
export const usedMacro = (event: TicketEvent) => (event.data as { macro?: { name: string } } | undefined)?.macro;

/** One line of time. Where not all messages are here yet, history older than the oldest of them is left out. */
export function timelineOf(ticket: Detail, earlier: Article[]): TimelineItem[] {
  const articles = [...earlier, ...ticket.articles];
  const isWhole = !ticket.articles_before;
  const begin = isWhole ? '' : (articles[0]?.created_at ?? '');
  const items: TimelineItem[] = articles.map((article) => ({ kind: 'article', at: article.created_at, article }));
  for (const event of ticket.events) {
    const isSilent = SILENT.has(event.kind) && event.changes.length === 0 && !usedMacro(event);
    if (event.at < begin || isSilent) continue;
    items.push({ kind: 'event', at: event.at, event });
  }
  // Of the same moment the message comes first: it is the cause.
  return items.sort((a, b) => a.at.localeCompare(b.at) || (a.kind === b.kind ? 0 : a.kind === 'article' ? -1 : 1));
}

/** The messages before those that came with the ticket, page by page. */
export function useEarlier(ticket: Detail) {
  const [articles, setArticles] = useState<Article[]>([]);
  const [next, setNext] = useState<string | null | undefined>(undefined);
  const [isFailed, setFailed] = useState(false);
  const busy = useRef(false);
  const url = next === undefined ? ticket.articles_before : next;
  const readMore = useCallback(() => {
    if (busy.current || !url) return;
    busy.current = true;
    setFailed(false);
    read<Page>(url)
      .then((page) => {
        setArticles((old) => [...page.items, ...old]);
        setNext(page.next);
      })
      .catch(() => setFailed(true))
      .finally(() => {
        busy.current = false;
      });
  }, [url]);
  return { articles, hasMore: Boolean(url), readMore, isFailed };
}
