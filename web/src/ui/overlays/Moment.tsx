import { useLayoutEffect, useRef, useState } from 'react';
import { t, useT } from '../../lib/i18n';
import { dateTime } from '../../lib/time';
import { type Overlay, ui } from '../../lib/ui_state';
import { Button } from '../Button';
import { Modal } from './Modal';
import c from './moment.module.css';

type MomentOverlay = Extract<Overlay, { kind: 'moment' }>;
const HOUR = 3_600_000;
const MORNING = 9;

/** Usual moments by their names, each with the time it means; any other by date and clock. */
export function Moment({ overlay }: { overlay: MomentOverlay }) {
  const say = useT();
  const [own, setOwn] = useState('');
  const first = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => first.current?.focus(), []);
  const pick = (at: Date | null) => {
    ui().close();
    overlay.onPick(at);
  };
  const typed = own ? new Date(own) : null;
  const isFuture = typed !== null && typed.getTime() > Date.now();
  return (
    <Modal title={overlay.title} className={c.moment}>
      <h2>{overlay.title}</h2>
      <ul>
        {usual(new Date()).map(([name, at], i) => (
          <li key={name}>
            <button type="button" ref={i === 0 ? first : undefined} onClick={() => pick(at)}>
              {name} <small>{dateTime(at.toISOString())}</small>
            </button>
          </li>
        ))}
        {overlay.canClear && (
          <li>
            <button type="button" onClick={() => pick(null)}>
              {say('moment.clear')}
            </button>
          </li>
        )}
      </ul>
      <form
        className={c.own}
        onSubmit={(event) => {
          event.preventDefault();
          if (isFuture) pick(typed);
        }}
      >
        <label>
          {say('moment.own')}
          <input type="datetime-local" value={own} onChange={(event) => setOwn(event.target.value)} />
        </label>
        <Button kind="primary" type="submit" disabled={!isFuture}>
          {say('moment.take')}
        </Button>
      </form>
    </Modal>
  );
}

/** On the reader's own clock: in an hour, in three, tomorrow morning, next Monday morning. */
export function usual(now: Date): [string, Date][] {
  const morning = (days: number) => new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, MORNING);
  const toMonday = (8 - now.getDay()) % 7 || 7;
  const out: [string, Date][] = [
    [t('moment.hour'), new Date(now.getTime() + HOUR)],
    [t('moment.threeHours'), new Date(now.getTime() + 3 * HOUR)],
    [t('moment.tomorrow'), morning(1)],
  ];
  if (toMonday > 1) out.push([t('moment.monday'), morning(toMonday)]);
  return out;
}
