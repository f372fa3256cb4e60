import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { Combo } from '../../ui/Combo';
import { SelectField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import f from '../../ui/form.module.css';
import { orNull, RecordPage, useRecordForm } from '../../ui/record_form';
import { TagsField } from '../../ui/TagsField';

type Queue = Schemas['Queue'];
type Values = Pick<Queue, 'name' | 'address' | 'lead' | 'skills' | 'calendar'>;
const LIST = '/api/v1/queues';
const BLANK: Queue = { id: 0, version: 0, name: '', address: null, lead: null, skills: [], calendar: null };

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
    shape: ({ name, address, lead, skills, calendar }) => ({ name, address, lead, skills, calendar }),
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
      <TagsField label={t('queues.skills')} hint={t('queues.skillsHint')} {...bind('skills')} suggestions={skills} />
    </FormBody>
  );
}
