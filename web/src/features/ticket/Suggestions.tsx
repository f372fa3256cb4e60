import { EyeOff, Sparkles } from 'lucide-react';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import type { Label } from '../../lib/ticket_detail';
import { Card } from '../../ui/Card';
import { Suggestion } from './Suggestion';
import c from './suggestions.module.css';

const ORDER: Label['field'][] = ['category', 'type', 'priority', 'impact', 'urgency', 'language', 'sentiment'];

/** Each field that triage has looked at: its value, how sure it is, why; or that it would rather say nothing. */
export function Suggestions({ ticket }: { ticket: Detail }) {
  const t = useT();
  const labels = ticket.suggestion?.labels ?? [];
  const shown = ORDER.flatMap((field) => labels.filter((label) => label.field === field));
  const blind = ticket.blind_fields.map((field) => t(`field.${field as 'category'}`)).join(', ');
  if (!shown.length && !blind) return null;
  return (
    <Card title={t('suggestion.title')} icon={<Sparkles size={14} className={c.sparkles} aria-hidden="true" />}>
      {blind && (
        <p className={c.blind}>
          <EyeOff size={14} aria-hidden="true" />
          {t('suggestion.blind', { fields: blind })}
        </p>
      )}
      <dl className={c.list}>
        {shown.map((label) => (
          <Suggestion key={label.field} ticket={ticket} label={label} />
        ))}
      </dl>
    </Card>
  );
}
