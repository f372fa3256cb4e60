import { useQuery } from '@tanstack/react-query';
import { Plus, X } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Schemas } from '../lib/api';
import { useT } from '../lib/i18n';
import { list } from '../lib/records';
import { languageName } from '../lib/ticket_pickers';
import { Button } from './Button';
import { Field, FieldGroup } from './Field';
import type { Bound } from './form';
import c from './form.module.css';

type Texts = Record<string, string>;
const LANGUAGES = ['en', 'de', 'pl', 'cs', 'da', 'es', 'fi', 'fr', 'hu', 'it', 'lt', 'nb', 'nl', 'pt', 'ro', 'ru', 'sk', 'sv', 'tr', 'uk'];

/** The same text in several languages, with placeholders that are filled in when it is used. */
export function TextsField({ label, hint, value, onChange, error }: Bound<Texts> & { label: string; hint?: string }) {
  const t = useT();
  const [wanted, setWanted] = useState('');
  const left = LANGUAGES.filter((code) => !(code in value));
  const chosen = left.includes(wanted) ? wanted : (left[0] ?? '');
  const without = (code: string) => Object.fromEntries(Object.entries(value).filter(([each]) => each !== code));
  return (
    <FieldGroup label={label} hint={hint} error={error}>
      <div className={c.texts}>
        {Object.entries(value).map(([code, text]) => (
          <div key={code} className={c.text}>
            <PlaceholderArea label={languageName(code)} lang={code} name={`texts.${code}`} value={text} onChange={(words) => onChange({ ...value, [code]: words })} />
            <Button small kind="ghost" icon={<X size={14} />} onClick={() => onChange(without(code))}>
              {t('texts.remove', { language: languageName(code) })}
            </Button>
          </div>
        ))}
        {left.length > 0 && (
          <div className={c.row}>
            <select className={`${c.input} ${c.select} ${c.medium}`} aria-label={t('texts.language')} value={chosen} onChange={(event) => setWanted(event.target.value)}>
              {left.map((code) => (
                <option key={code} value={code}>
                  {languageName(code)}
                </option>
              ))}
            </select>
            <Button icon={<Plus size={15} />} onClick={() => onChange({ ...value, [chosen]: '' })}>
              {t('texts.add')}
            </Button>
          </div>
        )}
      </div>
    </FieldGroup>
  );
}

type AreaProps = { label: string; name: string; value: string; onChange: (value: string) => void; error?: string; lang?: string; rows?: number; hint?: string };

/** A text with a choice of placeholders, each put where the cursor stands. */
export function PlaceholderArea({ label, name, value, onChange, error, lang, rows = 5, hint }: AreaProps) {
  const t = useT();
  const area = useRef<HTMLTextAreaElement>(null);
  const all = useQuery(list<Schemas['Placeholder']>('/api/v1/placeholders')).data ?? [];
  const put = (placeholder: string) => {
    const at = area.current;
    if (!at) return;
    const words = `{{${placeholder}}}`;
    const end = at.selectionStart + words.length;
    onChange(`${value.slice(0, at.selectionStart)}${words}${value.slice(at.selectionEnd)}`);
    requestAnimationFrame(() => {
      at.focus();
      at.setSelectionRange(end, end);
    });
  };
  return (
    <Field label={label} error={error} hint={hint}>
      {(control) => (
        <>
          <textarea {...control} ref={area} name={name} lang={lang} className={c.input} rows={rows} value={value} onChange={(event) => onChange(event.target.value)} />
          <select className={`${c.input} ${c.select} ${c.medium}`} aria-label={t('texts.placeholderIn', { label })} value="" onChange={(event) => put(event.target.value)}>
            <option value="">{t('texts.placeholder')}</option>
            {all.map((each) => (
              <option key={each.name} value={each.name}>
                {t('texts.example', { name: each.name, example: each.example })}
              </option>
            ))}
          </select>
        </>
      )}
    </Field>
  );
}
