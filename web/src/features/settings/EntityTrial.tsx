import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ApiError, type Schemas, write } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { useLater } from '../../lib/later_value';
import { cutAt } from '../../lib/text_places';
import { TextArea } from '../../ui/fields';
import c from './entities.module.css';

/** A sample text, and what the pattern finds in it, as it is typed. */
export function EntityTrial({ pattern }: { pattern: string }) {
  const t = useT();
  const title = useId();
  const [text, setText] = useState(() => t('entities.sample'));
  const asked = useLater(pattern, 300);
  const sample = useLater(text, 300);
  const trial = useQuery({
    queryKey: ['entity trial', asked, sample],
    queryFn: () => write<Schemas['EntityTrialResult']>('POST', '/api/v1/entities/try', { pattern: asked, text: sample }),
    enabled: asked !== '' && sample !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const fault = trial.error instanceof ApiError ? (trial.error.about('/pattern') ?? trial.error.message) : undefined;
  const found = trial.data?.found ?? [];
  return (
    <section className={c.trial} aria-labelledby={title}>
      <h2 id={title}>{t('entities.try')}</h2>
      <TextArea label={t('entities.sampleText')} name="/text" rows={4} value={text} onChange={setText} />
      <div className={c.result} aria-live="polite">
        {asked === '' || sample === '' ? null : fault ? (
          <p className={c.fault}>{fault}</p>
        ) : (
          trial.data && (
            <>
              <p className={c.count}>{t('entities.found', { count: found.length })}</p>
              <p className={c.text}>{cutAt(sample, found).map((piece, i) => (piece.place ? <mark key={i}>{piece.text}</mark> : piece.text))}</p>
            </>
          )
        )}
      </div>
    </section>
  );
}
