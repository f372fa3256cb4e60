import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { useQuery } from '@tanstack/react-query';
import { list } from '../../lib/records';
import { useAgents, useQueues } from '../../lib/reference';
import { DeleteRecord } from '../../ui/DeleteRecord';
import { CheckField, ChecksField, NumberField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import { Section } from '../../ui/Page';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { type Chain, chainWords } from './chain_words';
import c from './chains.module.css';
import { LadderField, StepsField } from './StepsField';
import { useWebhooks } from './StepWhom';

type Values = Omit<Chain, 'id' | 'version' | 'repeats' | 'round_minutes' | 'silent_after_minutes' | 'taken_back_after_minutes'> & {
  repeats: number | null;
  round_minutes: number | null;
  silent_after_minutes: number | null;
  taken_back_after_minutes: number | null;
};
const LIST = '/api/v1/escalation-chains';
const BLANK: Chain = {
  id: 0,
  version: 0,
  name: '',
  is_default: false,
  queues: [],
  policies: [],
  starts: ['breach'],
  ladder: [
    { at_percent: 50, to: 'owner', agents: [], by_mail: false },
    { at_percent: 80, to: 'owner', agents: [], by_mail: true },
  ],
  tells_subject: false,
  is_round_the_clock: false,
  steps: [
    { to: 'owner', agents: [], after_minutes: 0, by_mail: true },
    { to: 'lead', agents: [], after_minutes: 30, by_mail: true },
  ],
  repeats: 0,
  round_minutes: 60,
  silent_after_minutes: 240,
  taken_back_after_minutes: 0,
};
const STARTS = ['promise', 'warning', 'silence', 'breach'] as const;

export function ChainPage({ id }: { id: number | null }) {
  const t = useT();
  const url = id === null ? null : `${LIST}/${id}`;
  return (
    <RecordPage<Chain> url={url} blank={BLANK} title={(chain) => chain.name || t('chains.new')} back={{ href: '/settings/escalation-chains', label: t('settings.escalation-chains') }}>
      {(chain) => (
        <>
          <ChainForm url={url} chain={chain} />
          {url && may('setup:write') && <DeleteRecord url={url} name={chain.name} text={t('chains.deleteText')} href="/settings/escalation-chains" />}
        </>
      )}
    </RecordPage>
  );
}

const whole = (values: Partial<Values>) =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value === null ? 0 : value])) as Partial<Chain>;

function ChainForm({ url, chain }: { url: string | null; chain: Chain }) {
  const t = useT();
  const agents = useAgents();
  const queues = useQueues();
  const policies = useQuery(list<Schemas['Policy']>('/api/v1/policies')).data ?? [];
  const form = useRecordForm<Chain, Values>({
    url,
    collection: LIST,
    value: chain,
    shape: ({ id: _, version: __, ...rest }) => rest,
    body: whole,
    check: ({ name, steps, starts, ladder }) => ({
      ...(name.trim() ? {} : { '/name': t('fault.empty') }),
      ...(steps.length || (ladder.length && !starts.length) ? {} : { '/steps': t('chains.noStep') }),
      ...(starts.length || (ladder.length && !steps.length) ? {} : { '/starts': t('chains.noStart') }),
    }),
    href: (made) => `/settings/escalation-chains/${made}`,
  });
  const { bind, values } = form;
  const webhooks = useWebhooks();
  const names = (id: number | undefined, isWebhook?: boolean) => (isWebhook ? webhooks : agents).find((each) => each.id === id)?.name ?? '…';
  const options = (rows: { id: number; name: string }[]) => rows.map(({ id, name }) => ({ value: id, label: name }));
  const onSilence = values.starts.includes('silence');
  return (
    <FormBody form={form} action={t(url ? 'form.save' : 'chains.add')} isAlwaysOpen={!url} label={chain.name || t('chains.new')} readOnly={!may('setup:write')}>
      <TextField label={t('chains.name')} {...bind('name')} isRequired maxLength={100} />
      <LadderField {...bind('ladder')} />
      <ChecksField label={t('chains.starts')} {...bind('starts')} options={STARTS.map((value) => ({ value, label: t(`chains.start.${value}`), hint: t(`chains.startHint.${value}`) }))} />
      {onSilence && <NumberField label={t('chains.silent')} hint={t('chains.silentHint')} {...bind('silent_after_minutes')} min={1} max={86400} unit={t('chains.min')} />}
      {onSilence && <NumberField label={t('chains.takeBack')} hint={t('chains.takeBackHint')} {...bind('taken_back_after_minutes')} min={0} max={86400} unit={t('chains.min')} />}
      <StepsField {...bind('steps')} />
      {[...values.steps, ...values.ladder].some((step) => step.to === 'webhook') && <CheckField label={t('chains.subject')} hint={t('chains.subjectHint')} {...bind('tells_subject')} />}
      <NumberField label={t('chains.repeats')} {...bind('repeats')} min={0} max={20} />
      <NumberField label={t('chains.round')} hint={t('chains.roundHint')} {...bind('round_minutes')} min={1} max={86400} unit={t('chains.min')} />
      <CheckField label={t('chains.roundTheClock')} hint={t('chains.roundTheClockHint')} {...bind('is_round_the_clock')} />
      <CheckField label={t('chains.isDefault')} hint={t('chains.isDefaultHint')} {...bind('is_default')} />
      {!values.is_default && <ChecksField label={t('chains.queues')} {...bind('queues')} options={options(queues)} />}
      {!values.is_default && policies.length > 0 && <ChecksField label={t('chains.policies')} {...bind('policies')} options={options(policies)} />}
      <Section title={t('chains.preview')}>
        <ul className={c.preview}>
          {chainWords(whole(values) as Chain, names).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
    </FormBody>
  );
}
