import { useT } from '../../lib/i18n';
import { number } from '../../lib/time';
import c from './watch.module.css';
import type { Watch } from './WatchPage';

type Count = { count: number; is_exact: boolean };

/** Five figures, each of which somebody can do something about. */
export function Figures({ seen }: { seen: Watch }) {
  const t = useT();
  const waiting = seen.queues.reduce((sum, queue) => sum + queue.waiting.count, 0);
  const free = seen.people.filter((person) => person.state === 'free').length;
  const at = seen.people.filter((person) => person.state !== 'away').length;
  const figures: { id: string; count: Count | null; tone: 'bad' | 'warn' }[] = [
    { id: 'breached', count: seen.breached, tone: 'bad' },
    { id: 'breaching', count: seen.breaching, tone: 'warn' },
    { id: 'unassigned', count: seen.unassigned, tone: 'warn' },
    { id: 'silent', count: seen.silent, tone: 'warn' },
  ];
  return (
    <ul className={c.figures}>
      {figures.map(({ id, count, tone }) => (
        <li key={id} data-tone={count?.count ? tone : 'calm'}>
          <a href={count ? `#watch-${id}` : undefined}>
            <b>{count ? `${number(count.count)}${count.is_exact ? '' : '+'}` : '–'}</b>
            <span>{t(count ? (`watch.${id}` as 'watch.breached') : 'watch.noSilence')}</span>
          </a>
        </li>
      ))}
      <li data-tone={waiting > 0 && free === 0 ? 'bad' : 'calm'}>
        <a href="#watch-people">
          <b>
            {number(free)}
            <small>/{number(at)}</small>
          </b>
          <span>{t('watch.free', { waiting: number(waiting) })}</span>
        </a>
      </li>
    </ul>
  );
}
