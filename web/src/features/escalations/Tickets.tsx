import { ArrowUp, Hand, Undo2, UserRound } from 'lucide-react';
import { A } from '../../app/A';
import { paths } from '../../app/routes';
import type { Schemas } from '../../lib/api';
import { may, me } from '../../lib/boot';
import { t as say, useT } from '../../lib/i18n';
import { languageName } from './language_name';
import { number, span, useNow } from '../../lib/time';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Page';
import { assign, handBack, raise, take, type Watched } from './moves';
import c from './watch.module.css';
import type { Watch } from './WatchPage';

/** Tickets with their owner and the time left, and the moves that help, each of which can be taken back. */
export function Tickets({ id, title, none, rows }: { id: string; title: string; none: string; rows: Watched[] }) {
  return (
    <div id={`watch-${id}`} className={c.part}>
      <Section title={title}>
        {rows.length ? (
          <ul className={c.rows}>
            {rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ul>
        ) : (
          <p className={c.none}>{none}</p>
        )}
      </Section>
    </div>
  );
}

function Row({ row }: { row: Watched }) {
  const t = useT();
  const now = useNow();
  const until = row.since ?? row.due_at;
  const left = until ? Date.parse(until) - now : 0;
  const isOver = left < 0;
  const own = me();
  return (
    <li>
      <A href={paths.inbox('all', row.id)} className={c.subject}>
        #{row.id} {row.subject || t('ticket.noSubject')}
      </A>
      <span className={c.facts}>
        {[row.clock && !row.since && t(`escalation.what.${row.clock}`), row.queue?.name, row.agent?.name ?? t('owner.nobody'), t(`priority.${row.priority}`)].filter(Boolean).join(' · ')}
      </span>
      {until && (
        <Badge className={c.badge} tone={isOver ? 'bad' : left < 3_600_000 ? 'warn' : 'outline'}>
          {row.since ? t('watch.since', { time: span(-left) }) : t(isOver ? 'watch.late' : 'watch.left', { time: span(Math.abs(left)) })}
        </Badge>
      )}
      {may('tickets:write') && (
        <span className={c.moves}>
          <Button kind="ghost" small icon={<UserRound size={14} />} label={t('watch.assign', { ticket: row.id })} onClick={(event) => assign(event.currentTarget, row)} />
          {own && row.agent?.id !== own.id && <Button kind="ghost" small icon={<Hand size={14} />} label={t('watch.take', { ticket: row.id })} onClick={() => take(row, own)} />}
          {row.agent && <Button kind="ghost" small icon={<Undo2 size={14} />} label={t('watch.handBack', { ticket: row.id })} onClick={() => handBack(row)} />}
          {row.priority !== 'urgent' && <Button kind="ghost" small icon={<ArrowUp size={14} />} label={t('watch.raise', { ticket: row.id })} onClick={() => raise(row)} />}
        </span>
      )}
    </li>
  );
}

function whatLacks({ lack, what }: Watch['gaps'][number]): string {
  if (lack === 'language') return languageName(what ?? '');
  return lack === 'capacity' ? say(`channel.${what as Schemas['Ticket']['channel']}`) : (what ?? '');
}

/** Waiting tickets that nobody at work can take, and what lacks: now, or on the whole team. */
export function Gaps({ gaps }: { gaps: Watch['gaps'] }) {
  const t = useT();
  return (
    <div id="watch-gaps" className={c.part}>
      <Section title={t('watch.gaps')}>
        {gaps.length ? (
          <ul className={c.rows}>
            {gaps.map((gap) => (
              <li key={`${gap.queue?.id}-${gap.lack}-${gap.what}-${gap.is_of_team}`}>
                <A href={paths.inbox('all', gap.first)} className={c.subject}>
                  {t(gap.is_of_team ? `watch.lackAtAll.${gap.lack}` : `watch.lack.${gap.lack}`, { what: whatLacks(gap) })}
                </A>
                <span className={c.facts}>{gap.queue?.name}</span>
                <Badge tone="warn">{number(gap.count)}</Badge>
              </li>
            ))}
          </ul>
        ) : (
          <p className={c.none}>{t('watch.none.gaps')}</p>
        )}
      </Section>
    </div>
  );
}
