import { Inbox } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { ListPane } from '../features/inbox/ListPane';
import { PostList } from '../features/inbox/PostList';
import { TicketPane } from '../features/ticket/TicketPane';
import { runCommand } from '../lib/hotkeys';
import { useT } from '../lib/i18n';
import { ui } from '../lib/ui_state';
import { Empty } from '../ui/Empty';
import { Keys } from '../ui/Keys';
import c from './inbox.module.css';
import { go, paths } from './routes';
import { useViewOf } from './view_of';

/** Views, list, ticket: three panes side by side; on a phone one after the other. */
export function InboxPage({ view, ticket }: { view: string; ticket: number | undefined }) {
  const t = useT();
  const shown = useViewOf(view);
  const open = useCallback((id: number | undefined, replace = false) => go(paths.inbox(view, id), replace), [view]);
  const close = useCallback(() => open(undefined), [open]);
  const next = useCallback(() => runCommand('next'), []);
  useEffect(() => ui().select([]), [view]);
  useEffect(() => {
    if (ticket === undefined) document.title = shown.title;
  }, [ticket, shown.title]);
  return (
    <div className={c.page} data-open={ticket !== undefined}>
      {shown.kind === 'tickets' ? <ListPane key={view} view={shown} current={ticket} onOpen={open} /> : <PostList view={shown} current={ticket} />}
      {ticket !== undefined ? (
        <TicketPane id={ticket} onClose={close} onNext={next} />
      ) : (
        <div className={c.nothing}>
          <Empty icon={<Inbox size={24} />} title={t('inbox.pick')}>
            <span>
              {t('inbox.pickHint')} <Keys keys="j" /> <Keys keys="k" />
            </span>
          </Empty>
        </div>
      )}
    </div>
  );
}
