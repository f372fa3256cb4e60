import { useQueries, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { read, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { held, list } from '../../lib/records';
import { Combo } from '../../ui/Combo';
import { FieldGroup } from '../../ui/Field';
import type { Option } from '../../ui/fields';
import type { Bound } from '../../ui/form';
import f from '../../ui/form.module.css';
import c from './settings.module.css';
import { inTreeOrder } from './category_tree';

type Conditions = Schemas['Policy']['conditions'];
type Organization = Schemas['Organization'];
const ORGANIZATIONS = '/api/v1/organizations';

/** Which tickets a policy is for: any of each list, and all of the lists that are not empty. */
export function ConditionsField({ value, onChange, error }: Bound<Conditions>) {
  const t = useT();
  const categories = useQuery(list<Schemas['Category']>('/api/v1/categories')).data ?? [];
  const queues = useQuery(list<Schemas['Queue']>('/api/v1/queues')).data ?? [];
  const named = useQueries({ queries: value.organizations.map((id) => held<Organization>(`${ORGANIZATIONS}/${id}`)) });
  const organizations = named.flatMap((each) => (each.data ? [{ value: each.data.value.id, label: each.data.value.name }] : []));
  const find = async (text: string) => {
    const words = text.toLowerCase();
    const page = await read<{ items: Organization[] }>(`${ORGANIZATIONS}?limit=200`);
    return page.items.filter(({ name }) => name.toLowerCase().includes(words)).map(({ id, name }) => ({ value: id, label: name }));
  };
  return (
    <FieldGroup label={t('policies.conditions')} hint={t('policies.conditionsHint')} error={error}>
      <Several label={t('policies.organizations')} value={value.organizations} known={organizations} find={find} onChange={(ids) => onChange({ ...value, organizations: ids })} />
      <Several
        label={t('policies.categories')}
        value={value.categories}
        known={inTreeOrder(categories).map(({ category }) => ({ value: category.id, label: category.name }))}
        onChange={(ids) => onChange({ ...value, categories: ids })}
      />
      <Several label={t('policies.queues')} value={value.queues} known={queues.map(({ id, name }) => ({ value: id, label: name }))} onChange={(ids) => onChange({ ...value, queues: ids })} />
    </FieldGroup>
  );
}

type Props = { label: string; value: number[]; known: Option<number>[]; find?: (text: string) => Promise<Option<number>[]>; onChange: (value: number[]) => void };

function Several({ label, value, known, find, onChange }: Props) {
  const t = useT();
  const nameOf = (id: number) => known.find((each) => each.value === id)?.label ?? `#${id}`;
  return (
    <div className={c.several}>
      <Combo<number>
        key={value.join()}
        name={label}
        label={label}
        value={null}
        placeholder={t('policies.any')}
        {...(find ? { find } : { options: known.filter((each) => !value.includes(each.value)) })}
        onChange={(id) => id !== null && !value.includes(id) && onChange([...value, id])}
      />
      {value.length > 0 && (
        <span className={f.tags}>
          {value.map((id) => (
            <span key={id} className={f.tag}>
              <span>{nameOf(id)}</span>
              <button type="button" aria-label={t('policies.leaveOut', { name: nameOf(id) })} onClick={() => onChange(value.filter((each) => each !== id))}>
                <X size={12} aria-hidden="true" />
              </button>
            </span>
          ))}
        </span>
      )}
    </div>
  );
}
