import { navigate } from 'wouter/use-browser-location';
import { isGuarded, mayLeave } from '../lib/leave';

/** The only place that knows how addresses look. */
export const paths = {
  customer: (id: number) => `/customers/${id}`,
  inbox: (view: string, ticket?: number) => (ticket === undefined ? `/inbox/${view}` : `/inbox/${view}/${ticket}`),
};

/** Code, texts and first data of later pages, by the beginning of their address. */
const loaders: [string, () => Promise<unknown>][] = [];

/** Fetches what a page needs; called when a link is pointed at, and before going there. */
export const preload = (path: string): Promise<unknown> | undefined => loaders.find(([start]) => path.startsWith(start))?.[1]();

/** Goes to a page of the desk. Pages that come later get 300 ms, so that no empty frame shows. */
export function go(path: string, replace = false) {
  if (isGuarded()) void mayLeave().then((isFree) => isFree && visit(path, replace));
  else visit(path, replace);
}

function visit(path: string, replace: boolean) {
  const code = preload(path);
  if (!code) {
    navigate(path, { replace });
    return;
  }
  const patience = new Promise((resolve) => setTimeout(resolve, 300));
  void Promise.race([code, patience]).then(() => navigate(path, { replace }));
}
