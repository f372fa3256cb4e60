import { useQuery } from '@tanstack/react-query';
import { CalendarRange, ChevronLeft, ChevronRight, Plus } from 'lucide-react';
import { useState } from 'react';
import { type ApiError, read, type Schemas, write } from '../../lib/api';
import { may } from '../../lib/boot';
import { problemText } from '../../lib/fault_text';
import { useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { day as dayText } from '../../lib/time';
import { complain, say } from '../../lib/toasts';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/class_names';
import { Empty } from '../../ui/Empty';
import { SelectField } from '../../ui/fields';
import { LinkButton } from '../../ui/LinkButton';
import { Page, Pending, Section } from '../../ui/Page';
import { toSettings } from './back';
import r from './roster.module.css';
import { RosterRules } from './RosterRules';

type Roster = Schemas['Roster'];
type Day = Schemas['RosterDay'];
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** Dates without a clock: counted in UTC, so that no zone moves them. */
const iso = (at: Date) => at.toISOString().slice(0, 10);
const plus = (date: string, days: number) => iso(new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000));
function monday(): string {
  const now = new Date();
  const today = iso(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
  return plus(today, -((new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** A week of people and days; each cell is a choice of shifts. */
export function RosterPage() {
  const t = useT();
  const [from, setFrom] = useState(monday);
  const [queue, setQueue] = useState<number | null>(null);
  const [after, setAfter] = useState(0);
  const queues = useQuery(list<Schemas['Queue']>('/api/v1/queues')).data ?? [];
  const url = `/api/v1/roster?from=${from}&until=${plus(from, 6)}${queue ? `&queue=${queue}` : ''}${after ? `&after=${after}` : ''}`;
  const query = useQuery({ queryKey: ['roster', url], queryFn: ({ signal }) => read<Roster>(url, signal), placeholderData: (old) => old });
  const put = async (agent: number, date: string, wish: string, before: string) => {
    const plan = wish === 'usual' || wish === 'free' ? wish : 'shift';
    try {
      await write('PUT', '/api/v1/roster', { days: [{ agent, date, plan, ...(plan === 'shift' ? { shift: Number(wish) } : {}) }] });
      await query.refetch();
      say(t('roster.saved'), () => put(agent, date, before, wish));
    } catch (error) {
      complain(problemText(error as ApiError));
    }
  };
  const move = (date: string) => {
    setFrom(date);
    setAfter(0);
  };
  const choose = (id: number | null) => {
    setQueue(id);
    setAfter(0);
  };
  return (
    <Page title={t('roster.title')} text={t('roster.text')} back={toSettings(t)} isWide>
      <div className={r.tools}>
        <Button icon={<ChevronLeft size={16} />} label={t('roster.earlier')} onClick={() => move(plus(from, -7))} />
        <b aria-live="polite">{t('roster.week', { date: dayText(`${from}T12:00`) })}</b>
        <Button icon={<ChevronRight size={16} />} label={t('roster.later')} onClick={() => move(plus(from, 7))} />
        <Button kind="ghost" onClick={() => move(monday())}>
          {t('roster.today')}
        </Button>
        <SelectField
          name="queue"
          label={t('roster.queue')}
          value={queue}
          onChange={choose}
          options={[{ value: null, label: t('roster.allQueues') }, ...queues.map(({ id, name }) => ({ value: id, label: name }))]}
          width="medium"
        />
      </div>
      {query.data ? <Grid roster={query.data} put={put} /> : <Pending query={query} />}
      {query.data?.next_after && <Button onClick={() => setAfter(query.data.next_after!)}>{t('roster.more')}</Button>}
      <Shifts shifts={query.data?.shifts ?? []} />
      <RosterRules />
    </Page>
  );
}

function Grid({ roster, put }: { roster: Roster; put: (agent: number, date: string, wish: string, before: string) => Promise<void> }) {
  const t = useT();
  if (!roster.people.length) return <Empty icon={<CalendarRange size={22} />} title={t('roster.nobody')} />;
  return (
    <div className={r.box} tabIndex={0} role="region" aria-label={t('roster.title')}>
      <table className={r.grid}>
        <thead>
          <tr>
            <th scope="col">{t('roster.person')}</th>
            {roster.people[0]!.days.map((one, i) => (
              <th scope="col" key={one.date}>
                {t(`day.${DAYS[i % 7]!}`)} <span className={r.date}>{Number(one.date.slice(8))}.</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {roster.people.map(({ agent, days }) => (
            <tr key={agent.id}>
              <th scope="row">{agent.name}</th>
              {days.map((one, i) => (
                <td key={one.date} className={cx(one.absence !== 'none' && r.away)} data-day={t(`day.${DAYS[i % 7]!}`)}>
                  <Cell name={agent.name} shifts={roster.shifts} day={one} onChange={(wish) => void put(agent.id, one.date, wish, planOf(one))} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const planOf = (day: Day) => (day.plan === 'shift' ? String(day.shift) : day.plan === 'free' ? 'free' : 'usual');

function Cell({ name, shifts, day, onChange }: { name: string; shifts: Schemas['Shift'][]; day: Day; onChange: (wish: string) => void }) {
  const t = useT();
  const hours = day.hours.map(([from, to]) => `${from}–${to}`).join(', ');
  const absence = day.absence === 'none' ? '' : day.kind ? t(`absence.${day.kind}`) : t(day.absence === 'whole' ? 'roster.absentWhole' : 'roster.absentPart');
  return (
    <>
      <select
        aria-label={t('roster.cell', { name, date: dayText(`${day.date}T12:00`) })}
        value={planOf(day)}
        disabled={!may('agents:write')}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="usual">{t(day.plan === 'open' ? 'roster.open' : 'roster.usual')}</option>
        <option value="free">{t('roster.free')}</option>
        {shifts.map((shift) => (
          <option key={shift.id} value={shift.id}>
            {shift.name}
          </option>
        ))}
      </select>
      <span className={r.hours}>{absence || hours}</span>
    </>
  );
}

function Shifts({ shifts }: { shifts: Schemas['Shift'][] }) {
  const t = useT();
  return (
    <Section
      title={t('roster.shifts')}
      text={t('roster.shiftsText')}
      actions={
        may('agents:write') && (
          <LinkButton href="/settings/roster/new" icon={<Plus size={15} />}>
            {t('roster.addShift')}
          </LinkButton>
        )
      }
    >
      {!shifts.length && <p>{t('roster.noShifts')}</p>}
      <ul className={r.shifts}>
        {shifts.map((shift) => (
          <li key={shift.id}>
            <LinkButton href={`/settings/roster/${shift.id}`}>
              {shift.name} {shift.hours.map(([from, to]) => `${from}–${to}`).join(', ')}
            </LinkButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}
