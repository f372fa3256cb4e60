import { useQueries, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { Schemas } from '../../lib/api';
import { getLang, useT } from '../../lib/i18n';
import { held } from '../../lib/records';
import { day } from '../../lib/time';
import { Button } from '../../ui/Button';
import { FieldGroup } from '../../ui/Field';
import type { Bound } from '../../ui/form';
import f from '../../ui/form.module.css';
import { holidaysOf } from './region_days';
import c from './settings.module.css';

type Days = { date: string; name: string }[];
const shown = (date: string) => day(`${date}T12:00`);

/** Days that a region or the address of a calendar closes, and on which we work all the same. */
export function WorkedField({ value, onChange, error, regions, url }: Bound<string[]> & { regions: string[]; url: string | null }) {
  const t = useT();
  const ofRegions = useQueries({ queries: regions.map(holidaysOf), combine: (all) => all.flatMap((one) => one.data ?? []) });
  const feed = useQuery({ ...held<Schemas['CalendarFeed']>(`${url}/feed`), enabled: url !== null }).data?.value.holidays ?? [];
  const known: Days = [...ofRegions.map(({ date, own_name, name, region }) => ({ date, name: region.startsWith(getLang()) ? own_name : name })), ...feed];
  const nameOf = (date: string) => known.find((one) => one.date === date)?.name;
  const today = new Date().toISOString().slice(0, 10);
  const open = [...new Set(known.map(({ date }) => date))].filter((date) => date >= today && !value.includes(date)).sort();
  if (!regions.length && !feed.length && !value.length) return null;
  return (
    <FieldGroup label={t('worked.label')} hint={t('worked.hint')} error={error}>
      <div className={c.rows}>
        {value.map((date) => {
          const words = [shown(date), nameOf(date)].filter(Boolean).join(' ');
          return (
            <div key={date} className={c.region}>
              <span>{words}</span>
              <Button kind="ghost" icon={<X size={15} />} label={t('form.removeWord', { word: words })} onClick={() => onChange(value.filter((one) => one !== date))} />
            </div>
          );
        })}
        <select className={f.input} aria-label={t('worked.add')} value="" onChange={(event) => event.target.value && onChange([...value, event.target.value].sort())} disabled={!open.length}>
          <option value="">{t('worked.add')}</option>
          {open.map((date) => (
            <option key={date} value={date}>
              {shown(date)} {nameOf(date)}
            </option>
          ))}
        </select>
      </div>
    </FieldGroup>
  );
}
