import { useQuery } from '@tanstack/react-query';
import { read, type Schemas } from '../../lib/api';
import { list } from '../../lib/records';

export type Replay = Schemas['Replay'];
export type Answer = Schemas['ReplayAnswer'];
export type Point = Schemas['ReplayPoint'];
export type Model = Schemas['TriageModel'];
export type Question = { days: number; field: string; model: string; target: number; delta: number };

const SECOND = 1000;

/** Asks the same again until the answer is there; an answer holds for ten minutes, as the server keeps it. */
export function useReplay(question: Question | null) {
  const words = new URLSearchParams(Object.entries(question ?? {}).flatMap(([name, value]) => (value === '' ? [] : [[name, String(value)]])));
  const url = `/api/v1/triage/replay?${words}`;
  return useQuery({
    queryKey: ['replay', url],
    queryFn: ({ signal }) => read<Replay>(url, signal),
    enabled: question !== null,
    staleTime: 600 * SECOND,
    refetchInterval: (query) => (query.state.data?.state === 'waiting' ? SECOND : false),
  });
}

export const useModels = () => useQuery(list<Model>('/api/v1/triage/models')).data ?? [];

/** The first point that is not below the threshold. */
export const pointAt = (answer: Answer, threshold: number) => {
  const found = answer.curve.findIndex((point) => point.threshold + 1e-9 >= threshold);
  return found < 0 ? answer.curve.length - 1 : found;
};
