import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../lib/api';
import { may, me } from '../../lib/boot';
import { LANG_NAMES, LANGS, useT } from '../../lib/i18n';
import { held, list, save } from '../../lib/records';
import { complain, say } from '../../lib/toasts';
import { Absences } from '../../ui/Absences';
import { CalendarFeed } from '../../ui/CalendarFeed';
import { ask } from '../../ui/ask';
import { Button } from '../../ui/Button';
import { CheckField, ChecksField, NumberField, PasswordField, SelectField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import f from '../../ui/form.module.css';
import { Section } from '../../ui/Page';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { AgentHours } from './AgentHours';
import { AgentSignIn } from './AgentSignIn';
import { ChannelNumbers } from './ChannelNumbers';
import { ROUTING } from './routing_words';
import { SkillsField } from './SkillsField';
import c from './settings.module.css';

type Agent = Schemas['Agent'];
type Values = Pick<Agent, 'name' | 'email' | 'role' | 'languages' | 'skills' | 'queues' | 'capacity' | 'channel_limits' | 'is_available'> & { password: string };
const LIST = '/api/v1/agents';
const ROLES: Agent['role'][] = ['agent', 'light_agent', 'lead', 'admin', 'auditor'];
const BLANK: Agent = {
  id: 0,
  version: 0,
  name: '',
  email: '',
  role: 'agent',
  languages: ['en'],
  skills: [],
  queues: [],
  capacity: 12,
  channel_limits: {},
  is_available: true,
  is_disabled: false,
  last_assigned_at: null,
  created_at: '',
};

export function AgentPage({ id }: { id: number | null }) {
  const t = useT();
  const url = id === null ? null : `${LIST}/${id}`;
  return (
    <RecordPage<Agent>
      url={url}
      blank={BLANK}
      title={(agent) => agent.name || t('agents.new')}
      back={{ href: '/settings/agents', label: t('settings.agents') }}
    >
      {(agent) => (
        <>
          {agent.is_disabled && <p className={c.notice}>{t('agents.isDisabled')}</p>}
          <AgentForm url={url} agent={agent} />
          {url && <AgentHours agent={agent} readOnly={!may('agents:write')} />}
          {url && (may('agents:write') || agent.id === me()?.id) && <Absences agent={agent.id} />}
          {url && (may('agents:write') || agent.id === me()?.id) && <CalendarFeed url={`${url}/absence-feed`} of="absences" file={`${url}/absence-file`} />}
          {url && may('agents:write') && agent.id !== me()?.id && <AgentSignIn agent={agent} />}
          {url && may('agents:write') && agent.id !== me()?.id && <Access url={url} agent={agent} />}
        </>
      )}
    </RecordPage>
  );
}

function AgentForm({ url, agent }: { url: string | null; agent: Agent }) {
  const t = useT();
  const queues = useQuery(list<Schemas['Queue']>('/api/v1/queues')).data ?? [];
  const others = useQuery(list<Agent>(LIST)).data ?? [];
  const rules = useQuery(held<Schemas['RoutingRules']>(ROUTING)).data?.value;
  const weighs = Object.values(rules?.units ?? {}).some((units) => units !== 1);
  const form = useRecordForm<Agent, Values>({
    url,
    collection: LIST,
    value: agent,
    shape: ({ name, email, role, languages, skills, queues: own, capacity, channel_limits, is_available }) => ({
      name,
      email,
      role,
      languages,
      skills,
      queues: own,
      capacity,
      channel_limits,
      is_available,
      password: '',
    }),
    // A password left empty is not sent: it stays as it is.
    body: ({ password, ...values }) => (password ? { ...values, password } : values),
    check: ({ name, email }) => ({
      ...(name.trim() ? {} : { '/name': t('fault.empty') }),
      ...(email.includes('@') ? {} : { '/email': t('fault.email') }),
    }),
    href: (made) => `/settings/agents/${made}`,
  });
  const { bind } = form;
  const languages = [...new Set<string>([...LANGS, ...agent.languages])].map((lang) => ({
    value: lang,
    label: LANG_NAMES[lang as 'en'] ?? lang,
  }));
  const skills = [...new Set(others.flatMap((other) => other.skills.map((skill) => skill.name)))].sort();
  return (
    <FormBody form={form} action={t(url ? 'form.save' : 'agents.add')} isAlwaysOpen={!url} label={agent.name || t('agents.new')} readOnly={!may('agents:write')}>
      <Section title={t('agents.person')}>
        <div className={f.form}>
          <div className={f.pair}>
            <TextField label={t('agents.name')} {...bind('name')} isRequired maxLength={200} autoComplete="off" />
            <TextField label={t('agents.email')} {...bind('email')} type="email" isRequired autoComplete="off" />
          </div>
          <SelectField
            label={t('agents.role')}
            hint={t(`role.${form.values.role}.hint`)}
            {...bind('role')}
            options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
            width="medium"
          />
          <PasswordField
            label={t(url ? 'agents.newPassword' : 'agents.password')}
            hint={t(url ? 'agents.newPasswordHint' : 'agents.passwordHint')}
            {...bind('password')}
            autoComplete="new-password"
          />
        </div>
      </Section>
      <Section title={t('agents.work')} text={t('agents.workText')}>
        <div className={f.form}>
          <ChecksField label={t('settings.queues')} {...bind('queues')} options={queues.map((queue) => ({ value: queue.id, label: queue.name }))} />
          <ChecksField label={t('agents.languages')} {...bind('languages')} options={languages} />
          <SkillsField label={t('agents.skills')} hint={t('agents.skillsHint')} {...bind('skills')} suggestions={skills} />
          <NumberField
            label={t(weighs ? 'agents.capacityUnits' : 'agents.capacity')}
            hint={t(weighs ? 'agents.capacityUnitsHint' : 'agents.capacityHint')}
            {...bind('capacity')}
            onChange={(capacity) => form.set('capacity', capacity as number)}
            min={0}
            max={1000}
            unit={t(weighs ? 'agents.units' : 'agents.tickets', { count: form.values.capacity ?? 0 })}
          />
          <ChannelNumbers
            label={t('agents.limits')}
            hint={t('agents.limitsHint')}
            value={form.values.channel_limits}
            onChange={(limits) => form.set('channel_limits', limits)}
            at="/channel_limits"
            faults={form.faults}
            min={0}
            max={1000}
            unit={(count) => t('agents.tickets', { count })}
          />
          <CheckField label={t('agents.isAvailable')} hint={t('agents.isAvailableHint')} {...bind('is_available')} />
        </div>
      </Section>
    </FormBody>
  );
}

/** Taking away access is dear, so it is asked; giving it back is not. */
function Access({ url, agent }: { url: string; agent: Agent }) {
  const t = useT();
  const change = async (is_disabled: boolean) => {
    try {
      await save('PATCH', url, { is_disabled });
      say(t(is_disabled ? 'agents.nowDisabled' : 'agents.nowEnabled', { name: agent.name }), is_disabled ? () => change(false) : undefined);
    } catch (error) {
      complain(error instanceof Error ? error.message : String(error));
    }
  };
  const disable = async () => {
    const question = { title: t('agents.disableTitle', { name: agent.name }), text: t('agents.disableText'), action: t('agents.disable'), isDear: true };
    if (await ask(question)) await change(true);
  };
  return (
    <div className={c.danger}>
      <p>{t(agent.is_disabled ? 'agents.enableText' : 'agents.disableHint')}</p>
      {agent.is_disabled ? (
        <Button onClick={() => void change(false)}>{t('agents.enable')}</Button>
      ) : (
        <Button kind="danger" onClick={() => void disable()}>
          {t('agents.disable')}
        </Button>
      )}
    </div>
  );
}
