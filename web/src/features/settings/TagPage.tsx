import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { DeleteRecord } from '../../ui/DeleteRecord';
import { SelectField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import f from '../../ui/form.module.css';
import { RecordPage, useRecordForm } from '../../ui/record_form';

type Tag = Schemas['Tag'];
type Values = Pick<Tag, 'name' | 'colour'>;
const LIST = '/api/v1/tags';
const BLANK: Tag = { id: 0, version: 0, name: '', colour: 'grey', count: 0 };
const COLOURS: Tag['colour'][] = ['grey', 'red', 'orange', 'yellow', 'green', 'teal', 'blue', 'purple', 'pink'];

export function TagPage({ id }: { id: number | null }) {
  const t = useT();
  const url = id === null ? null : `${LIST}/${id}`;
  return (
    <RecordPage<Tag> url={url} blank={BLANK} title={(tag) => tag.name || t('tags.new')} back={{ href: '/settings/tags', label: t('settings.tags') }}>
      {(tag) => (
        <>
          <TagForm url={url} tag={tag} />
          {url && may('setup:write') && <DeleteRecord url={url} name={tag.name} text={t('tags.deleteText', { count: tag.count })} href="/settings/tags" />}
        </>
      )}
    </RecordPage>
  );
}

function TagForm({ url, tag }: { url: string | null; tag: Tag }) {
  const t = useT();
  const form = useRecordForm<Tag, Values>({
    url,
    collection: LIST,
    value: tag,
    shape: ({ name, colour }) => ({ name, colour }),
    body: (values) => values,
    check: ({ name }) => (name.trim() ? {} : { '/name': t('fault.empty') }) as Record<string, string>,
    href: (made) => `/settings/tags/${made}`,
  });
  const { bind } = form;
  return (
    <FormBody form={form} action={t(url ? 'form.save' : 'tags.add')} isAlwaysOpen={!url} label={tag.name || t('tags.new')} readOnly={!may('setup:write')}>
      <div className={f.pair}>
        <TextField label={t('tags.name')} {...bind('name')} isRequired maxLength={50} />
        <SelectField label={t('tags.colour')} {...bind('colour')} options={COLOURS.map((colour) => ({ value: colour, label: t(`colour.${colour}`) }))} />
      </div>
    </FormBody>
  );
}
