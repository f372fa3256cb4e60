import { BookmarkPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { go, paths } from '../../app/routes';
import { newKey, write } from '../../lib/api';
import { refuse } from '../../lib/change';
import { useT } from '../../lib/i18n';
import { ui } from '../../lib/ui_state';
import { rereadViews, type ShownView, type View, viewId } from '../../lib/views';
import { Button } from '../../ui/Button';
import { QueryField } from '../../ui/QueryField';
import c from './list.module.css';
import { openQuery, setQuery, useListState } from './list_state';

const PAUSE_MS = 250;

/** Narrows the view by words and field:value; what is worth keeping becomes a view of its own. */
export function QueryBar({ view, fault }: { view: ShownView; fault?: string }) {
  const t = useT();
  const query = useListState((state) => state.query);
  const [text, setText] = useState(query);
  useEffect(() => {
    if (text === query) return;
    const timer = setTimeout(() => setQuery(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, query]);
  const keep = (anchor: Element) =>
    ui().open({
      kind: 'picker',
      anchor,
      title: t('view.nameIt'),
      items: [],
      create: (name) => t('view.keepAs', { name }),
      onPick: (name) => void keepView(name, text, view),
    });
  return (
    <div className={c.query}>
      <QueryField value={text} onChange={setText} fault={fault} isFocused onEscape={() => openQuery(false)} />
      {text.trim() && !fault && <Button kind="ghost" icon={<BookmarkPlus size={15} />} label={t('view.keep')} onClick={(event) => keep(event.currentTarget)} />}
    </div>
  );
}

async function keepView(name: string, query: string, from: ShownView) {
  try {
    const base = from.saved?.query ? `(${from.saved.query}) ` : '';
    const view = await write<View>('POST', '/api/v1/views', { name, query: base + query }, { 'Idempotency-Key': newKey() });
    await rereadViews();
    openQuery(false);
    go(paths.inbox(viewId(view)));
  } catch (error) {
    refuse(error);
  }
}
