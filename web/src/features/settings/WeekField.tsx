import { CopyCheck, Plus, X } from 'lucide-react';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/class_names';
import { FieldGroup } from '../../ui/Field';
import type { Bound } from '../../ui/form';
import f from '../../ui/form.module.css';
import c from './settings.module.css';

type Week = Schemas['Calendar']['week'];
type Day = keyof Week;
const DAYS: Day[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const WORKDAYS: Day[] = ['tuesday', 'wednesday', 'thursday', 'friday'];

/** The hours of each day: none is closed, or what `off` calls it, several leave a break between them. */
export function WeekField({ value, onChange, error, off }: Bound<Week> & { off?: string }) {
  const t = useT();
  const put = (day: Day, spans: string[][]) => onChange({ ...value, [day]: spans });
  const copyMonday = () => onChange({ ...value, ...Object.fromEntries(WORKDAYS.map((day) => [day, value.monday ?? []])) });
  return (
    <FieldGroup label={t('calendars.week')} hint={t('calendars.weekHint')} error={error}>
      {DAYS.map((day) => (
        <div key={day} className={c.day}>
          <span className={c.dayName}>{t(`day.${day}`)}</span>
          <DayField name={t(`day.${day}`)} spans={value[day] ?? []} onChange={(spans) => put(day, spans)} off={off} />
        </div>
      ))}
      <p>
        <Button small icon={<CopyCheck size={14} />} onClick={copyMonday}>
          {t('calendars.copyMonday')}
        </Button>
      </p>
    </FieldGroup>
  );
}

export function DayField({ name, spans, onChange, off }: { name: string; spans: string[][]; onChange: (spans: string[][]) => void; off?: string }) {
  const t = useT();
  const put = (at: number, from: string, to: string) => onChange(spans.map((span, i) => (i === at ? [from, to] : span)));
  return (
    <div className={c.spans}>
      {!spans.length && <span className={c.closed}>{off ?? t('calendars.closed')}</span>}
      {spans.map(([from = '', to = ''], i) => (
        <span key={i} className={c.span}>
          <Time label={t('calendars.from', { day: name, count: i + 1 })} value={from} onChange={(time) => put(i, time, to)} />
          <span aria-hidden="true">–</span>
          {/* Midnight at the end of a day is 24:00 for the server and 00:00 for the browser. */}
          <Time
            label={t('calendars.to', { day: name, count: i + 1 })}
            value={to === '24:00' ? '00:00' : to}
            onChange={(time) => put(i, from, time === '00:00' ? '24:00' : time)}
          />
          <Button
            kind="ghost"
            small
            icon={<X size={14} />}
            label={t('calendars.removeHours', { day: name, from, to })}
            onClick={() => onChange(spans.filter((_, at) => at !== i))}
          />
        </span>
      ))}
      <Button kind="ghost" small icon={<Plus size={14} />} label={t('calendars.addHours', { day: name })} onClick={() => onChange([...spans, nextSpan(spans)])} />
    </div>
  );
}

/** After what is there already: the morning first, then an afternoon. */
function nextSpan(spans: string[][]): string[] {
  const last = spans.at(-1)?.[1];
  if (!last) return ['09:00', '17:00'];
  const hour = Math.min(22, Number(last.slice(0, 2)) + 1);
  return [`${String(hour).padStart(2, '0')}:00`, `${String(Math.min(23, hour + 2)).padStart(2, '0')}:00`];
}

export function Time({ label, value, onChange }: { label: string; value: string; onChange: (time: string) => void }) {
  return <input type="time" className={cx(f.input, c.time)} aria-label={label} value={value} onChange={(event) => onChange(event.target.value)} />;
}
