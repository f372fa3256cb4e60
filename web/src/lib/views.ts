import { queryOptions, useQuery } from '@tanstack/react-query';
import { ApiError, read } from './api';
import { me, takeBoot } from './boot';
import { type Key, maybe, t } from './i18n';
import { qc } from './query_client';
import { setCanCount } from './ticket_list';

/** A list that has a name: its tickets are those that its query finds. */
export type View = {
  id: number | null;
  key: string | null;
  name: string;
  query: string | null;
  sort: string | null;
  /** Views that list something else than tickets: mentions, drafts. */
  url?: string;
  is_builtin: boolean;
  owner: { id: number; name: string } | null;
};
type Count = { view: number | null; key: string | null; count: number; is_exact: boolean };

/** What /inbox/:view is called by: the key of a view every desk has, else "view-7". */
export const viewId = (view: { id: number | null; key: string | null }) => view.key ?? `view-${view.id}`;
export const viewName = (view: View) => (view.key ? (maybe(`view.${view.key}`) ?? view.name) : view.name);

const OPEN = 'status=new&status=open&status=waiting';
/** For a server that keeps no views: what can be asked with the filters alone. */
const FILTERS: [string, Key, () => string][] = [
  ['mine', 'view.mine', () => `${OPEN}&agent=${me()?.id ?? 'none'}`],
  ['unassigned', 'view.unassigned', () => `${OPEN}&agent=none`],
  ['open', 'view.open', () => OPEN],
  ['waiting', 'view.waiting', () => 'status=waiting'],
  ['escalated', 'view.escalated', () => `${OPEN}&escalated=true`],
  ['all', 'view.all', () => ''],
];

const views = queryOptions({
  queryKey: ['views'],
  queryFn: async (): Promise<{ items: View[] } | null> => {
    try {
      return takeBoot<{ items: View[] }>('/api/v1/views') ?? (await read<{ items: View[] }>('/api/v1/views'));
    } catch (error) {
      if (error instanceof ApiError && error.status === 404) return null;
      throw error;
    }
  },
  staleTime: 10 * 60_000,
});
const counts = queryOptions({
  queryKey: ['view-counts'],
  queryFn: async () => takeBoot<{ items: Count[] }>('/api/v1/views/counts') ?? (await read<{ items: Count[] }>('/api/v1/views/counts')),
});

/** The first page shows a view: it needs to know them. */
export async function prefetchViews() {
  await qc.prefetchQuery(views);
  setCanCount(Boolean(qc.getQueryData(views.queryKey)));
}
export const useViews = (): View[] => useQuery(views).data?.items ?? [];
/** Whether the server knows the language of queries. */
export const useHasQueries = () => Boolean(useQuery(views).data);
export const rereadViews = () => qc.invalidateQueries({ queryKey: views.queryKey });

export function useViewCounts(): Map<string, Count> {
  const hasViews = useHasQueries();
  const { data } = useQuery({ ...counts, enabled: hasViews });
  return new Map((data?.items ?? []).map((count) => [viewId({ id: count.view, key: count.key }), count]));
}

export type ShownView = {
  id: string;
  title: string;
  /** The query of GET /api/v1/tickets. */
  filter: string;
  sort: string | null;
  kind: 'tickets' | 'mentions' | 'drafts';
  saved?: View;
};

/** What stands in the menu, and what /inbox/:view shows. */
export function shownViews(server: View[]): ShownView[] {
  if (!server.length) return FILTERS.map(([id, key, filter]) => ({ id, title: t(key), filter: filter(), sort: null, kind: 'tickets' }));
  return server.map((view) => ({
    id: viewId(view),
    title: viewName(view),
    filter: `view=${view.key ?? view.id}`,
    sort: view.sort,
    kind: view.key === 'mentions' || view.key === 'drafts' ? view.key : 'tickets',
    saved: view.is_builtin ? undefined : view,
  }));
}
