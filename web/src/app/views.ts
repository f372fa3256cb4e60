import { AlarmClock, CircleDashed, Hourglass, Inbox, Layers, UserPlus } from 'lucide-react';
import { me } from '../lib/boot';
import type { Key } from '../lib/i18n';

export type View = { id: string; label: Key; icon: typeof Inbox; filter: string };

const OPEN = 'status=new&status=open&status=waiting';

/** The views every desk has. A filter is the query of GET /api/v1/tickets. */
export const standardViews = (): View[] => [
  { id: 'mine', label: 'view.mine', icon: Inbox, filter: `${OPEN}&agent=${me()?.id ?? 'none'}` },
  { id: 'unassigned', label: 'view.unassigned', icon: UserPlus, filter: `${OPEN}&agent=none` },
  { id: 'open', label: 'view.open', icon: CircleDashed, filter: OPEN },
  { id: 'waiting', label: 'view.waiting', icon: Hourglass, filter: 'status=waiting' },
  { id: 'escalated', label: 'view.escalated', icon: AlarmClock, filter: `${OPEN}&escalated=true` },
  { id: 'all', label: 'view.all', icon: Layers, filter: '' },
];
