import { useT } from '../../lib/i18n';
import { number } from '../../lib/time';
import { Avatar } from '../../ui/Avatar';
import { Badge } from '../../ui/Badge';
import { Section } from '../../ui/Page';
import c from './watch.module.css';
import type { Watch } from './WatchPage';

const ORDER = { free: 0, busy: 1, away: 2 };
const TONES = { free: 'ok', busy: 'warn', away: 'outline' } as const;

/** Who is free, at work with full hands, or away. */
export function People({ seen }: { seen: Watch }) {
  const t = useT();
  const rows = [...seen.people].sort((a, b) => ORDER[a.state] - ORDER[b.state] || a.units - b.units);
  return (
    <div id="watch-people" className={c.part}>
      <Section title={t('watch.people')}>
        <ul className={c.rows}>
          {rows.map((person) => (
            <li key={person.agent?.id} className={c.person}>
              <Avatar name={person.agent?.name ?? ''} size={20} />
              <span className={c.subject}>{person.agent?.name}</span>
              <span className={c.load}>{t(person.units === person.open ? 'watch.load' : 'watch.loadUnits', { open: number(person.units), capacity: number(person.capacity) })}</span>
              <Badge tone={TONES[person.state]}>{t(`watch.state.${person.state}`)}</Badge>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** What waits in each queue, and who is there for it. */
export function Queues({ seen }: { seen: Watch }) {
  const t = useT();
  return (
    <div id="watch-queues" className={c.part}>
      <Section title={t('nav.queues')}>
        <table className={c.table}>
          <thead>
            <tr>
              <th scope="col">{t('field.queue')}</th>
              <th scope="col">{t('watch.waiting')}</th>
              <th scope="col">{t('watch.state.free')}</th>
              <th scope="col">{t('watch.atWork')}</th>
            </tr>
          </thead>
          <tbody>
            {seen.queues.map((row) => (
              <tr key={row.queue?.id} data-bad={row.waiting.count > 0 && row.at_work === 0}>
                <th scope="row">{row.queue?.name}</th>
                <td>
                  {number(row.waiting.count)}
                  {!row.waiting.is_exact && '+'}
                </td>
                <td>{number(row.free)}</td>
                <td>{number(row.at_work)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Section>
    </div>
  );
}
