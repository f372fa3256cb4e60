import type { ReactNode } from 'react';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import type { Row } from '../../lib/rows';
import { pickTags } from '../../lib/tag_picker';
import { useTagColour } from '../../lib/tags';
import { Tag } from '../../ui/Tag';
import c from './properties.module.css';

/** The tags of a ticket, and the button that gives and takes them. */
export function TagRow({ ticket, icon }: { ticket: Row; icon: ReactNode }) {
  const t = useT();
  const colourOf = useTagColour();
  return (
    <>
      {ticket.tags.map((tag) => (
        <Tag key={tag} name={tag} colour={colourOf(tag)} />
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
