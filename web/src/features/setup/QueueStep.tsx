import { useQuery } from '@tanstack/react-query';
import { getLang, useT } from '../../lib/i18n';
import { CardChoice } from '../../ui/CardChoice';
import type { Form } from '../../ui/form';
import { Pending } from '../../ui/Page';
import { setupChoices } from './MailStep';
import type { Answers } from './steps';

/** One of a few sets of queues, each with what is in it. */
export function QueueStep({ form }: { form: Form<Answers> }) {
  const t = useT();
  // Names for who reads this page, queues as they will be called.
  const names = useQuery(setupChoices(getLang()));
  const query = useQuery(setupChoices(form.values.language));
  if (!query.data || !names.data) return <Pending query={query.data ? names : query} />;
  const nameOf = (key: string) => names.data.templates.find((one) => one.key === key)?.name ?? key;
  return (
    <CardChoice
      label={t('setup.template')}
      name="template"
      value={form.values.template}
      onChange={(key) => form.set('template', key)}
      options={query.data.templates.map((one) => ({ value: one.key, label: nameOf(one.key), text: one.queues.join(' · ') }))}
    />
  );
}
