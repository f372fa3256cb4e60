import type { Schemas } from '../lib/api';
import { useT } from '../lib/i18n';
import c from './query.module.css';

type Mistake = NonNullable<Schemas['QueryState']['error']>;
type Props = { id: string; query: string; mistake: Mistake | null; fault?: string; onTake: (query: string) => void };

/** What is wrong with a query: the place in it, a sentence, and what was probably meant. */
export function QueryFault({ id, query, mistake, fault, onTake }: Props) {
  const t = useT();
  const suggestion = mistake?.suggestion?.trim();
  return (
    <div id={id} className={c.fault} role="alert">
      {mistake && <Place query={query} column={mistake.column} />}
      <p>{mistake ? t(`query.fault.${mistake.reason}`, mistake.values) : fault}</p>
      {suggestion && (
        <button type="button" className={c.suggestion} onClick={() => onTake(suggestion)}>
          {t('query.use', { query: suggestion })}
        </button>
      )}
    </div>
  );
}

/** The query with the word at the column marked. Columns count code points, as the server does. */
function Place({ query, column }: { query: string; column: number }) {
  const letters = [...query];
  const start = Math.min(column - 1, letters.length);
  const rest = letters.slice(start).join('');
  const wrong = /^("[^"]*"?|\S)+/.exec(rest)?.[0] ?? '';
  return (
    <code className={c.place} aria-hidden="true">
      {letters.slice(0, start).join('')}
      <b>{wrong || ' '}</b>
      {rest.slice(wrong.length)}
    </code>
  );
}
