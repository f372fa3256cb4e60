import { useQuery } from '@tanstack/react-query';
import { read, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { number, percent } from '../../lib/time';
import { Badge } from '../../ui/Badge';
import { Section } from '../../ui/Page';
import { WideBox } from '../../ui/WideBox';
import c from './gate.module.css';

type Standing = Schemas['PromiseStanding'];
const URL = '/api/v1/promises';
const LEAST = 30;

/** How the times that customers are told were kept, and whether they are told at all. */
export function GatePromises() {
  const t = useT();
  const known = useQuery({ queryKey: ['promises', URL], queryFn: ({ signal }) => read<Schemas['PromiseStandings']>(URL, signal) }).data;
  if (!known) return null;
  return (
    <Section title={t('trust.promises')} text={t('trust.promisesText')}>
      <WideBox label={t('trust.promises')}>
        <table className={c.table}>
          <caption className="sr">{t('trust.promises')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('trust.awaited')}</th>
              <th scope="col">{t('trust.kept', { days: known.items[0]?.days ?? 0 })}</th>
              <th scope="col">{t('trust.tells')}</th>
            </tr>
          </thead>
          <tbody>
            {known.items.map((each) => (
              <tr key={each.awaited}>
                <th scope="row">{t(`trust.${each.awaited}`)}</th>
                <td>
                  {each.due > 0
                    ? t('trust.keptOf', { kept: number(each.kept), due: number(each.due), low: percent(each.low), high: percent(each.high) })
                    : t('trust.noneDue')}
                </td>
                <td>
                  <Told standing={each} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideBox>
    </Section>
  );
}

function Told({ standing }: { standing: Standing }) {
  const t = useT();
  if (standing.is_told) return <Badge tone="ok">{t('trust.isTold')}</Badge>;
  if (standing.tickets < LEAST) return t('trust.tooLittle', { tickets: number(standing.tickets) });
  return <Badge tone="warn">{t('trust.withdrawn')}</Badge>;
}
