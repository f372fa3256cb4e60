import { useState } from 'react';
import { useT } from '../../lib/i18n';
import { day, finePercent, number, percent } from '../../lib/time';
import { SelectField } from '../../ui/fields';
import { Page, Pending, Section } from '../../ui/Page';
import { DELTAS, PRECISIONS } from './GateFieldPage';
import c from './replay.module.css';
import { type Answer, type Question, useModels, useReplay } from './replay';
import { ReplayCurve } from './ReplayCurve';
import { ReplayFaults } from './ReplayFaults';
import { ReplayGates } from './ReplayGates';

const FIELDS = ['category', 'type', 'impact', 'urgency'] as const;
const DAYS = [30, 90, 180, 365];

/** What would triage have done? The last days under another threshold, version or wish. */
export function ReplayPage() {
  const t = useT();
  const [question, setQuestion] = useState<Question>({ days: 90, field: 'category', model: '', target: 0.95, delta: 0.05 });
  const query = useReplay(question);
  const set = (part: Partial<Question>) => setQuestion((old) => ({ ...old, ...part }));
  const data = query.data;
  return (
    <Page title={t('replay.title')} text={t('replay.text')} back={{ href: '/settings/gate', label: t('settings.gate') }} isWide>
      <Choice question={question} set={set} />
      {data?.state === 'waiting' && (
        <p role="status" className={c.status} aria-busy="true">
          {t('replay.working', { percent: percent(data.progress / 100) })}
        </p>
      )}
      {data?.failure && (
        <p role="status" className={c.status}>
          {t('replay.nothing')}
        </p>
      )}
      {data?.answer && <Shown answer={data.answer} question={question} />}
      {!data && <Pending query={query} />}
    </Page>
  );
}

function Choice({ question, set }: { question: Question; set: (part: Partial<Question>) => void }) {
  const t = useT();
  const models = useModels();
  const bind = <K extends keyof Question>(name: K) => ({ name, value: question[name], onChange: (value: Question[K]) => set({ [name]: value }) });
  return (
    <form className={c.choice} aria-label={t('replay.question')} onSubmit={(event) => event.preventDefault()}>
      <SelectField label={t('replay.days')} {...bind('days')} options={DAYS.map((value) => ({ value, label: t('replay.dayCount', { count: value }) }))} />
      <SelectField label={t('gate.field')} {...bind('field')} options={FIELDS.map((value) => ({ value: value as string, label: t(`field.${value}`) }))} />
      <SelectField
        label={t('replay.version')}
        {...bind('model')}
        options={[
          { value: '', label: t('replay.asServed') },
          ...models.map((model) => ({ value: model.version, label: `${model.version} (${model.is_serving ? t('replay.serves') : day(model.at)})` })),
        ]}
      />
      <SelectField label={t('gate.precision')} {...bind('target')} options={PRECISIONS.map((value) => ({ value, label: percent(value) }))} />
      <SelectField label={t('gate.delta')} {...bind('delta')} options={DELTAS.map((value) => ({ value, label: percent(value) }))} />
    </form>
  );
}

function Shown({ answer, question }: { answer: Answer; question: Question }) {
  const t = useT();
  const [threshold, setThreshold] = useState(0.9);
  return (
    <>
      <Section title={t('replay.basis')}>
        <p className={c.words}>
          {t('replay.counts', { tickets: number(answer.tickets), judged: number(answer.judged), from: day(answer.from), until: day(answer.until) })} {t(`replay.basis.${answer.basis}`)}
          {answer.excluded > 0 && ` ${t('replay.excluded', { count: answer.excluded })}`}
        </p>
        {!answer.is_blind && <p className={c.warning}>{t('replay.flatters')}</p>}
        {answer.is_cut && <p className={c.warning}>{t('replay.cut')}</p>}
        {answer.models.length > 0 && (
          <p className={c.quiet}>{answer.models.map((model) => `${model.version}: ${number(model.tickets)}`).join(' · ')}</p>
        )}
      </Section>
      <Section title={t('replay.byThreshold')} text={t('replay.byThresholdText', { target: finePercent(question.target) })}>
        <ReplayCurve answer={answer} target={question.target} threshold={threshold} onChange={setThreshold} />
      </Section>
      <ReplayFaults answer={answer} field={question.field} threshold={threshold} />
      <Section title={t('replay.gate')} text={t('replay.gateText')}>
        <ReplayGates answer={answer} field={question.field} />
      </Section>
    </>
  );
}
