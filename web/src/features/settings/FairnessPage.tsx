import { useQuery } from '@tanstack/react-query';
import { Scale } from 'lucide-react';
import { useState } from 'react';
import { read, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { decimal, number, percent } from '../../lib/time';
import { Empty } from '../../ui/Empty';
import { SelectField } from '../../ui/fields';
import { Page, Pending, Section } from '../../ui/Page';
import { WideBox } from '../../ui/WideBox';
import { toSettings } from './back';
import c from './fairness.module.css';
import { evenness, FULL, LITTLE, roads } from './fairness_words';

type Fairness = Schemas['Fairness'];
type Team = Schemas['FairnessOfTeam'];
type Person = Schemas['FairnessOfPerson'];
const URL = '/api/v1/fairness';
const DAYS = [7, 28, 90] as const;

/** Whether work is spread fairly over people, by name; nothing of how well or how fast. */
export function FairnessPage() {
  const t = useT();
  const [days, setDays] = useState<number>(28);
  const query = useQuery({ queryKey: ['fairness', days], queryFn: ({ signal }) => read<Fairness>(`${URL}?days=${days}`, signal) });
  const seen = query.data;
  return (
    <Page title={t('fairness.title')} text={t('fairness.text')} back={toSettings(t)} isWide>
      <div className={c.span}>
        <SelectField name="days" label={t('fairness.span')} value={days} onChange={setDays} options={DAYS.map((value) => ({ value, label: t('fairness.days', { count: value }) }))} width="medium" />
      </div>
      {!seen ? (
        <Pending query={query} />
      ) : seen.people.length === 0 ? (
        <Empty icon={<Scale size={22} />} title={t('fairness.empty')} />
      ) : (
        <>
          <Section title={t('fairness.teams')} text={t('fairness.teamsText')}>
            <Teams seen={seen} />
          </Section>
          <Section title={t('fairness.people')} text={t('fairness.peopleText')}>
            <People people={seen.people} />
          </Section>
        </>
      )}
    </Page>
  );
}

/** A picture beside the number, for the eye alone. */
function Bar({ value }: { value: number }) {
  return (
    <span className={c.bar} aria-hidden="true">
      <i data-full={value > FULL} style={{ inlineSize: `${Math.min(100, value * 100)}%` }} />
    </span>
  );
}

function Teams({ seen }: { seen: Fairness }) {
  const t = useT();
  const rows: [string, Omit<Team, 'queue'>][] = [[t('fairness.everybody'), seen.all], ...seen.teams.map((team): [string, Team] => [team.queue?.name ?? '…', team])];
  return (
    <WideBox label={t('fairness.teams')}>
      <table className={c.table}>
        <thead>
          <tr>
            <th scope="col">{t('fairness.team')}</th>
            <th scope="col">{t('fairness.load')}</th>
            <th scope="col">{t('fairness.even')}</th>
            <th scope="col">{t('fairness.hardFrom')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, team], i) => (
            <tr key={i}>
              <th scope="row">
                {name}
                <small>{t('fairness.count', { count: team.people })}</small>
              </th>
              <td>{team.load === null ? t('fairness.unknown') : <Figure value={team.load} />}</td>
              <td>{team.gini === null ? t('fairness.unknown') : (team.load ?? 0) < LITTLE ? t('fairness.tooFew') : t(`fairness.is.${evenness(team.gini)}`, { gini: decimal(team.gini) })}</td>
              <td>{team.least_hard === null || team.most_hard === null ? t('fairness.tooFew') : t('fairness.fromTo', { least: percent(team.least_hard), most: percent(team.most_hard) })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideBox>
  );
}

const Figure = ({ value }: { value: number }) => (
  <span className={c.figure}>
    <Bar value={value} />
    {percent(value)}
  </span>
);

function People({ people }: { people: Person[] }) {
  const t = useT();
  return (
    <WideBox label={t('fairness.people')}>
      <table className={c.table}>
        <thead>
          <tr>
            <th scope="col">{t('fairness.person')}</th>
            <th scope="col">{t('fairness.load')}</th>
            <th scope="col">{t('fairness.roads')}</th>
            <th scope="col">{t('fairness.hard')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <tr key={one.agent?.id}>
              <th scope="row">{one.agent?.name ?? '…'}</th>
              <td>{one.load === null ? t('fairness.unknown') : <Figure value={one.load} />}</td>
              <td>
                <span className={c.roads} aria-hidden="true">
                  {roads(one).map(({ road, share }) => (
                    <i key={road} data-road={road} style={{ inlineSize: `${share * 100}%` }} />
                  ))}
                </span>
                <span className={c.words}>
                  {one.got === 0 ? t('fairness.none') : roads(one).filter(({ count }) => count > 0).map(({ road, count }) => t(`fairness.road.${road}`, { count: number(count) })).join(', ')}
                </span>
              </td>
              <td>
                {one.got === 0 ? '–' : <Figure value={one.hard} />}
                {one.longest > 1 && <small>{t('fairness.streak', { count: one.longest })}</small>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideBox>
  );
}
