import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { nameOf } from '../../lib/custom_fields';
import { LANG_NAMES, LANGS, useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { DeleteRecord } from '../../ui/DeleteRecord';
import { FieldGroup } from '../../ui/Field';
import { ChecksField, NumberField, SelectField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import f from '../../ui/form.module.css';
import { Section } from '../../ui/Page';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { OptionsField } from './OptionsField';
import { ShownWhen } from './ShownWhen';

type Field = Schemas['Field'];
type Values = Pick<Field, 'key' | 'name' | 'kind' | 'options' | 'shown_when' | 'required_at' | 'position' | 'queues' | 'categories'>;
type Named = { id: number; name: string };
const LIST = '/api/v1/fields';
const KINDS: Field['kind'][] = ['text', 'number', 'date', 'choice', 'multi', 'tree'];
const BLANK: Field = { id: 0, version: 0, key: '', name: {}, kind: 'text', options: [], shown_when: null, required_at: null, position: 0, queues: [], categories: [] };
const hasOptions = (kind: Field['kind']) => kind === 'choice' || kind === 'multi' || kind === 'tree';

export function FieldPage({ id }: { id: number | null }) {
  const t = useT();
  const url = id === null ? null : `${LIST}/${id}`;
  return (
    <RecordPage<Field>
      url={url}
      blank={BLANK}
      title={(field) => nameOf(field.name) || field.key || t('fields.new')}
      back={{ href: '/settings/fields', label: t('settings.fields') }}
    >
      {(field) => (
        <>
          <FieldForm url={url} field={field} />
          {url && may('setup:write') && <DeleteRecord url={url} name={nameOf(field.name)} text={t('fields.deleteText')} href="/settings/fields" />}
        </>
      )}
    </RecordPage>
  );
}

function FieldForm({ url, field }: { url: string | null; field: Field }) {
  const t = useT();
  const queues = useQuery(list<Named>('/api/v1/queues')).data ?? [];
  const categories = useQuery(list<Named>('/api/v1/categories')).data ?? [];
  const others = (useQuery(list<Field>(LIST)).data ?? []).filter((other) => other.id !== field.id && hasOptions(other.kind));
  const form = useRecordForm<Field, Values>({
    url,
    collection: LIST,
    value: field,
    shape: ({ id, version, ...values }) => values,
    body: (values) => values,
    check: ({ key, name }) => ({
      ...(key.trim() ? {} : { '/key': t('fault.empty') }),
      ...(Object.values(name).some((text) => text.trim()) ? {} : { '/name': t('fields.nameMissing') }),
    }),
    href: (made) => `/settings/fields/${made}`,
  });
  const { bind, values, set } = form;
  const named = (rows: Named[]) => rows.map((row) => ({ value: row.id, label: row.name }));
  const put = (lang: string, text: string) => {
    const { [lang]: gone, ...rest } = values.name;
    set('name', text ? { ...rest, [lang]: text } : rest);
  };
  return (
    <FormBody form={form} action={t(url ? 'form.save' : 'fields.add')} isAlwaysOpen={!url} label={field.key || t('fields.new')} readOnly={!may('setup:write')}>
      <FieldGroup label={t('fields.name')} hint={t('fields.nameHint')} error={form.faults['/name']}>
        <div className={f.trio}>
          {LANGS.map((lang) => (
            <TextField key={lang} name={`name.${lang}`} label={LANG_NAMES[lang]} value={values.name[lang] ?? ''} error={form.errorAt(`name.${lang}`)} onChange={(text) => put(lang, text)} maxLength={100} />
          ))}
        </div>
      </FieldGroup>
      {!url && (
        <div className={f.pair}>
          <TextField label={t('fields.key')} hint={t('fields.keyHint')} {...bind('key')} isRequired maxLength={50} spellCheck={false} />
          <SelectField label={t('fields.kind')} hint={t('fields.kindHint')} {...bind('kind')} options={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))} />
        </div>
      )}
      {hasOptions(values.kind) && <OptionsField isTree={values.kind === 'tree'} {...bind('options')} />}
      <Section title={t('fields.when')}>
        <div className={f.form}>
          <div className={f.pair}>
            <SelectField
              label={t('fields.required')}
              {...bind('required_at')}
              options={[
                { value: null, label: t('fields.never') },
                { value: 'solve', label: t('fields.solve') },
                { value: 'close', label: t('fields.close') },
              ]}
            />
            <NumberField label={t('fields.position')} hint={t('fields.positionHint')} {...bind('position')} onChange={(position) => set('position', position as number)} min={0} max={1000} />
          </div>
          <ShownWhen others={others} {...bind('shown_when')} />
          <ChecksField label={t('fields.queues')} hint={t('fields.everywhere')} {...bind('queues')} options={named(queues)} />
          <ChecksField label={t('fields.categories')} hint={t('fields.everywhere')} {...bind('categories')} options={named(categories)} />
        </div>
      </Section>
    </FormBody>
  );
}
