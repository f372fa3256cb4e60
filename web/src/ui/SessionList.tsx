import { useQuery } from '@tanstack/react-query';
import { ApiError, type Schemas } from '../lib/api';
import { deviceName } from '../lib/device_name';
import { problemText } from '../lib/fault_text';
import { useT } from '../lib/i18n';
import { list, remove } from '../lib/records';
import { dateTime } from '../lib/time';
import { complain, say } from '../lib/toasts';
import { Badge } from './Badge';
import { Button } from './Button';
import { Pending } from './Page';
import c from './sessions.module.css';

type Row = Schemas['SessionRow'];

/** Where somebody is signed in: one's own, or an agent's for who may change agents. */
export function SessionList({ agent }: { agent?: number }) {
  const t = useT();
  const query = useQuery({ ...list<Row>(`/api/v1/sessions${agent ? `?agent=${agent}` : ''}`), staleTime: 0 });
  if (!query.data) return <Pending query={query} lines={3} />;
  if (!query.data.length) return <p className={c.none}>{t('sessions.none')}</p>;
  return (
    <ul className={c.list}>
      {query.data.map((row) => (
        <Item key={row.id} row={row} />
      ))}
    </ul>
  );
}

function Item({ row }: { row: Row }) {
  const t = useT();
  const device = deviceName(row.device) || t('sessions.unknownDevice');
  const end = async () => {
    try {
      await remove(`/api/v1/sessions/${row.id}`);
      if (row.is_current) location.assign('/sign-in');
      else say(t('sessions.ended', { device }));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      complain(problemText(error));
    }
  };
  return (
    <li className={c.item}>
      <div className={c.about}>
        <p className={c.device}>
          {device}
          {row.is_current && <Badge tone="ok">{t('sessions.current')}</Badge>}
        </p>
        <p className={c.detail}>
          {t('sessions.seen', { at: dateTime(row.last_seen_at) })} · {row.address} · {t(`sessions.means.${row.means}`)}
        </p>
        <p className={c.detail}>{t('sessions.since', { at: dateTime(row.created_at), until: dateTime(row.expires_at) })}</p>
      </div>
      <Button small onClick={() => void end()}>
        {t(row.is_current ? 'sessions.signOut' : 'sessions.end')}
        <span className="sr"> {device}</span>
      </Button>
    </li>
  );
}
