import { Eye, PenLine } from 'lucide-react';
import { me } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import c from './composer.module.css';
import { usePresence } from './presence';

/** Who else is at this ticket. Somebody who writes is said aloud: two answers help nobody. */
export function Company({ ticket }: { ticket: Detail }) {
  const t = useT();
  usePresence(ticket.id);
  const others = ticket.viewers.flatMap(({ agent, state }) => (agent && agent.id !== me()?.id ? [{ name: agent.name, state }] : []));
  const names = (state: string) => [...new Set(others.filter((other) => other.state === state).map((other) => other.name))];
  const writing = names('replying');
  const looking = names('viewing').filter((name) => !writing.includes(name));
  return (
    <div role="status" className={c.company}>
      {writing.length > 0 && (
        <p className={c.writing}>
          <PenLine size={14} aria-hidden="true" />
          {t('company.writing', { names: writing.join(', '), count: writing.length })}
        </p>
      )}
      {writing.length === 0 && looking.length > 0 && (
        <p className={c.looking}>
          <Eye size={13} aria-hidden="true" />
          {t('company.looking', { names: looking.join(', '), count: looking.length })}
        </p>
      )}
    </div>
  );
}
