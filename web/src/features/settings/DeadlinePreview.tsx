import { useState } from 'react';
import { ApiError, type Schemas, write } from '../../lib/api';
import { problemText } from '../../lib/fault_text';
import { useT } from '../../lib/i18n';
import { number, percent } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Page';
import c from './settings.module.css';

type Preview = Schemas['DeadlinePreview'];

/** Before it is saved: what this change would do to the deadlines of open tickets, and would have done lately. */
export function DeadlinePreview({ url, body }: { url: string; body: object }) {
  const t = useT();
  const [seen, setSeen] = useState<{ of: string; preview?: Preview; fault?: string }>();
  const [isBusy, setBusy] = useState(false);
  const of = JSON.stringify(body);
  const look = async () => {
    setBusy(true);
    await write<Preview>('POST', `${url}/preview`, body).then(
      (preview) => setSeen({ of, preview }),
      (error: unknown) => setSeen({ of, fault: error instanceof ApiError ? problemText(error) : t('clocks.preview.failed') }),
    );
    setBusy(false);
  };
  const isCurrent = seen?.of === of;
  return (
    <Section title={t('clocks.preview.title')} text={t('clocks.preview.text')}>
      <Button type="button" onClick={() => void look()} disabled={isBusy}>
        {t('clocks.preview.look')}
      </Button>
      <div role="status" aria-busy={isBusy} className={c.answer}>
        {isCurrent && seen.fault && <p className={c.notice}>{seen.fault}</p>}
        {isCurrent && seen.preview && <Answer preview={seen.preview} />}
      </div>
    </Section>
  );
}

function Answer({ preview }: { preview: Preview }) {
  const t = useT();
  const judged = preview.clocks.filter((each) => each.judged_before > 0 || each.judged_after > 0);
  const share = (value: number | null) => (value === null ? '–' : percent(value));
  return (
    <div className={c.stack}>
      <p>
        {t(preview.has_more_open ? 'clocks.preview.newest' : 'clocks.preview.all', { count: preview.open })}{' '}
        {t('clocks.preview.moves', { earlier: number(preview.earlier), later: number(preview.later) })}{' '}
        {t('clocks.preview.breaches', { breached: number(preview.breached), unbreached: number(preview.unbreached) })}
      </p>
      {judged.length > 0 && (
        <div className={c.tableBox}>
          <table className={c.grid}>
            <caption className="sr">{t('clocks.preview.kept', { days: number(preview.days) })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('clocks.preview.clock')}</th>
                <th scope="col">{t('clocks.preview.before')}</th>
                <th scope="col">{t('clocks.preview.after')}</th>
              </tr>
            </thead>
            <tbody>
              {judged.map((each) => (
                <tr key={each.clock}>
                  <th scope="row">{t(`clocks.${each.clock}`)}</th>
                  <td>{t('clocks.preview.share', { share: share(each.share_before), count: each.judged_before })}</td>
                  <td>{t('clocks.preview.share', { share: share(each.share_after), count: each.judged_after })}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className={c.muted}>{t(preview.has_more_ended ? 'clocks.preview.someEnded' : 'clocks.preview.allEnded', { count: preview.ended, days: number(preview.days) })}</p>
    </div>
  );
}
