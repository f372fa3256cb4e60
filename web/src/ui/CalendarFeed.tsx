import { useQuery } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import { ApiError, read, type Schemas, write } from '../lib/api';
import { problemText } from '../lib/fault_text';
import { type Key, t as now, useT } from '../lib/i18n';
import { forget } from '../lib/records';
import { dateTime } from '../lib/time';
import { say } from '../lib/toasts';
import { AbsenceFile } from './AbsenceFile';
import { ask } from './ask';
import { Button } from './Button';
import c from './calendar_feed.module.css';
import { DayList } from './DayList';
import { TextField } from './fields';
import f from './form.module.css';
import { Pending, Section } from './Page';

type Feed = Schemas['CalendarFeed'];

/** The desk's own sentences about addresses, in the reader's language; any other stays as it is. */
const SENTENCES: [RegExp, Key][] = [
  [/^There is no calendar at this address/, 'feed.gone'],
  [/^The server does not let anybody/, 'feed.refused'],
  [/^The address leads on to another/, 'feed.moved'],
  [/^This address leads into a private network/, 'feed.private'],
  [/^Line \d+: A calendar file begins/, 'feed.noCalendar'],
];
const inWords = (sentence: string) => {
  const known = SENTENCES.find(([start]) => start.test(sentence));
  return known ? now(known[1]) : sentence;
};

/** A calendar of others that is read once a day: holidays of opening hours, or when a person is away. */
export function CalendarFeed({ url, of, readOnly, file }: { url: string; of: 'holidays' | 'absences'; readOnly?: boolean; file?: string }) {
  const t = useT();
  const query = useQuery({ queryKey: ['feed', url], queryFn: ({ signal }) => read<Feed>(url, signal) });
  const [isOpen, setOpen] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const feed = query.data;
  const renew = async () => {
    await query.refetch();
    await forget(url);
  };
  const look = async () => {
    setBusy(true);
    await write<Feed>('POST', `${url}/readings`).catch(() => undefined);
    await renew();
    setBusy(false);
  };
  const drop = async () => {
    if (!(await ask({ title: t('feed.dropTitle'), text: t(`feed.${of}.dropText`), action: t('feed.drop'), isDear: true }))) return;
    await write('DELETE', url);
    await renew();
    say(t('feed.dropped'));
  };
  if (readOnly && feed && !feed.is_set) return null;
  return (
    <Section title={t(`feed.${of}.title`)} text={t(`feed.${of}.text`)}>
      {!feed && <Pending query={query} lines={2} />}
      <div className={c.box}>
        {feed?.is_set && <State feed={feed} of={of} isBusy={isBusy} />}
        {feed && !readOnly && (isOpen || !feed.is_set) && (
          <Address
            url={url}
            onDone={async () => {
              setOpen(false);
              await renew();
            }}
            onClose={feed.is_set ? () => setOpen(false) : undefined}
          />
        )}
        {feed?.is_set && !readOnly && !isOpen && (
          <div className={c.actions}>
            <Button small icon={<RefreshCw size={14} aria-hidden="true" />} disabled={isBusy} onClick={() => void look()}>
              {t('feed.look')}
            </Button>
            <Button small onClick={() => setOpen(true)}>
              {t('feed.change')}
            </Button>
            <Button small kind="ghost" onClick={() => void drop()}>
              {t('feed.drop')}
            </Button>
          </div>
        )}
        {file && !readOnly && <AbsenceFile url={file} />}
      </div>
    </Section>
  );
}

function State({ feed, of, isBusy }: { feed: Feed; of: 'holidays' | 'absences'; isBusy: boolean }) {
  const t = useT();
  return (
    <div role="status" aria-busy={isBusy} className={c.box}>
      <p>
        {feed.name ? t('feed.named', { name: feed.name, host: feed.host }) : t('feed.at', { host: feed.host })} {t(`feed.${of}.found`, { count: feed.found })}{' '}
        {feed.read_at && t('feed.read', { time: dateTime(feed.read_at) })}
      </p>
      {feed.failures > 0 && (
        <p className={c.fault}>
          {t('feed.failed', { count: feed.failures, time: feed.checked_at ? dateTime(feed.checked_at) : '' })} {inWords(feed.failure)}{' '}
          {feed.next_at && t('feed.again', { time: dateTime(feed.next_at) })}
        </p>
      )}
      {feed.left_out > 0 && <p className={f.hint}>{t('ics.leftOut', { count: feed.left_out })}</p>}
      {feed.holidays.length > 0 && <DayList days={feed.holidays} label={t('ics.days')} />}
    </div>
  );
}

function Address({ url, onDone, onClose }: { url: string; onDone: () => Promise<void>; onClose?: () => void }) {
  const t = useT();
  const [value, setValue] = useState('');
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    if (!value.trim()) return setFault(t('fault.empty'));
    setBusy(true);
    setFault(undefined);
    try {
      await write<Feed>('PUT', url, { private_url: value.trim() });
      setValue('');
      say(t('feed.saved'));
      await onDone();
    } catch (error) {
      setFault(error instanceof ApiError ? inWords(error.about('/private_url') ?? error.about('/url') ?? problemText(error)) : t('ics.failed'));
    }
    setBusy(false);
  };
  return (
    <form
      className={c.form}
      aria-label={t('feed.address')}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <TextField name="private_url" type="url" label={t('feed.address')} hint={t('feed.addressHint')} value={value} onChange={setValue} error={fault} maxLength={2000} autoComplete="off" spellCheck={false} placeholder="https://" />
      <div className={c.actions}>
        <Button type="submit" disabled={isBusy}>
          {t(isBusy ? 'feed.reading' : 'feed.save')}
        </Button>
        {onClose && (
          <Button kind="ghost" onClick={onClose}>
            {t('form.discard')}
          </Button>
        )}
      </div>
    </form>
  );
}
