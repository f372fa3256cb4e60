import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import type { Schemas } from '../../lib/api';
import { getLang, useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { day } from '../../lib/time';
import { Button } from '../../ui/Button';
import { FieldGroup } from '../../ui/Field';
import type { Bound } from '../../ui/form';
import f from '../../ui/form.module.css';
import { holidaysOf } from './region_days';
import c from './settings.module.css';

type Region = Schemas['HolidayRegion'];

/** Whose public holidays are closed, too; below each, those of this year that are still to come. */
export function RegionsField({ value, onChange, error }: Bound<string[]>) {
  const t = useT();
  const regions = useQuery(list<Region>('/api/v1/holiday-regions')).data ?? [];
  const nameOf = (region?: Region) => (getLang() === 'en' || !region?.code.startsWith(getLang()) ? region?.name : region.own_name);
  return (
    <FieldGroup label={t('regions.label')} hint={t('regions.hint')} error={error}>
      <div className={c.rows}>
        {value.map((code) => {
          const name = nameOf(regions.find((one) => one.code === code)) ?? code;
          return (
            <div key={code} className={c.region}>
              <span>
                <b>{name}</b>
                <Next code={code} />
              </span>
              <Button kind="ghost" icon={<X size={15} />} label={t('form.removeWord', { word: name })} onClick={() => onChange(value.filter((one) => one !== code))} />
            </div>
          );
        })}
        <select className={f.input} aria-label={t('regions.add')} value="" onChange={(event) => event.target.value && onChange([...value, event.target.value])} disabled={value.length >= 10}>
          <option value="">{t('regions.add')}</option>
          {regions
            .filter(({ code }) => !value.includes(code))
            .map((region) => (
              <option key={region.code} value={region.code}>
                {nameOf(region)}
              </option>
            ))}
        </select>
      </div>
    </FieldGroup>
  );
}

function Next({ code }: { code: string }) {
  const t = useT();
  const today = new Date().toISOString().slice(0, 10);
  const query = useQuery(holidaysOf(code));
  const next = query.data?.filter((one) => one.date >= today).slice(0, 3) ?? [];
  if (!next.length) return null;
  const own = code.startsWith(getLang());
  return <span className={c.regionNext}>{t('regions.next', { days: next.map((one) => `${day(`${one.date}T12:00`)} ${own ? one.own_name : one.name}`).join(' · ') })}</span>;
}
