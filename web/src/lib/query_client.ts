import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './api';

/** What the server has refused is not asked again; what did not arrive is. */
const retry = (failures: number, error: Error) => error instanceof ApiError && (error.status === 0 || error.status >= 500) && failures < 2;

export const qc = new QueryClient({
  defaultOptions: { queries: { staleTime: 60_000, gcTime: 600_000, refetchOnWindowFocus: false, retry } },
});
