import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { held } from '../../lib/records';
import { NumberField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import { Pending, Section } from '../../ui/Page';
import { useRecordForm } from '../../ui/record_form';

type Rules = Schemas['RosterRules'];
const URL = '/api/v1/roster/rules';

/** What the desk says of presence, and of the end of a shift. */
export function RosterRules() {
  const t = useT();
  const query = useQuery(held<Rules>(URL));
  return <Section title={t('roster.rules')}>{query.data ? <RulesForm rules={query.data.value} /> : <Pending query={query} lines={2} />}</Section>;
}

function RulesForm({ rules }: { rules: Rules }) {
  const t = useT();
  const form = useRecordForm<Rules, Rules>({ url: URL, collection: URL, method: 'PUT', value: rules, shape: (value) => value, body: (values) => values, href: () => '/settings/roster' });
  const minutes = (name: keyof Rules) => ({
    ...form.bind(name),
    onChange: (value: number | null) => form.set(name, value ?? 0),
    min: 0,
    unit: t('roster.minutes', { count: form.values[name] }),
  });
  return (
    <FormBody form={form} action={t('form.save')} label={t('roster.rules')} readOnly={!may('setup:write')}>
      <NumberField label={t('roster.awayAfter')} hint={t('roster.awayAfterHint')} {...minutes('away_after_minutes')} max={1440} />
      <NumberField label={t('roster.askBefore')} hint={t('roster.askBeforeHint')} {...minutes('ask_before_end_minutes')} max={480} />
    </FormBody>
  );
}
