import { useMemo } from 'react';
import { useT } from '../lib/i18n';
import { useQueues } from '../lib/reference';
import { type ShownView, shownViews, useViews } from '../lib/views';

/** What /inbox/:view means: a view of the desk or of this person, or a queue. */
export function useViewOf(id: string): ShownView {
  const t = useT();
  const queues = useQueues();
  const views = useViews();
  return useMemo(() => {
    const queue = id.startsWith('queue-') ? Number(id.slice(6)) : 0;
    if (queue) {
      const title = queues.find((each) => each.id === queue)?.name ?? '';
      return {
        id,
        title,
        filter: `status=new&status=open&status=waiting&queue=${queue}`,
        sort: null,
        query: `queue:${queue} is:open`,
        kind: 'tickets',
      };
    }
    const shown = shownViews(views).find((each) => each.id === id);
    return shown ?? { id, title: t('view.all'), filter: 'view=all', sort: null, query: '', kind: 'tickets' };
  }, [id, queues, views, t]);
}
