import { ApiError, api, must, type Schemas, setCsrf } from './api';

export type Session = Schemas['Session'];

/** What the server wrote into the page, so that the first screen waits for no request. */
export type Boot = {
  version: string;
  session: Session | null;
  setup_open: boolean;
  locale: string;
  api: Record<string, unknown>;
};

let boot: Boot = { version: '', session: null, setup_open: false, locale: '', api: {} };

export async function readBoot(): Promise<Boot> {
  const written = document.getElementById('boot')?.textContent;
  if (written) boot = { ...boot, ...(JSON.parse(written) as Boot) };
  else boot.session = await askSession();
  setCsrf(boot.session?.csrf_token);
  return boot;
}

/** Without the server's page (vite on its own): ask. */
async function askSession(): Promise<Session | null> {
  try {
    return await must(api.GET('/api/v1/session'));
  } catch (error) {
    if (error instanceof ApiError && error.status === 401) return null;
    throw error;
  }
}

/** Hands out once what the page brought for this address. */
export function takeBoot<T>(url: string): T | undefined {
  const value = boot.api[url] as T | undefined;
  delete boot.api[url];
  return value;
}

/** Who is signed in. Only pages inside the shell ask, and the shell exists only with a session. */
export const session = (): Session => boot.session as Session;
export const me = () => session().agent;
export const may = (permission: string) => session().permissions.includes(permission);
/** The desk asks this person for a second factor first. */
export const mustEnrol = () => boot.session?.must_enrol === true;
export const isSetupOpen = () => boot.setup_open;
