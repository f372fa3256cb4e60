import { Sparkles } from 'lucide-react';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import type { Label } from '../../lib/ticket_detail';
import { Card } from '../../ui/Card';
import { Suggestion } from './Suggestion';
import c from './suggestions.module.css';

const ORDER: Label['field'][] = ['category', 'type', 'priority', 'impact', 'urgency', 'language'];

/** Each field that triage has looked at: its value, how sure it is, why; or that it would rather say nothing. */
export function Suggestions({ ticket }: { ticket: Detail }) {
  const t = useT();
  const labels = ticket.suggestion?.labels ?? [];
  const shown = ORDER.flatMap((field) => labels.filter((label) => label.field === field));
  if (!shown.length) return null;
  return (
    <Card title={t('suggestion.title')} icon={<Sparkles size={14} className={c.sparkles} aria-hidden="true" />}>
      <dl className={c.list}>
        {shown.map((label) => (
          <Suggestion key={label.field} ticket={ticket} label={label} />
        ))}
      </dl>
    </Card>
  );
}
