import { useQuery } from '@tanstack/react-query';
import { getLang, useT } from '../../lib/i18n';
import type { Form } from '../../ui/form';
import f from '../../ui/form.module.css';
import { Pending } from '../../ui/Page';
import { setupChoices } from './MailStep';
import c from './setup.module.css';
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
    <fieldset className={c.templates}>
      <legend className={f.label}>{t('setup.template')}</legend>
      {query.data.templates.map((one) => (
        <label key={one.key} className={c.template}>
          <input type="radio" name="template" checked={form.values.template === one.key} onChange={() => form.set('template', one.key)} />
          <span>
            <b>{nameOf(one.key)}</b>
            <small>{one.queues.join(' · ')}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
