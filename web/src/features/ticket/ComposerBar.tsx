import { AtSign, ChevronDown, Paperclip, Slash, Zap } from 'lucide-react';
import { useRef } from 'react';
import { may } from '../../lib/boot';
import { type Key, useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { ui } from '../../lib/ui_state';
import { Button } from '../../ui/Button';
import { Keys } from '../../ui/Keys';
import { useComposer } from './composer_state';
import c from './composer.module.css';
import { pickAnswer, pickMention } from './inserts';
import { openMacros } from './macros';
import { isReady, send } from './send';
import { attach } from './uploads';

const SAVED: Record<string, Key | undefined> = { saving: 'draft.saving', server: 'draft.saved', here: 'draft.here' };

export function ComposerBar({ ticket }: { ticket: Detail }) {
  const t = useT();
  const mode = useComposer((state) => state.mode);
  const saved = useComposer((state) => (state.text[state.mode] ? state.saved : 'no'));
  const canSend: boolean = useComposer((state) => isReady(state) && !state.isSending);
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={c.bar}>
      <Button kind="ghost" small icon={<Paperclip size={14} />} label={t('composer.attach')} onClick={() => input.current?.click()} />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          attach(event.target.files ?? []);
          event.target.value = '';
        }}
      />
      {mode === 'note' ? (
        <Button kind="ghost" small icon={<AtSign size={14} />} label={t('composer.mention')} keys="@" onClick={(event) => pickMention(event.currentTarget, 0)} />
      ) : (
        <Button kind="ghost" small icon={<Slash size={13} />} label={t('composer.answers')} keys="/" onClick={(event) => pickAnswer(ticket, event.currentTarget, 0)} />
      )}
      {may('tickets:write') && (
        <Button kind="ghost" small icon={<Zap size={14} />} label={t('command.macro')} keys="m" onClick={(event) => openMacros(ticket, event.currentTarget)} />
      )}
      <span className={c.saved} role="status">
        {SAVED[saved] && t(SAVED[saved])}
      </span>
      <span className={c.split}>
        <Button kind="primary" small disabled={!canSend} onClick={() => void send(ticket)}>
          {t(mode === 'note' ? 'composer.addNote' : 'composer.send')} <Keys keys="mod+Enter" />
        </Button>
        {mode === 'reply' && (
          <Button kind="primary" small disabled={!canSend} icon={<ChevronDown size={14} />} label={t('composer.sendAnd')} onClick={(event) => openSendMenu(ticket, event.currentTarget, t)} />
        )}
      </span>
    </div>
  );
}

function openSendMenu(ticket: Detail, anchor: Element, t: (key: Key) => string) {
  const items = [
    { id: 'solved', label: t('composer.sendSolve') },
    { id: 'open', label: t('composer.sendOpen') },
  ];
  if (ticket.drafts) items.push({ id: 'later', label: t('composer.sendLater') });
  ui().open({
    kind: 'picker',
    anchor,
    title: t('composer.sendAnd'),
    plain: true,
    items,
    onPick: (id) => {
      if (id !== 'later') void send(ticket, { then: id as 'open' });
      // The menu has just closed; the next overlay opens after it.
      else requestAnimationFrame(() => ui().open({ kind: 'moment', anchor, title: t('composer.sendLater'), onPick: (at) => at && void send(ticket, { sendAt: at }) }));
    },
  });
}
