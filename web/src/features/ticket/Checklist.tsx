import { X } from 'lucide-react';
import { useState } from 'react';
import { newKey, write, type Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { refuse } from '../../lib/change';
import { useT } from '../../lib/i18n';
import { qc } from '../../lib/query_client';
import { type Detail, detailKey } from '../../lib/rows';
import { rereadDetail } from '../../lib/ticket_detail';
import { Card } from '../../ui/Card';
import c from './checklist.module.css';

type ChecklistItem = Schemas['ChecklistItem'];

/** Steps that somebody wrote down for this ticket. */
export function Checklist({ ticket, items }: { ticket: Detail; items: ChecklistItem[] }) {
  const t = useT();
  const [text, setText] = useState('');
  const url = `/api/v1/tickets/${ticket.id}/checklist`;
  const show = (change: (items: ChecklistItem[]) => ChecklistItem[]) =>
    qc.setQueryData<Detail>(detailKey(ticket.id), (old) => old && { ...old, checklist: change(old.checklist ?? []) });
  const tell = async (call: Promise<unknown>) => {
    await call.catch(refuse);
    await rereadDetail(ticket.id);
  };
  const tick = (item: ChecklistItem) => {
    show((all) => all.map((each) => (each.id === item.id ? { ...each, is_done: !item.is_done } : each)));
    void tell(write('PATCH', `${url}/${item.id}`, { is_done: !item.is_done }));
  };
  const remove = (item: ChecklistItem) => {
    show((all) => all.filter((each) => each.id !== item.id));
    void tell(write('DELETE', `${url}/${item.id}`));
  };
  const add = () => {
    if (!text.trim()) return;
    setText('');
    void tell(write('POST', url, { text: text.trim() }, { 'Idempotency-Key': newKey() }));
  };
  const canWrite = may('tickets:write');
  if (!canWrite && !items.length) return null;
  return (
    <Card title={t('checklist.title')} aside={items.length > 0 && <small className={c.count}>{`${items.filter((item) => item.is_done).length}/${items.length}`}</small>}>
      <ul className={c.list}>
        {items.map((item) => (
          <li key={item.id}>
            <label data-done={item.is_done}>
              <input type="checkbox" checked={item.is_done} disabled={!canWrite} onChange={() => tick(item)} />
              {item.text}
            </label>
            {canWrite && (
              <button type="button" className={c.remove} aria-label={t('checklist.remove', { text: item.text })} onClick={() => remove(item)}>
                <X size={13} />
              </button>
            )}
          </li>
        ))}
      </ul>
      {canWrite && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            add();
          }}
        >
          <input className={c.add} value={text} maxLength={500} placeholder={t('checklist.add')} aria-label={t('checklist.add')} onChange={(event) => setText(event.target.value)} />
        </form>
      )}
    </Card>
  );
}
