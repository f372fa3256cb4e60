import { Square } from 'lucide-react';
import { write } from '../../lib/api';
import { may } from '../../lib/boot';
import { refuse } from '../../lib/change';
import { useT } from '../../lib/i18n';
import { day, number } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Page, Pending, Section } from '../../ui/Page';
import { WideBox } from '../../ui/WideBox';
import { type Answer, changeText, kindOf, type Question, shown, type Simulation, type Told, toneOf, URL, useSimulation } from './whatif';
import { BackTest } from './BackTest';
import stacked from './stacked.module.css';
import c from './whatif.module.css';
import { useWhatWords } from './whatif_words';

/** One question: how far it is, what it rests on, and what came out. */
export function WhatIfAnswerPage({ id }: { id: number | null }) {
  const t = useT();
  const wordsOf = useWhatWords();
  const query = useSimulation(id ?? 0);
  const one = query.data;
  const stop = () => write('PUT', `${URL}/${id}/stop`).then(() => query.refetch()).catch(refuse);
  return (
    <Page title={one ? wordsOf(one.question as Question) : t('whatif.title')} back={{ href: '/settings/whatif', label: t('whatif.title') }} isWide>
      {!one && <Pending query={query} />}
      {one?.state === 'waiting' && (
        <div className={c.status}>
          <p role="status" aria-busy="true">
            {t('whatif.working', { percent: `${one.progress} %` })}
          </p>
          <progress value={one.progress} max={100} aria-label={t('whatif.progress')} />
          {may('setup:write') && (
            <Button icon={<Square size={15} />} onClick={() => void stop()}>
              {t('whatif.stop')}
            </Button>
          )}
        </div>
      )}
      {one?.state === 'stopped' && <p role="status" className={c.warning}>{t('whatif.stopped')}</p>}
      {one?.failure && <p role="status" className={c.warning}>{t('whatif.failed')} {one.failure.message}</p>}
      {one?.answer && <Shown answer={one.answer} asked={one} />}
    </Page>
  );
}

function Shown({ answer, asked }: { answer: Answer; asked: Simulation }) {
  const t = useT();
  const told = answer.what_if;
  return (
    <>
      {!told && (
        <p className={c.warning} role="status">
          {t(`whatif.hidden.${answer.test.verdict}`, { tickets: number(answer.test.tickets) })}
        </p>
      )}
      {told && (
        <Section title={t('whatif.result')} text={t('whatif.resultText', { from: day(told.from), until: day(told.until), tickets: number(Math.round(told.tickets)), runs: number(told.runs) })}>
          <ul className={c.sentences}>
            {told.figures.filter((one) => HEAD.includes(one.figure)).map((one) => (
              <li key={one.figure}>
                {t('whatif.sentence', {
                  figure: t(`whatif.figure.${one.figure}`),
                  before: shown(one.figure, one.before.mean),
                  after: shown(one.figure, one.after.mean),
                  change: changeText(one.figure, one.difference),
                })}
              </li>
            ))}
          </ul>
          <Differences figures={told.figures} />
        </Section>
      )}
      {answer.test.headlines.length > 0 && (
        <Section title={t('whatif.test')} text={t('whatif.testText', { from: day(answer.test.from), until: day(answer.test.until), tickets: number(answer.test.tickets) })}>
          <BackTest test={answer.test} />
        </Section>
      )}
      <Section title={t('whatif.basis')}>
        <Basis answer={answer} asked={asked} />
      </Section>
    </>
  );
}

const HEAD: Told['figure'][] = ['late_first_reply_urgent', 'late_first_reply', 'late_solution', 'first_reply_median', 'backlog'];

function Differences({ figures }: { figures: Told[] }) {
  const t = useT();
  return (
    <WideBox label={t('whatif.result')}>
      <table className={`${c.table} ${stacked.stacked}`}>
        <caption className="sr">{t('whatif.result')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('whatif.what')}</th>
            <th scope="col">{t('whatif.asItIs')}</th>
            <th scope="col">{t('whatif.asAsked')}</th>
            <th scope="col">{t('whatif.difference')}</th>
            <th scope="col" className={c.picture}>
              <span className="sr">{t('whatif.picture')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {figures.map((one) => (
            <tr key={one.figure} data-tone={toneOf(one.figure, one.difference)}>
              <th scope="row">{t(`whatif.figure.${one.figure}`)}</th>
              <td data-head={t('whatif.asItIs')}>{shown(one.figure, one.before.mean)}</td>
              <td data-head={t('whatif.asAsked')}>{shown(one.figure, one.after.mean)}</td>
              <td className={c.change} data-head={t('whatif.difference')}>{changeText(one.figure, one.difference)}</td>
              <td className={c.picture}>
                <Bar told={one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideBox>
  );
}

const HALF = 60;

/** The difference and its interval around nothing, relative to the figure as it is. */
function Bar({ told }: { told: Told }) {
  const { mean, low, high } = told.difference;
  if (mean === null || low === null || high === null) return null;
  const least = kindOf(told.figure) === 'share' ? 0.02 : 0.1;
  const unit = Math.max(Math.abs(told.before.mean ?? 0), Math.abs(told.after.mean ?? 0), least);
  const x = (value: number) => HALF + Math.max(-1, Math.min(1, value / unit)) * (HALF - 4);
  return (
    <svg viewBox={`0 0 ${2 * HALF} 20`} className={c.bar} aria-hidden="true">
      <line x1={HALF} x2={HALF} y1="1" y2="19" className={c.zero} />
      <rect x={Math.min(x(0), x(mean))} width={Math.abs(x(mean) - x(0))} y="5" height="10" className={c.mean} />
      <line x1={x(low)} x2={x(high)} y1="10" y2="10" className={c.interval} />
      <line x1={x(low)} x2={x(low)} y1="6" y2="14" className={c.interval} />
      <line x1={x(high)} x2={x(high)} y1="6" y2="14" className={c.interval} />
    </svg>
  );
}

function Basis({ answer, asked }: { answer: Answer; asked: Simulation }) {
  const t = useT();
  const { basis } = answer;
  const question = asked.question as Question;
  return (
    <div className={c.words}>
      <p>{t('whatif.learned', { tickets: number(basis.tickets), from: day(basis.from), until: day(basis.until), weeks: question.weeks })}</p>
      <p>{t(basis.has_booked_time ? 'whatif.booked' : 'whatif.guessed', { minutes: number(Math.round(basis.touch_minutes)), after: number(Math.round(basis.reaction_minutes)) })}</p>
      <p>{t('whatif.hours', { people: number(basis.people), roster: number(basis.on_roster), idle: number(basis.idle) })}</p>
      {basis.is_cut && <p>{t('whatif.cut')}</p>}
      <p className={c.quiet}>{t('whatif.limits')}</p>
    </div>
  );
}
