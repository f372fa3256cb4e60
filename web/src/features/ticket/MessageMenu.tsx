import { Ellipsis } from 'lucide-react';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { type Article, knownTicket } from '../../lib/ticket_detail';
import { type PickItem, ui } from '../../lib/ui_state';
import { Button } from '../../ui/Button';
import { forwardArticle } from './composer_state';
import type { Look } from './Message';
import { splitOff } from './split';

/** What can be done with one message: see it as it was sent, keep it, pass it on. */
type Props = { ticket: number; article: Article; look: Look; onLook: (look: Look) => void };

export function MessageMenu({ ticket, article, look, onLook }: Props) {
  const t = useT();
  const open = (anchor: Element) => {
    const items: PickItem[] = [];
    if (article.html) items.push({ id: 'look', label: t(look === 'plain' ? 'message.showFormatted' : 'message.showPlain') });
    if (article.author === 'customer' && article.channel === 'email') {
      items.push({ id: 'source', label: t('message.source') }, { id: 'raw', label: t('message.download') });
    }
    const detail = knownTicket(ticket);
    if (may('tickets:write') && detail && 'drafts' in detail) items.push({ id: 'forward', label: t('message.forward') });
    if (may('tickets:write') && detail && 'links' in detail) items.push({ id: 'split', label: t('message.split') });
    if (!items.length) return;
    ui().open({
      kind: 'picker',
      anchor,
      title: t('message.more'),
      plain: true,
      items,
      onPick: (id) => {
        if (id === 'look') onLook(look === 'plain' ? 'formatted' : 'plain');
        else if (id === 'source') window.open(`/api/v1/articles/${article.id}/source`, '_blank', 'noopener');
        else if (id === 'raw') window.location.assign(`/api/v1/articles/${article.id}/raw`);
        else if (id === 'split') void splitOff(ticket, article);
        else forwardArticle(article);
      },
    });
  };
  return <Button kind="ghost" small icon={<Ellipsis size={14} />} label={t('message.more')} onClick={(event) => open(event.currentTarget)} />;
}
