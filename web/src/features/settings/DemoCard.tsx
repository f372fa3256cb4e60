import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../lib/api';
import { read } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import c from './checklist.module.css';

type Demo = Schemas['Demo'];
const URL = '/api/v1/demo';
const LOOK_MS = 1000;
/** As in docs: who gets a way in is for the operator of the machine to say, never for the network. */
const WAY_IN = 'lotse user link lena.brandt@team.nordhafen.example --desk nordhafen --data DIR';

/** How far the demo desk is that the first start asked for, and how one comes in. Nothing where none was asked for. */
export function DemoCard() {
  const t = useT();
  const { data: demo } = useQuery({
    queryKey: ['demo'],
    queryFn: ({ signal }) => read<Demo>(URL, signal),
    enabled: may('setup:write'),
    refetchInterval: (query) => (query.state.data?.state === 'loading' ? LOOK_MS : false),
  });
  if (!demo || demo.state === 'none') return null;
  return (
    <section className={c.card} aria-label={t('demo.title')}>
      <div className={c.head}>
        <h2 className={c.title}>{t('demo.title')}</h2>
      </div>
      <p className={c.said} role="status">
        {t(`demo.${demo.state}`)}
      </p>
      {demo.state === 'loading' && (
        <>
          <progress className={c.bar} value={demo.done} max={demo.total} aria-label={t('demo.title')} />
          <p className={c.count}>{t('demo.done', { done: demo.done, count: demo.total })}</p>
        </>
      )}
      {demo.state === 'ready' && <code className={c.command}>{WAY_IN}</code>}
    </section>
  );
}
