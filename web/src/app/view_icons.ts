import { AlarmClockOff, AtSign, FilePen, Hourglass, Inbox, Layers, ListFilter, UserPlus, Users } from 'lucide-react';

const ICONS: Record<string, typeof Inbox> = {
  mine: Inbox,
  my_queues: Users,
  unassigned: UserPlus,
  waiting: Hourglass,
  mentions: AtSign,
  snoozed: AlarmClockOff,
  drafts: FilePen,
  all: Layers,
};
export const viewIcon = (id: string) => ICONS[id] ?? ListFilter;
