import { useQuery } from '@tanstack/react-query';
import { paths } from '../../app/routes';
import { read, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { moment } from '../../lib/time';
import { Badge } from '../../ui/Badge';
import a from '../../ui/absences.module.css';
import { LinkButton } from '../../ui/LinkButton';
import { Section } from '../../ui/Page';

/** Near the end of a shift: what others will need before this person is back, and a way to the note. */
export function HandOver() {
  const t = useT();
  const query = useQuery({
    queryKey: ['hand-over'],
    queryFn: ({ signal }) => read<Schemas['HandOver']>('/api/v1/hand-over', signal),
    refetchInterval: 120_000,
  });
  const card = query.data;
  if (!card?.is_near || !card.tickets.length || !card.shift_end) return null;
  return (
    <Section title={t('handover.title')} text={t('handover.text', { end: moment(card.shift_end) })}>
      <ul className={a.list}>
        {card.tickets.map(({ ticket, needed_by, has_note }) => (
          <li key={ticket.id}>
            <span>
              <b>
                #{ticket.id} {ticket.subject}
              </b>{' '}
              <span className={a.note}>{t('handover.due', { time: moment(needed_by) })}</span>
            </span>
            {has_note ? <Badge tone="ok">{t('handover.hasNote')}</Badge> : <LinkButton href={paths.inbox('mine', ticket.id)}>{t('handover.writeNote')}</LinkButton>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
