import type { ReactNode } from 'react';
import { useT } from '../../lib/i18n';
import type { Row } from '../../lib/rows';
import { pickTags } from '../../lib/tag_picker';
import { may } from '../../lib/boot';
import c from './properties.module.css';

/** The tags of a ticket, and the button that gives and takes them. */
export function TagRow({ ticket, icon }: { ticket: Row; icon: ReactNode }) {
  const t = useT();
  if (!ticket.tags) return null;
  return (
    <>
      {ticket.tags.map((tag) => (
        <span key={tag} className={c.tag}>
          {tag}
        </span>
      ))}
      {may('tickets:write') && (
        <button
          type="button"
          className={c.property}
          data-property="tags"
          aria-label={t('command.tags')}
          data-tip={t('command.tags')}
          data-keys="l"
          onClick={(event) => pickTags([ticket.id], event.currentTarget)}
        >
          {icon}
        </button>
      )}
    </>
  );
}
