import { useQuery } from '@tanstack/react-query';
import { A } from '../../app/A';
import { paths } from '../../app/routes';
import { api, must, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { span } from '../../lib/time';
import { Card } from '../../ui/Card';
import c from './similar.module.css';

type Found = Schemas['SimilarTicket'];

const ask = async (id: number) => (await must(api.GET('/api/v1/tickets/{ticket}/similar', { params: { path: { ticket: id }, query: { limit: 4 } } }))).items;

/** Solved tickets that are like this one, why they are, and how long they took. */
export function Similar({ id }: { id: number }) {
  const t = useT();
  const found = useQuery({ queryKey: ['similar', id], queryFn: () => ask(id) }).data;
  if (!found?.length) return null;
  return (
    <Card title={t('similar.title')}>
      <ul className={c.list}>
        {found.map(({ ticket, seconds_to_solve, snippet, why }) => (
          <li key={ticket.id}>
            <A href={paths.inbox('all', ticket.id)}>
              <span>{ticket.subject || t('ticket.noSubject')}</span>
              {seconds_to_solve !== null && <small>{t('similar.took', { time: span(seconds_to_solve * 1000) })}</small>}
            </A>
            <Why why={why} />
            {snippet && <p className={c.snippet}>{snippet}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Why({ why }: { why: Found['why'] }) {
  const t = useT();
  const words = why.shared_words.join(', ');
  const reasons = [why.by_meaning && t('similar.byMeaning'), why.by_words && words && t('similar.byWords', { words })].filter(Boolean);
  return reasons.length > 0 ? <p className={c.why}>{reasons.join(' · ')}</p> : null;
}
