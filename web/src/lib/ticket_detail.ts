import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, must, type Schemas } from './api';
import { takeBoot } from './boot';
import { qc } from './query_client';
import { type Detail, detailKey, findRow, receiveRow } from './rows';

export type Article = Schemas['Article'] & { sending_at?: string | null };
export type TicketEvent = Schemas['Event'];
export type Change = Schemas['Change'];
export type Label = Schemas['Label'];

/** Everything about one ticket in one answer: the newest messages, the history, what triage thinks, who is here. */
export const detailOf = (id: number) =>
  queryOptions({
    queryKey: detailKey(id),
    queryFn: async ({ signal }) => {
      const brought = takeBoot<Detail>(`/api/v1/tickets/${id}`);
      const detail = brought ?? (await must(api.GET('/api/v1/tickets/{ticket}', { params: { path: { ticket: id } }, signal })));
      receiveRow(rowOf(detail));
      return detail;
    },
    staleTime: 20_000,
  });

/** The part of a detail that a list shows too. */
function rowOf(detail: Detail): Schemas['Ticket'] {
  const { articles, events, notices, timers, suggestion, ...row } = detail;
  return row;
}

export const useDetail = (id: number) => useQuery(detailOf(id)).data;
export const warm = (id: number) => void qc.prefetchQuery(detailOf(id));
export const rereadDetail = (id: number) => qc.invalidateQueries({ queryKey: detailKey(id) });

/** What is known at once: the whole ticket if it was read, else its row from a list. */
export const knownTicket = (id: number) => qc.getQueryData<Detail>(detailKey(id)) ?? findRow(id);
