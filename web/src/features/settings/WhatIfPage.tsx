import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { A } from '../../app/A';
import { go } from '../../app/routes';
import { ApiError } from '../../lib/api';
import { may } from '../../lib/boot';
import { refuse } from '../../lib/change';
import { useT } from '../../lib/i18n';
import { add, list } from '../../lib/records';
import { useAgents, useCategories, useQueues } from '../../lib/reference';
import { dateTime } from '../../lib/time';
import { Button } from '../../ui/Button';
import { NumberField, SelectField } from '../../ui/fields';
import { Page, Pending, Section } from '../../ui/Page';
import { NOTHING, type Question, type Simulation, URL, type What } from './whatif';
import c from './whatif.module.css';
import { WhatIfChanges } from './WhatIfChanges';
import { useWhatWords } from './whatif_words';

const DAYS = [14, 30, 60, 90];
const WEEKS = [8, 12, 26, 52];

/** Asks what would be, and lists what was asked. */
export function WhatIfPage() {
  const t = useT();
  return (
    <Page title={t('whatif.title')} text={t('whatif.text')}>
      {may('setup:write') && <Ask />}
      <Asked />
    </Page>
  );
}

function Ask() {
  const t = useT();
  const agents = useAgents();
  const queues = useQueues();
  const categories = useCategories();
  const [question, setQuestion] = useState<Question>({ weeks: 12, days: 30, runs: 200, what: NOTHING });
  const [fault, setFault] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);
  const what = question.what;
  const set = (part: Partial<What>) => setQuestion({ ...question, what: { ...what, ...part } });
  const first = agents[0]?.id;
  const ask = async () => {
    setBusy(true);
    try {
      const made = await add<Simulation>(URL, question);
      go(`/settings/whatif/${made.id}`);
    } catch (error) {
      if (error instanceof ApiError && error.status === 422) setFault(error);
      else refuse(error);
    } finally {
      setBusy(false);
    }
  };
  const more: [string, () => void, boolean][] = [
    [t('whatif.add'), () => set({ add: [...what.add, { like: first!, count: 1, skills: [], languages: [] }] }), Boolean(first)],
    [t('whatif.remove'), () => set({ remove: [...what.remove, first!] }), Boolean(first)],
    [t('whatif.change'), () => set({ change: [...what.change, { agent: first!, skills: [], languages: [] }] }), Boolean(first)],
    [t('whatif.volume'), () => set({ volume: [...what.volume, { queue: 0, category: 0, factor: 1.2 }] }), true],
    [t('whatif.target'), () => set({ targets: [...what.targets, { priority: 'urgent', first_reply_minutes: 30 }] }), true],
    [t('whatif.assignment'), () => set({ assignment: [...what.assignment, { queue: queues[0]!.id, assignment: 'pull' }] }), queues.length > 0],
  ];
  return (
    <Section title={t('whatif.question')} text={t('whatif.questionText')}>
      <form
        className={c.form}
        aria-label={t('whatif.question')}
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <WhatIfChanges what={what} set={set} agents={agents} queues={queues} categories={categories} />
        <div className={c.more} role="group" aria-label={t('whatif.moreChanges')}>
          {more.map(([label, onClick, isThere]) => isThere && (
            <Button key={label} icon={<Plus size={15} />} onClick={onClick}>
              {label}
            </Button>
          ))}
        </div>
        <div className={c.numbers}>
          <NumberField
            name="automation"
            label={t('whatif.automation')}
            hint={t('whatif.automationHint')}
            unit="%"
            min={0}
            max={95}
            value={Math.round(what.automation * 100)}
            onChange={(value) => set({ automation: (value ?? 0) / 100 })}
            error={fault?.about('/what/automation')}
          />
          <SelectField name="days" label={t('whatif.days')} value={question.days} onChange={(days) => setQuestion({ ...question, days })} options={DAYS.map((value) => ({ value, label: t('whatif.dayCount', { count: value }) }))} />
          <SelectField name="weeks" label={t('whatif.weeks')} hint={t('whatif.weeksHint')} value={question.weeks} onChange={(weeks) => setQuestion({ ...question, weeks })} options={WEEKS.map((value) => ({ value, label: t('whatif.weekCount', { count: value }) }))} />
        </div>
        {fault && (
          <p className={c.warning} role="alert">
            {t('whatif.fault')} {fault.message}
          </p>
        )}
        <div>
          <button type="submit" className={c.submit} disabled={isBusy}>
            {t('whatif.ask')}
          </button>
        </div>
      </form>
    </Section>
  );
}

function Asked() {
  const t = useT();
  const wordsOf = useWhatWords();
  const query = useQuery({ ...list<Simulation>(URL), refetchInterval: 5000 });
  if (!query.data) return <Pending query={query} />;
  return (
    <Section title={t('whatif.asked')}>
      {query.data.length === 0 && <p className={c.quiet}>{t('whatif.none')}</p>}
      <ul className={c.list}>
        {query.data.map((one) => (
          <li key={one.id}>
            <A href={`/settings/whatif/${one.id}`} className={c.item}>
              <b>{wordsOf(one.question as Question)}</b>
              <span className={c.quiet}>
                {dateTime(one.created_at)} · {one.state === 'waiting' ? t('whatif.working', { percent: `${one.progress} %` }) : t(`whatif.state.${one.state}`)}
              </span>
            </A>
          </li>
        ))}
      </ul>
    </Section>
  );
}
