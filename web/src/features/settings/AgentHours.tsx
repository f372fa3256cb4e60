import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { held, remove, save } from '../../lib/records';
import { number } from '../../lib/time';
import { say } from '../../lib/toasts';
import { ZONES } from '../../lib/zones';
import { Button } from '../../ui/Button';
import { Combo } from '../../ui/Combo';
import f from '../../ui/form.module.css';
import { FormBody } from '../../ui/FormBody';
import { Pending, Section } from '../../ui/Page';
import { useRecordForm } from '../../ui/record_form';
import c from './settings.module.css';
import { WeekField } from './WeekField';

type Hours = Schemas['Hours'];
type Values = Pick<Hours, 'time_zone' | 'week'>;
const OFFICE = [
  ['08:00', '12:00'],
  ['12:30', '16:30'],
];
const WORKDAYS = { monday: OFFICE, tuesday: OFFICE, wednesday: OFFICE, thursday: OFFICE, friday: OFFICE };

/** When somebody works in an ordinary week. */
export function AgentHours({ agent, readOnly }: { agent: Schemas['Agent']; readOnly: boolean }) {
  const t = useT();
  const url = `/api/v1/agents/${agent.id}/hours`;
  const query = useQuery(held<Hours>(url));
  const hours = query.data?.value;
  const begin = async () => {
    await save('PUT', url, { time_zone: hours!.time_zone, week: WORKDAYS });
    await query.refetch();
  };
  const drop = async () => {
    await remove(url);
    await query.refetch();
    const { time_zone, week } = hours!;
    say(t('hours.removed'), async () => {
      await save('PUT', url, { time_zone, week });
      await query.refetch();
    });
  };
  return (
    <Section title={t('hours.title')} text={t('hours.text')}>
      {!hours && <Pending query={query} lines={3} />}
      {hours && !hours.is_set && (
        <div className={c.stack}>
          <p className={f.hint}>{t('hours.none')}</p>
          {!readOnly && (
            <p>
              <Button onClick={() => void begin()}>{t('hours.set')}</Button>
            </p>
          )}
        </div>
      )}
      {hours?.is_set && <HoursForm key={hours.version} url={url} hours={hours} name={agent.name} readOnly={readOnly} />}
      {hours?.is_set && !readOnly && (
        <p>
          <Button kind="ghost" small onClick={() => void drop()}>
            {t('hours.remove')}
          </Button>
        </p>
      )}
    </Section>
  );
}

function HoursForm({ url, hours, name, readOnly }: { url: string; hours: Hours; name: string; readOnly: boolean }) {
  const t = useT();
  const form = useRecordForm<Hours, Values>({
    url,
    collection: url,
    method: 'PUT',
    value: hours,
    shape: ({ time_zone, week }) => ({ time_zone, week }),
    body: (values) => values,
    href: () => '/settings/agents',
  });
  const { bind, set } = form;
  return (
    <FormBody form={form} action={t('hours.save')} label={`${name}: ${t('hours.title')}`} readOnly={readOnly}>
      <Combo label={t('calendars.timeZone')} {...bind('time_zone')} onChange={(zone) => set('time_zone', zone ?? 'UTC')} options={ZONES} />
      <WeekField {...bind('week')} off={t('roster.free')} />
      <p className={f.hint} aria-live="polite">
        {t('hours.perWeek', { hours: number(hoursOf(form.values.week)) })}
      </p>
    </FormBody>
  );
}

const minutes = (clock = '') => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

export function hoursOf(week: Hours['week']): number {
  const spans = Object.values(week).flat() as string[][];
  const sum = spans.reduce((all, [from, to]) => all + ((minutes(to) - minutes(from) + 1440) % 1440 || 1440), 0);
  return Math.round(sum / 6) / 10;
}
