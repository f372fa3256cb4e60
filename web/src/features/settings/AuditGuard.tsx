import { useQuery } from '@tanstack/react-query';
import { ShieldAlert, ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { ApiError, api, must, type Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { problemText } from '../../lib/fault_text';
import { useT } from '../../lib/i18n';
import { full, number } from '../../lib/time';
import { Button } from '../../ui/Button';
import { NumberField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import { held } from '../../lib/records';
import { useRecordForm } from '../../ui/record_form';
import c from './audit.module.css';

type Check = Schemas['AuditCheck'];
type Settings = Schemas['Settings'];
const SETTINGS = '/api/v1/settings';

/** Whether the list is as it was written, and how long it is kept. */
export function AuditGuard() {
  const t = useT();
  const [rows, setRows] = useState(0);
  const [found, setFound] = useState<Check>();
  const [fault, setFault] = useState('');
  const [isBusy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    setFound(undefined);
    setFault('');
    try {
      let after = 0;
      let all = 0;
      for (;;) {
        const piece = await must(api.GET('/api/v1/audit/check', { params: { query: { after } } }));
        all += piece.checked;
        setRows(all);
        if (piece.next === null) return setFound(piece);
        after = piece.next;
      }
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFault(problemText(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={c.guard} aria-label={t('audit.guard')}>
      <div className={c.guardHead}>
        <p>{t('audit.guardText')}</p>
        <Button onClick={() => void check()} disabled={isBusy}>
          {t(isBusy ? 'audit.checking' : 'audit.check')}
        </Button>
      </div>
      <div role="status" className={c.verdict} data-whole={found?.is_whole}>
        {isBusy && rows > 0 && <p>{t('audit.checkedSoFar', { rows: number(rows) })}</p>}
        {found && <Verdict found={found} rows={rows} />}
        {fault && <p>{fault}</p>}
      </div>
      {may('setup:read') && <Keep />}
    </section>
  );
}

function Verdict({ found, rows }: { found: Check; rows: number }) {
  const t = useT();
  const Icon = found.is_whole ? ShieldCheck : ShieldAlert;
  return (
    <>
      <Icon size={16} aria-hidden="true" />
      <p>
        {found.is_whole
          ? t('audit.whole', { rows: number(rows) })
          : t('audit.broken', { number: number(found.fault_at ?? 0), what: t(`audit.fault.${found.fault ?? 'row_changed'}`) })}
        {found.checkpoint && ` ${t('audit.signed', { number: number(found.checkpoint.number), at: full(found.checkpoint.at) })}`}
      </p>
    </>
  );
}

function Keep() {
  const { data } = useQuery(held<Settings>(SETTINGS));
  return data ? <KeepForm value={data.value} /> : null;
}

function KeepForm({ value }: { value: Settings }) {
  const t = useT();
  const form = useRecordForm<Settings, Pick<Settings, 'audit_days'>>({
    url: SETTINGS,
    collection: SETTINGS,
    value,
    shape: ({ audit_days }) => ({ audit_days }),
    body: (values) => values,
    check: ({ audit_days }) => ({ ...(audit_days > 0 && audit_days < 30 ? { '/audit_days': t('audit.keepLeast') } : {}) }),
    href: () => '/settings/audit',
  });
  const bound = form.bind('audit_days');
  return (
    <FormBody form={form} action={t('form.save')} label={t('audit.keep')} readOnly={!may('setup:write')}>
      <NumberField
        label={t('audit.keep')}
        hint={t('audit.keepHint')}
        {...bound}
        onChange={(days) => bound.onChange(days ?? 0)}
        min={0}
        max={36500}
        unit={t('general.days', { count: value.audit_days })}
      />
    </FormBody>
  );
}
