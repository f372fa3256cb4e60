import { Eye, EyeOff } from 'lucide-react';
import { type InputHTMLAttributes, type ReactNode, useId, useState } from 'react';
import { useT } from '../lib/i18n';
import { cx } from './class_names';
import { Field, type FieldProps } from './Field';
import type { Bound } from './form';
import c from './form.module.css';

type Plain = Pick<InputHTMLAttributes<HTMLInputElement>, 'type' | 'autoComplete' | 'maxLength' | 'placeholder' | 'inputMode' | 'spellCheck' | 'autoFocus'>;
/** `value` null is shown as nothing. */
type Text = { name: string; value: string | null; onChange: (value: string) => void; error?: string; theirs?: unknown };

const split = <P extends FieldProps>({ label, hint, error, theirs, isRequired, isWide, ...rest }: P) => ({
  field: { label, hint, error, theirs, isRequired, isWide },
  rest,
});

export function TextField(props: FieldProps & Plain & Text & { width?: 'short' | 'medium' }) {
  const { field, rest } = split(props);
  const { value, onChange, width, ...input } = rest;
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          {...input}
          className={cx(c.input, width && c[width])}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

export function PasswordField(props: FieldProps & Text & { autoComplete: 'current-password' | 'new-password' }) {
  const t = useT();
  const [isShown, setShown] = useState(false);
  const { field, rest } = split(props);
  const { value, onChange, ...input } = rest;
  return (
    <Field {...field}>
      {(control) => (
        <span className={c.withButton}>
          <input
            {...control}
            {...input}
            className={c.input}
            type={isShown ? 'text' : 'password'}
            spellCheck={false}
            autoCapitalize="off"
            value={value ?? ''}
            onChange={(event) => onChange(event.target.value)}
          />
          <button
            type="button"
            className={c.inside}
            aria-label={t(isShown ? 'form.hide' : 'form.show')}
            data-tip={t(isShown ? 'form.hide' : 'form.show')}
            onClick={() => setShown(!isShown)}
          >
            {isShown ? <EyeOff size={16} /> : <Eye size={16} />}
          </button>
        </span>
      )}
    </Field>
  );
}

export function TextArea(props: FieldProps & Text & { rows?: number; lang?: string }) {
  const { field, rest } = split(props);
  const { value, onChange, rows = 4, ...input } = rest;
  return (
    <Field {...field}>
      {(control) => (
        <textarea {...control} {...input} className={c.input} rows={rows} value={value ?? ''} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

/** Keeps what was typed until it is a number; an emptied field is null. */
export function NumberField(props: FieldProps & Bound<number | null> & { min?: number; max?: number; unit?: string }) {
  const { field, rest } = split(props);
  const { value, onChange, unit, ...input } = rest;
  return (
    <Field {...field}>
      {(control) => (
        <span className={c.withUnit}>
          <input
            {...control}
            {...input}
            type="number"
            inputMode="numeric"
            className={cx(c.input, c.short)}
            value={value ?? ''}
            onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
          />
          {unit && <span className={c.unit}>{unit}</span>}
        </span>
      )}
    </Field>
  );
}

export type Option<V> = { value: V; label: string };

export function SelectField<V extends string | number | null>(props: FieldProps & Bound<V> & { options: Option<V>[]; width?: 'short' | 'medium' }) {
  const { field, rest } = split(props);
  const { value, onChange, options, name, width } = rest;
  return (
    <Field {...field}>
      {(control) => (
        <select
          {...control}
          name={name}
          className={cx(c.input, c.select, width && c[width])}
          value={String(options.findIndex((option) => option.value === value))}
          onChange={(event) => onChange(options[Number(event.target.value)]!.value)}
        >
          {options.every((option) => option.value !== value) && <option value="-1">{String(value ?? '')}</option>}
          {options.map((option, i) => (
            <option key={String(option.value)} value={i}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CheckField({ label, hint, error, theirs, name, value, onChange }: FieldProps & Bound<boolean>) {
  const t = useT();
  const id = useId();
  return (
    <div className={cx(c.field, c.wide)}>
      <label className={c.check}>
        <input
          type="checkbox"
          name={name}
          checked={value}
          aria-invalid={error ? true : undefined}
          aria-describedby={[error && `${id}e`, hint && `${id}h`].filter(Boolean).join(' ') || undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {error && <p className={c.error} id={`${id}e`}>{error}</p>}
      {theirs !== undefined && <p className={c.theirs}>{t('form.theirsChanged')}</p>}
      {hint && (
        <p className={cx(c.hint, c.checkHint)} id={`${id}h`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** Some of a handful: languages, queues, scopes. */
export function ChecksField<V extends string | number>({
  label,
  hint,
  error,
  value,
  onChange,
  options,
}: FieldProps & Bound<V[]> & { options: (Option<V> & { hint?: ReactNode })[] }) {
  const id = useId();
  const toggle = (one: V) => onChange(value.includes(one) ? value.filter((each) => each !== one) : [...value, one]);
  return (
    <fieldset className={cx(c.field, c.wide, c.group)} aria-describedby={error ? `${id}e` : undefined}>
      <legend className={c.label}>{label}</legend>
      {hint && <p className={c.hint}>{hint}</p>}
      <div className={c.checks}>
        {options.map((option) => (
          <label key={option.value} className={c.check}>
            <input
              type="checkbox"
              checked={value.includes(option.value)}
              aria-invalid={error ? true : undefined}
              onChange={() => toggle(option.value)}
            />
            <span>
              {option.label}
              {option.hint && <small className={c.checkSmall}>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p className={c.error} id={`${id}e`}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
