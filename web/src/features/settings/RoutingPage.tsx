import { useQuery } from '@tanstack/react-query';
import { ChevronRight } from 'lucide-react';
import { A } from '../../app/A';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { held } from '../../lib/records';
import { useQueues } from '../../lib/reference';
import { CheckField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import { Page, Pending, Section } from '../../ui/Page';
import { useRecordForm } from '../../ui/record_form';
import { toSettings } from './back';
import { CHANNELS, ChannelNumbers } from './ChannelNumbers';
import { KeptApart } from './KeptApart';
import c from './routing.module.css';
import { ROUTING, ruleWords, usual } from './routing_words';

type Rules = Schemas['RoutingRules'];

/** Who helps a queue, whether the desk learns who solves what, what tickets weigh, and who is kept apart from whom. */
export function RoutingPage() {
  const t = useT();
  const query = useQuery(held<Rules>(ROUTING));
  const rules = query.data?.value;
  return (
    <Page title={t('settings.routing')} text={t('routing.text')} back={toSettings(t)}>
      {rules ? (
        <>
          <QueueRules rules={rules} />
          <Section title={t('routing.learning')}>
            <Learning rules={rules} />
          </Section>
          <Section title={t('routing.weights')} text={t('routing.weightsText')}>
            <Weights rules={rules} />
          </Section>
          {may('setup:write') && <KeptApart />}
        </>
      ) : (
        <Pending query={query} />
      )}
    </Page>
  );
}

function QueueRules({ rules }: { rules: Rules }) {
  const t = useT();
  const queues = useQueues();
  const nameOf = (id: number) => queues.find((queue) => queue.id === id)?.name ?? '…';
  return (
    <Section title={t('settings.queues')} text={t('routing.queuesText')}>
      <ul className={c.queues}>
        {queues.map((queue) => (
          <li key={queue.id}>
            <A href={`/settings/routing/${queue.id}`} className={c.queue}>
              <span className={c.words}>
                <b>{queue.name}</b>
                <span>{ruleWords(rules.queues.find((rule) => rule.queue === queue.id) ?? usual(queue.id), nameOf).join(' ')}</span>
              </span>
              <ChevronRight size={16} aria-hidden="true" />
            </A>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Learning({ rules }: { rules: Rules }) {
  const t = useT();
  const form = useRecordForm<Rules, { learns: boolean }>({
    url: ROUTING,
    collection: ROUTING,
    value: rules,
    shape: ({ learns }) => ({ learns }),
    body: (values) => values,
    href: () => '/settings/routing',
  });
  return (
    <FormBody form={form} action={t('form.save')} label={t('routing.learning')} readOnly={!may('setup:write')}>
      <CheckField label={t('routing.learns')} hint={t('routing.learnsHint')} {...form.bind('learns')} />
    </FormBody>
  );
}

function Weights({ rules }: { rules: Rules }) {
  const t = useT();
  const form = useRecordForm<Rules, { units: { [channel in keyof Rules['units']]?: number | null } }>({
    url: ROUTING,
    collection: ROUTING,
    value: rules,
    shape: ({ units }) => ({ units }),
    body: (values) => values,
    check: ({ units }) => Object.fromEntries(CHANNELS.filter((channel) => !units[channel]).map((channel) => [`/units/${channel}`, t('routing.weightMissing')])),
    href: () => '/settings/routing',
  });
  return (
    <FormBody form={form} action={t('form.save')} label={t('routing.weights')} readOnly={!may('setup:write')}>
      <ChannelNumbers
        label={t('routing.units')}
        hint={t('routing.unitsHint')}
        value={form.values.units}
        onChange={(units) => form.set('units', units)}
        at="/units"
        faults={form.faults}
        min={1}
        max={100}
        unit={(count) => t('agents.units', { count })}
      />
    </FormBody>
  );
}
