import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { useQueues } from '../../lib/reference';
import { CheckField, NumberField, SelectField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import { Section } from '../../ui/Page';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { OverflowField } from './OverflowField';
import { RoutingPage } from './RoutingPage';
import c from './routing.module.css';
import { type Rule, ruleWords, usual } from './routing_words';

type Values = Omit<Rule, 'queue' | 'language_soft_after_minutes' | 'sticky_extra'> & { language_soft_after_minutes: number | null; sticky_extra: number | null };
const STICKY = ['none', 'thread', 'requester', 'organization'] as const;
const BACK = '/settings/routing';

/** What is said of one queue: who helps it and when, whose languages count, who is preferred. */
export function RoutingQueuePage({ id }: { id: number | null }) {
  const t = useT();
  const queues = useQueues();
  if (id === null) return <RoutingPage />;
  const url = `/api/v1/queues/${id}/routing-rule`;
  return (
    <RecordPage<Rule> url={url} blank={usual(id)} title={() => queues.find((queue) => queue.id === id)?.name ?? '…'} text={t('routing.queueText')} back={{ href: BACK, label: t('settings.routing') }}>
      {(rule) => <RuleForm url={url} rule={rule} />}
    </RecordPage>
  );
}

const whole = (values: Partial<Values>) => ({ ...values, language_soft_after_minutes: values.language_soft_after_minutes ?? 0, sticky_extra: values.sticky_extra ?? 0 });

function RuleForm({ url, rule }: { url: string; rule: Rule }) {
  const t = useT();
  const queues = useQueues();
  const nameOf = (id: number) => queues.find((queue) => queue.id === id)?.name ?? '…';
  const form = useRecordForm<Rule, Values>({
    url,
    collection: url,
    method: 'PUT',
    value: rule,
    shape: ({ queue: _, ...rest }) => rest,
    body: whole,
    href: () => BACK,
  });
  const { bind, values } = form;
  return (
    <FormBody form={form} action={t('form.save')} label={nameOf(rule.queue)} readOnly={!may('setup:write')}>
      <OverflowField queue={rule.queue} {...bind('overflow')} />
      <NumberField label={t('routing.soft')} hint={t('routing.softHint')} {...bind('language_soft_after_minutes')} min={0} max={43_200} unit={t('chains.min')} />
      <SelectField label={t('routing.sticky')} hint={t('routing.stickyHint')} {...bind('sticky')} options={STICKY.map((value) => ({ value, label: t(`routing.sticky.${value}`) }))} />
      {values.sticky !== 'none' && <NumberField label={t('routing.extra')} hint={t('routing.extraHint')} {...bind('sticky_extra')} min={0} max={100} unit={t('routing.tickets', { count: values.sticky_extra ?? 0 })} />}
      <CheckField label={t('routing.rebalances')} hint={t('routing.rebalancesHint')} {...bind('rebalances_hourly')} />
      <Section title={t('chains.preview')}>
        <ul className={c.preview}>
          {ruleWords({ ...rule, ...whole(values) } as Rule, nameOf).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Section>
    </FormBody>
  );
}
