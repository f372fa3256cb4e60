import { useQuery } from '@tanstack/react-query';
import { A } from '../../app/A';
import { paths } from '../../app/routes';
import { ApiError, read } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { span } from '../../lib/time';
import { Card } from '../../ui/Card';
import c from './customer.module.css';

type Found = { ticket: { id: number; subject: string; status: string }; seconds_to_solve: number | null; snippet: string | { text: string } | null };

async function ask(id: number): Promise<Found[]> {
  try {
    return (await read<{ items: Found[] }>(`/api/v1/tickets/${id}/similar?limit=4`)).items;
  } catch (error) {
    // A desk whose server does not look for similar tickets shows none.
    if (error instanceof ApiError && error.status === 404) return [];
    throw error;
  }
}

/** Solved tickets that read alike, and how long they took. */
export function Similar({ id }: { id: number }) {
  const t = useT();
  const found = useQuery({ queryKey: ['similar', id], queryFn: () => ask(id) }).data;
  if (!found?.length) return null;
  return (
    <Card title={t('similar.title')}>
      <ul className={c.others}>
        {found.map(({ ticket, seconds_to_solve, snippet }) => (
          <li key={ticket.id}>
            <A href={paths.inbox('all', ticket.id)}>
              <span>{ticket.subject || t('ticket.noSubject')}</span>
              {seconds_to_solve !== null && <small>{t('similar.took', { time: span(seconds_to_solve * 1000) })}</small>}
            </A>
            {snippet && <p className={c.snippet}>{typeof snippet === 'string' ? snippet : snippet.text}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
