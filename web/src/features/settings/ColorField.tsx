import { useT } from '../../lib/i18n';
import { number } from '../../lib/time';
import { Field } from '../../ui/Field';
import type { Bound } from '../../ui/form';
import f from '../../ui/form.module.css';
import { contrastWithWhite, LEAST_CONTRAST } from './contrast';
import c from './portal.module.css';

const FIRST = '#1d4f91';

/** A colour by its number or from the system's picker, and how well white stands on it. */
export function ColorField({ name, value, onChange, error, theirs }: Bound<string>) {
  const t = useT();
  const contrast = contrastWithWhite(value);
  const ratio = contrast === null ? '' : number(Math.floor(contrast * 10) / 10);
  const isLow = contrast !== null && contrast < LEAST_CONTRAST;
  const said = contrast === null ? t('portal.colorHint') : t(isLow ? 'portal.contrastLow' : 'portal.contrast', { ratio });
  return (
    <Field label={t('portal.color')} hint={isLow ? undefined : said} error={error ?? (isLow ? said : undefined)} theirs={theirs}>
      {(control) => (
        <span className={c.color}>
          <input
            type="color"
            className={c.swatch}
            aria-label={t('portal.colorPick')}
            value={contrast === null ? FIRST : value.trim().toLowerCase()}
            onChange={(event) => onChange(event.target.value)}
          />
          <input
            {...control}
            name={name}
            className={`${f.input} ${f.short}`}
            value={value}
            maxLength={7}
            placeholder={FIRST}
            spellCheck={false}
            onChange={(event) => onChange(event.target.value)}
          />
        </span>
      )}
    </Field>
  );
}
