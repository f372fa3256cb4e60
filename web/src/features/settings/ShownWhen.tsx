import type { Schemas } from '../../lib/api';
import { nameOf, optionName } from '../../lib/custom_fields';
import { useT } from '../../lib/i18n';
import { ChecksField, SelectField } from '../../ui/fields';
import type { Bound } from '../../ui/form';

type Field = Schemas['Field'];

/** A field that is asked only while another one has certain values. */
export function ShownWhen({ value, onChange, error, others }: Bound<Field['shown_when']> & { others: Field[] }) {
  const t = useT();
  const other = others.find((each) => each.key === value?.field);
  return (
    <>
      <SelectField
        name="shown_when"
        label={t('fields.shownWhen')}
        error={error}
        value={value?.field ?? null}
        onChange={(field) => onChange(field ? { field, values: [] } : null)}
        options={[{ value: null as string | null, label: t('fields.always') }, ...others.map((each) => ({ value: each.key as string | null, label: nameOf(each.name) || each.key }))]}
      />
      {value && other && (
        <ChecksField
          name="shown_when.values"
          label={t('fields.hasValue', { name: nameOf(other.name) || other.key })}
          value={value.values}
          onChange={(values) => onChange({ field: value.field, values })}
          options={other.options.map((option) => ({ value: option.value, label: optionName(other, option.value) }))}
        />
      )}
    </>
  );
}
