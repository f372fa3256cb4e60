import { BookmarkPlus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { later } from '../../app/later';
import { runCommand } from '../../lib/hotkeys';
import { t, useT } from '../../lib/i18n';
import { ui } from '../../lib/ui_state';
import type { ShownView } from '../../lib/views';
import { Button } from '../../ui/Button';
import { QueryField } from '../../ui/QueryField';
import c from './list.module.css';
import { openQuery, setQuery, useListState } from './list_state';

const PAUSE_MS = 250;

/** Narrows the view by words and field:value; what is worth keeping becomes a view of its own. */
export function QueryBar({ view, sort, fault }: { view: ShownView; sort: string; fault?: string }) {
  const t = useT();
  const query = useListState((state) => state.query);
  const [text, setText] = useState(query);
  useEffect(() => {
    if (text === query) return;
    const timer = setTimeout(() => setQuery(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, query]);
  return (
    <div className={c.query}>
      <QueryField value={text} onChange={setText} fault={fault} isFocused onEscape={() => openQuery(false)} onGoOn={toList} />
      {text.trim() && !fault && <Button kind="ghost" icon={<BookmarkPlus size={15} />} label={t('view.keep')} onClick={() => void keepView(text, sort, view)} />}
    </div>
  );
}

/** Out of the field, and to the first ticket. */
function toList() {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  runCommand('next');
}

/** What the view finds and what narrows it, as one query. */
function joined(query: string, more: string) {
  if (!query) return more;
  const inner = / or /i.test(more) ? `(${more})` : more;
  return / or /i.test(query) ? `(${query}) ${inner}` : `${query} ${inner}`;
}

async function keepView(text: string, sort: string, from: ShownView) {
  const { ViewForm } = await later.viewForm();
  const start = { name: '', query: joined(from.query, text.trim()), sort, queues: [] };
  ui().open({ kind: 'dialog', title: t('view.keep'), body: (close) => <ViewForm start={start} close={close} /> });
}
