import { ArrowLeftRight, BellRing, Clock, type Flag, Forward, Inbox, Pencil, Smile, Sparkles, TriangleAlert, Undo2, Zap } from 'lucide-react';
import { memo } from 'react';
import { useT } from '../../lib/i18n';
import type { Change, TicketEvent } from '../../lib/ticket_detail';
import { full, percent, stamp, useNow } from '../../lib/time';
import c from './event.module.css';
import { changeWords, eventWords, isFromMachine } from './event_words';
import { LateEscalationWords } from './LateEscalationCard';
import { usedMacro } from './timeline_items';

const ICONS: Record<string, typeof Flag> = {
  opened: Inbox,
  timer_fired: Clock,
  escalation: BellRing,
  notice_failed: TriangleAlert,
  settle_failed: TriangleAlert,
  reply_taken_back: Undo2,
  reply_scheduled: Clock,
  forwarded: Forward,
  judged: Smile,
  updated: Pencil,
};

/** What happened beside the messages, with the reason of every change one click away. */
export const EventLine = memo(function EventLine({ event }: { event: TicketEvent }) {
  const t = useT();
  const now = useNow();
  const isMachine = isFromMachine(event);
  const Icon = usedMacro(event) ? Zap : (ICONS[event.kind] ?? (isMachine ? Sparkles : ArrowLeftRight));
  const reasons = event.changes.filter((change) => change.because.text && change.because.source !== 'person');
  const head = (
    <>
      <Icon size={13} aria-hidden="true" />
      <span className={c.words}>
        <b>{event.kind === 'escalation' ? <LateEscalationWords event={event} meanwhile={eventWords(event)} /> : eventWords(event)}</b>
        {event.changes.map((change) => (
          <span key={change.field} className={c.change}>
            {changeWords(change)}
          </span>
        ))}
      </span>
      <time dateTime={event.at} data-tip={full(event.at)}>
        {stamp(event.at, now)}
      </time>
    </>
  );
  if (!reasons.length) {
    return (
      <div className={c.event} data-machine={isMachine}>
        {head}
      </div>
    );
  }
  return (
    <details className={c.event} data-machine={isMachine}>
      <summary>
        {head}
        <span className={c.why}>{t('event.why')}</span>
      </summary>
      <ul>
        {reasons.map((change) => (
          <Reason key={change.field} change={change} />
        ))}
      </ul>
    </details>
  );
});

function Reason({ change }: { change: Change }) {
  const t = useT();
  const { because } = change;
  return (
    <li>
      <b>{changeWords(change)}</b> {because.text} <small>{t(`source.${because.source as 'model'}`)}</small>
      {because.confidence !== null && <small>{percent(because.confidence)}</small>}
    </li>
  );
}
