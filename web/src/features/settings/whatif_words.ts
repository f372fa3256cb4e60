import { useT } from '../../lib/i18n';
import { useAgents, useCategories, useQueues } from '../../lib/reference';
import { finePercent } from '../../lib/time';
import type { Question } from './whatif';

/** A question as people ask it: "2 more like Ola (de); 120 % of the tickets". */
export function useWhatWords() {
  const t = useT();
  const agents = useAgents();
  const queues = useQueues();
  const categories = useCategories();
  const nameOf = (all: { id: number; name: string }[], id: number) => all.find((one) => one.id === id)?.name ?? `#${id}`;
  return ({ what }: Question): string => {
    const learned = (one: { skills?: string[]; languages?: string[] }) => [...(one.languages ?? []), ...(one.skills ?? [])].join(', ');
    const words = [
      ...what.add.map((one) => t('whatif.words.add', { count: one.count ?? 1, name: nameOf(agents, one.like) }) + (learned(one) && ` (${learned(one)})`)),
      ...what.remove.map((id) => t('whatif.words.remove', { name: nameOf(agents, id) })),
      ...what.change.map((one) => t('whatif.words.change', { name: nameOf(agents, one.agent), what: learned(one) || t('whatif.words.hours') })),
      ...what.volume.map((one) => {
        const of = [one.queue && nameOf(queues, one.queue), one.category && nameOf(categories, one.category)].filter(Boolean).join(', ');
        return t('whatif.words.volume', { share: finePercent(one.factor) }) + (of && ` (${of})`);
      }),
      ...what.targets.map((one) => t('whatif.words.target', { priority: t(`priority.${one.priority}`) })),
      ...what.assignment.map((one) => `${nameOf(queues, one.queue)}: ${t(`queues.assignment.${one.assignment}`)}`),
      ...(what.automation > 0 ? [t('whatif.words.automation', { share: finePercent(what.automation) })] : []),
    ];
    return words.length ? words.join('; ') : t('whatif.words.nothing');
  };
}
