import { useEffect } from 'react';
import { useT } from '../../lib/i18n';
import { useRow } from '../../lib/rows';
import { useDetail } from '../../lib/ticket_detail';
import { useUi } from '../../lib/ui_state';
import { Skeleton } from '../../ui/Empty';
import { Composer } from './Composer';
import { useEarlyKeys } from './early_keys';
import { clearEvidence } from './evidence';
import { SidePanel } from './SidePanel';
import { TicketHead } from './TicketHead';
import { Timeline } from './Timeline';
import c from './ticket.module.css';
import { useTicketCommands } from './ticket_commands';

export type TicketPaneProps = { id: number; onClose: () => void; onNext: () => void };

export function TicketPane({ id, onClose, onNext }: TicketPaneProps) {
  const t = useT();
  const detail = useDetail(id);
  const row = useRow(id);
  const ticket = detail ?? row;
  const hasPanel = useUi((state) => state.isPanelOpen);
  const subject = ticket?.subject;
  useEarlyKeys(id, detail !== undefined);
  useTicketCommands({ ticket, onClose, onNext });
  useEffect(() => clearEvidence, [id]);
  useEffect(() => {
    if (subject !== undefined) document.title = `#${id} ${subject || t('ticket.noSubject')}`;
  }, [id, subject, t]);
  return (
    <div className={c.ticket} data-ticket={id} data-panel={hasPanel}>
      <section className={c.talk} aria-label={subject}>
        {ticket ? <TicketHead ticket={ticket} onClose={onClose} onNext={onNext} /> : <HeadOnItsWay />}
        {detail ? <Timeline key={id} ticket={detail} /> : <div className={c.coming} />}
        {detail && <Composer key={`composer-${id}`} ticket={detail} />}
      </section>
      {hasPanel && detail && <SidePanel ticket={detail} />}
    </div>
  );
}

function HeadOnItsWay() {
  return (
    <header className={c.head} aria-busy="true">
      <Skeleton width={140} />
      <br />
      <Skeleton width="60%" height={20} />
    </header>
  );
}
