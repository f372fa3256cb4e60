import type { Schemas } from '../../lib/api';
import { optionName } from '../../lib/custom_fields';
import { useT } from '../../lib/i18n';
import { ChecksField, NumberField, SelectField, TextField } from '../../ui/fields';
import { Field } from '../../ui/Field';
import f from '../../ui/form.module.css';

type Own = Schemas['Field'];
type Props = { field: Own; label: string; name: string; value: unknown; onChange: (value: unknown) => void };

/** What a macro sets at first in a field of the desk's own. */
export function firstOf(field: Own): unknown {
  if (field.kind === 'multi') return field.options.slice(0, 1).map((option) => option.value);
  return field.options[0]?.value ?? null;
}

/** The value that a macro sets in a field of the desk's own; nothing clears the field. */
export function OwnValue({ field, label, name, value, onChange }: Props) {
  const t = useT();
  const options = field.options.map((option) => ({ value: option.value, label: optionName(field, option.value) }));
  switch (field.kind) {
    case 'number':
      return <NumberField label={label} name={name} value={typeof value === 'number' ? value : null} onChange={onChange} />;
    case 'date':
      return (
        <Field label={label}>
          {(control) => <input {...control} type="date" name={name} className={`${f.input} ${f.medium}`} value={String(value ?? '')} onChange={(event) => onChange(event.target.value || null)} />}
        </Field>
      );
    case 'multi':
      return <ChecksField label={label} name={name} value={Array.isArray(value) ? value.map(String) : []} onChange={(next) => onChange(next.length ? next : null)} options={options} />;
    case 'text':
      return <TextField label={label} name={name} value={String(value ?? '')} onChange={(text) => onChange(text || null)} maxLength={1000} />;
    default:
      return (
        <SelectField
          label={label}
          name={name}
          value={String(value ?? '')}
          onChange={(next) => onChange(next || null)}
          options={[{ value: '', label: t('macros.emptied') }, ...options]}
        />
      );
  }
}
