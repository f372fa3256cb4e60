import { useState } from 'react';
import type { Schemas } from '../../lib/api';
import { may } from '../../lib/boot';
import { useT } from '../../lib/i18n';
import { percent } from '../../lib/time';
import { CheckField, SelectField } from '../../ui/fields';
import { FormBody } from '../../ui/FormBody';
import f from '../../ui/form.module.css';
import { Section } from '../../ui/Page';
import { RecordPage, useRecordForm } from '../../ui/record_form';
import { GATE_URL } from './GatePage';
import { AgreementLine } from './GateAgreement';
import { GateEvidence } from './GateEvidence';
import { GateValues } from './GateValues';
import { WishPreview } from './WishPreview';

type GateField = Schemas['GateField'];
type Values = Pick<GateField, 'precision' | 'delta' | 'audit_share' | 'trusts_before_proof' | 'is_stopped'>;
export const PRECISIONS = [0.9, 0.95, 0.98, 0.99];
export const DELTAS = [0.01, 0.05, 0.1];
const SHARES = [0.03, 0.05, 0.1, 0.2, 0.5, 1];

/** One field: what is wished of it, where each of its values stands, and what that rests on. */
export function GateFieldPage({ id }: { id: number | null }) {
  const t = useT();
  const [chosen, setChosen] = useState<string | null>(null);
  const url = `${GATE_URL}/${id}`;
  return (
    <RecordPage<GateField>
      url={url}
      blank={{} as GateField}
      title={(field) => t(`field.${field.field as 'category'}`)}
      back={{ href: '/settings/gate', label: t('settings.gate') }}
      isWide
    >
      {(field) => (
        <>
          <WishForm url={url} field={field} />
          <Section title={t('gate.values')} text={t('gate.valuesText', { share: percent(field.audit_share) })}>
            <AgreementLine field={field.field} />
            <GateValues field={field} chosen={chosen} onChoose={setChosen} />
          </Section>
          {chosen !== null && <GateEvidence url={url} field={field.field} value={chosen} />}
        </>
      )}
    </RecordPage>
  );
}

function WishForm({ url, field }: { url: string; field: GateField }) {
  const t = useT();
  const form = useRecordForm<GateField, Values>({
    url,
    collection: GATE_URL,
    value: field,
    shape: ({ precision, delta, audit_share, trusts_before_proof, is_stopped }) => ({ precision, delta, audit_share, trusts_before_proof, is_stopped }),
    body: (values) => values,
    href: () => url,
  });
  const { bind } = form;
  const asOptions = (values: number[]) => values.map((value) => ({ value, label: percent(value) }));
  return (
    <FormBody form={form} action={t('form.save')} label={t('gate.wishes')} readOnly={!may('setup:write')}>
      <div className={f.pair}>
        <SelectField label={t('gate.precision')} hint={t('gate.precisionHint')} {...bind('precision')} options={asOptions(PRECISIONS)} width="short" />
        <SelectField label={t('gate.delta')} hint={t('gate.deltaHint')} {...bind('delta')} options={asOptions(DELTAS)} width="short" />
      </div>
      <WishPreview field={field} precision={form.values.precision} delta={form.values.delta} />
      <div className={f.pair}>
        <SelectField label={t('gate.audit')} hint={t('gate.auditHint')} {...bind('audit_share')} options={asOptions(SHARES)} width="short" />
      </div>
      <CheckField label={t('gate.trusts')} hint={t('gate.trustsHint')} {...bind('trusts_before_proof')} />
      <CheckField label={t('gate.stopField')} {...bind('is_stopped')} />
    </FormBody>
  );
}
