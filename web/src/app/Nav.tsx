import { Contact, Search, Settings, Users } from 'lucide-react';
import { type ComponentType, memo } from 'react';
import { useLocation } from 'wouter';
import { may, me, session } from '../lib/boot';
import { useT } from '../lib/i18n';
import { useQueueCounts } from '../lib/reference';
import { number } from '../lib/time';
import { ui, useUi } from '../lib/ui_state';
import { Keys } from '../ui/Keys';
import { A } from './A';
import { NavFoot } from './NavFoot';
import c from './nav.module.css';
import { paths } from './routes';
import { standardViews } from './views';

type LinkProps = { to: string; isOn: boolean; icon: ComponentType<{ size?: number }>; label: string; count?: number };

const NavLink = memo(function NavLink({ to, isOn, icon: Icon, label, count }: LinkProps) {
  return (
    <li>
      <A href={to} className={c.item} aria-current={isOn ? 'page' : undefined} onClick={() => ui().setNavOpen(false)}>
        <Icon size={16} />
        <span className={c.label}>{label}</span>
        {count !== undefined && count > 0 && <span className={c.count}>{number(count)}</span>}
      </A>
    </li>
  );
});

export const Nav = memo(function Nav() {
  const t = useT();
  const [path] = useLocation();
  const isOpen = useUi((state) => state.isNavOpen);
  const at = path.split('/').slice(0, 3).join('/');
  const queues = useQueueCounts();
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
      <div className={c.scroll}>
        <ul>
          {standardViews().map((view) => (
            <NavLink key={view.id} to={paths.inbox(view.id)} isOn={at === paths.inbox(view.id)} icon={view.icon} label={t(view.label)} />
          ))}
        </ul>
        {queues.length > 0 && <h2 className={c.head}>{t('nav.queues')}</h2>}
        <ul>
          {queues.map(({ queue, counts }) => (
            <NavLink
              key={queue.id}
              to={paths.inbox(`queue-${queue.id}`)}
              isOn={at === paths.inbox(`queue-${queue.id}`)}
              icon={Users}
              label={queue.name}
              count={counts.new + counts.open + counts.waiting}
            />
          ))}
        </ul>
        <h2 className={c.head}>{t('nav.manage')}</h2>
        <ul>
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

function Logo() {
  return (
    <span className={c.logo}>
      <svg width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
        <path d="M2 4.2h10M2 8h6.2M2 11.6h3" stroke="currentColor" strokeWidth="2.1" strokeLinecap="round" />
      </svg>
    </span>
  );
}
