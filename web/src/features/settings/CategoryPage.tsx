import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { LANG_NAMES, LANGS, useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { SelectField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import f from '../../ui/form.module.css';
import { Section } from '../../ui/Page';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { TagsField } from '../../ui/TagsField';
import { inTreeOrder, withDescendants } from './category_tree';

type Category = Schemas['Category'];
type Values = Pick<Category, 'name' | 'key' | 'parent' | 'queue' | 'skills' | 'keywords'>;
const LIST = '/api/v1/categories';
const BLANK: Category = { id: 0, version: 0, key: '', name: '', parent: null, queue: null, skills: [], keywords: {} };

export function CategoryPage({ id }: { id: number | null }) {
  const t = useT();
  const url = id === null ? null : `${LIST}/${id}`;
  return (
    <RecordPage<Category>
      url={url}
      blank={BLANK}
      title={(category) => category.name || t('categories.new')}
      back={{ href: '/settings/categories', label: t('settings.categories') }}
    >
      {(category) => <CategoryForm url={url} category={category} />}
    </RecordPage>
  );
}

function CategoryForm({ url, category }: { url: string | null; category: Category }) {
  const t = useT();
  const all = useQuery(list<Category>(LIST)).data ?? [];
  const queues = useQuery(list<Schemas['Queue']>('/api/v1/queues')).data ?? [];
  const form = useRecordForm<Category, Values>({
    url,
    collection: LIST,
    value: category,
    shape: ({ name, key, parent, queue, skills, keywords }) => ({ name, key, parent, queue, skills, keywords }),
    body: (values) => values,
    check: ({ name, key }) => ({
      ...(name.trim() ? {} : { '/name': t('fault.empty') }),
      ...(key.trim() ? {} : { '/key': t('fault.empty') }),
    }),
    href: (made) => `/settings/categories/${made}`,
  });
  const { bind, values, set } = form;
  const own = withDescendants(all, category.id);
  const parents = inTreeOrder(all)
    .filter((leaf) => !own.has(leaf.category.id))
    .map((leaf) => ({ value: leaf.category.id as number | null, label: `${' '.repeat(leaf.depth * 3)}${leaf.category.name}` }));
  return (
    <FormBody form={form} action={t(url ? 'form.save' : 'categories.add')} isAlwaysOpen={!url} label={category.name || t('categories.new')} readOnly={!may('setup:write')}>
      <div className={f.pair}>
        <TextField label={t('categories.name')} {...bind('name')} isRequired maxLength={100} />
        <TextField label={t('categories.key')} hint={t('categories.keyHint')} {...bind('key')} isRequired maxLength={100} spellCheck={false} />
      </div>
      <div className={f.pair}>
        <SelectField label={t('categories.parent')} {...bind('parent')} options={[{ value: null, label: t('categories.top') }, ...parents]} />
        <SelectField
          label={t('categories.queue')}
          hint={t('categories.queueHint')}
          {...bind('queue')}
          options={[{ value: null, label: t('categories.noQueue') }, ...queues.map((queue) => ({ value: queue.id as number | null, label: queue.name }))]}
        />
      </div>
      <TagsField label={t('categories.skills')} hint={t('categories.skillsHint')} {...bind('skills')} />
      <Section title={t('categories.keywords')} text={t('categories.keywordsText')}>
        <div className={f.form}>
          {LANGS.map((lang) => (
            <TagsField
              key={lang}
              name={`keywords.${lang}`}
              label={LANG_NAMES[lang]}
              lang={lang}
              value={values.keywords[lang] ?? []}
              error={form.errorAt(`keywords.${lang}`)}
              onChange={(words) => set('keywords', { ...values.keywords, [lang]: words })}
            />
          ))}
        </div>
      </Section>
    </FormBody>
  );
}
