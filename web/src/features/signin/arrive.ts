import type { Schemas } from '../../lib/api';

/** Several desks may live in one place: the link names one, later it is that of the last time. */
export const deskOfLink = () => new URLSearchParams(location.search).get('desk') ?? localStorage.getItem('desk') ?? undefined;

/** Where the visitor wanted to go: a page of this desk and nothing else. */
export function destination(search: string): string {
  const wanted = new URLSearchParams(search).get('to') ?? '';
  const isOurs = /^\/(?![/\\])/.test(wanted) && new URL(wanted, location.origin).origin === location.origin;
  return isOurs && !wanted.startsWith('/sign-in') ? wanted : '/inbox';
}

/** Into the desk. The page is loaded anew, because the server writes into it who is signed in. */
export function arriveAs(session: Schemas['Session']) {
  localStorage.setItem('desk', session.desk.slug);
  location.assign(destination(location.search));
}
