import { Zap } from 'lucide-react';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { useQueues } from '../../lib/reference';
import { RecordList } from './lists';
import { useMacroWords } from './macro_words';

type Macro = Schemas['Macro'];

/** The macros of the desk, each with what it does. */
export function MacrosPage() {
  const t = useT();
  const queues = useQueues();
  const words = useMacroWords();
  const where = (macro: Macro) =>
    macro.queues.length ? macro.queues.map((id) => queues.find((queue) => queue.id === id)?.name ?? '…').join(', ') : t('macros.everywhere');
  const does = (macro: Macro) => words(macro).join(' · ');
  return (
    <RecordList<Macro>
      section="macros"
      title="settings.macros"
      text="macros.text"
      add="macros.add"
      icon={<Zap size={22} />}
      columns={[
        { key: 'name', head: t('macros.name'), cell: (row) => row.name, width: '30%' },
        { key: 'does', head: t('macros.does'), cell: (row) => <span data-tip={does(row)}>{does(row)}</span> },
        { key: 'where', head: t('macros.queues'), cell: where, isExtra: true, width: '22%' },
      ]}
    />
  );
}
