import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { DeleteRecord } from '../../ui/DeleteRecord';
import { TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { EntityTrial } from './EntityTrial';

type Kind = Schemas['EntityKind'];
type Values = Pick<Kind, 'name' | 'pattern'>;
const LIST = '/api/v1/entities';
const BLANK: Kind = { id: 0, version: 0, name: '', pattern: '' };

export function EntityPage({ id }: { id: number | null }) {
  const t = useT();
  const url = id === null ? null : `${LIST}/${id}`;
  return (
    <RecordPage<Kind> url={url} blank={BLANK} title={(kind) => kind.name || t('entities.new')} back={{ href: '/settings/entities', label: t('settings.entities') }}>
      {(kind) => (
        <>
          <EntityForm url={url} kind={kind} />
          {url && may('setup:write') && <DeleteRecord url={url} name={kind.name} text={t('entities.deleteText')} href="/settings/entities" />}
        </>
      )}
    </RecordPage>
  );
}

function EntityForm({ url, kind }: { url: string | null; kind: Kind }) {
  const t = useT();
  const form = useRecordForm<Kind, Values>({
    url,
    collection: LIST,
    value: kind,
    shape: ({ name, pattern }) => ({ name, pattern }),
    body: (values) => values,
    check: ({ name, pattern }) => ({ ...(!name.trim() && { '/name': t('fault.empty') }), ...(!pattern.trim() && { '/pattern': t('fault.empty') }) }) as Record<string, string>,
    href: (made) => `/settings/entities/${made}`,
  });
  const { bind } = form;
  return (
    <>
      <FormBody form={form} action={t(url ? 'form.save' : 'entities.add')} isAlwaysOpen={!url} label={kind.name || t('entities.new')} readOnly={!may('setup:write')}>
        <TextField label={t('entities.name')} hint={t('entities.nameHint')} {...bind('name')} isRequired maxLength={50} width="medium" />
        <TextField label={t('entities.pattern')} hint={t('entities.patternHint')} {...bind('pattern')} isRequired maxLength={200} spellCheck={false} />
      </FormBody>
      <EntityTrial pattern={form.values.pattern} />
    </>
  );
}
