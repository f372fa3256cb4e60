import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { ApiError, type Schemas, write } from '../../lib/api';
import { problemText } from '../../lib/fault_text';
import { useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { DayList, LeftOut } from '../../ui/DayList';
import f from '../../ui/form.module.css';
import c from './holiday_file.module.css';

type Holiday = Schemas['Calendar']['holidays'][number];
type Read = Schemas['HolidayFile'];
const MOST_BYTES = 2 * 1024 * 1024;

/** Holidays out of a calendar file: shown first, then put beside those that are there; saved with the rest of the form. */
export function HolidayFile({ zone, holidays, onAdd }: { zone: string; holidays: Holiday[]; onAdd: (days: Holiday[]) => void }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [found, setFound] = useState<Read>();
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  async function take(file: File | undefined) {
    if (!file) return;
    setFound(undefined);
    setFault(file.size > MOST_BYTES ? t('ics.tooLarge') : undefined);
    if (file.size > MOST_BYTES) return;
    setBusy(true);
    await write<Read>('POST', `/api/v1/holiday-files?${new URLSearchParams({ time_zone: zone })}`, file, { 'content-type': 'application/octet-stream' }).then(setFound, (error: unknown) =>
      setFault(error instanceof ApiError ? problemText(error) : t('ics.failed')),
    );
    setBusy(false);
  }

  const fresh = found?.holidays.filter(({ date }) => !holidays.some((known) => known.date === date)) ?? [];
  return (
    <div className={c.box}>
      <input
        ref={input}
        type="file"
        className="sr"
        tabIndex={-1}
        aria-label={t('ics.choose')}
        accept=".ics,text/calendar"
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      <Button small icon={<FileUp size={14} aria-hidden="true" />} disabled={isBusy} onClick={() => input.current?.click()}>
        {t('ics.choose')}
      </Button>
      <div role="status" aria-busy={isBusy}>
        {fault && <p className={c.fault}>{fault}</p>}
        {found && (
          <div className={c.found}>
            <p>
              {found.name ? t('ics.foundIn', { name: found.name, count: found.holidays.length }) : t('ics.found', { count: found.holidays.length })}{' '}
              {found.holidays.length > 0 && t('ics.fresh', { count: fresh.length })}
            </p>
            {found.holidays.length > 0 && <DayList days={found.holidays} label={t('ics.days')} />}
            {found.parts_of_days > 0 && <p className={f.hint}>{t('ics.parts', { count: found.parts_of_days })}</p>}
            {found.events_left_out > 0 && <LeftOut notes={found.left_out} count={found.events_left_out} />}
            <div className={c.actions}>
              {fresh.length > 0 && (
                <Button
                  small
                  onClick={() => {
                    onAdd(fresh);
                    setFound(undefined);
                  }}
                >
                  {t('ics.add', { count: fresh.length })}
                </Button>
              )}
              <Button small kind="ghost" onClick={() => setFound(undefined)}>
                {t('ics.close')}
              </Button>
            </div>
          </div>
        )}
      </div>
    </div>
  );
}
