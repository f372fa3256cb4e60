import { useQuery } from '@tanstack/react-query';
import { BellRing } from 'lucide-react';
import { useState } from 'react';
import { me } from '../../lib/boot';
import type { Escalation } from '../../lib/escalation_words';
import { ESCALATIONS_URL, useEscalationCounts } from '../../lib/escalations';
import { useCommands } from '../../lib/hotkeys';
import { useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { Button } from '../../ui/Button';
import { Empty } from '../../ui/Empty';
import { Page, Pending } from '../../ui/Page';
import { acknowledge } from './acknowledge';
import { EscalationItem } from './EscalationItem';
import c from './escalations.module.css';

const LISTS = ['mine', 'running', 'acknowledged'] as const;
type List = (typeof LISTS)[number];
const URLS: Record<List, string> = {
  mine: `${ESCALATIONS_URL}?mine=true`,
  running: `${ESCALATIONS_URL}?state=running`,
  acknowledged: `${ESCALATIONS_URL}?state=acknowledged`,
};

/** Tickets in trouble: what calls me, what runs at all, and what somebody looks after. */
export function EscalationsPage() {
  const t = useT();
  const asked = Number(new URLSearchParams(location.search).get('one')) || undefined;
  const [shown, setShown] = useState<List>(me() && !asked ? 'mine' : 'running');
  const counts = useEscalationCounts();
  const query = useQuery(list<Escalation>(URLS[shown]));
  const rows = query.data ?? [];
  const [at, setAt] = useState<number>();
  const current = rows.find((row) => row.id === (at ?? asked)) ?? rows[0];
  const step = (by: number) => {
    const next = rows[rows.findIndex((row) => row.id === current?.id) + by];
    if (!next) return;
    setAt(next.id);
    document.getElementById(`escalation-${next.id}`)?.focus();
  };
  // The row goes, and its button with it: the keyboard goes on at the next one, else at the choice of the list.
  const take = async (row: Escalation) => {
    const place = rows.indexOf(row);
    const next = rows[place + 1] ?? rows[place - 1];
    await acknowledge(row);
    setTimeout(() => {
      if (document.activeElement !== document.body) return;
      if (next) setAt(next.id);
      (document.getElementById(`escalation-${next?.id}`) ?? document.querySelector<HTMLElement>(`.${c.tabs} [aria-pressed='true']`))?.focus();
    }, 50);
  };
  useCommands([
    { id: 'escalation-next', label: 'escalations.next', keys: 'j', group: 'group.go', run: () => step(1) },
    { id: 'escalation-before', label: 'escalations.before', keys: 'k', group: 'group.go', run: () => step(-1) },
    { id: 'escalation-acknowledge', label: 'escalations.acknowledge', keys: 'a', group: 'group.go', run: () => current?.state === 'running' && void take(current) },
  ]);
  const count = { mine: counts?.mine, running: counts?.all, acknowledged: undefined };
  return (
    <Page title={t('nav.escalations')} text={t('escalations.text')}>
      <div className={c.tabs} role="group" aria-label={t('nav.escalations')}>
        {LISTS.map((each) => (
          <button key={each} type="button" aria-pressed={each === shown} onClick={() => setShown(each)}>
            {t(`escalations.${each}`)}
            {!!count[each] && <small>{count[each]! >= 100 ? '100+' : count[each]}</small>}
          </button>
        ))}
      </div>
      {!query.data && <Pending query={query} />}
      {query.data && !rows.length && (
        <Empty icon={<BellRing size={24} />} title={t(`escalations.none.${shown}`)}>
          {shown === 'mine' && !!counts?.all && <Button onClick={() => setShown('running')}>{t('escalations.showAll')}</Button>}
        </Empty>
      )}
      <ul className={c.list}>
        {rows.map((row) => (
          <EscalationItem key={row.id} row={row} isCurrent={row.id === current?.id} onFocus={() => setAt(row.id)} onTake={() => void take(row)} />
        ))}
      </ul>
    </Page>
  );
}
