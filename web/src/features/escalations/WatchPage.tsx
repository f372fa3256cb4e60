import { useQuery } from '@tanstack/react-query';
import { Maximize2, Minimize2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { read, type Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useCommands } from '../../lib/hotkeys';
import { useT } from '../../lib/i18n';
import { clock } from '../../lib/time';
import { Button } from '../../ui/Button';
import { cx } from '../../ui/class_names';
import { Page, Pending } from '../../ui/Page';
import { Dealing } from './Dealing';
import { Figures } from './Figures';
import { People, Queues } from './People';
import { Gaps, Tickets } from './Tickets';
import c from './watch.module.css';

export type Watch = Schemas['Watch'];
export const WATCH_URL = '/api/v1/watch';
const EVERY_MS = 15_000;

/** What calls for a lead now; on a big screen the figures alone, large enough for a room. */
export function WatchPage() {
  const t = useT();
  const [isBig, setBig] = useState(false);
  const query = useQuery({ queryKey: ['watch', WATCH_URL], queryFn: ({ signal }) => read<Watch>(WATCH_URL, signal), refetchInterval: EVERY_MS });
  const toggle = () => {
    if (isBig) void document.exitFullscreen?.().catch(() => undefined);
    else void document.documentElement.requestFullscreen?.().catch(() => undefined);
    setBig(!isBig);
  };
  useEffect(() => {
    const leave = () => document.fullscreenElement === null && setBig(false);
    document.addEventListener('fullscreenchange', leave);
    return () => document.removeEventListener('fullscreenchange', leave);
  }, []);
  useCommands([{ id: 'watch-big', label: 'watch.big', keys: 'b', group: 'group.general', run: toggle }]);
  const seen = query.data;
  return (
    <Page
      title={t('nav.watch')}
      text={isBig ? undefined : t('watch.text')}
      isWide
      actions={
        <>
          {seen && <small className={c.at}>{t('watch.at', { time: clock(seen.at) })}</small>}
          <Button icon={isBig ? <Minimize2 size={15} /> : <Maximize2 size={15} />} keys="b" onClick={toggle}>
            {t(isBig ? 'watch.small' : 'watch.big')}
          </Button>
        </>
      }
    >
      {seen ? (
        <div className={cx(c.board, isBig && c.big)}>
          {isBig && (
            <div className={c.wallHead}>
              <b>{t('nav.watch')}</b>
              <span>{t('watch.at', { time: clock(seen.at) })}</span>
              <Button icon={<Minimize2 size={15} />} keys="b" onClick={toggle}>
                {t('watch.small')}
              </Button>
            </div>
          )}
          <Figures seen={seen} />
          <div className={c.columns}>
            <Tickets id="breaching" title={t('watch.breachingNext')} none={t('watch.none.breaching')} rows={seen.breaching_next} />
            <Tickets id="breached" title={t('watch.breachedList')} none={t('watch.none.breached')} rows={seen.breached_first} />
            <Tickets id="unassigned" title={t('watch.unassignedList')} none={t('watch.none.unassigned')} rows={seen.unassigned_first} />
            {seen.silent && <Tickets id="silent" title={t('watch.silentList')} none={t('watch.none.silent')} rows={seen.silent_first} />}
            <Gaps gaps={seen.gaps} />
            <Queues seen={seen} />
            <People seen={seen} />
            {may('agents:write') && !isBig && <Dealing />}
          </div>
        </div>
      ) : (
        <Pending query={query} />
      )}
    </Page>
  );
}
