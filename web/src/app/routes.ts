import { navigate } from 'wouter/use-browser-location';
import { isGuarded, mayLeave } from '../lib/leave';
import { later } from './later';

/** The only place that knows how addresses look. */
export const paths = {
  search: (text: string) => `/search?q=${encodeURIComponent(text)}`,
  inbox: (view: string, ticket?: number) => (ticket === undefined ? `/inbox/${view}` : `/inbox/${view}/${ticket}`),
  customers: (id?: number | 'new') => (id ? `/customers/${id}` : '/customers'),
  orgs: (id?: number | 'new') => (id ? `/orgs/${id}` : '/orgs'),
  escalations: () => '/escalations',
  labels: () => '/labels',
  settings: (section?: string) => (section ? `/settings/${section}` : '/settings'),
  me: () => '/me',
  watch: () => '/watch',
};

/** Code, texts and first data of later pages, by the beginning of their address. */
const loaders: [string, () => Promise<unknown>][] = [
  ['/escalations', later.escalations],
  ['/watch', later.escalations],
  ['/labels', later.labels],
  ['/settings', later.settings],
  ['/search', later.search],
  ['/me', later.me],
  ['/customers', later.people],
  ['/orgs', later.people],
];

/** Fetches what a page needs; called when a link is pointed at, and before going there. */
export const preload = (path: string): Promise<unknown> | undefined => loaders.find(([start]) => path.startsWith(start))?.[1]();

/** Goes to a page of the desk. Pages that come later get 300 ms, so that no empty frame shows. */
export function go(path: string, replace = false) {
  if (isGuarded()) void mayLeave().then((isFree) => isFree && visit(path, replace));
  else visit(path, replace);
}

const areaOf = (path: string) => path.split('/')[1];

function visit(path: string, replace: boolean) {
  // Whoever came by a key goes on from the new area, not from the top of the menu.
  if (document.activeElement === document.body && areaOf(path) !== areaOf(location.pathname)) document.getElementById('main')?.focus({ preventScroll: true });
  const code = preload(path);
  if (!code) {
    navigate(path, { replace });
    return;
  }
  const patience = new Promise((resolve) => setTimeout(resolve, 300));
  void Promise.race([code, patience]).then(() => navigate(path, { replace }));
}
