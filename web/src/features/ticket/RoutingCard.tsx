import { Route } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { later } from '../../app/later';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { Button } from '../../ui/Button';
import { Card } from '../../ui/Card';
import c from './routing.module.css';

const Answer = lazy(() => later.clocks().then((m) => ({ default: m.RoutingAnswer })));

/** Who has it, why, and why not somebody else. Asked for only when somebody wants to know. */
export function RoutingCard({ ticket }: { ticket: Detail }) {
  const t = useT();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card
      title={t('routing.title')}
      icon={<Route size={14} aria-hidden="true" />}
      aside={
        <Button kind="ghost" small aria-expanded={isOpen} data-why onClick={() => setOpen(!isOpen)}>
          {t(isOpen ? 'routing.hide' : 'routing.show')}
        </Button>
      }
    >
      <p className={c.owner}>{ticket.agent?.name ?? t('view.unassigned')}</p>
      {isOpen && (
        <Suspense fallback={null}>
          <Answer ticket={ticket} />
        </Suspense>
      )}
    </Card>
  );
}
