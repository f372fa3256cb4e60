import { ChevronsUp, FolderOpen, Tag, UserRound } from 'lucide-react';
import type { ReactNode } from 'react';
import { may } from '../../lib/boot';
import { change, type Wish } from '../../lib/change';
import { useT } from '../../lib/i18n';
import type { Row } from '../../lib/rows';
import { pickCategory, pickOwner, pickPriority, pickStatus, STATUS_ICONS } from '../../lib/ticket_pickers';
import { Avatar } from '../../ui/Avatar';
import { Due } from '../../ui/Due';
import c from './properties.module.css';
import { TagRow } from './TagRow';

/** What a ticket is: each value is a button that opens the list of what it may become. */
export function Properties({ ticket }: { ticket: Row }) {
  const t = useT();
  const apply = (wish: Wish, said: string) => change(ticket.id, wish, said);
  const at = (anchor: Element) => ({ anchor, of: ticket });
  const nobody = t('view.unassigned');
  return (
    <div className={c.properties}>
      <Due of={ticket} isLong />
      <Property name="status" label={t('field.status')} tone={ticket.status} icon={STATUS_ICONS[ticket.status]} onPick={(anchor) => pickStatus(at(anchor), apply)}>
        {t(`status.${ticket.status}`)}
      </Property>
      <Property
        name="owner"
        label={t('field.agent')}
        icon={ticket.agent ? <Avatar name={ticket.agent.name} size={18} /> : <UserRound size={14} />}
        onPick={(anchor) => pickOwner(at(anchor), apply)}
      >
        {ticket.agent?.name ?? nobody}
      </Property>
      <Property name="priority" label={t('field.priority')} tone={ticket.priority} icon={<ChevronsUp size={14} />} onPick={(anchor) => pickPriority(at(anchor), apply)}>
        {t(`priority.${ticket.priority}`)}
      </Property>
      <Property name="category" label={t('field.category')} icon={<FolderOpen size={13} />} onPick={(anchor) => pickCategory(at(anchor), apply)}>
        {ticket.category?.name ?? t('category.none')}
      </Property>
      <TagRow ticket={ticket} icon={<Tag size={13} />} />
    </div>
  );
}

type PropertyProps = { name: string; label: string; icon: ReactNode; tone?: string; children: ReactNode; onPick: (anchor: Element) => void };

function Property({ name, label, icon, tone, children, onPick }: PropertyProps) {
  if (!may('tickets:write')) {
    return (
      <span className={c.property} data-tone={tone}>
        {icon}
        <span className="sr">{label}: </span>
        {children}
      </span>
    );
  }
  return (
    <button type="button" className={c.property} data-property={name} data-tone={tone} aria-haspopup="listbox" data-tip={label} onClick={(event) => onPick(event.currentTarget)}>
      {icon}
      <span className="sr">{label}: </span>
      {children}
    </button>
  );
}
