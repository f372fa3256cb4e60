import { useQuery } from '@tanstack/react-query';
import { AlarmClock } from 'lucide-react';
import { useState } from 'react';
import { read, type Schemas, write } from '../../lib/api';
import { may } from '../../lib/boot';
import { refuse } from '../../lib/change';
import { focusFirst } from '../../lib/focus_first';
import { maybe, useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { rereadDetail } from '../../lib/ticket_detail';
import { moment, useNow } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import c from './clocks.module.css';

type Clocks = Schemas['TicketClocks'];
type Breach = Schemas['Breach'];
const REASONS_URL = '/api/v1/breach-reasons';
type Reasons = Schemas['BreachReasons'];
const USUAL: Reasons['items'] = [];

/** In the desk's words, else in those of the pages. */
const reasonText = (t: ReturnType<typeof useT>, key: string, name: string | null) => name ?? maybe(`clocks.reason.${key}`) ?? t('clocks.reason.other');

/** By when something of this ticket is due, by whose word, and why a target was missed. */
export function ClocksCard({ ticket }: { ticket: Detail }) {
  const t = useT();
  const now = useNow();
  const query = useQuery({
    queryKey: ['clocks', ticket.id, ticket.version],
    queryFn: ({ signal }) => read<Clocks>(`/api/v1/tickets/${ticket.id}/clocks`, signal),
    placeholderData: (old, before) => (before?.queryKey[1] === ticket.id ? old : undefined),
  });
  const data = query.data;
  const shown = data?.clocks.filter((each) => each.state === 'running' || each.state === 'paused') ?? [];
  if (!data || (!shown.length && !data.breaches.length)) return null;
  return (
    <Card title={t('clocks.title')} icon={<AlarmClock size={14} aria-hidden="true" />}>
      {shown.length > 0 && (
        <dl className={c.list}>
          {shown.map((each) => (
            <div key={each.clock} data-late={each.due_at !== null && Date.parse(each.due_at) < now}>
              <dt>{t(`clocks.${each.clock}`)}</dt>
              <dd>{each.due_at ? moment(each.due_at) : t('clocks.paused')}</dd>
            </div>
          ))}
        </dl>
      )}
      {data.breaches.length > 0 && (
        <ul className={c.breaches}>
          {data.breaches.map((each) => (
            <Missed key={each.clock + each.due_at} ticket={ticket.id} breach={each} />
          ))}
        </ul>
      )}
      {data.policy && <p className={c.why}>{t('clocks.policy', { name: data.policy.name, why: whyOf(t, data.policy) })}</p>}
      {data.policy && !data.calendar && <p className={c.why}>{t('clocks.noCalendar')}</p>}
    </Card>
  );
}

function whyOf(t: ReturnType<typeof useT>, policy: NonNullable<Clocks['policy']>): string {
  if (policy.ground === 'named') return t('clocks.ground.named', { organization: policy.organization ?? '' });
  if (policy.ground !== 'conditions') return t(policy.ground === 'fallback' ? 'clocks.ground.fallback' : 'clocks.ground.only');
  return [
    policy.organization && t('clocks.met.organization', { name: policy.organization }),
    policy.category && t('clocks.met.category', { name: policy.category }),
    policy.queue && t('clocks.met.queue', { name: policy.queue }),
  ]
    .filter(Boolean)
    .join(', ');
}

function Missed({ ticket, breach }: { ticket: number; breach: Breach }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  const isKnown = breach.reason !== 'none';
  const said = isKnown ? [reasonText(t, breach.reason, breach.reason_name), breach.remark].filter(Boolean).join(': ') : t('clocks.reason.none');
  return (
    <li>
      <span className={c.missed}>{t('clocks.missed', { clock: t(`clocks.${breach.clock}`), time: moment(breach.due_at) })}</span>
      {!isOpen && (
        <span className={c.said}>
          {[said, breach.agent?.name].filter(Boolean).join(' · ')}{' '}
          {may('tickets:write') && (
            <Button kind="ghost" small onClick={() => setOpen(true)}>
              {t(isKnown ? 'clocks.change' : 'clocks.explain')}
            </Button>
          )}
        </span>
      )}
      {isOpen && <Why ticket={ticket} breach={breach} onDone={() => setOpen(false)} />}
    </li>
  );
}

function Why({ ticket, breach, onDone }: { ticket: number; breach: Breach; onDone: () => void }) {
  const t = useT();
  const known = useQuery({ queryKey: ['reasons', REASONS_URL], queryFn: ({ signal }) => read<Reasons>(REASONS_URL, signal) }).data?.items ?? USUAL;
  const offered = known.filter((each) => each.is_offered || each.key === breach.reason);
  const [chosen, setReason] = useState(breach.reason === 'none' ? '' : breach.reason);
  const reason = chosen || offered[0]?.key || '';
  const [remark, setRemark] = useState(breach.remark ?? '');
  const lacks = !reason || (known.find((each) => each.key === reason)?.wants_remark && !remark.trim());
  const save = async () => {
    const body = { clock: breach.clock, due_at: breach.due_at, reason, remark: remark.trim() || null };
    const done = await write('PUT', `/api/v1/tickets/${ticket}/breach-reason`, body).then(
      () => true,
      (error: unknown) => {
        refuse(error);
        return false;
      },
    );
    if (!done) return;
    await rereadDetail(ticket);
    onDone();
  };
  return (
    <form
      ref={focusFirst}
      className={c.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!lacks) void save();
      }}
    >
      <select className={c.input} aria-label={t('clocks.why')} value={reason} onChange={(event) => setReason(event.target.value)}>
        {offered.map((each) => (
          <option key={each.key} value={each.key}>
            {reasonText(t, each.key, each.name)}
          </option>
        ))}
      </select>
      <input className={c.input} aria-label={t('clocks.remark')} placeholder={t('clocks.remark')} maxLength={500} value={remark} onChange={(event) => setRemark(event.target.value)} />
      <span className={c.buttons}>
        <Button small type="submit" disabled={lacks}>
          {t('clocks.save')}
        </Button>
        <Button kind="ghost" small onClick={onDone}>
          {t('clocks.cancel')}
        </Button>
      </span>
    </form>
  );
}
