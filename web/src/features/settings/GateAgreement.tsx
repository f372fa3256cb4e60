import { useQuery } from '@tanstack/react-query';
import { read, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { number, percent } from '../../lib/time';
import { Badge } from '../../ui/Badge';
import { Section } from '../../ui/Page';
import { WideBox } from '../../ui/WideBox';
import c from './gate.module.css';

type Human = Schemas['HumanAgreement'];
type Person = Schemas['AgreementPerson'];
const URL = '/api/v1/gate/agreement';

export const useAgreement = () => useQuery({ queryKey: ['gate-agreement', URL], queryFn: ({ signal }) => read<Human>(URL, signal) }).data;

/** How often two people decide the same in this field, for the line above what triage achieves. */
export function AgreementLine({ field }: { field: string }) {
  const t = useT();
  const one = useAgreement()?.fields.find((each) => each.field === field);
  return <p className={c.muted}>{one ? t('trust.line', { agreeing: one.agreeing, pairs: one.pairs, low: percent(one.low), high: percent(one.high) }) : t('trust.noPairs')}</p>;
}

/** The ceiling of every accuracy, who stands out among people, and what the blind decisions cost. */
export function GateAgreement() {
  const t = useT();
  const known = useAgreement();
  if (!known) return null;
  const all = known.fields.find((each) => each.field === null);
  return (
    <>
      <Section title={t('trust.price')} text={t('trust.priceText')}>
        <Price price={known.price} />
      </Section>
      <Section title={t('trust.agreement')} text={t('trust.agreementText')}>
        <p className={c.said}>{all ? t('trust.all', { agreeing: all.agreeing, pairs: all.pairs, low: percent(all.low), high: percent(all.high) }) : t('trust.noPairs')}</p>
        {known.people.length > 0 && <People people={known.people} />}
      </Section>
    </>
  );
}

function Price({ price }: { price: Human['price'] }) {
  const t = useT();
  const asked = t('trust.asked', { tickets: price.tickets, count: Math.round(price.decisions) });
  const cost =
    price.minutes === null || price.median_seconds === null
      ? t('trust.notMeasured')
      : t('trust.minutes', { count: Math.round(price.minutes), seconds: number(Math.round(price.median_seconds)) });
  return (
    <p>
      {asked} {cost} {t('trust.decidedWeek', { count: price.decided })}
    </p>
  );
}

function People({ people }: { people: Person[] }) {
  const t = useT();
  return (
    <WideBox label={t('trust.people')}>
      <table className={c.table}>
        <caption className="sr">{t('trust.people')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('trust.person')}</th>
            <th scope="col">{t('trust.withPeople')}</th>
            <th scope="col">{t('trust.withTriage')}</th>
            <th scope="col">{t('trust.verdict')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((one) => (
            <tr key={one.agent}>
              <th scope="row">{one.name}</th>
              <td>
                {one.pairs ? t('gate.rightOf', { right: number(one.agreeing), rows: number(one.pairs) }) : '–'}{' '}
                {one.pairs > 0 && (
                  <small className={c.muted}>
                    {percent(one.low)}–{percent(one.high)}
                  </small>
                )}
              </td>
              <td>{one.blind ? t('gate.rightOf', { right: number(one.as_triage), rows: number(one.blind) }) : '–'}</td>
              <td>
                {one.is_contradicted ? (
                  <Badge tone="bad">{t('trust.contradicted')}</Badge>
                ) : one.is_in_doubt ? (
                  <Badge tone="warn">{t('trust.inDoubt')}</Badge>
                ) : (
                  t('trust.counts')
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideBox>
  );
}
