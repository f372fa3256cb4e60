import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { number, percent } from '../../lib/time';
import c from './replay.module.css';
import { useReplay } from './replay';

/** Before a wish is saved: what the last 90 days would have looked like with it. */
export function WishPreview({ field, precision, delta }: { field: Schemas['GateField']; precision: number; delta: number }) {
  const t = useT();
  const isOther = precision !== field.precision || delta !== field.delta;
  const { data, error } = useReplay(isOther ? { days: 90, field: field.field, model: '', target: precision, delta } : null);
  if (!isOther || error) return null;
  const answer = data?.answer;
  return (
    <p className={c.preview} role="status" aria-busy={!answer && !data?.failure}>
      {answer
        ? t('replay.preview', {
            before: number(answer.now.acts),
            beforeValues: number(answer.now.automatic),
            after: number(answer.then.acts),
            afterValues: number(answer.then.automatic),
          })
        : data?.failure
          ? t('replay.nothing')
          : t('replay.working', { percent: percent((data?.progress ?? 0) / 100) })}
    </p>
  );
}
