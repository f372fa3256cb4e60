import { BellOff, BellRing, Check, Mail } from 'lucide-react';
import { A } from '../../app/A';
import { paths } from '../../app/routes';
import { may } from '../../lib/boot';
import { type Escalation, toldWords, whatIsWrong } from '../../lib/escalation_words';
import { useT } from '../../lib/i18n';
import { moment, stamp, useNow } from '../../lib/time';
import { Badge } from '../../ui/Badge';
import { Button } from '../../ui/Button';
import c from './escalations.module.css';

/** One escalation: the ticket, what is wrong, who was told by which way, and the button that ends the calling. */
export function EscalationItem({ row, isCurrent, onFocus, onTake }: { row: Escalation; isCurrent: boolean; onFocus: () => void; onTake: () => void }) {
  const t = useT();
  const now = useNow();
  const { ticket } = row;
  return (
    <li id={`escalation-${row.id}`} className={c.item} data-on={isCurrent} data-bad={row.start === 'breach'} tabIndex={-1} onFocus={onFocus}>
      <div className={c.what}>
        <A href={paths.inbox('all', ticket.id)} className={c.subject}>
          #{ticket.id} {ticket.subject || t('ticket.noSubject')}
        </A>
        <p className={c.wrong}>
          <Badge tone={row.start === 'breach' ? 'bad' : 'warn'}>{t(`escalation.start.${row.start}`)}</Badge>
          {whatIsWrong(row)}
        </p>
        <p className={c.facts}>
          {[ticket.queue?.name, ticket.agent?.name ?? t('owner.nobody'), t('escalation.since', { time: moment(row.silent_since ?? row.started_at) })].filter(Boolean).join(' · ')}
        </p>
      </div>
      <ol className={c.told} aria-label={t('escalation.told')}>
        {row.told.map((told, i) => {
          const Icon = told.passed_over ? BellOff : told.by_mail ? Mail : BellRing;
          return (
            <li key={i} data-passed={!!told.passed_over}>
              <Icon size={13} aria-hidden="true" />
              <span>{toldWords(told)}</span>
              <time dateTime={told.at}>{stamp(told.at, now)}</time>
            </li>
          );
        })}
      </ol>
      <div className={c.end}>
        {row.state === 'running' && may('tickets:write') && (
          <Button kind="primary" icon={<Check size={15} />} keys="a" onClick={onTake}>
            {t('escalations.acknowledge')}
          </Button>
        )}
        <span className={c.next}>
          {row.state === 'acknowledged' && t('escalation.by', { name: row.acknowledged_by?.name ?? '–' })}
          {row.state === 'running' && (row.next_at ? t('escalation.next', { time: moment(row.next_at) }) : t('escalation.allTold'))}
        </span>
      </div>
    </li>
  );
}
