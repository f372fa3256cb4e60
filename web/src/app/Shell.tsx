import { lazy, Suspense, useEffect } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { Fallen } from './Fallen';
import { InboxPage } from './InboxPage';
import { MissingPage } from './MissingPage';
import { fetchPart } from '../lib/fetch_part';
import { t, useT } from '../lib/i18n';
import { connectLive } from '../lib/live';
import { complain } from '../lib/toasts';
import { ui, useUi } from '../lib/ui_state';
import { Tips } from '../ui/Tips';
import { Toasts } from '../ui/Toasts';
import { ConnectionBanner } from './ConnectionBanner';
import { Nav } from './Nav';
import { later } from './later';
import c from './shell.module.css';
import { useShellCommands } from './shell_commands';

const EscalationsPage = lazy(() => later.escalations().then((m) => ({ default: m.EscalationsPage })));
const WatchPage = lazy(() => later.escalations().then((m) => ({ default: m.WatchPage })));
const LabelsPage = lazy(() => later.labels().then((m) => ({ default: m.LabelsPage })));
const MePages = lazy(() => later.me().then((m) => ({ default: m.MePages })));
const CustomerPages = lazy(() => later.people().then((m) => ({ default: m.CustomerPages })));
const OrganizationPages = lazy(() => later.people().then((m) => ({ default: m.OrganizationPages })));
const SearchPage = lazy(() => later.search().then((m) => ({ default: m.SearchPage })));
const SettingsPages = lazy(() => later.settings().then((m) => ({ default: m.SettingsPages })));
const loadOverlays = () => fetchPart(() => import('../ui/overlays/Overlays'));
const Overlays = lazy(loadOverlays);

const overlayFell = () => {
  ui().close();
  complain(t('fallen.title'));
};

export function Shell() {
  const t = useT();
  const hasOverlay = useUi((state) => state.overlay !== null);
  const isNavOpen = useUi((state) => state.isNavOpen);
  useShellCommands();
  useEffect(() => connectLive(), []);
  // Pickers and the palette are one part of their own; it is fetched once the page has come to rest.
  useEffect(() => {
    const id = requestIdleCallback(() => void loadOverlays(), { timeout: 2500 });
    return () => cancelIdleCallback(id);
  }, []);
  return (
    <div className={c.shell}>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Nav />
      {isNavOpen && <div className={c.scrim} onClick={() => ui().setNavOpen(false)} aria-hidden="true" />}
      <main id="main" className={c.main} tabIndex={-1}>
        <ConnectionBanner />
        <Pages />
      </main>
      {hasOverlay && (
        <Fallen onFall={overlayFell}>
          <Suspense fallback={null}>
            <Overlays />
          </Suspense>
        </Fallen>
      )}
      <Toasts />
      <Tips />
    </div>
  );
}

/** Each area stands or falls by itself, and stands again when one comes back to it. */
function Pages() {
  const [path] = useLocation();
  return (
    <Fallen key={path.split('/')[1]}>
      <Suspense fallback={null}>
        <Switch>
          <Route path="/inbox/:view/:ticket?">
            {(params) => <InboxPage view={params.view} ticket={params.ticket ? Number(params.ticket) : undefined} />}
          </Route>
          <Route path="/escalations" component={EscalationsPage} />
          <Route path="/watch" component={WatchPage} />
          <Route path="/labels" component={LabelsPage} />
          <Route path="/search" component={SearchPage} />
          <Route path="/me/:section?">{(params) => <MePages {...params} />}</Route>
          <Route path="/customers/:id?">{(params) => <CustomerPages {...params} />}</Route>
          <Route path="/orgs/:id?">{(params) => <OrganizationPages {...params} />}</Route>
          <Route path="/settings/:section?/:id?">{(params) => <SettingsPages {...params} />}</Route>
          <Route path="/">
            <InboxPage view="mine" ticket={undefined} />
          </Route>
          <Route path="/inbox">
            <InboxPage view="mine" ticket={undefined} />
          </Route>
          <Route component={MissingPage} />
        </Switch>
      </Suspense>
    </Fallen>
  );
}
