import { TriangleAlert } from 'lucide-react';
import { useT } from '../../lib/i18n';
import type { Detail } from '../../lib/rows';
import { Button } from '../../ui/Button';
import { MissedWords } from './MissedDialog';
import { setComposer, useComposer } from './composer_state';
import c from './missed.module.css';
import { send } from './send';

/** The ticket moved while a reply was written: what came is shown here, and nothing goes out unread. */
export function Missed({ ticket }: { ticket: Detail }) {
  const t = useT();
  const missed = useComposer((state) => state.missed);
  if (!missed.length) return null;
  return (
    <section className={c.missed} role="alert" aria-label={t('missed.title')}>
      <p className={c.title}>
        <TriangleAlert size={15} aria-hidden="true" />
        {t('missed.title')}
      </p>
      <MissedWords missed={missed} />
      <div className={c.actions}>
        <Button small onClick={() => setComposer({ missed: [] })}>
          {t('missed.rewrite')}
        </Button>
        <Button small kind="primary" onClick={() => void send(ticket, { isKnowing: true })}>
          {t('missed.send')}
        </Button>
      </div>
    </section>
  );
}
