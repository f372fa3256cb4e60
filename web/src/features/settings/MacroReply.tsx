import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { Combo } from '../../ui/Combo';
import { SelectField } from '../../ui/fields';
import type { Bound } from '../../ui/form';
import f from '../../ui/form.module.css';
import { TextsField } from '../../ui/TextsField';

type Stored = Schemas['Macro']['reply'];
type Then = 'open' | 'waiting' | 'solved' | null;
/** The answer of a macro as the form holds it: both kinds of words, one of which counts. */
export type Reply = { kind: 'none' | 'texts' | 'answer'; texts: Record<string, string>; answer: number | null; then: Then };

export const replyIn = (stored: Stored): Reply => ({
  kind: !stored ? 'none' : stored.answer ? 'answer' : 'texts',
  texts: stored?.texts ?? {},
  answer: stored?.answer ?? null,
  then: stored?.then ?? null,
});

export function replyOut({ kind, texts, answer, then }: Reply): Stored {
  if (kind === 'none') return null;
  return { ...(kind === 'texts' ? { texts } : { answer: answer ?? undefined }), ...(then ? { then } : {}) };
}

export function MacroReply({ name, value, onChange, error }: Bound<Reply>) {
  const t = useT();
  const answers = useQuery(list<Schemas['Answer']>('/api/v1/answers')).data ?? [];
  const set = (part: Partial<Reply>) => onChange({ ...value, ...part });
  const begin = (kind: Reply['kind']) => set({ kind, texts: kind === 'texts' && !Object.keys(value.texts).length ? { [document.documentElement.lang]: '' } : value.texts });
  const kinds: Reply['kind'][] = answers.length || value.kind === 'answer' ? ['none', 'texts', 'answer'] : ['none', 'texts'];
  const thens: Then[] = [null, 'waiting', 'open', 'solved'];
  return (
    <div className={f.form}>
      <div className={f.pair}>
        <SelectField label={t('macros.replyKind')} name={`${name}.kind`} value={value.kind} onChange={begin} options={kinds.map((kind) => ({ value: kind, label: t(`macros.kind.${kind}`) }))} />
        {value.kind !== 'none' && (
          <SelectField
            label={t('macros.then')}
            name={`${name}.then`}
            value={value.then}
            onChange={(then) => set({ then })}
            options={thens.map((then) => ({ value: then, label: then ? t(`status.${then}`) : t('macros.thenByItself') }))}
          />
        )}
      </div>
      {value.kind === 'texts' && (
        <TextsField label={t('macros.texts')} hint={t('macros.textsHint')} name={`${name}.texts`} value={value.texts} onChange={(texts) => set({ texts })} error={error} />
      )}
      {value.kind === 'answer' && (
        <Combo
          label={t('macros.answer')}
          name={`${name}.answer`}
          value={value.answer}
          onChange={(answer) => set({ answer })}
          error={error}
          options={answers.map((answer) => ({ value: answer.id, label: answer.name }))}
        />
      )}
    </div>
  );
}
