import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { go } from '../app/routes';
import { newKey } from '../lib/api';
import { useT } from '../lib/i18n';
import { release } from '../lib/leave';
import { qc } from '../lib/query_client';
import { add, held, save } from '../lib/records';
import { say } from '../lib/toasts';
import { type Faults, useForm } from './form';
import { Page, type PageProps, Pending } from './Page';

type RecordPageProps<T> = {
  /** Null for a new one, which begins as `blank`. */
  url: string | null;
  blank: T;
  title: (value: T) => string;
  back?: PageProps['back'];
  text?: ReactNode;
  isWide?: boolean;
  children: (value: T) => ReactNode;
};

/** The page of one record: read, then handed to what shows it. */
export function RecordPage<T>({ url, blank, title, children, ...frame }: RecordPageProps<T>) {
  const query = useQuery({ ...held<T>(url ?? ''), enabled: url !== null });
  const value = url === null ? blank : query.data?.value;
  return (
    <Page title={value ? title(value) : '…'} {...frame}>
      {value ? children(value) : <Pending query={query} />}
    </Page>
  );
}

type Options<T, V extends object> = {
  /** Null for a new one. */
  url: string | null;
  collection: string;
  value: T;
  /** What the form shows of the record, and what of it is sent. */
  shape: (value: T) => V;
  body: (values: Partial<V>) => object;
  check?: (values: V) => Faults;
  /** Where a new one is seen. */
  href: (id: number) => string;
  method?: 'PATCH' | 'PUT';
};

/** A form over one record: changes are sent alone and can be taken back; a new record is made once, however often it is tried. */
export function useRecordForm<T, V extends object>({ url, collection, value, shape, body, check, href, method = 'PATCH' }: Options<T, V>) {
  const t = useT();
  const [key, setKey] = useState(newKey);
  return useForm<V>({
    start: shape(value),
    check,
    send: async (values, changed, before) => {
      if (url === null) return create(values);
      const sent = (part: Partial<V>) => body(method === 'PUT' ? { ...values, ...part } : part);
      await save(method, url, sent(changed));
      say(t('form.saved'), async () => {
        await save(method, url, sent(before));
        say(t('form.undone'));
      });
    },
    reread: url === null ? undefined : async () => shape((await qc.fetchQuery(held<T>(url))).value),
  });

  async function create(values: V) {
    try {
      const made = await add<{ id: number }>(collection, body(values), key);
      say(t('form.saved'));
      release();
      go(href(made.id), true);
    } finally {
      // What was refused may come back with another body, which needs a key of its own.
      setKey(newKey());
    }
  }
}

/** Emptied texts are sent as "none". */
export const orNull = <V extends object>(values: V, ...names: (keyof V)[]): V => {
  const out = { ...values };
  for (const name of names) if (out[name] === '') out[name] = null as V[keyof V];
  return out;
};
