import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import { useT } from '../lib/i18n';
import { cx } from './class_names';
import c from './form.module.css';

export type FieldProps = {
  label: string;
  hint?: ReactNode;
  error?: string;
  /** What somebody else has made of it meanwhile. */
  theirs?: unknown;
  isRequired?: boolean;
  isWide?: boolean;
};
export type ControlProps = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true; 'aria-required'?: true };

/** A label, a control, and what is to be said about it, tied together for screen readers. */
export function Field({ label, hint, error, theirs, isRequired, isWide, children }: FieldProps & { children: (props: ControlProps) => ReactNode }) {
  const t = useT();
  const id = useId();
  const about = [error && `${id}e`, theirs !== undefined && `${id}t`, hint && `${id}h`].filter(Boolean).join(' ');
  return (
    <div className={cx(c.field, isWide && c.wide)}>
      <label className={c.label} htmlFor={id}>
        {label}
        {!isRequired ? null : <span className={c.must}> {t('form.required')}</span>}
      </label>
      {children({
        id,
        'aria-describedby': about || undefined,
        'aria-invalid': error ? true : undefined,
        'aria-required': isRequired ? true : undefined,
      })}
      {error && (
        <p className={c.error} id={`${id}e`}>
          <CircleAlert size={14} aria-hidden="true" />
          {error}
        </p>
      )}
      {theirs !== undefined && (
        <p className={c.theirs} id={`${id}t`}>
          {isPlain(theirs) ? t('form.theirs', { value: String(theirs ?? '–') }) : t('form.theirsChanged')}
        </p>
      )}
      {hint && (
        <p className={c.hint} id={`${id}h`}>
          {hint}
        </p>
      )}
    </div>
  );
}
const isPlain = (value: unknown) => value === null || typeof value !== 'object';

/** Several controls under one heading, as a fieldset: for screen readers one thing. */
export function FieldGroup({ label, hint, error, children }: { label: string; hint?: string; error?: string; children: ReactNode }) {
  const id = useId();
  const about = [error && `${id}e`, hint && `${id}h`].filter(Boolean).join(' ');
  return (
    <fieldset className={cx(c.field, c.wide, c.group)} aria-describedby={about || undefined}>
      <legend className={c.label}>{label}</legend>
      {hint && (
        <p className={c.hint} id={`${id}h`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p className={c.error} id={`${id}e`} role="alert" tabIndex={-1}>
          <CircleAlert size={14} aria-hidden="true" />
          {error}
        </p>
      )}
    </fieldset>
  );
}
