import { AlarmClock, ArrowLeft, CheckCheck, ChevronRight, Ellipsis, PanelRight, RotateCcw } from 'lucide-react';
import { A } from '../../app/A';
import { paths } from '../../app/routes';
import { may } from '../../lib/boot';
import { runCommand } from '../../lib/hotkeys';
import { useT } from '../../lib/i18n';
import type { Row } from '../../lib/rows';
import { ui, useUi } from '../../lib/ui_state';
import { Button } from '../../ui/Button';
import { Keys } from '../../ui/Keys';
import { Properties } from './Properties';
import { openTicketMenu } from './ticket_menu';
import c from './ticket.module.css';

export function TicketHead({ ticket, onClose }: { ticket: Row; onClose: () => void; onNext: () => void }) {
  const t = useT();
  const isPanelOpen = useUi((state) => state.isPanelOpen);
  const isDone = ticket.status === 'solved' || ticket.status === 'closed';
  return (
    <header className={c.head}>
      <div className={c.crumb}>
        <Button kind="ghost" small className={c.back} icon={<ArrowLeft size={16} />} label={t('command.back')} onClick={onClose} />
        <span className={c.number}>#{ticket.id}</span>
        {ticket.queue && (
          <>
            <ChevronRight size={12} aria-hidden="true" />
            <A href={paths.inbox(`queue-${ticket.queue.id}`)} className={c.queue}>
              {ticket.queue.name}
            </A>
          </>
        )}
        <div className={c.actions}>
          {may('tickets:write') && <Button kind="ghost" small icon={<AlarmClock size={15} />} label={t('command.snooze')} keys="h" onClick={() => runCommand('snooze')} />}
          <Button kind="ghost" small aria-pressed={isPanelOpen} icon={<PanelRight size={15} />} label={t('command.panel')} keys="]" onClick={() => ui().setPanelOpen(!isPanelOpen)} />
          <Button kind="ghost" small icon={<Ellipsis size={15} />} label={t('ticket.more')} onClick={(event) => openTicketMenu(ticket, event.currentTarget)} />
          {may('tickets:write') && (
            <Button small icon={isDone ? <RotateCcw size={14} /> : <CheckCheck size={15} />} onClick={() => runCommand('solve')}>
              {t(isDone ? 'ticket.reopen' : 'ticket.solve')} <Keys keys="e" className={c.key} />
            </Button>
          )}
        </div>
      </div>
      <h1 lang={ticket.language ?? undefined} title={ticket.subject.length > 80 ? ticket.subject : undefined}>{ticket.subject || t('ticket.noSubject')}</h1>
      <Properties ticket={ticket} />
    </header>
  );
}
