import { queryOptions, useQuery } from '@tanstack/react-query';
import { read, type Schemas } from './api';
import { qc } from './query_client';

type Counts = Schemas['EscalationCounts'];
export const ESCALATIONS_URL = '/api/v1/escalations';
const counts = queryOptions({
  queryKey: ['list', `${ESCALATIONS_URL}/count`],
  queryFn: ({ signal }) => read<Counts>(`${ESCALATIONS_URL}/count`, signal),
  refetchInterval: 60_000,
});

/** How many escalations call this person, and how many run at all. */
export const useEscalationCounts = (): Counts | undefined => useQuery(counts).data;

/** Something began, went on or was acknowledged: whoever shows it reads it anew. */
export const rereadEscalations = () =>
  qc.invalidateQueries({ predicate: ({ queryKey: [, of] }) => typeof of === 'string' && /escalations|watch/.test(of) });
