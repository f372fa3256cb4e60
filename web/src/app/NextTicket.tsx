import { useQuery } from '@tanstack/react-query';
import { ListStart, UserCheck, UserX } from 'lucide-react';
import { useRef } from 'react';
import { newKey, type Schemas, write } from '../lib/api';
import { may, me } from '../lib/boot';
import { refuse } from '../lib/change';
import { useCommands } from '../lib/hotkeys';
import { t, useT } from '../lib/i18n';
import { held, save } from '../lib/records';
import { say } from '../lib/toasts';
import { ui } from '../lib/ui_state';
import { Button } from '../ui/Button';
import c from './next.module.css';
import { go, paths } from './routes';

/** Takes what presses most of what waits, and whether this person takes any. */
export function NextTicket() {
  const agent = me();
  return agent && may('tickets:write') ? <Buttons id={agent.id} /> : null;
}

function Buttons({ id }: { id: number }) {
  const t = useT();
  const url = `/api/v1/agents/${id}`;
  const query = useQuery({ ...held<Schemas['Agent']>(url), enabled: may('agents:read') });
  const isHere = query.data?.value.is_available;
  const isBusy = useRef(false);
  const take = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    await takeNext().catch(refuse);
    isBusy.current = false;
  };
  const put = async (is_available: boolean) => {
    try {
      await save('PUT', `${url}/availability`, { is_available });
      await query.refetch();
      say(t(is_available ? 'next.isHere' : 'next.isAway'), () => put(!is_available));
    } catch (error) {
      refuse(error);
    }
  };
  useCommands([{ id: 'take-next', label: 'next.take', keys: 'g x', group: 'group.go', run: () => void take() }]);
  return (
    <div className={c.next}>
      <Button className={c.take} icon={<ListStart size={15} aria-hidden="true" />} keys="g x" data-tip={t('next.hint')} onClick={() => void take()}>
        <span>{t('next.take')}</span>
      </Button>
      {isHere !== undefined && (
        <Button
          kind="ghost"
          className={c.here}
          icon={isHere ? <UserCheck size={15} aria-hidden="true" /> : <UserX size={15} aria-hidden="true" />}
          label={t('next.here')}
          aria-pressed={isHere}
          onClick={() => void put(!isHere)}
        />
      )}
    </div>
  );
}

async function takeNext() {
  const { ticket, because } = await write<Schemas['NextTicket']>('POST', '/api/v1/pool/next', undefined, { 'Idempotency-Key': newKey() });
  ui().setNavOpen(false);
  if (!ticket) return say(t(because.code === 'routing.nothing_fits' ? 'next.noRoom' : 'next.none'));
  go(paths.inbox('mine', ticket.id));
  say(t('next.taken', { subject: ticket.subject }));
}
