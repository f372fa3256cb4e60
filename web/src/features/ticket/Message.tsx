import { Bot, Code, FileText, Mail, MessageCircle, MonitorDot, Phone, Plug, StickyNote, TriangleAlert } from 'lucide-react';
import { memo, useState } from 'react';
import { useT } from '../../lib/i18n';
import type { Article } from '../../lib/ticket_detail';
import { full, stamp, useNow } from '../../lib/time';
import { isDark } from '../../lib/ui_state';
import { Avatar } from '../../ui/Avatar';
import { Badge } from '../../ui/Badge';
import { Attachments } from './Attachments';
import { useEvidence } from './evidence';
import { useMarks } from './marks';
import { MessageMenu } from './MessageMenu';
import { MessageText } from './MessageText';
import c from './message.module.css';
import { SendingMark } from './SendingMark';

const CHANNEL_ICONS = { email: Mail, phone: Phone, api: Plug, portal: FileText, chat: MessageCircle, monitoring: MonitorDot };
const NOTHING: readonly string[] = [];
const NO_SPANS: Article['personal_data'] = [];
export type Look = 'plain' | 'formatted';

export const Message = memo(function Message({ article, ticket }: { article: Article; ticket: number }) {
  const t = useT();
  const now = useNow();
  const [look, setLook] = useState<Look>('plain');
  const [hasQuote, setQuote] = useState(false);
  const isNote = article.kind === 'note';
  const kind = isNote ? 'note' : article.author;
  const name = article.agent?.name || article.from_name || article.from_address || t('author.system');
  const words = useEvidence((state) => (article.author === 'customer' ? state.words : NOTHING));
  const isPersonalOn = useMarks((state) => state.isPersonalOn);
  const Channel = CHANNEL_ICONS[article.channel];
  return (
    <article className={c.message} data-kind={kind} aria-label={t(isNote ? 'message.note' : 'message.from', { name })}>
      <Avatar name={name} size={28} />
      <div className={c.card}>
        <header className={c.head}>
          <b>{name}</b>
          {isNote ? <StickyNote size={13} aria-hidden="true" /> : <Channel size={13} aria-hidden="true" />}
          <span className={c.how}>{isNote ? t('message.internal') : t(`channel.${article.channel}`)}</span>
          {article.is_automatic && (
            <Badge tone="outline">
              <Bot size={12} aria-hidden="true" /> {t('message.automatic')}
            </Badge>
          )}
          <Doubt article={article} />
          <time dateTime={article.created_at} data-tip={full(article.created_at)}>
            {stamp(article.created_at, now)}
          </time>
          {!isNote && <MessageMenu ticket={ticket} article={article} look={look} onLook={setLook} />}
        </header>
        <Recipients article={article} />
        {look === 'formatted' ? (
          <iframe className={c.frame} title={t('message.formatted')} sandbox="allow-popups allow-popups-to-escape-sandbox" src={`/api/v1/articles/${article.id}/frame?theme=${isDark() ? 'dark' : 'light'}`} />
        ) : (
          <div className={c.text} lang={article.language ?? undefined}>
            <MessageText text={article.new_text || article.text} marked={words} personal={isPersonalOn ? article.personal_data : NO_SPANS} entities={article.entities} />
            {hasQuote && <blockquote className={c.quote}>{[article.signature, article.quoted].filter(Boolean).join('\n\n')}</blockquote>}
          </div>
        )}
        {look === 'plain' && article.new_text && (article.quoted || article.signature) && (
          <button type="button" className={c.fold} aria-expanded={hasQuote} onClick={() => setQuote(!hasQuote)}>
            {t(hasQuote ? 'message.hideQuote' : 'message.showQuote')}
          </button>
        )}
        {look === 'plain' && article.html && !article.text.trim() && (
          <button type="button" className={c.fold} onClick={() => setLook('formatted')}>
            <Code size={13} aria-hidden="true" /> {t('message.showFormatted')}
          </button>
        )}
        <Attachments files={article.attachments} />
        {article.sending_at && <SendingMark ticket={ticket} article={article.id} at={article.sending_at} />}
      </div>
    </article>
  );
});

/** A message whose sender is not proven, or that was kept back, says so in words. */
function Doubt({ article }: { article: Article }) {
  const t = useT();
  if (!article.is_quarantined && article.sender_proof !== 'fail') return null;
  return (
    <Badge tone="warn" title={article.remark ?? undefined}>
      <TriangleAlert size={12} aria-hidden="true" />
      {t(article.is_quarantined ? 'message.quarantined' : 'message.unproven')}
    </Badge>
  );
}

function Recipients({ article }: { article: Article }) {
  const t = useT();
  if (!article.cc) return null;
  return (
    <p className={c.recipients}>
      {t('message.cc')} {article.cc}
    </p>
  );
}
