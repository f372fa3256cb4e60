import { AlarmClock, Clock } from 'lucide-react';
import { useT } from '../lib/i18n';
import { dateTime, span, useNow } from '../lib/time';
import { Badge, type Tone } from './Badge';

const SOON_MS = 60 * 60_000;

export type DueOf = {
  status: string;
  first_reply_at: string | null;
  first_reply_due_at: string | null;
  next_reply_due_at: string | null;
  update_due_at: string | null;
  solution_due_at: string | null;
};

/** What the ticket owes the customer next: words, while some are owed, or its solution, whichever comes first. */
export function nextDue(of: DueOf): { kind: 'reply' | 'solution'; at: string } | null {
  if (of.status === 'solved' || of.status === 'closed') return null;
  const first = of.first_reply_at ? null : of.first_reply_due_at;
  const words = [first, of.next_reply_due_at, of.update_due_at].filter((at) => at !== null).sort()[0];
  if (words && (first || !of.solution_due_at || words < of.solution_due_at)) return { kind: 'reply', at: words };
  return of.solution_due_at ? { kind: 'solution', at: of.solution_due_at } : null;
}

/** Time left, or time over, in words and with a sign; colour only underlines. */
export function Due({ of, isLong }: { of: DueOf; isLong?: boolean }) {
  const t = useT();
  const now = useNow();
  const due = nextDue(of);
  if (!due) return null;
  const left = Date.parse(due.at) - now;
  const isOver = left < 0;
  const kind = t(`due.${due.kind}`);
  const words = t(isOver ? 'due.over' : 'due.in', { kind, time: span(left, 'long') });
  const tone: Tone = isOver ? 'bad' : left < SOON_MS ? 'warn' : 'outline';
  return (
    <Badge tone={tone} title={`${words} · ${dateTime(due.at)}`}>
      {isOver ? <AlarmClock size={13} aria-hidden="true" /> : <Clock size={12} aria-hidden="true" />}
      <span aria-hidden="true">
        {isLong && `${kind} `}
        {isOver ? `−${span(left)}` : span(left)}
      </span>
      <span className="sr">{words}</span>
    </Badge>
  );
}
