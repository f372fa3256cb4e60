import { type FormEvent, useEffect, useRef, useState } from 'react';
import { ApiError } from '../lib/api';
import { faultText, problemText } from '../lib/fault_text';
import { t } from '../lib/i18n';
import { useLeaveGuard } from '../lib/leave';
import { ask } from './ask';

/** What is wrong, by JSON pointer ("/email", "/skills/0/name"). */
export type Faults = Record<string, string>;

type Options<T> = {
  start: T;
  check?: (values: T) => Faults;
  /** `changed` holds only what differs from what was read, `before` what stood there. */
  send: (values: T, changed: Partial<T>, before: Partial<T>) => Promise<unknown>;
  /** The values as the server has them now; asked when a save was refused because somebody else was quicker. */
  reread?: () => Promise<T>;
  /** Forms that are thrown away without regret, such as a sign-in. */
  isCheap?: boolean;
  /** Where else the server tells of a field's fault: what is mended is not said any longer. */
  alsoAt?: Partial<Record<keyof T, string[]>>;
};

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const isAt = (pointer: string, name: string) => {
  const start = `/${name.replaceAll('.', '/')}`;
  return pointer === start || pointer.startsWith(`${start}/`);
};

export type Bound<V> = { name: string; value: V; onChange: (value: V) => void; error?: string; theirs?: unknown };
export type Form<T extends object> = ReturnType<typeof useForm<T>>;

/** The state of one form: values, faults at their fields, a save that was overtaken, and the question before it is left. */
export function useForm<T extends object>({ start, check, send, reread, isCheap, alsoAt }: Options<T>) {
  const [base, setBase] = useState(start);
  const [values, setValues] = useState(start);
  const [faults, setFaults] = useState<Faults>({});
  const [message, setMessage] = useState<string>();
  const [theirs, setTheirs] = useState<T | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [attempts, setAttempts] = useState(0);
  const element = useRef<HTMLFormElement>(null);
  const isDirty = !isSame(base, values);

  useLeaveGuard(isDirty && !isCheap, () =>
    ask({ title: t('form.leave.title'), text: t('form.leave.text'), action: t('form.leave.action'), isDear: true }),
  );
  // What was read anew takes the place of what stands there, as long as nobody has typed.
  const startText = JSON.stringify(start);
  useEffect(() => {
    if (isDirty || theirs) return;
    setBase(start);
    setValues(start);
  }, [startText]);
  useEffect(() => {
    const find = (what: string) => element.current?.querySelector<HTMLElement>(what);
    if (attempts) (find('[aria-invalid="true"]') ?? find('[role="alert"]'))?.focus();
  }, [attempts]);

  const set = <K extends keyof T>(name: K, value: T[K]) => {
    setValues((old) => ({ ...old, [name]: value }));
    const places = [String(name), ...(alsoAt?.[name] ?? [])];
    setFaults((old) => Object.fromEntries(Object.entries(old).filter(([at]) => !places.some((place) => isAt(at, place)))));
  };
  /** The fields of `of` that differ from `from`. */
  const differing = (of: T, from: T) =>
    Object.fromEntries(Object.entries(of).filter(([name, value]) => !isSame(value, from[name as keyof T]))) as Partial<T>;
  const reset = (to: T = base) => {
    setBase(to);
    setValues(to);
    setFaults({});
    setMessage(undefined);
    setTheirs(null);
  };

  async function run(from: T) {
    const found = check?.(values) ?? {};
    setFaults(found);
    setMessage(undefined);
    if (Object.keys(found).length) return setAttempts((count) => count + 1);
    setBusy(true);
    try {
      await send(values, differing(values, from), differing(from, values));
      setBase(values);
      setTheirs(null);
    } catch (error) {
      await refuse(error);
    }
    setBusy(false);
  }
  async function refuse(error: unknown) {
    if (!(error instanceof ApiError)) throw error;
    const isStale = error.status === 412 || error.problem?.code.endsWith('stale_version');
    if (isStale && reread) {
      setTheirs(await reread().catch(() => null));
    } else {
      const errors = error.problem?.errors ?? [];
      setFaults(Object.fromEntries(errors.map((one) => [one.pointer, faultText(one.detail, error.problem?.code)])));
      setMessage(errors.length ? t('form.check') : problemText(error));
    }
    setAttempts((count) => count + 1);
  }

  const errorAt = (name: string) => Object.entries(faults).find(([at]) => isAt(at, name))?.[1];
  return {
    values,
    base,
    faults,
    message,
    theirs,
    isBusy,
    isDirty,
    element,
    set,
    reset,
    errorAt,
    submit: (event?: FormEvent) => {
      event?.preventDefault();
      if (!isBusy) void run(base);
    },
    /** After a save that was overtaken: mine over theirs, or theirs instead of mine. */
    overwrite: () => {
      if (theirs) void run(theirs);
    },
    takeTheirs: () => {
      if (theirs) reset(theirs);
    },
    bind: <K extends keyof T & string>(name: K): Bound<T[K]> => ({
      name,
      value: values[name],
      onChange: (value) => set(name, value),
      error: errorAt(name),
      theirs: theirs && !isSame(theirs[name], base[name]) ? theirs[name] : undefined,
    }),
  };
}
