import { useQueryClient } from '@tanstack/react-query';
import { MailCheck } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { A } from '../../app/A';
import { paths } from '../../app/routes';
import { ApiError, api, must, type Schemas } from '../../lib/api';
import { problemText } from '../../lib/fault_text';
import { maybe, useT } from '../../lib/i18n';
import { usePages } from '../../lib/records';
import { full, stamp, useNow } from '../../lib/time';
import { complain, say } from '../../lib/toasts';
import { ask } from '../../ui/ask';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Page, Pending, Section } from '../../ui/Page';
import { toSettings } from './back';
import c from './undelivered.module.css';

type Notice = Schemas['UndeliveredNotice'];
type Letter = Schemas['LostLetter'];
type Call = Schemas['WebhookCall'];
const NOTICES = '/api/v1/undelivered/notices';
const LETTERS = '/api/v1/undelivered/letters';
const CALLS = '/api/v1/undelivered/calls';

/** Mail that the mail server did not take, and calls that no program took: tried again, or let be. */
export function UndeliveredPage() {
  const t = useT();
  const notices = usePages<Notice>(NOTICES);
  const letters = usePages<Letter>(LETTERS);
  const calls = usePages<Call>(CALLS);
  const isLoaded = notices.data && letters.data && calls.data;
  const isNothing = isLoaded && !notices.rows.length && !letters.rows.length && !calls.rows.length;
  return (
    <Page title={t('settings.undelivered')} text={t('undelivered.text')} back={toSettings(t)} isWide>
      {!isLoaded && <Pending query={notices.data ? (letters.data ? calls : letters) : notices} />}
      {isNothing && (
        <Empty icon={<MailCheck size={22} />} title={t('undelivered.nothing')}>
          <p>{t('undelivered.nothingText')}</p>
        </Empty>
      )}
      {isLoaded && notices.rows.length > 0 && <Notices pages={notices} />}
      {isLoaded && calls.rows.length > 0 && <Calls pages={calls} />}
      {isLoaded && letters.rows.length > 0 && <Letters pages={letters} />}
    </Page>
  );
}

type Pages<T> = ReturnType<typeof usePages<T>>;
type Act = ReturnType<typeof useAct>;
/** What can be done with a row, as a small button behind it. */
type Deed<T> = { label: string; run: (row: T) => unknown };

function Notices({ pages }: { pages: Pages<Notice> }) {
  const t = useT();
  const act = useAct();
  const tryAll = () =>
    act(async () => {
      let all = 0;
      for (;;) {
        const { count } = await must(api.POST('/api/v1/undelivered/retry'));
        all += count;
        if (!count) break;
      }
      say(t('undelivered.triedAll', { shown: all }));
    });
  const tryOne = (row: Notice) =>
    act(async () => {
      await must(api.POST('/api/v1/undelivered/notices/{notice}/retry', { params: { path: { notice: row.id } } }));
      say(t('undelivered.tried', { to: row.to }));
    });
  const drop = async (row: Notice) => {
    const question = { title: t('undelivered.dropTitle'), text: t('undelivered.dropText', { to: row.to }), action: t('undelivered.drop'), isDear: true };
    if (!(await ask(question))) return;
    await act(() => must(api.DELETE('/api/v1/undelivered/notices/{notice}', { params: { path: { notice: row.id } } })));
  };
  const all = (
    <Button onClick={() => void tryAll()} disabled={act.isBusy}>
      {t('undelivered.tryAll')}
    </Button>
  );
  return (
    <Section title={t('undelivered.notices')} actions={all}>
      <LostMail
        pages={pages}
        act={act}
        kind={(row) => maybe(`undelivered.kind.${row.kind}`) ?? row.kind}
        about={(row) => <A href={paths.inbox('all', row.ticket)}>{t('undelivered.ticket', { number: String(row.ticket) })}</A>}
        deeds={[
          { label: t('undelivered.try'), run: tryOne },
          { label: t('undelivered.drop'), run: drop },
        ]}
      />
    </Section>
  );
}

function Letters({ pages }: { pages: Pages<Letter> }) {
  const t = useT();
  const act = useAct();
  const drop = (row: Letter) => act(() => must(api.DELETE('/api/v1/undelivered/letters/{letter}', { params: { path: { letter: row.id } } })));
  return (
    <Section title={t('undelivered.letters')} text={t('undelivered.lettersText')}>
      <LostMail pages={pages} act={act} kind={(row) => t(`undelivered.letter.${row.kind}`)} deeds={[{ label: t('undelivered.seen'), run: drop }]} />
    </Section>
  );
}

function Calls({ pages }: { pages: Pages<Call> }) {
  const t = useT();
  const now = useNow();
  const act = useAct();
  const deed = (row: Call) => ({ params: { path: { call: row.id } } });
  const deeds: Deed<Call>[] = [
    { label: t('undelivered.try'), run: (row) => act(() => must(api.POST('/api/v1/undelivered/calls/{call}/retry', deed(row)))) },
    { label: t('undelivered.drop'), run: (row) => act(() => must(api.DELETE('/api/v1/undelivered/calls/{call}', deed(row)))) },
  ];
  return (
    <Section title={t('undelivered.calls')} text={t('undelivered.callsText')}>
      <ul className={c.list}>
        {pages.rows.map((row) => (
          <li key={row.id} className={c.row}>
            <div className={c.words}>
              <b>
                <A href={`/settings/webhooks/${row.webhook}`}>{t('undelivered.call', { number: String(row.ticket) })}</A>
              </b>
              <p>
                <time dateTime={row.made_at}>{stamp(row.made_at, now)}</time>
              </p>
              <p className={c.reason}>{row.reason}</p>
            </div>
            {deeds.map(({ label, run }) => (
              <Button key={label} small onClick={() => void run(row)} disabled={act.isBusy}>
                {label}
                <span className="sr"> {row.event}</span>
              </Button>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}

type LostMailProps<T> = { pages: Pages<T>; act: Act; kind: (row: T) => string; about?: (row: T) => ReactNode; deeds: Deed<T>[] };

/** Mail of one kind that did not arrive: to whom, why, and what can be done about it. */
function LostMail<T extends Notice | Letter>({ pages, act, kind, about, deeds }: LostMailProps<T>) {
  const t = useT();
  const now = useNow();
  return (
    <>
      <ul className={c.list}>
        {pages.rows.map((row) => (
          <li key={row.id} className={c.row}>
            <div className={c.words}>
              <b>{row.subject}</b>
              <p>
                {t('undelivered.to', { kind: kind(row), to: row.to })} · <time dateTime={row.created_at} data-tip={full(row.created_at)}>{stamp(row.created_at, now)}</time>
                {about && <> · {about(row)}</>}
              </p>
              <p className={c.reason}>{row.reason}</p>
            </div>
            {deeds.map(({ label, run }) => (
              <Button key={label} small onClick={() => void run(row)} disabled={act.isBusy}>
                {label}
                <span className="sr"> {row.to}</span>
              </Button>
            ))}
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <Button onClick={() => void pages.fetchNextPage()} disabled={pages.isFetchingNextPage}>
          {t('undelivered.older')}
        </Button>
      )}
    </>
  );
}

/** Does something to the lists and reads them anew, also where somebody else was quicker. */
function useAct() {
  const client = useQueryClient();
  const [isBusy, setBusy] = useState(false);
  const act = async (does: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await does();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      complain(problemText(error));
    } finally {
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey.some((part) => String(part).startsWith('/api/v1/undelivered')) });
      setBusy(false);
    }
  };
  return Object.assign(act, { isBusy });
}
