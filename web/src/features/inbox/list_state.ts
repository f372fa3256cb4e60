import { create } from 'zustand';

export const SORTS = ['-updated', 'updated', '-created', 'created', 'first_reply_due', 'solution_due', '-priority'] as const;
export type Sort = (typeof SORTS)[number];

type State = {
  /** How each view is sorted where its reader chose so. */
  sorts: Record<string, Sort>;
  /** What the view is narrowed to, while it is open. */
  query: string;
  isQueryOpen: boolean;
};

const stored = (): Record<string, Sort> => {
  try {
    return JSON.parse(localStorage.getItem('sorts') ?? '{}') as Record<string, Sort>;
  } catch {
    return {};
  }
};
export const useListState = create<State>(() => ({ sorts: stored(), query: '', isQueryOpen: false }));

export function setSort(view: string, sort: Sort) {
  const sorts = { ...useListState.getState().sorts, [view]: sort };
  localStorage.setItem('sorts', JSON.stringify(sorts));
  useListState.setState({ sorts });
}
export const setQuery = (query: string) => useListState.setState({ query });
export const openQuery = (isQueryOpen: boolean) => useListState.setState(isQueryOpen ? { isQueryOpen } : { isQueryOpen, query: '' });
