import { write } from '../../lib/api';
import { refuse } from '../../lib/change';
import type { Escalation } from '../../lib/escalation_words';
import { ESCALATIONS_URL, rereadEscalations } from '../../lib/escalations';
import { t } from '../../lib/i18n';
import { say } from '../../lib/toasts';

/** "I look after it": nobody else is called. Done when what shows it has been read anew. */
export async function acknowledge({ id, ticket }: Pick<Escalation, 'id' | 'ticket'>) {
  try {
    await write('PUT', `${ESCALATIONS_URL}/${id}/acknowledgement`);
    say(t('escalation.said', { ticket: ticket.id }));
  } catch (error) {
    refuse(error);
  } finally {
    await rereadEscalations();
  }
}
