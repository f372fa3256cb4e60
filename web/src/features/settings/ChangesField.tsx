import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { nameOf, useAllFields } from '../../lib/custom_fields';
import { list } from '../../lib/records';
import { valueName } from '../../lib/ticket_pickers';
import { Button } from '../../ui/Button';
import { Combo } from '../../ui/Combo';
import { FieldGroup } from '../../ui/Field';
import { SelectField } from '../../ui/fields';
import type { Bound } from '../../ui/form';
import f from '../../ui/form.module.css';
import { TagsField } from '../../ui/TagsField';
import { firstOf, OwnValue } from './OwnValue';
import { type Changes, changeWords, useNames } from './macro_words';
import c from './macro.module.css';

/** Fields with few values, those that name a record, and tags: what a macro can set. */
const VALUES = {
  status: ['open', 'waiting', 'solved', 'closed'],
  priority: ['low', 'normal', 'high', 'urgent'],
  type: ['incident', 'request', 'question', 'complaint', 'no_action'],
  impact: ['low', 'medium', 'high'],
  urgency: ['low', 'medium', 'high'],
} as const;
const RECORDS = ['queue', 'agent', 'category'] as const;
const TAGS = ['tags_add', 'tags_remove'] as const;
type ValueField = keyof typeof VALUES;
/** A field of the desk's own stands below `fields` in what is sent, and as one of the others here. */
type Own = `fields.${string}`;
type Name = ValueField | (typeof RECORDS)[number] | (typeof TAGS)[number] | Own;
const ALL: Name[] = ['status', 'priority', 'queue', 'agent', 'category', 'type', 'impact', 'urgency', 'tags_add', 'tags_remove'];

const isValue = (field: string): field is ValueField => field in VALUES;
const isTags = (field: string) => (TAGS as readonly string[]).includes(field);
const ownKey = (field: string) => (field.startsWith('fields.') ? field.slice('fields.'.length) : undefined);

/** The changes as one flat list. */
const flat = ({ fields, ...rest }: Changes): [string, unknown][] => [
  ...Object.entries(rest),
  ...Object.entries(fields ?? {}).map(([key, set]): [string, unknown] => [`fields.${key}`, set]),
];
/** And back: what is set, without what is taken out. */
function folded(entries: [string, unknown][]): Changes {
  const own = entries.flatMap(([field, set]) => (ownKey(field) === undefined ? [] : [[ownKey(field), set]]));
  const rest = Object.fromEntries(entries.filter(([field]) => ownKey(field) === undefined));
  return { ...rest, ...(own.length ? { fields: Object.fromEntries(own) } : {}) } as Changes;
}

/** A readable list of changes, each of which can be set or taken out. */
export function ChangesField({ value, onChange, error }: Bound<Changes>) {
  const t = useT();
  const names = useNames();
  const [wanted, setWanted] = useState<Name>('status');
  const own = useAllFields();
  const set = flat(value);
  const all: Name[] = [...ALL, ...own.map(({ key }): Own => `fields.${key}`)];
  const left = all.filter((field) => !set.some(([each]) => each === field));
  const put = (field: string, next: unknown) =>
    onChange(folded(set.some(([each]) => each === field) ? set.map(([each, old]) => [each, each === field ? next : old]) : [...set, [field, next]]));
  const chosen = left.includes(wanted) ? wanted : left[0];
  const label = (field: Name) => {
    const key = ownKey(field);
    if (key !== undefined) return nameOf(own.find((each) => each.key === key)?.name) || key;
    return isTags(field) ? t(`macros.${field as 'tags_add'}`) : t(`field.${field as 'status'}`);
  };
  const first = (field: Name): unknown => {
    const mine = own.find((each) => each.key === ownKey(field));
    if (mine) return firstOf(mine);
    if (isValue(field)) return VALUES[field].at(field === 'status' ? 2 : -1);
    return isTags(field) ? [] : (names[field as 'queue'][0]?.id ?? null);
  };
  const without = (field: string) => folded(set.filter(([each]) => each !== field));
  return (
    <FieldGroup label={t('macros.changesLabel')} error={error}>
      <ul className={c.changes}>
        {set.map(([field, to]) => (
          <li key={field} className={c.change}>
            <div className={c.value}>
              <Value field={field} label={all.includes(field as Name) ? label(field as Name) : field} value={to} onChange={(next) => put(field, next)} />
            </div>
            <Button kind="ghost" icon={<X size={15} />} label={t('macros.removeChange', { change: changeWords(field, to, names, own) })} onClick={() => onChange(without(field))} />
          </li>
        ))}
      </ul>
      {chosen && (
        <div className={f.row}>
          <select className={`${f.input} ${f.select} ${f.medium}`} aria-label={t('macros.which')} value={chosen} onChange={(event) => setWanted(event.target.value as Name)}>
            {left.map((field) => (
              <option key={field} value={field}>
                {label(field)}
              </option>
            ))}
          </select>
          <Button icon={<Plus size={15} />} onClick={() => put(chosen, first(chosen))}>
            {t('macros.addChange')}
          </Button>
        </div>
      )}
    </FieldGroup>
  );
}

function Value({ field, label, value, onChange }: { field: string; label: string; value: unknown; onChange: (value: unknown) => void }) {
  const names = useNames();
  const tags = useQuery(list<Schemas['Tag']>('/api/v1/tags')).data ?? [];
  const own = useAllFields().find((each) => each.key === ownKey(field));
  const name = `changes.${field}`;
  if (own) return <OwnValue field={own} label={label} name={name} value={value} onChange={onChange} />;
  if (isValue(field)) {
    return <SelectField label={label} name={name} value={String(value)} onChange={onChange} options={VALUES[field].map((each) => ({ value: String(each), label: valueName(field, each) }))} />;
  }
  if (field in names) {
    const options = names[field as 'queue'].map((each) => ({ value: each.id, label: each.name }));
    return <Combo label={label} name={name} value={value as number | null} onChange={onChange} options={options} canClear={field !== 'queue'} />;
  }
  if (isTags(field)) return <TagsField label={label} name={name} value={value as string[]} onChange={onChange} suggestions={tags.map((tag) => tag.name)} />;
  return <p className={c.fixed}>{changeWords(field, value, names, [])}</p>;
}
