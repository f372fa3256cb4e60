import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useT } from '../lib/i18n';
import { Button } from './Button';
import type { Form } from './form';
import c from './form.module.css';

type Props<T extends object> = { form: Form<T>; action: string; children: ReactNode; isAlwaysOpen?: boolean; label: string; readOnly?: boolean };

/** The form element with its messages, and the bar that saves: it comes when there is something to save. */
export function FormBody<T extends object>({ form, action, children, isAlwaysOpen, label, readOnly }: Props<T>) {
  const t = useT();
  if (readOnly) {
    return (
      <fieldset className={c.readOnly} disabled aria-label={label}>
        <p className={c.readOnlyText}>{t('form.readOnly')}</p>
        <div className={c.form}>{children}</div>
      </fieldset>
    );
  }
  return (
    <form ref={form.element} onSubmit={form.submit} noValidate aria-label={label}>
      <FormMessages form={form} />
      <div className={c.form}>{children}</div>
      {(isAlwaysOpen || form.isDirty) && (
        <div className={c.bar}>
          <span className={c.barText}>{form.isDirty ? t('form.unsaved') : ''}</span>
          {form.isDirty && (
            <Button kind="ghost" onClick={() => form.reset()} disabled={form.isBusy}>
              {t('form.discard')}
            </Button>
          )}
          <Button type="submit" kind="primary" disabled={form.isBusy}>
            {form.isBusy ? t('form.saving') : action}
          </Button>
        </div>
      )}
    </form>
  );
}

export function FormMessages<T extends object>({ form }: { form: Form<T> }) {
  const t = useT();
  return (
    <>
      {form.theirs && (
        <div className={c.conflict} role="alert" tabIndex={-1}>
          <TriangleAlert size={16} aria-hidden="true" />
          <div>
            <b>{t('form.conflict.title')}</b>
            <p>{t('form.conflict.text')}</p>
            <div className={c.conflictButtons}>
              <Button onClick={form.overwrite}>{t('form.conflict.mine')}</Button>
              <Button onClick={form.takeTheirs}>{t('form.conflict.theirs')}</Button>
            </div>
          </div>
        </div>
      )}
      {form.message && (
        <p className={c.message} role="alert" tabIndex={-1}>
          <CircleAlert size={16} aria-hidden="true" />
          {form.message}
        </p>
      )}
    </>
  );
}
