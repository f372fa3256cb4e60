import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { Combo } from '../../ui/Combo';
import { CheckField, NumberField, SelectField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import f from '../../ui/form.module.css';
import { orNull, RecordPage, useRecordForm } from '../../ui/record_form';
import { TagsField } from '../../ui/TagsField';

type Queue = Schemas['Queue'];
type Values = Omit<Queue, 'id' | 'version'>;
const LIST = '/api/v1/queues';
const BLANK: Queue = { id: 0, version: 0, name: '', address: null, lead: null, skills: [], calendar: null, assignment: 'pull', hands_out_below: 2, preferred_skills: [], language_is_required: true, handover_minutes: 0 };

export function QueuePage({ id }: { id: number | null }) {
  const t = useT();
  const url = id === null ? null : `${LIST}/${id}`;
  return (
    <RecordPage<Queue>
      url={url}
      blank={BLANK}
      title={(queue) => queue.name || t('queues.new')}
      back={{ href: '/settings/queues', label: t('settings.queues') }}
    >
      {(queue) => <QueueForm url={url} queue={queue} />}
    </RecordPage>
  );
}

function QueueForm({ url, queue }: { url: string | null; queue: Queue }) {
  const t = useT();
  const agents = useQuery(list<Schemas['Agent']>('/api/v1/agents')).data ?? [];
  const calendars = useQuery(list<Schemas['Calendar']>('/api/v1/calendars')).data ?? [];
  const form = useRecordForm<Queue, Values>({
    url,
    collection: LIST,
    value: queue,
    shape: ({ id: _id, version: _version, ...values }) => values,
    body: (values) => orNull(values, 'address'),
    check: ({ name }) => (name.trim() ? {} : { '/name': t('fault.empty') }) as Record<string, string>,
    href: (made) => `/settings/queues/${made}`,
  });
  const { bind } = form;
  const skills = [...new Set(agents.flatMap((agent) => agent.skills.map((skill) => skill.name)))].sort();
  return (
    <FormBody form={form} action={t(url ? 'form.save' : 'queues.add')} isAlwaysOpen={!url} label={queue.name || t('queues.new')} readOnly={!may('setup:write')}>
      <TextField label={t('queues.name')} {...bind('name')} isRequired maxLength={100} />
      <TextField label={t('queues.address')} hint={t('queues.addressHint')} {...bind('address')} type="email" />
      <div className={f.pair}>
        <Combo
          label={t('queues.lead')}
          hint={t('queues.leadHint')}
          {...bind('lead')}
          canClear
          options={agents.filter((agent) => !agent.is_disabled).map((agent) => ({ value: agent.id, label: agent.name }))}
        />
        <SelectField
          label={t('queues.calendar')}
          hint={t('queues.calendarHint')}
          {...bind('calendar')}
          options={[{ value: null, label: t('queues.noCalendar') }, ...calendars.map(({ id, name }) => ({ value: id, label: name }))]}
        />
      </div>
      <NumberField
        label={t('queues.handover')}
        hint={t('queues.handoverHint')}
        {...bind('handover_minutes')}
        onChange={(minutes) => form.set('handover_minutes', minutes ?? 0)}
        min={0}
        max={525_600}
        unit={t('policies.minutes')}
      />
      <SelectField
        label={t('queues.assignment')}
        hint={t('queues.assignmentHint')}
        {...bind('assignment')}
        options={(['push', 'pull'] as const).map((value) => ({ value, label: t(`queues.assignment.${value}`) }))}
      />
      {form.values.assignment === 'pull' && (
        <NumberField
          label={t('queues.handsOut')}
          hint={t('queues.handsOutHint')}
          {...bind('hands_out_below')}
          onChange={(count) => form.set('hands_out_below', count as number)}
          min={0}
          max={50}
        />
      )}
      <TagsField label={t('queues.skills')} hint={t('queues.skillsHint')} {...bind('skills')} suggestions={skills} />
      <TagsField label={t('queues.preferred')} hint={t('queues.preferredHint')} {...bind('preferred_skills')} suggestions={skills} />
      <CheckField label={t('queues.languageRequired')} hint={t('queues.languageRequiredHint')} {...bind('language_is_required')} />
    </FormBody>
  );
}
