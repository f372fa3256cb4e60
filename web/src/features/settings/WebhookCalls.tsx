import { A } from '../../app/A';
import { paths } from '../../app/routes';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { usePages } from '../../lib/records';
import { full, moment, stamp, useNow } from '../../lib/time';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Page';
import c from './undelivered.module.css';

type Call = Schemas['WebhookCall'];
const TONES = { waiting: 'warn', delivered: 'ok', dead: 'bad', let_be: undefined } as const;

/** How a call went; a dash where none was made yet. */
export function CallBadge({ call }: { call: Call | null }) {
  const t = useT();
  if (!call) return <>–</>;
  return <Badge tone={TONES[call.state]}>{t(`webhooks.state.${call.state}`)}</Badge>;
}

/** What was sent, and what came back. */
export function WebhookCalls({ id }: { id: number }) {
  const t = useT();
  const now = useNow();
  const pages = usePages<Call>(`/api/v1/webhooks/${id}/calls`);
  return (
    <Section title={t('webhooks.calls')} text={t('webhooks.callsText')}>
      {!pages.rows.length && <p>{t('webhooks.none')}</p>}
      {pages.rows.length > 0 && (
        <ul className={c.list}>
          {pages.rows.map((call) => (
            <li key={call.id} className={c.row}>
              <div className={c.words}>
                <p>
                  <A href={paths.inbox('all', call.ticket)}>{t('undelivered.ticket', { number: String(call.ticket) })}</A> ·{' '}
                  <time dateTime={call.made_at} data-tip={full(call.made_at)}>
                    {stamp(call.made_at, now)}
                  </time>{' '}
                  · {t('webhooks.tries', { count: call.tries })}
                </p>
                {call.reason && call.state !== 'delivered' && <p className={c.reason}>{call.reason}</p>}
                {call.next_try_at && <p>{t('webhooks.next', { time: moment(call.next_try_at) })}</p>}
              </div>
              <CallBadge call={call} />
            </li>
          ))}
        </ul>
      )}
      {pages.hasNextPage && (
        <Button onClick={() => void pages.fetchNextPage()} disabled={pages.isFetchingNextPage}>
          {t('undelivered.older')}
        </Button>
      )}
    </Section>
  );
}
