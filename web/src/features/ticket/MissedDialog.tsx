import { t, useT } from '../../lib/i18n';
import type { Article } from '../../lib/ticket_detail';
import { ui } from '../../lib/ui_state';
import { Button } from '../../ui/Button';
import f from '../../ui/form.module.css';
import c from './missed.module.css';

/** What others wrote while one was busy, in full. */
export function MissedWords({ missed }: { missed: Article[] }) {
  return missed.map((article) => (
    <blockquote key={article.id} className={c.words}>
      <b>{article.agent?.name || article.from_name || article.from_address}</b>
      <p>{article.new_text || article.text}</p>
    </blockquote>
  ));
}

/** The ticket moved before a macro that answers: what came is read first, then the macro is used or not. */
export function showMissed(missed: Article[], go: () => void) {
  ui().open({ kind: 'dialog', title: t('macro.movedTitle'), body: (close) => <Asked missed={missed} go={go} close={close} /> });
}

function Asked({ missed, go, close }: { missed: Article[]; go: () => void; close: () => void }) {
  const t = useT();
  return (
    <div className={f.form}>
      <p>{t('macro.moved')}</p>
      <MissedWords missed={missed} />
      <div className={f.askButtons}>
        <Button onClick={close}>{t('macro.notNow')}</Button>
        <Button
          kind="primary"
          onClick={() => {
            close();
            go();
          }}
        >
          {t('macro.useAnyway')}
        </Button>
      </div>
    </div>
  );
}
