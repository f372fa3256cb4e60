import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Schemas } from '../../lib/api';
import { read } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { full } from '../../lib/time';
import { ownZone, ZONES } from '../../lib/zones';
import { CalendarFeed } from '../../ui/CalendarFeed';
import { Combo } from '../../ui/Combo';
import { NumberField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import f from '../../ui/form.module.css';
import { Section } from '../../ui/Page';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { DeadlinePreview } from './DeadlinePreview';
import { HolidaysField } from './HolidaysField';
import { RegionsField } from './RegionsField';
import { WeekField } from './WeekField';
import { WorkedField } from './WorkedField';

type Calendar = Schemas['Calendar'];
type Values = Pick<Calendar, 'name' | 'time_zone' | 'week' | 'holidays' | 'regions' | 'worked'>;
const LIST = '/api/v1/calendars';
const OFFICE = [['09:00', '17:00']];
const BLANK: Calendar = {
  id: 0,
  version: 0,
  name: '',
  time_zone: ownZone,
  week: { monday: OFFICE, tuesday: OFFICE, wednesday: OFFICE, thursday: OFFICE, friday: OFFICE },
  holidays: [],
  regions: [],
  worked: [],
};

export function CalendarPage({ id }: { id: number | null }) {
  const t = useT();
  const url = id === null ? null : `${LIST}/${id}`;
  return (
    <RecordPage<Calendar>
      url={url}
      blank={BLANK}
      title={(calendar) => calendar.name || t('calendars.new')}
      back={{ href: '/settings/calendars', label: t('settings.calendars') }}
    >
      {(calendar) => (
        <>
          <CalendarForm url={url} calendar={calendar} />
          {url && <CalendarFeed url={`${url}/feed`} of="holidays" readOnly={!may('setup:write')} />}
          {url && <Preview url={url} calendar={calendar} />}
        </>
      )}
    </RecordPage>
  );
}

function CalendarForm({ url, calendar }: { url: string | null; calendar: Calendar }) {
  const t = useT();
  const form = useRecordForm<Calendar, Values>({
    url,
    collection: LIST,
    method: 'PUT',
    value: calendar,
    shape: ({ name, time_zone, week, holidays, regions, worked }) => ({ name, time_zone, week, holidays, regions, worked }),
    body: (values) => values,
    check: ({ name }) => (name.trim() ? {} : { '/name': t('fault.empty') }) as Record<string, string>,
    href: (made) => `/settings/calendars/${made}`,
  });
  const { bind, set, values } = form;
  return (
    <>
    <FormBody form={form} action={t(url ? 'form.save' : 'calendars.add')} isAlwaysOpen={!url} label={calendar.name || t('calendars.new')} readOnly={!may('setup:write')}>
      <div className={f.pair}>
        <TextField label={t('calendars.name')} {...bind('name')} isRequired maxLength={100} />
        <Combo label={t('calendars.timeZone')} {...bind('time_zone')} onChange={(zone) => set('time_zone', zone ?? 'UTC')} options={ZONES} />
      </div>
      <WeekField {...bind('week')} />
      <RegionsField {...bind('regions')} />
      <WorkedField {...bind('worked')} regions={values.regions} url={url} />
      <HolidaysField {...bind('holidays')} zone={values.time_zone} />
    </FormBody>
    {url && may('setup:write') && <DeadlinePreview url={url} body={values} />}
    </>
  );
}

/** Shows what the saved hours mean, so that a slip is seen before a deadline is missed. */
function Preview({ url, calendar }: { url: string; calendar: Calendar }) {
  const t = useT();
  const [hours, setHours] = useState<number | null>(4);
  const minutes = Math.max(0, Math.round((hours ?? 0) * 60));
  const query = useQuery({
    queryKey: ['due', url, calendar.version, minutes, Math.floor(Date.now() / 60_000)],
    queryFn: ({ signal }) => read<Schemas['Due']>(`${url}/due?from=${encodeURIComponent(new Date().toISOString())}&minutes=${minutes}`, signal),
    placeholderData: (old) => old,
  });
  return (
    <Section title={t('calendars.preview')} text={t('calendars.previewText')}>
      <NumberField name="hours" label={t('calendars.previewHours')} value={hours} onChange={setHours} min={0} max={1000} unit={t('calendars.hours', { count: hours ?? 0 })} />
      {query.data && (
        <p className={f.hint} aria-live="polite">
          {t('calendars.previewDue', { time: full(query.data.due_at, calendar.time_zone), zone: calendar.time_zone.replaceAll('_', ' ') })}{' '}
          {t(query.data.is_open ? 'calendars.openNow' : 'calendars.closedNow')}
        </p>
      )}
    </Section>
  );
}
