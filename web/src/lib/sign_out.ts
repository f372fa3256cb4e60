import { api, must } from './api';
import { release } from './leave';

/** Ends this session on the server, and with it everything that this page holds. */
export async function signOut() {
  await must(api.DELETE('/api/v1/session'));
  release();
  location.assign('/sign-in');
}
