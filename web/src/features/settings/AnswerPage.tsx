import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { useQueues } from '../../lib/reference';
import { DeleteRecord } from '../../ui/DeleteRecord';
import { ChecksField, TextField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { TextsField } from '../../ui/TextsField';

type Answer = Schemas['Answer'];
type Values = Pick<Answer, 'name' | 'queues' | 'texts'> & { shortcut: string };
const LIST = '/api/v1/answers';
const blank = (): Answer => ({ id: 0, version: 0, name: '', shortcut: null, texts: { [document.documentElement.lang]: '' }, queues: [] });

export function AnswerPage({ id }: { id: number | null }) {
  const t = useT();
  const url = id === null ? null : `${LIST}/${id}`;
  return (
    <RecordPage<Answer> url={url} blank={blank()} title={(answer) => answer.name || t('answers.new')} back={{ href: '/settings/answers', label: t('settings.answers') }}>
      {(answer) => (
        <>
          <AnswerForm url={url} answer={answer} />
          {url && may('setup:write') && <DeleteRecord url={url} name={answer.name} text={t('answers.deleteText')} href="/settings/answers" />}
        </>
      )}
    </RecordPage>
  );
}

function AnswerForm({ url, answer }: { url: string | null; answer: Answer }) {
  const t = useT();
  const queues = useQueues();
  const form = useRecordForm<Answer, Values>({
    url,
    collection: LIST,
    value: answer,
    shape: ({ name, shortcut, texts, queues: where }) => ({ name, shortcut: shortcut ?? '', texts, queues: where }),
    body: ({ shortcut, ...rest }) => ({ ...rest, ...(shortcut === undefined ? {} : { shortcut: shortcut.trim() || null }) }),
    check: ({ name, texts }) =>
      ({ ...(!name.trim() && { '/name': t('fault.empty') }), ...(!Object.values(texts).some((text) => text.trim()) && { '/texts': t('fault.empty') }) }) as Record<string, string>,
    href: (made) => `/settings/answers/${made}`,
  });
  const { bind } = form;
  return (
    <FormBody form={form} action={t(url ? 'form.save' : 'answers.add')} isAlwaysOpen={!url} label={answer.name || t('answers.new')} readOnly={!may('setup:write')}>
      <TextField label={t('answers.name')} hint={t('answers.nameHint')} {...bind('name')} isRequired maxLength={100} />
      <TextField label={t('answers.shortcut')} hint={t('answers.shortcutHint')} {...bind('shortcut')} maxLength={40} width="medium" spellCheck={false} />
      <TextsField label={t('macros.texts')} hint={t('macros.textsHint')} {...bind('texts')} />
      <ChecksField label={t('macros.queues')} hint={t('macros.queuesHint')} {...bind('queues')} options={queues.map(({ id, name }) => ({ value: id, label: name }))} />
    </FormBody>
  );
}
