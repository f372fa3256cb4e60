import { standardViews } from './views';
import { useT } from '../lib/i18n';
import { useQueues } from '../lib/reference';

export type ShownView = { id: string; title: string; filter: string };

/** What /inbox/:view means: a view every desk has, or a queue. */
export function useViewOf(id: string): ShownView {
  const t = useT();
  const queues = useQueues();
  const queue = id.startsWith('queue-') ? Number(id.slice(6)) : 0;
  if (queue) {
    const name = queues.find((each) => each.id === queue)?.name ?? '';
    return { id, title: name, filter: `status=new&status=open&status=waiting&queue=${queue}` };
  }
  const views = standardViews();
  const view = views.find((each) => each.id === id) ?? views[0]!;
  return { id: view.id, title: t(view.label), filter: view.filter };
}
