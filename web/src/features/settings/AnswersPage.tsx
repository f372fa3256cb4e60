import { MessageSquareText } from 'lucide-react';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { useQueues } from '../../lib/reference';
import { languageName } from '../../lib/ticket_pickers';
import { RecordList } from './lists';

type Answer = Schemas['Answer'];

/** The canned answers of the desk: what they are called by, in which languages, and where they are offered. */
export function AnswersPage() {
  const t = useT();
  const queues = useQueues();
  const where = (answer: Answer) =>
    answer.queues.length ? answer.queues.map((id) => queues.find((queue) => queue.id === id)?.name ?? '…').join(', ') : t('macros.everywhere');
  return (
    <RecordList<Answer>
      section="answers"
      title="settings.answers"
      text="answers.text"
      add="answers.add"
      icon={<MessageSquareText size={22} />}
      columns={[
        { key: 'name', head: t('answers.name'), cell: (row) => row.name },
        { key: 'shortcut', head: t('answers.shortcut'), cell: (row) => (row.shortcut ? <code>/{row.shortcut}</code> : '–'), width: '26%' },
        { key: 'languages', head: t('answers.languages'), cell: (row) => Object.keys(row.texts).map(languageName).join(', '), isExtra: true },
        { key: 'where', head: t('macros.queues'), cell: where, isExtra: true, width: '22%' },
      ]}
    />
  );
}
