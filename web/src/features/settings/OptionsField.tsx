import { Plus, Trash2 } from 'lucide-react';
import type { Schemas } from '../../lib/api';
import { LANG_NAMES, LANGS, useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { FieldGroup } from '../../ui/Field';
import type { Bound } from '../../ui/form';
import f from '../../ui/form.module.css';
import c from './settings.module.css';

type Choice = Schemas['Field']['options'][number];

/** The values to choose from. A value stays the same for ever; its names are for people. */
export function OptionsField({ value, onChange, error, isTree }: Bound<Choice[]> & { isTree: boolean }) {
  const t = useT();
  const put = (at: number, part: Partial<Choice>) => onChange(value.map((option, i) => (i === at ? { ...option, ...part } : option)));
  const rename = (at: number, lang: string, text: string) => {
    const { [lang]: gone, ...rest } = value[at]?.name ?? {};
    put(at, { name: text ? { ...rest, [lang]: text } : rest });
  };
  return (
    <FieldGroup label={t('fields.options')} hint={t(isTree ? 'fields.treeHint' : 'fields.optionsHint')} error={error}>
      <div className={c.rows}>
        {value.map((option, i) => {
          const label = t('fields.option', { count: i + 1 });
          return (
            <div key={i} className={c.option}>
              <input className={f.input} aria-label={label} placeholder={label} aria-invalid={error && !option.value ? true : undefined} maxLength={200} value={option.value} onChange={(event) => put(i, { value: event.target.value })} />
              {LANGS.map((lang) => (
                <input
                  key={lang}
                  className={f.input}
                  aria-label={`${label}: ${LANG_NAMES[lang]}`}
                  placeholder={LANG_NAMES[lang]}
                  maxLength={100}
                  value={option.name?.[lang] ?? ''}
                  onChange={(event) => rename(i, lang, event.target.value)}
                />
              ))}
              <Button
                kind="ghost"
                icon={<Trash2 size={15} />}
                label={t('form.removeWord', { word: option.value || String(i + 1) })}
                onClick={() => onChange(value.filter((_, at) => at !== i))}
              />
            </div>
          );
        })}
        <Button small icon={<Plus size={14} />} onClick={() => onChange([...value, { value: '' }])}>
          {t('fields.addOption')}
        </Button>
      </div>
    </FieldGroup>
  );
}
