import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { type Key, useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { CheckField, NumberField, SelectField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import f from '../../ui/form.module.css';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { ConditionsField } from './ConditionsField';
import { DeadlinePreview } from './DeadlinePreview';
import { TargetsField } from './TargetsField';
import c from './settings.module.css';

type Policy = Schemas['Policy'];
type Values = Pick<Policy, 'name' | 'calendar' | 'targets' | 'is_default' | 'position' | 'conditions'>;
const LIST = '/api/v1/policies';
const target = (first_reply_minutes: number, solution_minutes: number) => ({ first_reply_minutes, next_reply_minutes: null, update_minutes: null, solution_minutes });
const BLANK: Policy = {
  id: 0,
  version: 0,
  name: '',
  calendar: null,
  targets: { urgent: target(60, 480), high: target(120, 960), normal: target(480, 2400), low: target(960, 4800) },
  is_default: false,
  position: 100,
  conditions: { organizations: [], categories: [], queues: [] },
  warnings: [],
};

export function PolicyPage({ id }: { id: number | null }) {
  const t = useT();
  const url = id === null ? null : `${LIST}/${id}`;
  return (
    <RecordPage<Policy>
      url={url}
      blank={BLANK}
      title={(policy) => policy.name || t('policies.new')}
      back={{ href: '/settings/policies', label: t('settings.policies') }}
    >
      {(policy) => <PolicyForm url={url} policy={policy} />}
    </RecordPage>
  );
}

function PolicyForm({ url, policy }: { url: string | null; policy: Policy }) {
  const t = useT();
  const calendars = useQuery(list<Schemas['Calendar']>('/api/v1/calendars')).data ?? [];
  const form = useRecordForm<Policy, Values>({
    url,
    collection: LIST,
    value: policy,
    shape: ({ name, calendar, targets, is_default, position, conditions }) => ({ name, calendar, targets, is_default, position, conditions }),
    body: (values) => values,
    check: ({ name, calendar }) => ({
      ...(name.trim() ? {} : { '/name': t('fault.empty') }),
      ...(calendar === null ? { '/calendar': t('policies.calendarMissing') } : {}),
    }),
    href: (made) => `/settings/policies/${made}`,
  });
  const { bind, values } = form;
  const calendar = calendars.find((each) => each.id === values.calendar);
  return (
    <>
    {policy.warnings.length > 0 && (
      <ul className={c.notice}>
        {policy.warnings.map((each) => (
          <li key={each.field + each.code}>
            {placeOf(t, each.field)} {t(WARNINGS[each.code] ?? 'policies.warning.other')}
          </li>
        ))}
      </ul>
    )}
    <FormBody form={form} action={t(url ? 'form.save' : 'policies.add')} isAlwaysOpen={!url} label={policy.name || t('policies.new')} readOnly={!may('setup:write')}>
      <div className={f.pair}>
        <TextField label={t('policies.name')} {...bind('name')} isRequired maxLength={100} />
        <SelectField
          label={t('policies.calendar')}
          hint={t('policies.calendarHint')}
          {...bind('calendar')}
          options={[{ value: null, label: t('policies.noCalendar') }, ...calendars.map(({ id, name }) => ({ value: id as number | null, label: name }))]}
        />
      </div>
      <TargetsField {...bind('targets')} calendar={calendar} />
      <CheckField label={t('policies.isDefault')} hint={t('policies.isDefaultHint')} {...bind('is_default')} />
      {!values.is_default && <ConditionsField {...bind('conditions')} />}
      {!values.is_default && (
        <NumberField
          label={t('policies.position')}
          hint={t('policies.positionHint')}
          {...bind('position')}
          onChange={(position) => form.set('position', position ?? 0)}
          min={0}
          max={1_000_000}
        />
      )}
    </FormBody>
    {url && may('setup:write') && <DeadlinePreview url={url} body={values} />}
    </>
  );
}

const WARNINGS: Record<string, Key> = {
  'policy.longer_than_solution': 'policies.warning.longer',
  'policy.update_before_reply': 'policies.warning.early',
  'policy.slower_when_urgent': 'policies.warning.slower',
  'policy.never_chosen': 'policies.warning.never',
};

/** "High, next reply within:" of "/targets/high/next_reply_minutes". */
function placeOf(t: ReturnType<typeof useT>, pointer: string): string {
  const [, what, priority, target] = pointer.split('/');
  if (what !== 'targets') return '';
  return `${t(`priority.${priority as 'high'}`)}, ${t(`policies.${target as 'update_minutes'}`)}:`;
}
