import { X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { later } from '../../app/later';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { ui } from '../../lib/ui_state';
import { Button } from '../../ui/Button';
import { Checklist } from './Checklist';
import { CustomerCard } from './CustomerCard';
import { FactsCard } from './FactsCard';
import { FieldsCard } from './FieldsCard';
import { LateEscalationCard } from './LateEscalationCard';
import { Links } from './Links';
import { PersonalCard } from './PersonalCard';
import { RoutingCard } from './RoutingCard';
import { Suggestions } from './Suggestions';
import { TimeCard } from './TimeCard';
import c from './panel.module.css';

const DueCards = lazy(() => later.clocks().then((m) => ({ default: m.DueCards })));
const Similar = lazy(() => later.clocks().then((m) => ({ default: m.Similar })));

/** Beside the conversation: what triage thinks, who the customer is, what is known, what was alike. */
export function SidePanel({ ticket }: { ticket: Detail }) {
  const t = useT();
  return (
    <>
      <div className={c.veil} onClick={() => ui().setPanelOpen(false)} aria-hidden="true" />
      <aside className={c.panel} aria-label={t('panel.title')} tabIndex={-1}>
        <div className={c.close}>
          <Button kind="ghost" small icon={<X size={15} />} label={t('close')} onClick={() => ui().setPanelOpen(false)} />
        </div>
        <LateEscalationCard ticket={ticket} />
        <Suggestions ticket={ticket} />
        <RoutingCard ticket={ticket} />
        <Suspense fallback={null}>
          <DueCards ticket={ticket} />
        </Suspense>
        <CustomerCard ticket={ticket} />
        <FactsCard ticket={ticket} />
        <FieldsCard ticket={ticket} />
        <Checklist ticket={ticket} items={ticket.checklist} />
        <TimeCard ticket={ticket.id} times={ticket.times} total={ticket.minutes_spent} />
        <Links ticket={ticket} />
        <PersonalCard ticket={ticket} />
        <Suspense fallback={null}>
          <Similar id={ticket.id} />
        </Suspense>
      </aside>
    </>
  );
}
