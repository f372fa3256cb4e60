import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { useQueues } from '../../lib/reference';
import { DeleteRecord } from '../../ui/DeleteRecord';
import { CheckField, ChecksField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import f from '../../ui/form.module.css';
import { Section } from '../../ui/Page';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { PlaceholderArea } from '../../ui/TextsField';
import { ChangesField } from './ChangesField';
import { MacroReply, type Reply, replyIn, replyOut } from './MacroReply';

type Macro = Schemas['Macro'];
type Values = Pick<Macro, 'name' | 'queues' | 'changes' | 'takes'> & { reply: Reply; note: string };
const LIST = '/api/v1/macros';
const BLANK: Macro = { id: 0, version: 0, name: '', queues: [], changes: {}, takes: false, reply: null, note: null };

export function MacroPage({ id }: { id: number | null }) {
  const t = useT();
  const url = id === null ? null : `${LIST}/${id}`;
  return (
    <RecordPage<Macro> url={url} blank={BLANK} title={(macro) => macro.name || t('macros.new')} back={{ href: '/settings/macros', label: t('settings.macros') }}>
      {(macro) => (
        <>
          <MacroForm url={url} macro={macro} />
          {url && may('setup:write') && <DeleteRecord url={url} name={macro.name} text={t('macros.deleteText')} href="/settings/macros" />}
        </>
      )}
    </RecordPage>
  );
}

/** What is sent of the form: parts that are empty are taken away. */
function body({ reply, note, ...rest }: Partial<Values>) {
  return {
    ...rest,
    ...(reply ? { reply: replyOut(reply) } : {}),
    ...(note === undefined ? {} : { note: note.trim() ? { text: note } : null }),
  };
}

function MacroForm({ url, macro }: { url: string | null; macro: Macro }) {
  const t = useT();
  const queues = useQueues();
  const form = useRecordForm<Macro, Values>({
    url,
    collection: LIST,
    value: macro,
    shape: ({ name, queues: where, changes, takes, reply, note }) => ({ name, queues: where, changes, takes, reply: replyIn(reply), note: note?.text ?? '' }),
    body,
    check: ({ name }) => (name.trim() ? {} : { '/name': t('fault.empty') }) as Record<string, string>,
    href: (made) => `/settings/macros/${made}`,
  });
  const { bind } = form;
  return (
    <FormBody form={form} action={t(url ? 'form.save' : 'macros.add')} isAlwaysOpen={!url} label={macro.name || t('macros.new')} readOnly={!may('setup:write')}>
      <TextField label={t('macros.name')} hint={t('macros.nameHint')} {...bind('name')} isRequired maxLength={100} />
      <Section title={t('macros.changes')} text={t('macros.changesText')}>
        <div className={f.form}>
          <ChangesField {...bind('changes')} />
          <CheckField label={t('macros.takes')} hint={t('macros.takesHint')} {...bind('takes')} />
        </div>
      </Section>
      <Section title={t('macros.reply')} text={t('macros.replyText')}>
        <MacroReply {...bind('reply')} />
      </Section>
      <Section title={t('macros.note')} text={t('macros.noteText')}>
        <PlaceholderArea label={t('macros.noteLabel')} rows={3} {...bind('note')} />
      </Section>
      <Section title={t('macros.where')}>
        <ChecksField label={t('macros.queues')} hint={t('macros.queuesHint')} {...bind('queues')} options={queues.map(({ id, name }) => ({ value: id, label: name }))} />
      </Section>
    </FormBody>
  );
}
