import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, must } from './api';
import { takeBoot } from './boot';
import { qc } from './query_client';

/** What changes rarely and every page needs: people, queues, categories. Read once, then kept. */
const RARELY = 10 * 60_000;

const agents = queryOptions({ queryKey: ['agents'], queryFn: () => must(api.GET('/api/v1/agents')), staleTime: RARELY, select: (page) => page.items });
const queues = queryOptions({ queryKey: ['queues'], queryFn: () => must(api.GET('/api/v1/queues')), staleTime: RARELY, select: (page) => page.items });
const categories = queryOptions({
  queryKey: ['categories'],
  queryFn: () => must(api.GET('/api/v1/categories')),
  staleTime: RARELY,
  select: (page) => page.items,
});
const counts = queryOptions({ queryKey: ['counts'], queryFn: () => must(api.GET('/api/v1/queues/counts')) });

export const useAgents = () => useQuery(agents).data ?? [];
export const useQueues = () => useQuery(queues).data ?? [];
export const useCategories = () => useQuery(categories).data ?? [];
export const useQueueCounts = () => useQuery(counts).data?.items ?? [];

export const readAgents = async () => (await qc.ensureQueryData(agents)).items;
export const readQueues = async () => (await qc.ensureQueryData(queues)).items;
export const readCategories = async () => (await qc.ensureQueryData(categories)).items;

/** Puts what came with the page where the queries look for it. */
export function takeReferences() {
  const brought: [string, readonly string[]][] = [
    ['/api/v1/agents', agents.queryKey],
    ['/api/v1/queues', queues.queryKey],
    ['/api/v1/categories', categories.queryKey],
    ['/api/v1/queues/counts', counts.queryKey],
  ];
  for (const [url, key] of brought) {
    const body = takeBoot<never>(url);
    if (body) qc.setQueryData(key, body);
  }
}

let timer = 0;
/** Counts follow what happens, at most once a second. */
export function recount() {
  if (timer) return;
  timer = window.setTimeout(() => {
    timer = 0;
    void qc.invalidateQueries({ queryKey: counts.queryKey });
    void qc.invalidateQueries({ queryKey: ['view-counts'] });
    void qc.invalidateQueries({ queryKey: ['label-count'] });
  }, 1000);
}
