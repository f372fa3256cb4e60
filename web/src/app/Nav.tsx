import { AlarmClock, CalendarClock, Contact, Search, Settings, Tags, Users } from 'lucide-react';
import { memo } from 'react';
import { useLocation } from 'wouter';
import { may, me, session } from '../lib/boot';
import { useEscalationCounts } from '../lib/escalations';
import { useT } from '../lib/i18n';
import { useLabelCount } from '../lib/label_count';
import { useQueueCounts } from '../lib/reference';
import { ui, useUi } from '../lib/ui_state';
import { type ShownView, shownViews, useViewCounts, useViews } from '../lib/views';
import { Keys } from '../ui/Keys';
import { Logo } from './Logo';
import { NavFoot } from './NavFoot';
import { NavLink } from './NavLink';
import { NextTicket } from './NextTicket';
import c from './nav.module.css';
import { paths } from './routes';
import { viewIcon } from './view_icons';

/** Counted for orientation, not for work: everything there is. */
const UNCOUNTED = new Set(['all', 'snoozed']);

export const Nav = memo(function Nav() {
  const t = useT();
  const [path] = useLocation();
  const isOpen = useUi((state) => state.isNavOpen);
  const at = path.split('/').slice(0, 3).join('/');
  const queues = useQueueCounts();
  const labels = useLabelCount();
  const calls = useEscalationCounts()?.mine;
  const views = shownViews(useViews());
  const counts = useViewCounts();
  const link = (view: ShownView) => {
    const count = counts.get(view.id);
    const to = paths.inbox(view.id);
    return (
      <NavLink
        key={view.id}
        to={to}
        isOn={at === to}
        icon={viewIcon(view.id)}
        label={view.title}
        count={UNCOUNTED.has(view.id) ? undefined : count?.count}
        isMore={count && !count.is_exact}
        isHot={view.id === 'mentions'}
      />
    );
  };
  const saved = views.filter((view) => view.saved);
  return (
    <nav className={c.nav} data-open={isOpen} aria-label={t('nav.main')}>
      <div className={c.desk}>
        <Logo />
        <span className={c.label}>{session().desk.name}</span>
      </div>
      <button type="button" className={c.search} onClick={() => ui().open({ kind: 'palette' })}>
        <Search size={15} aria-hidden="true" />
        <span className={c.label}>{t('nav.search')}</span>
        <Keys keys="mod+k" />
      </button>
      <NextTicket />
      <div className={c.scroll}>
        <ul>{views.filter((view) => !view.saved).map(link)}</ul>
        {saved.length > 0 && <h2 className={c.head}>{t('nav.saved')}</h2>}
        <ul>{saved.map(link)}</ul>
        {queues.length > 0 && <h2 className={c.head}>{t('nav.queues')}</h2>}
        <ul>
          {queues.map(({ queue, counts: by }) => {
            const to = paths.inbox(`queue-${queue.id}`);
            return <NavLink key={queue.id} to={to} isOn={at === to} icon={Users} label={queue.name} count={by.new + by.open + by.waiting} />;
          })}
        </ul>
        <h2 className={c.head}>{t('nav.manage')}</h2>
        <ul>
          <NavLink to={paths.escalations()} isOn={at === paths.escalations()} icon={AlarmClock} label={t('nav.escalations')} count={calls} isMore={calls === 100} isHot />
          <NavLink to={paths.watch()} isOn={at === paths.watch()} icon={CalendarClock} label={t('nav.watch')} />
          {may('tickets:write') && (
            <NavLink to={paths.labels()} isOn={at === paths.labels()} icon={Tags} label={t('nav.labels')} count={labels?.count} isMore={labels && !labels.is_exact} />
          )}
          {may('customers:read') && (
            <NavLink to={paths.customers()} isOn={/^\/(customers|orgs)/.test(path)} icon={Contact} label={t('nav.customers')} />
          )}
          {may('setup:read') && <NavLink to={paths.settings()} isOn={path.startsWith(paths.settings())} icon={Settings} label={t('nav.settings')} />}
        </ul>
      </div>
      <NavFoot name={me()?.name ?? session().principal} />
    </nav>
  );
});
