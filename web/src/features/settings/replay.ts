import { useQuery } from '@tanstack/react-query';
import { read, type Schemas } from '../../lib/api';

export type Replay = Schemas['Replay'];
export type Answer = Schemas['ReplayAnswer'];
export type Point = Schemas['ReplayPoint'];
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

const MODELS = '/api/v1/models';
/** Those that can be replayed: the one that serves, and those that are kept to serve again. */
export const useModels = () =>
  useQuery({ queryKey: ['models', MODELS], queryFn: ({ signal }) => read<Schemas['ModelHistory']>(MODELS, signal) }).data?.items.filter((each) => each.is_serving || each.is_kept) ?? [];

/** The first point that is not below the threshold. */
export const pointAt = (answer: Answer, threshold: number) => {
  const found = answer.curve.findIndex((point) => point.threshold + 1e-9 >= threshold);
  return found < 0 ? answer.curve.length - 1 : found;
};
