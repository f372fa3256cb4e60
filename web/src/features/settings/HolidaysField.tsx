import { Plus, Trash2 } from 'lucide-react';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { FieldGroup } from '../../ui/Field';
import type { Bound } from '../../ui/form';
import f from '../../ui/form.module.css';
import { HolidayFile } from './HolidayFile';
import c from './settings.module.css';
import { Time } from './WeekField';

type Holiday = Schemas['Calendar']['holidays'][number];

export function HolidaysField({ value, onChange, error, zone }: Bound<Holiday[]> & { zone: string }) {
  const t = useT();
  const put = (at: number, part: Partial<Holiday>) => onChange(value.map((day, i) => (i === at ? { ...day, ...part } : day)));
  return (
    <FieldGroup label={t('calendars.holidays')} hint={t('calendars.holidaysHint')} error={error}>
      <div className={c.rows}>
        {value.map((day, i) => (
          <div key={i} className={c.holiday}>
            <input type="date" className={f.input} aria-label={t('calendars.date', { count: i + 1 })} value={day.date} onChange={(event) => put(i, { date: event.target.value })} />
            <input
              className={f.input}
              aria-label={t('calendars.holidayName', { count: i + 1 })}
              placeholder={t('calendars.holidayPlaceholder')}
              maxLength={100}
              value={day.name}
              onChange={(event) => put(i, { name: event.target.value })}
            />
            <Part name={day.name || day.date} closed={day.closed ?? null} onChange={(closed) => put(i, { closed })} />
            <Button
              kind="ghost"
              icon={<Trash2 size={15} />}
              label={t('form.removeWord', { word: day.name || day.date })}
              onClick={() => onChange(value.filter((_, at) => at !== i))}
            />
          </div>
        ))}
        <Button small icon={<Plus size={14} />} onClick={() => onChange([...value, { date: `${new Date().getFullYear() + 1}-01-01`, name: '' }])}>
          {t('calendars.addHoliday')}
        </Button>
        <HolidayFile zone={zone} holidays={value} onAdd={(days) => onChange([...value, ...days].sort((a, b) => a.date.localeCompare(b.date)))} />
      </div>
    </FieldGroup>
  );
}

/** Closed all day, or from one time of the day to another. */
function Part({ name, closed, onChange }: { name: string; closed: string[] | null; onChange: (closed: string[] | null) => void }) {
  const t = useT();
  const [from = '', to = ''] = closed ?? [];
  return (
    <span className={c.part}>
      <select
        className={`${f.input} ${f.select}`}
        aria-label={t('calendars.partOf', { name })}
        value={closed ? 'part' : 'all'}
        onChange={(event) => onChange(event.target.value === 'part' ? ['12:00', '24:00'] : null)}
      >
        <option value="all">{t('calendars.allDay')}</option>
        <option value="part">{t('calendars.partOfDay')}</option>
      </select>
      {closed && (
        <>
          <Time label={t('calendars.closedFrom', { name })} value={from} onChange={(time) => onChange([time, to])} />
          <span aria-hidden="true">–</span>
          <Time label={t('calendars.closedTo', { name })} value={to === '24:00' ? '00:00' : to} onChange={(time) => onChange([from, time === '00:00' ? '24:00' : time])} />
        </>
      )}
    </span>
  );
}
