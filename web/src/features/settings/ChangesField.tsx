import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { valueName } from '../../lib/ticket_pickers';
import { Button } from '../../ui/Button';
import { Combo } from '../../ui/Combo';
import { FieldGroup } from '../../ui/Field';
import { SelectField } from '../../ui/fields';
import type { Bound } from '../../ui/form';
import f from '../../ui/form.module.css';
import { TagsField } from '../../ui/TagsField';
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
type Name = ValueField | (typeof RECORDS)[number] | (typeof TAGS)[number];
const ALL: Name[] = ['status', 'priority', 'queue', 'agent', 'category', 'type', 'impact', 'urgency', 'tags_add', 'tags_remove'];

const isValue = (field: string): field is ValueField => field in VALUES;
const isTags = (field: string) => (TAGS as readonly string[]).includes(field);

/** A readable list of changes, each of which can be set or taken out. */
export function ChangesField({ value, onChange, error }: Bound<Changes>) {
  const t = useT();
  const names = useNames();
  const [wanted, setWanted] = useState<Name>('status');
  const left = ALL.filter((field) => !(field in value));
  const chosen = left.includes(wanted) ? wanted : left[0];
  const label = (field: Name) => (isTags(field) ? t(`macros.${field as 'tags_add'}`) : t(`field.${field as 'status'}`));
  const first = (field: Name): unknown => {
    if (isValue(field)) return VALUES[field].at(field === 'status' ? 2 : -1);
    return isTags(field) ? [] : (names[field as 'queue'][0]?.id ?? null);
  };
  const without = (field: string) => Object.fromEntries(Object.entries(value).filter(([each]) => each !== field)) as Changes;
  return (
    <FieldGroup label={t('macros.changesLabel')} error={error}>
      <ul className={c.changes}>
        {Object.entries(value).map(([field, set]) => (
          <li key={field} className={c.change}>
            <div className={c.value}>
              <Value field={field} label={ALL.includes(field as Name) ? label(field as Name) : field} value={set} onChange={(next) => onChange({ ...value, [field]: next })} />
            </div>
            <Button kind="ghost" icon={<X size={15} />} label={t('macros.removeChange', { change: changeWords(field, set, names) })} onClick={() => onChange(without(field))} />
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
          <Button icon={<Plus size={15} />} onClick={() => onChange({ ...value, [chosen]: first(chosen) })}>
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
  const name = `changes.${field}`;
  if (isValue(field)) {
    return <SelectField label={label} name={name} value={String(value)} onChange={onChange} options={VALUES[field].map((each) => ({ value: String(each), label: valueName(field, each) }))} />;
  }
  if (field in names) {
    const options = names[field as 'queue'].map((each) => ({ value: each.id, label: each.name }));
    return <Combo label={label} name={name} value={value as number | null} onChange={onChange} options={options} canClear={field !== 'queue'} />;
  }
  if (isTags(field)) return <TagsField label={label} name={name} value={value as string[]} onChange={onChange} suggestions={tags.map((tag) => tag.name)} />;
  return <p className={c.fixed}>{changeWords(field, value, names)}</p>;
}
