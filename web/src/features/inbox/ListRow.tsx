import { ChevronsUp } from 'lucide-react';
import { memo } from 'react';
import { isPlainClick } from '../../app/A';
import { paths } from '../../app/routes';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { useRow } from '../../lib/rows';
import { stamp, useNow } from '../../lib/time';
import { ui } from '../../lib/ui_state';
import { Avatar } from '../../ui/Avatar';
import { Due } from '../../ui/Due';
import { Skeleton } from '../../ui/Empty';
import c from './row.module.css';

type Props = {
  /** Undefined: not here yet. */
  id: number | undefined;
  view: string;
  top: number;
  isCurrent: boolean;
  isSelected: boolean;
  onOpen: (id: number) => void;
};

export const ListRow = memo(function ListRow({ id, view, top, isCurrent, isSelected, onOpen }: Props) {
  const t = useT();
  const now = useNow();
  const row = useRow(id);
  const style = { transform: `translateY(${top}px)` };
  if (!row) {
    return (
      <li className={c.row} style={style} aria-hidden="true">
        <Skeleton width={28} height={28} />
        <div>
          <Skeleton width="45%" height={11} />
          <br />
          <Skeleton width="80%" />
        </div>
      </li>
    );
  }
  const isPressing = row.priority === 'high' || row.priority === 'urgent';
  return (
    <li className={c.row} style={style} data-current={isCurrent} data-selected={isSelected} data-new={row.status === 'new'} data-done={row.status === 'solved' || row.status === 'closed'}>
      <div className={c.who}>
        <Avatar name={row.customer.name || row.customer.email || '?'} size={28} />
        {may('tickets:write') && (
          <input
            type="checkbox"
            className={c.check}
            checked={isSelected}
            tabIndex={-1}
            aria-label={t('list.select', { id: row.id })}
            onChange={() => ui().toggleSelected(row.id)}
          />
        )}
      </div>
      <div className={c.what}>
        <div className={c.from}>
          <span className={c.name}>
            {row.customer.name || row.customer.email}
            {row.organization && <> · {row.organization.name}</>}
          </span>
          {isPressing && (
            <span className={c.priority} data-priority={row.priority} data-tip={t(`priority.${row.priority}`)}>
              <ChevronsUp size={14} aria-hidden="true" />
              <span className="sr">{t(`priority.${row.priority}`)}</span>
            </span>
          )}
          <span className={c.compactDue}>
            <Due of={row} />
          </span>
          <time className={c.time} dateTime={row.updated_at}>
            {stamp(row.updated_at, now)}
          </time>
        </div>
        <div className={c.subject} lang={row.language ?? undefined}>
          {row.status === 'new' && <i className={c.dot} data-tip={t('status.new')} aria-hidden="true" />}
          {row.status === 'new' && <span className="sr">{t('status.new')}</span>}
          <a
            className={c.link}
            href={paths.inbox(view, row.id)}
            tabIndex={isCurrent ? 0 : -1}
            aria-current={isCurrent ? 'true' : undefined}
            data-row={row.id}
            onClick={(event) => {
              if (!isPlainClick(event)) return;
              event.preventDefault();
              onOpen(row.id);
            }}
          >
            {row.subject || t('ticket.noSubject')}
          </a>
        </div>
        <div className={c.about}>
          <span className={c.place}>
            {row.status !== 'new' && row.status !== 'open' && <b>{t(`status.${row.status}`)}</b>}
            {row.category?.name ?? row.queue?.name}
            {row.agent && <> · {row.agent.name}</>}
          </span>
          <Due of={row} />
        </div>
      </div>
    </li>
  );
});
