import { queryOptions, useQuery } from '@tanstack/react-query';
import { read, type Schemas } from './api';
import { may } from './boot';
import { qc } from './query_client';

type Count = Schemas['LabelCount'];
const count = queryOptions({ queryKey: ['label-count'], queryFn: ({ signal }) => read<Count>('/api/v1/label-requests/count', signal) });

/** How many tickets ask for labels; only for whoever may give them. */
export const useLabelCount = (): Count | undefined => useQuery({ ...count, enabled: may('tickets:write') }).data;
export const recountLabels = () => qc.invalidateQueries({ queryKey: count.queryKey });
