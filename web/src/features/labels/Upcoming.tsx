import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { usePages } from '../../lib/records';
import { dateTime } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Page';
import c from './labels.module.css';
import { WHY_ICONS } from './TicketWords';
import { LABELS_URL } from './use_labels';

type Request = Schemas['LabelRequest'];

/** What comes next, in the order of what a decision is worth, each with its reason. */
export function Upcoming({ inHand }: { inHand?: number }) {
  const t = useT();
  const pages = usePages<Request>(`${LABELS_URL}?limit=10`);
  const rows = pages.rows.filter((row) => row.ticket !== inHand);
  if (!rows.length) return null;
  return (
    <Section title={t('labels.next')} text={t('labels.order')}>
      <ol className={c.list}>
        {rows.map((row) => {
          const Icon = WHY_ICONS[row.why];
          return (
            <li key={row.ticket}>
              <Icon size={14} aria-hidden="true" />
              <span className={c.rowSubject}>{row.subject || t('ticket.noSubject')}</span>
              <span className={c.rowWhy}>
                {t(row.is_skipped ? 'labels.skipped' : `labels.short.${row.why}`)}
                {row.claimed_by && ` · ${t('labels.held', { name: row.claimed_by })}`}
              </span>
              <time dateTime={row.created_at}>{dateTime(row.created_at)}</time>
            </li>
          );
        })}
      </ol>
      {pages.hasNextPage && <Button onClick={() => void pages.fetchNextPage()}>{t('labels.more')}</Button>}
    </Section>
  );
}
