import { Forward, Reply, ReplyAll, StickyNote } from 'lucide-react';
import { useEffect, useLayoutEffect } from 'react';
import { may } from '../../lib/boot';
import { useCommands } from '../../lib/hotkeys';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { ComposerBar } from './ComposerBar';
import { ComposerField } from './ComposerField';
import { ComposerFiles } from './ComposerFiles';
import { Company } from './Company';
import { composer, setComposer, useComposer, write } from './composer_state';
import c from './composer.module.css';
import { markSaved, startComposer, useDraftSaving } from './drafts';
import { Missed } from './Missed';
import { Recipients } from './Recipients';
import { replyToAll } from './recipients';
import { send } from './send';

/** Where answers and notes are written. Everything typed is kept: on the server, and here while it cannot be reached. */
export function Composer({ ticket }: { ticket: Detail }) {
  const t = useT();
  const mode = useComposer((state) => state.mode);
  // A closed ticket takes no answer: said before anybody writes one.
  const isClosed = ticket.status === 'closed';
  const mayReply = may('tickets:write');
  const canReply = mayReply && !isClosed;
  const canNote = mayReply || may('notes:write');
  useLayoutEffect(() => {
    startComposer(ticket);
    for (const kind of ['reply', 'note'] as const) {
      const draft = ticket.drafts.find((each) => each.kind === kind);
      markSaved(ticket.id, kind, draft?.text ?? '');
    }
  }, [ticket.id]);
  useLayoutEffect(() => {
    if (!canReply && composer().mode === 'reply') setComposer({ mode: 'note' });
  }, [ticket.id, canReply]);
  useDraftSaving(ticket.id);
  useEffect(() => () => setComposer({ ticket: 0 }), []);
  // What somebody may not do is in no list of commands either.
  useCommands([
    ...(canReply
      ? ([
          { id: 'reply', label: 'command.reply', keys: 'r', group: 'group.ticket', run: () => write('reply') },
          { id: 'reply-all', label: 'command.replyAll', keys: undefined, group: 'group.ticket', run: () => void replyToAll(ticket.id) },
          { id: 'send-solve', label: 'command.sendAndSolve', keys: 'mod+shift+Enter', group: 'group.ticket', run: () => composer().mode === 'reply' && void send(ticket, { then: 'solved' }) },
        ] as const)
      : []),
    ...(canNote
      ? ([
          { id: 'note', label: 'command.note', keys: 'n', group: 'group.ticket', run: () => write('note') },
          { id: 'send', label: 'command.send', keys: 'mod+Enter', group: 'group.ticket', run: () => void send(ticket) },
        ] as const)
      : []),
  ]);
  if (!canNote) return null;
  return (
    <div className={c.dock}>
      <div className={c.inner}>
        <Company ticket={ticket} />
        <Missed ticket={ticket} />
        <div className={c.composer} data-mode={mode}>
          <div className={c.modes} role="group" aria-label={t('composer.mode')}>
            {canReply && (
              <>
                <ModeButton isOn={mode === 'reply'} keys="r" onClick={() => write('reply')} icon={<Reply size={13} aria-hidden="true" />} label={t('composer.reply')} />
                <ModeButton isOn={false} onClick={() => void replyToAll(ticket.id)} icon={<ReplyAll size={13} aria-hidden="true" />} label={t('composer.replyAll')} />
              </>
            )}
            <ModeButton isOn={mode === 'note'} keys="n" onClick={() => write('note')} icon={<StickyNote size={13} aria-hidden="true" />} label={t('composer.note')} />
            {mode === 'forward' && <ModeButton isOn onClick={() => write('forward')} icon={<Forward size={13} aria-hidden="true" />} label={t('composer.forward')} />}
            {isClosed && mayReply && <small>{t('composer.closed')}</small>}
          </div>
          {mode !== 'note' && <Recipients ticket={ticket} />}
          <ComposerField ticket={ticket} />
          <ComposerFiles />
          <ComposerBar ticket={ticket} />
        </div>
      </div>
    </div>
  );
}

type ModeProps = { isOn: boolean; keys?: string; icon: React.ReactNode; label: string; onClick: () => void };
function ModeButton({ isOn, keys, icon, label, onClick }: ModeProps) {
  return (
    <button type="button" className={c.mode} aria-pressed={isOn} data-keys={keys} data-tip={keys ? label : undefined} onClick={onClick}>
      {icon}
      {label}
    </button>
  );
}
