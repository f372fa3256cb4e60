import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { DeleteRecord } from '../../ui/DeleteRecord';
import { FieldGroup } from '../../ui/Field';
import { TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { DayField } from './WeekField';

type Shift = Schemas['Shift'];
type Values = Pick<Shift, 'name' | 'hours'>;
const LIST = '/api/v1/shifts';
const BLANK: Shift = { id: 0, version: 0, name: '', hours: [['06:00', '14:00']] };

export function ShiftPage({ id }: { id: number | null }) {
  const t = useT();
  const url = id === null ? null : `${LIST}/${id}`;
  return (
    <RecordPage<Shift> url={url} blank={BLANK} title={(shift) => shift.name || t('roster.newShift')} back={{ href: '/settings/roster', label: t('roster.title') }}>
      {(shift) => (
        <>
          <ShiftForm url={url} shift={shift} />
          {url && may('agents:write') && <DeleteRecord url={url} name={shift.name} text={t('roster.deleteShift')} href="/settings/roster" />}
        </>
      )}
    </RecordPage>
  );
}

function ShiftForm({ url, shift }: { url: string | null; shift: Shift }) {
  const t = useT();
  const form = useRecordForm<Shift, Values>({
    url,
    collection: LIST,
    value: shift,
    shape: ({ name, hours }) => ({ name, hours }),
    body: (values) => values,
    check: ({ name }) => (name.trim() ? {} : { '/name': t('fault.empty') }) as Record<string, string>,
    href: () => '/settings/roster',
  });
  const hours = form.bind('hours');
  return (
    <FormBody form={form} action={t(url ? 'form.save' : 'roster.addShift')} isAlwaysOpen={!url} label={shift.name || t('roster.newShift')} readOnly={!may('agents:write')}>
      <TextField label={t('roster.shiftName')} {...form.bind('name')} isRequired maxLength={60} />
      <FieldGroup label={t('roster.shiftHours')} hint={t('roster.shiftHoursHint')} error={hours.error}>
        <DayField name={t('roster.shiftHours')} spans={hours.value} onChange={hours.onChange} />
      </FieldGroup>
    </FormBody>
  );
}
