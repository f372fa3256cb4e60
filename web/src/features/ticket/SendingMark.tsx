import { Clock } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useT } from '../../lib/i18n';
import { rereadDetail } from '../../lib/ticket_detail';
import { clock, dateTime } from '../../lib/time';
import c from './message.module.css';
import { takeBack } from './send';

const SHORT_MS = 120_000;

/** A reply that the server still holds: when it goes, and the way to take it back. Goes when it has gone. */
export function SendingMark({ ticket, article, at }: { ticket: number; article: number; at: string }) {
  const t = useT();
  const [isGone, setGone] = useState(false);
  useEffect(() => {
    const left = Date.parse(at) - Date.now();
    setGone(left <= 0);
    // Timers beyond some weeks overflow; a page is not open that long.
    if (left <= 0 || left > 2_000_000_000) return;
    const timer = setTimeout(() => {
      setGone(true);
      void rereadDetail(ticket);
    }, left + 500);
    return () => clearTimeout(timer);
  }, [at, ticket]);
  if (isGone) return null;
  const isSoon = Date.parse(at) - Date.now() < SHORT_MS;
  return (
    <p className={c.sending}>
      <Clock size={13} aria-hidden="true" />
      {t('message.goesOut', { when: isSoon ? clock(at) : dateTime(at) })}
      <button type="button" onClick={() => void takeBack(ticket, article)}>
        {t('message.takeBack')}
      </button>
    </p>
  );
}
