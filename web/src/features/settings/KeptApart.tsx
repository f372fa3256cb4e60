import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useState } from 'react';
import { read, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { release } from '../../lib/leave';
import { add, list, remove } from '../../lib/records';
import { useAgents } from '../../lib/reference';
import { day } from '../../lib/time';
import { say } from '../../lib/toasts';
import { Button } from '../../ui/Button';
import { Combo } from '../../ui/Combo';
import { SelectField, TextField } from '../../ui/fields';
import { useForm } from '../../ui/form';
import { FormBody } from '../../ui/FormBody';
import { Pending, Section } from '../../ui/Page';
import c from './routing.module.css';

type Pair = Schemas['BlockedPair'];
type Named = { id: number; name: string };
const PAIRS = '/api/v1/blocked-pairs';
const WHOSE = ['customer', 'organization'] as const;

/** Who never gets the tickets of which customer or firm, why, and a form for one more. */
export function KeptApart() {
  const t = useT();
  const query = useQuery(list<Pair>(PAIRS));
  const [count, setCount] = useState(0);
  const put = (pair: Pair) => add(PAIRS, { agent: pair.agent.id, customer: pair.customer?.id ?? null, organization: pair.organization?.id ?? null, reason: pair.reason });
  const lift = async (pair: Pair) => {
    await remove(`${PAIRS}/${pair.id}`);
    say(t('apart.lifted', { agent: pair.agent.name }), async () => {
      await put(pair);
    });
  };
  return (
    <Section title={t('apart.title')} text={t('apart.text')}>
      {query.data ? (
        query.data.length > 0 && (
          <ul className={c.pairs}>
            {query.data.map((pair) => (
              <li key={pair.id}>
                <span className={c.words}>
                  <b>{t(pair.customer ? 'apart.fromCustomer' : 'apart.fromFirm', { agent: pair.agent.name, other: (pair.customer ?? pair.organization)?.name ?? '…' })}</b>
                  <span>{pair.reason}</span>
                  <small>{t('apart.setBy', { name: pair.made_by?.name ?? t('apart.program'), date: day(pair.made_at) })}</small>
                </span>
                <Button kind="ghost" icon={<X size={15} />} label={t('apart.lift', { agent: pair.agent.name, other: (pair.customer ?? pair.organization)?.name ?? '…' })} onClick={() => void lift(pair)} />
              </li>
            ))}
          </ul>
        )
      ) : (
        <Pending query={query} lines={2} />
      )}
      <PairForm key={count} onDone={() => setCount(count + 1)} />
    </Section>
  );
}

type Values = { agent: number | null; whose: (typeof WHOSE)[number]; other: number | null; reason: string };

async function findOther(whose: Values['whose'], text: string) {
  const words = text.trim().toLowerCase();
  const url = whose === 'customer' ? `/api/v1/customers?limit=30${words && `&text=${encodeURIComponent(words)}`}` : '/api/v1/organizations?limit=200';
  const { items } = await read<{ items: Named[] }>(url);
  return items.filter(({ name }) => whose === 'customer' || name.toLowerCase().includes(words)).map(({ id, name }) => ({ value: id, label: name }));
}

function PairForm({ onDone }: { onDone: () => void }) {
  const t = useT();
  const people = useAgents().filter((agent) => !agent.is_disabled && agent.role !== 'auditor');
  const form = useForm<Values>({
    start: { agent: null, whose: 'customer', other: null, reason: '' },
    alsoAt: { other: ['/customer', '/organization'] },
    check: ({ agent, other, reason }) => ({
      ...(agent ? {} : { '/agent': t('fault.empty') }),
      ...(other ? {} : { '/other': t('fault.empty') }),
      ...(reason.trim() ? {} : { '/reason': t('apart.noReason') }),
    }),
    send: async ({ agent, whose, other, reason }) => {
      await add(PAIRS, { agent, [whose]: other, reason });
      say(t('form.saved'));
      release();
      onDone();
    },
  });
  const { bind, set, values } = form;
  return (
    <FormBody form={form} action={t('apart.add')} isAlwaysOpen label={t('apart.add')}>
      <Combo<number> label={t('apart.agent')} {...bind('agent')} isRequired options={people.map((agent) => ({ value: agent.id, label: agent.name }))} />
      <SelectField
        label={t('apart.whose')}
        {...bind('whose')}
        onChange={(whose) => {
          set('whose', whose);
          set('other', null);
        }}
        options={WHOSE.map((value) => ({ value, label: t(`apart.whose.${value}`) }))}
      />
      <Combo<number> key={values.whose} label={t(`apart.other.${values.whose}`)} {...bind('other')} error={form.errorAt('other') ?? form.errorAt(values.whose)} isRequired find={(text) => findOther(values.whose, text)} />
      <TextField label={t('apart.reason')} hint={t('apart.reasonHint')} {...bind('reason')} isRequired maxLength={500} />
    </FormBody>
  );
}
