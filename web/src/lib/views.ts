import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, must, type Schemas } from './api';
import { may, me, takeBoot } from './boot';
import { maybe } from './i18n';
import { qc } from './query_client';

/** A list that has a name: its tickets are those that its query finds. */
export type View = Schemas['View'];
type Views = Schemas['ViewPage'];
type Counts = Schemas['ViewCounts'];

/** What /inbox/:view is called by: the key of a view every desk has, else "view-7". */
export const viewId = (view: { id: number | null; key: string | null }) => view.key ?? `view-${view.id}`;
export const viewName = (view: View) => (view.key ? (maybe(`view.${view.key}`) ?? view.key) : (view.name ?? ''));

const views = queryOptions({
  queryKey: ['views'],
  queryFn: async (): Promise<Views> => takeBoot<Views>('/api/v1/views') ?? (await must(api.GET('/api/v1/views'))),
  staleTime: 10 * 60_000,
});
const counts = queryOptions({
  queryKey: ['view-counts'],
  queryFn: async (): Promise<Counts> => takeBoot<Counts>('/api/v1/views/counts') ?? (await must(api.GET('/api/v1/views/counts'))),
});

/** The first page shows a view: it needs to know them. */
export const prefetchViews = () => qc.prefetchQuery(views);
export const useViews = (): View[] => useQuery(views).data?.items ?? [];
export const rereadViews = () => Promise.all([views, counts].map(({ queryKey }) => qc.invalidateQueries({ queryKey })));

export function useViewCounts(): Map<string, Counts['items'][number]> {
  const { data } = useQuery(counts);
  return new Map((data?.items ?? []).map((count) => [viewId({ id: count.view, key: count.key }), count]));
}

/** One's own, and everybody's for whoever sets up the desk. */
export const mayChange = (view: View) => !view.is_builtin && (view.owner?.id === me()?.id || may('setup:write'));

export type ShownView = {
  id: string;
  title: string;
  /** The query of GET /api/v1/tickets. */
  filter: string;
  sort: string | null;
  /** The same in the language of queries, to go on from. */
  query: string;
  kind: 'tickets' | 'mentions' | 'drafts';
  saved?: View;
};

/** What stands in the menu, and what /inbox/:view shows. */
export function shownViews(server: View[]): ShownView[] {
  return server.map((view) => ({
    id: viewId(view),
    title: viewName(view),
    filter: `view=${view.key ?? view.id}`,
    sort: view.sort || null,
    query: view.query ?? '',
    kind: view.key === 'mentions' || view.key === 'drafts' ? view.key : 'tickets',
    saved: view.is_builtin ? undefined : view,
  }));
}
