import { ArrowDown, ArrowUp, Plus } from 'lucide-react';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { focusFirst } from '../../lib/focus_first';
import { maybe, useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { FormBody } from '../../ui/FormBody';
import { FieldGroup } from '../../ui/Field';
import f from '../../ui/form.module.css';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { toSettings } from './back';
import c from './chains.module.css';

type Reasons = Schemas['BreachReasons'];
type Row = Omit<Reasons['items'][number], 'key'> & { key: string | null };
type Values = { items: Row[] };
const URL = '/api/v1/breach-reasons';

/** Why targets are missed, in the desk's own words. None goes for good: what was said stays readable. */
export function ReasonsPage() {
  const t = useT();
  return (
    <RecordPage<Reasons> url={URL} blank={{ items: [] }} title={() => t('settings.reasons')} text={t('reasons.text')} back={toSettings(t)}>
      {(value) => <ReasonsForm value={value} />}
    </RecordPage>
  );
}

function ReasonsForm({ value }: { value: Reasons }) {
  const t = useT();
  const form = useRecordForm<Reasons, Values>({
    url: URL,
    collection: URL,
    method: 'PUT',
    value,
    shape: ({ items }) => ({ items }),
    body: ({ items = [] }) => ({ items: items.map(({ key, name, ...rest }) => ({ ...(key ? { key } : {}), name: name?.trim() || null, ...rest })) }),
    check: ({ items }) => ({
      ...(items.some((row) => !row.key && !row.name?.trim()) ? { '/items': t('reasons.noName') } : {}),
      ...(items.some((row) => row.is_offered) ? {} : { '/items': t('reasons.noneOffered') }),
    }),
    href: () => '/settings/reasons',
  });
  const { value: rows, onChange, error } = form.bind('items');
  const put = (at: number, part: Partial<Row>) => onChange(rows.map((row, i) => (i === at ? { ...row, ...part } : row)));
  const move = (at: number, by: number) => {
    const next = [...rows];
    const [row] = next.splice(at, 1);
    if (row) next.splice(at + by, 0, row);
    onChange(next);
  };
  const add = (button: HTMLElement) => {
    onChange([...rows, { key: null, name: '', is_offered: true, wants_remark: false }]);
    setTimeout(() => focusFirst(button.closest('p')!.previousElementSibling!.lastElementChild as HTMLElement));
  };
  return (
    <FormBody form={form} action={t('form.save')} label={t('settings.reasons')} readOnly={!may('setup:write')}>
      <FieldGroup label={t('reasons.list')} hint={t('reasons.hint')} error={error}>
        <ol className={c.steps}>
          {rows.map((row, i) => {
            const usual = row.key ? (maybe(`clocks.reason.${row.key}`) ?? '') : '';
            const shown = row.name?.trim() || usual || String(i + 1);
            return (
              <li key={row.key ?? `new${i}`} className={c.step} data-off={!row.is_offered}>
                <label className={c.wide}>
                  <span>{t('reasons.name')}</span>
                  <input className={f.input} maxLength={100} placeholder={usual} value={row.name ?? ''} onChange={(event) => put(i, { name: event.target.value })} />
                </label>
                <label className={c.mail}>
                  <input type="checkbox" checked={row.is_offered} onChange={(event) => put(i, { is_offered: event.target.checked })} />
                  <span>{t('reasons.offered')}</span>
                </label>
                <label className={c.mail}>
                  <input type="checkbox" checked={row.wants_remark} onChange={(event) => put(i, { wants_remark: event.target.checked })} />
                  <span>{t('reasons.remark')}</span>
                </label>
                <Button kind="ghost" icon={<ArrowUp size={15} />} label={t('reasons.up', { name: shown })} disabled={i === 0} onClick={() => move(i, -1)} />
                <Button kind="ghost" icon={<ArrowDown size={15} />} label={t('reasons.down', { name: shown })} disabled={i === rows.length - 1} onClick={() => move(i, 1)} />
              </li>
            );
          })}
        </ol>
        <p>
          <Button small icon={<Plus size={14} />} onClick={(event) => add(event.currentTarget)}>
            {t('reasons.add')}
          </Button>
        </p>
      </FieldGroup>
    </FormBody>
  );
}
