import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { read, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { moment } from '../../lib/time';
import { FieldGroup } from '../../ui/Field';
import type { Bound } from '../../ui/form';
import f from '../../ui/form.module.css';
import c from './settings.module.css';

type Targets = Schemas['Policy']['targets'];
type Priority = keyof Targets;
type Calendar = Schemas['Calendar'];
const PRIORITIES: Priority[] = ['urgent', 'high', 'normal', 'low'];
const KINDS = ['first_reply_minutes', 'next_reply_minutes', 'update_minutes', 'solution_minutes'] as const;

/** What is promised for each priority, and when that would be for a ticket that comes in now. */
export function TargetsField({ value, onChange, error, calendar }: Bound<Targets> & { calendar?: Calendar }) {
  const t = useT();
  return (
    <FieldGroup label={t('policies.targets')} hint={t('policies.targetsHint')} error={error}>
      <div className={c.tableBox}>
        <table className={`${c.grid} ${c.targets}`}>
          <caption className="sr">{t('policies.targets')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('policies.priority')}</th>
              {KINDS.map((kind) => (
                <th key={kind} scope="col">
                  {t(`policies.${kind}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {PRIORITIES.map((priority) => (
              <tr key={priority}>
                <th scope="row">{t(`priority.${priority}`)}</th>
                {KINDS.map((kind) => (
                  <td key={kind} data-clock={t(`policies.${kind}`)}>
                    <Duration
                      label={`${t(`priority.${priority}`)}, ${t(`policies.${kind}`)}`}
                      minutes={value[priority][kind]}
                      onChange={(minutes) => onChange({ ...value, [priority]: { ...value[priority], [kind]: minutes } })}
                    />
                    {calendar && <DueAt calendar={calendar} minutes={value[priority][kind]} />}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FieldGroup>
  );
}

const UNITS = [
  { minutes: 60, label: 'policies.hours' },
  { minutes: 1, label: 'policies.minutes' },
] as const;

/** Business time; an empty field promises nothing. */
function Duration({ label, minutes, onChange }: { label: string; minutes: number | null; onChange: (minutes: number | null) => void }) {
  const t = useT();
  const [unit, setUnit] = useState<number>(minutes === null || minutes % 60 === 0 ? 60 : 1);
  return (
    <span className={c.duration}>
      <input
        type="number"
        min={1}
        step="any"
        className={f.input}
        aria-label={label}
        placeholder="–"
        value={minutes === null ? '' : minutes / unit}
        onChange={(event) => onChange(event.target.value === '' ? null : Math.round(Number(event.target.value) * unit))}
      />
      <select className={`${f.input} ${f.select}`} aria-label={t('policies.unit', { of: label })} value={unit} onChange={(event) => setUnit(Number(event.target.value))}>
        {UNITS.map((each) => (
          <option key={each.minutes} value={each.minutes}>
            {t(each.label)}
          </option>
        ))}
      </select>
    </span>
  );
}

function DueAt({ calendar, minutes }: { calendar: Calendar; minutes: number | null }) {
  const t = useT();
  const query = useQuery({
    queryKey: ['due', calendar.id, calendar.version, minutes, Math.floor(Date.now() / 60_000)],
    queryFn: ({ signal }) =>
      read<Schemas['Due']>(`/api/v1/calendars/${calendar.id}/due?from=${encodeURIComponent(new Date().toISOString())}&minutes=${minutes}`, signal),
    enabled: minutes !== null && minutes > 0,
    placeholderData: (old) => old,
  });
  if (minutes === null) return <span className={c.due}>{t('policies.noTarget')}</span>;
  return <span className={c.due}>{query.data ? t('policies.due', { time: moment(query.data.due_at, calendar.time_zone) }) : '…'}</span>;
}
