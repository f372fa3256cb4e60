import { Fingerprint } from 'lucide-react';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { Card } from '../../ui/Card';
import { countKinds, useMarks } from './marks';
import c from './marks.module.css';

/** Which data about people the messages hold, and the switch that marks it there. Nothing where they hold none. */
export function PersonalCard({ ticket }: { ticket: Detail }) {
  const t = useT();
  const { isPersonalOn, setPersonal } = useMarks();
  const kinds = countKinds(ticket.articles);
  if (!kinds.length) return null;
  return (
    <Card title={t('personal.title')} icon={<Fingerprint size={14} aria-hidden="true" />}>
      <ul className={c.kinds}>
        {kinds.map(([kind, count]) => (
          <li key={kind}>
            {t(`personal.kind.${kind}`)} <b>{count}</b>
          </li>
        ))}
      </ul>
      <label className={c.toggle}>
        <input type="checkbox" checked={isPersonalOn} onChange={(event) => setPersonal(event.target.checked)} />
        {t('personal.show')}
      </label>
    </Card>
  );
}
