import { read, type Schemas } from '../../lib/api';

/** The public holidays of a region, of this year and the next: a query. */
export function holidaysOf(code: string) {
  const year = new Date().getFullYear();
  return {
    queryKey: ['holidays', code, year],
    queryFn: async ({ signal }: { signal: AbortSignal }) => {
      const of = (in_year: number) => read<{ items: Schemas['PublicHoliday'][] }>(`/api/v1/holidays?region=${code}&year=${in_year}`, signal);
      return [...(await of(year)).items, ...(await of(year + 1)).items].map((one) => ({ ...one, region: code }));
    },
    staleTime: Infinity,
  };
}
