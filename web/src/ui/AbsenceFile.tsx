import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { ApiError, type Schemas, write } from '../lib/api';
import { problemText } from '../lib/fault_text';
import { useT } from '../lib/i18n';
import { forget } from '../lib/records';
import { Button } from './Button';
import c from './calendar_feed.module.css';
import { LeftOut } from './DayList';
import f from './form.module.css';

/** When a person is away, by a calendar file; it takes the place of the last one. */
export function AbsenceFile({ url }: { url: string }) {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [done, setDone] = useState<Schemas['AbsenceFile']>();
  const [fault, setFault] = useState<string>();
  async function take(file: File | undefined) {
    if (!file) return;
    setDone(undefined);
    const isLarge = file.size > 2 * 1024 * 1024;
    setFault(isLarge ? t('ics.tooLarge') : undefined);
    if (isLarge) return;
    try {
      setDone(await write<Schemas['AbsenceFile']>('PUT', url, file, { 'content-type': 'application/octet-stream' }));
      await forget(url);
    } catch (error) {
      setFault(error instanceof ApiError ? problemText(error) : t('ics.failed'));
    }
  }
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
      <div>
        <Button small icon={<FileUp size={14} aria-hidden="true" />} onClick={() => input.current?.click()}>
          {t('ics.choose')}
        </Button>
      </div>
      <p className={f.hint}>{t('feed.fileHint')}</p>
      <div role="status">
        {fault && <p className={c.fault}>{fault}</p>}
        {done && (
          <p>
            {t('feed.absences.found', { count: done.absences })} {done.free_events > 0 && t('feed.free', { count: done.free_events })}
          </p>
        )}
        {done && done.events_left_out > 0 && <LeftOut notes={done.left_out} count={done.events_left_out} />}
      </div>
    </div>
  );
}
