import { go, paths } from '../../app/routes';
import { newKey, write } from '../../lib/api';
import { refuse } from '../../lib/change';
import { t } from '../../lib/i18n';
import { type Article, rereadDetail } from '../../lib/ticket_detail';
import { say } from '../../lib/toasts';

/** Makes one message the beginning of a ticket of its own, and can put it back. */
export async function splitOff(ticket: number, article: Article) {
  try {
    const body = { articles: [article.id], subject: article.subject || t('ticket.noSubject') };
    const made = await write<{ ticket: number }>('POST', `/api/v1/tickets/${ticket}/splits`, body, { 'Idempotency-Key': newKey() });
    await rereadDetail(ticket);
    go(paths.inbox('all', made.ticket));
    say(t('said.split', { id: made.ticket }), async () => {
      await write('DELETE', `/api/v1/tickets/${made.ticket}/split`).catch(refuse);
      await rereadDetail(ticket);
      go(paths.inbox('all', ticket));
    });
  } catch (error) {
    refuse(error);
  }
}
