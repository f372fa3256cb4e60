import { useState } from 'react';
import { write, type Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { refuse } from '../../lib/change';
import { fieldText, nameOf, optionName, useFieldsOf } from '../../lib/custom_fields';
import { useT } from '../../lib/i18n';
import { applyRow, type Detail, type Row, receiveRow } from '../../lib/rows';
import { rereadDetail } from '../../lib/ticket_detail';
import { ui } from '../../lib/ui_state';
import { Card } from '../../ui/Card';
import c from './customer.module.css';

type Field = Schemas['Field'];

/** The desk's own fields: what this ticket shows of them, and what it needs before it can be solved. */
export function FieldsCard({ ticket }: { ticket: Detail }) {
  const t = useT();
  const fields = useFieldsOf(ticket);
  if (!fields.length) return null;
  return (
    <Card title={t('fields.title')}>
      <dl className={c.facts}>
        {fields.map((field) => (
          <div key={field.key}>
            <dt>
              {nameOf(field.name)}
              {field.required_at && (
                <span data-tip={t(`fields.needed.${field.required_at}`)} aria-hidden="true">
                  {' *'}
                </span>
              )}
            </dt>
            <dd>{may('tickets:write') ? <Value ticket={ticket} field={field} /> : fieldText(field, ticket.fields[field.key])}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

async function set(ticket: Detail, field: Field, value: unknown) {
  const before = ticket.fields;
  applyRow(ticket.id, { fields: { ...before, [field.key]: value } });
  try {
    receiveRow(await write<Row>('PATCH', `/api/v1/tickets/${ticket.id}`, { fields: { [field.key]: value } }));
  } catch (error) {
    applyRow(ticket.id, { fields: before });
    refuse(error);
  }
  await rereadDetail(ticket.id);
}

function Value({ ticket, field }: { ticket: Detail; field: Field }) {
  const t = useT();
  const value = ticket.fields[field.key];
  if (field.kind === 'text' || field.kind === 'number' || field.kind === 'date') return <Typed ticket={ticket} field={field} value={value} />;
  const chosen = new Set(Array.isArray(value) ? value.map(String) : value ? [String(value)] : []);
  const open = (anchor: Element) => {
    const items = field.options.map((option) => ({ id: option.value, label: optionName(field, option.value), isOn: chosen.has(option.value) }));
    const pick = (id: string) => {
      if (field.kind !== 'multi') return void set(ticket, field, chosen.has(id) ? null : id);
      if (!chosen.delete(id)) chosen.add(id);
      return void set(ticket, field, chosen.size ? [...chosen] : null);
    };
    ui().open({ kind: 'picker', anchor, title: nameOf(field.name), items, many: field.kind === 'multi', onPick: pick });
  };
  return (
    <button type="button" aria-haspopup="listbox" aria-label={`${nameOf(field.name)}: ${fieldText(field, value) || t('field.nothing')}`} onClick={(event) => open(event.currentTarget)}>
      {fieldText(field, value) || t('field.nothing')}
    </button>
  );
}

const KINDS = { text: 'text', number: 'number', date: 'date' };

function Typed({ ticket, field, value }: { ticket: Detail; field: Field; value: unknown }) {
  const t = useT();
  const [text, setText] = useState<string | null>(null);
  const shown = text ?? (value === undefined || value === null ? '' : String(value));
  const save = () => {
    if (text === null) return;
    setText(null);
    if (text === String(value ?? '')) return;
    void set(ticket, field, text === '' ? null : field.kind === 'number' ? Number(text) : text);
  };
  return (
    <input
      className={c.input}
      type={KINDS[field.kind as 'text']}
      step="any"
      aria-label={nameOf(field.name)}
      placeholder={t('field.nothing')}
      value={shown}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}
