import { X } from 'lucide-react';
import { useState } from 'react';
import { newKey, write, type Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { refuse } from '../../lib/change';
import { useT } from '../../lib/i18n';
import { rereadDetail } from '../../lib/ticket_detail';
import { day, span } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import c from './checklist.module.css';

type TimeItem = Schemas['TimeEntry'];

const MINUTE = 60_000;

/** Minutes that people spent on this ticket. */
export function TimeCard({ ticket, times, total }: { ticket: number; times: TimeItem[]; total: number }) {
  const t = useT();
  const [minutes, setMinutes] = useState('');
  const [note, setNote] = useState('');
  const url = `/api/v1/tickets/${ticket}/times`;
  const tell = async (call: Promise<unknown>) => {
    await call.catch(refuse);
    await rereadDetail(ticket);
  };
  const add = () => {
    const count = Math.round(Number(minutes));
    if (!(count > 0)) return;
    setMinutes('');
    setNote('');
    void tell(write('POST', url, { minutes: count, ...(note.trim() ? { note: note.trim() } : {}) }, { 'Idempotency-Key': newKey() }));
  };
  if (!may('tickets:write') && !times.length) return null;
  return (
    <Card title={t('times.title')} aside={total > 0 && <small className={c.count}>{span(total * MINUTE)}</small>}>
      <ul className={c.list}>
        {times.map((item) => (
          <li key={item.id}>
            <span className={c.time}>
              <b>{span(item.minutes * MINUTE)}</b> {item.note ?? item.activity} <small>{[item.agent?.name, day(item.at)].filter(Boolean).join(' · ')}</small>
            </span>
            {may('tickets:write') && (
              <button type="button" className={c.remove} aria-label={t('times.remove', { minutes: item.minutes })} onClick={() => void tell(write('DELETE', `${url}/${item.id}`))}>
                <X size={13} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {may('tickets:write') && (
        <form
          className={c.row}
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <input className={c.add} type="number" min={1} max={1440} value={minutes} placeholder={t('times.minutes')} aria-label={t('times.minutes')} onChange={(event) => setMinutes(event.target.value)} />
          <input className={c.add} value={note} maxLength={500} placeholder={t('times.note')} aria-label={t('times.note')} onChange={(event) => setNote(event.target.value)} />
          <Button small type="submit" disabled={!(Number(minutes) > 0)}>
            {t('times.add')}
          </Button>
        </form>
      )}
    </Card>
  );
}
