import { Regex } from 'lucide-react';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { RecordList } from './lists';

export function EntitiesPage() {
  const t = useT();
  return (
    <RecordList<Schemas['EntityKind']>
      section="entities"
      title="settings.entities"
      text="entities.text"
      add="entities.add"
      icon={<Regex size={22} />}
      columns={[
        { key: 'name', head: t('entities.name'), cell: (row) => row.name },
        { key: 'pattern', head: t('entities.pattern'), cell: (row) => <code>{row.pattern}</code> },
      ]}
    />
  );
}
