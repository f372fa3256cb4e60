import { ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useT } from '../../lib/i18n';
import { usePages } from '../../lib/records';
import { useAgents } from '../../lib/reference';
import { Button } from '../../ui/Button';
import { Combo } from '../../ui/Combo';
import { Empty } from '../../ui/Empty';
import { Field } from '../../ui/Field';
import { SelectField } from '../../ui/fields';
import f from '../../ui/form.module.css';
import { Page, Pending } from '../../ui/Page';
import { AuditGuard } from './AuditGuard';
import { AuditLine } from './AuditLine';
import c from './audit.module.css';
import { type Entry, KINDS } from './audit_words';
import { toSettings } from './back';

type Filter = { actor: number | null; object: string; from: string; to: string };
const NONE: Filter = { actor: null, object: '', from: '', to: '' };

/** The day that follows, so that the last day counts whole. */
function afterDay(day: string): Date {
  const out = new Date(`${day}T00:00`);
  out.setDate(out.getDate() + 1);
  return out;
}

export function auditUrl({ actor, object, from, to }: Filter): string {
  const query = new URLSearchParams();
  if (actor) query.set('actor', String(actor));
  if (object) query.set('object', object);
  if (from) query.set('from', new Date(`${from}T00:00`).toISOString());
  if (to) query.set('to', afterDay(to).toISOString());
  return `/api/v1/audit${query.size ? `?${query}` : ''}`;
}

export function AuditPage() {
  const t = useT();
  const [filter, setFilter] = useState(NONE);
  const pages = usePages<Entry>(auditUrl(filter));
  return (
    <Page title={t('settings.audit')} text={t('audit.text')} back={toSettings(t)} isWide>
      <AuditGuard />
      <Filters filter={filter} onChange={setFilter} />
      {!pages.data && <Pending query={pages} />}
      {pages.data && !pages.rows.length && <Empty icon={<ScrollText size={22} />} title={t('audit.nothing')} />}
      {pages.rows.length > 0 && (
        <ol className={c.list} aria-label={t('settings.audit')}>
          {pages.rows.map((entry) => (
            <AuditLine key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {pages.hasNextPage && (
        <div className={c.more}>
          <Button onClick={() => void pages.fetchNextPage()} disabled={pages.isFetchingNextPage}>
            {t('audit.older')}
          </Button>
        </div>
      )}
    </Page>
  );
}

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  const t = useT();
  const agents = useAgents();
  const set = (part: Partial<Filter>) => onChange({ ...filter, ...part });
  const kinds = [{ value: '', label: t('audit.everything') }, ...KINDS.map(([value, key]) => ({ value, label: t(key) }))];
  return (
    <form className={c.filters} role="search" aria-label={t('audit.filter')} onSubmit={(event) => event.preventDefault()}>
      <Combo
        label={t('audit.person')}
        name="actor"
        value={filter.actor}
        onChange={(actor) => set({ actor })}
        canClear
        placeholder={t('audit.everybody')}
        options={agents.map((agent) => ({ value: agent.id, label: agent.name }))}
      />
      <SelectField label={t('audit.object')} name="object" value={filter.object} onChange={(object) => set({ object })} options={kinds} />
      <Day label={t('audit.from')} name="from" value={filter.from} onChange={(from) => set({ from })} />
      <Day label={t('audit.to')} name="to" value={filter.to} onChange={(to) => set({ to })} />
    </form>
  );
}

function Day({ label, name, value, onChange }: { label: string; name: string; value: string; onChange: (value: string) => void }) {
  return (
    <Field label={label}>
      {(control) => <input {...control} type="date" name={name} className={f.input} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}
