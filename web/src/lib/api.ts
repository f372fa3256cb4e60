import createClient, { type Middleware } from 'openapi-fetch';
import type { components, paths } from '../api/schema';

export type Schemas = components['schemas'];
export type Problem = Schemas['Problem'];

/** A refusal of the server: `problem` is what it said, one sentence that may be shown; status 0 means it was not reached. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | undefined,
  ) {
    super(problem?.detail ?? `HTTP ${status}`);
    if (problem?.code === 'access.credential') leave();
    if (problem?.code === 'session.enrol') enrol();
  }
  /** What the server says about one field of the body, by its JSON pointer ("/email"). */
  about(pointer: string): string | undefined {
    return this.problem?.errors?.find((error) => error.pointer === pointer)?.detail;
  }
}

let csrf = '';
/** The token that goes with every change made in this session; set when the session is known. */
export const setCsrf = (token: string | null | undefined) => {
  csrf = token ?? '';
};

/** The session has ended, here or from afar: to the sign-in, which leads back to this page. */
function leave() {
  if (!csrf) return;
  csrf = '';
  location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
}

/** The desk has begun to ask for a second factor: the page that comes in place of this one tells so. */
function enrol() {
  if (!csrf) return;
  csrf = '';
  location.reload();
}

/** Asks whether the session still stands; if not, the page is left. */
export async function checkSession() {
  const response = await fetch('/api/v1/session').catch(() => null);
  if (response?.status === 401) leave();
}

const guard: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && csrf) request.headers.set('X-CSRF-Token', csrf);
    return request;
  },
};

export const api = createClient<paths>({ baseUrl: '/' });
api.use(guard);

/** The body of an answer; throws ApiError for everything else. Operations without a body give undefined. */
export async function must<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  let answer: Awaited<typeof call>;
  try {
    answer = await call;
  } catch {
    throw new ApiError(0, undefined);
  }
  if (!answer.response.ok) throw new ApiError(answer.response.status, answer.error as Problem | undefined);
  return answer.data as T;
}

/** Reads an address that the server itself gave us: the `next` of a page, or a list of a view. */
export async function read<T>(url: string, signal?: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(url, { headers: { accept: 'application/json' }, signal });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(0, undefined);
  }
  if (!response.ok) throw new ApiError(response.status, (await response.json().catch(() => undefined)) as Problem);
  return (await response.json()) as T;
}

/** A change at an address that is not known before it runs (undoing what the server told how to undo). */
export async function write<T>(method: string, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<T> {
  const all: Record<string, string> = { accept: 'application/json', 'X-CSRF-Token': csrf, ...headers };
  if (body !== undefined && !(body instanceof Blob)) all['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(url, { method, headers: all, body: body instanceof Blob ? body : body === undefined ? undefined : JSON.stringify(body) });
  } catch {
    throw new ApiError(0, undefined);
  }
  const answer = response.status === 204 ? undefined : await response.json().catch(() => undefined);
  if (!response.ok) throw new ApiError(response.status, answer as Problem);
  return answer as T;
}

/** A fresh key for Idempotency-Key: made once per intent, kept over its retries. */
export const newKey = () => crypto.randomUUID();
