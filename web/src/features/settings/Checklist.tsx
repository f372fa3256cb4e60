import { useQuery } from '@tanstack/react-query';
import { Circle, CircleCheck, X } from 'lucide-react';
import { useState } from 'react';
import { A } from '../../app/A';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { type Key, useT } from '../../lib/i18n';
import { held, list } from '../../lib/records';
import { Button } from '../../ui/Button';
import c from './checklist.module.css';

type Item = { key: Key; href: string; isDone: boolean };
const KEPT = 'checklist';

/** What a new desk still lacks. Gone when everything is there, or when somebody has seen enough of it. */
export function Checklist() {
  const t = useT();
  const [isHidden, setHidden] = useState(localStorage.getItem(KEPT) === 'off');
  const isMine = !isHidden && may('mailboxes:manage') && may('agents:write');
  const mailboxes = useQuery({ ...list<Schemas['Mailbox']>('/api/v1/mailboxes'), enabled: isMine }).data;
  const agents = useQuery({ ...list<Schemas['Agent']>('/api/v1/agents'), enabled: isMine }).data;
  const categories = useQuery({ ...list<Schemas['Category']>('/api/v1/categories'), enabled: isMine }).data;
  const settings = useQuery({ ...held<Schemas['Settings']>('/api/v1/settings'), enabled: isMine }).data;
  if (!isMine || !mailboxes || !agents || !categories || !settings) return null;
  const items: Item[] = [
    { key: 'begin.mailbox', href: '/settings/mailboxes/new', isDone: mailboxes.length > 0 },
    { key: 'begin.recipients', href: '/settings/general', isDone: !settings.value.accepts_any_recipient },
    { key: 'begin.agents', href: '/settings/agents/new', isDone: agents.filter((agent) => !agent.is_disabled).length > 1 },
    { key: 'begin.categories', href: '/settings/categories', isDone: categories.length > 0 },
  ];
  const done = items.filter((item) => item.isDone).length;
  if (done === items.length) return null;
  const hide = () => {
    localStorage.setItem(KEPT, 'off');
    setHidden(true);
  };
  return (
    <section className={c.card} aria-label={t('begin.title')}>
      <div className={c.head}>
        <h2 className={c.title}>{t('begin.title')}</h2>
        <span className={c.count}>{t('begin.done', { done, of: items.length })}</span>
        <Button kind="ghost" small icon={<X size={14} />} label={t('begin.hide')} onClick={hide} />
      </div>
      <ul className={c.items}>
        {items.map(({ key, href, isDone }) => (
          <li key={key} className={c.item} data-done={isDone}>
            {isDone ? <CircleCheck size={16} aria-hidden="true" /> : <Circle size={16} aria-hidden="true" />}
            {isDone ? (
              <span>
                {t(key)}
                <span className="sr"> ({t('begin.isDone')})</span>
              </span>
            ) : (
              <A href={href}>{t(key)}</A>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
