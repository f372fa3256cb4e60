import { useQuery } from '@tanstack/react-query';
import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { newKey, type Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { add, list } from '../../lib/records';
import { Button } from '../../ui/Button';
import { Combo } from '../../ui/Combo';
import { ChecksField, SelectField, TextField } from '../../ui/fields';
import { FormMessages } from '../../ui/FormBody';
import { useForm } from '../../ui/form';
import f from '../../ui/form.module.css';
import c from './settings.module.css';

type Scope = Schemas['NewToken']['scopes'][number];
const SCOPES: Scope[] = [
  'read',
  'tickets:read',
  'tickets:create',
  'tickets:write',
  'notes:write',
  'customers:read',
  'customers:write',
  'setup:read',
  'setup:write',
  'agents:read',
  'agents:write',
  'mailboxes:manage',
  'tokens:manage',
  'triage:use',
  'triage:teach',
  'events:read',
  'audit:read',
  'admin',
];
const LIFETIMES = [30, 90, 180, 365];

/** Asks for a token and shows it, once. */
export function NewToken({ close }: { close: () => void }) {
  const [issued, setIssued] = useState<string>();
  return issued ? <Issued token={issued} close={close} /> : <Wanted onIssued={setIssued} close={close} />;
}

function Wanted({ onIssued, close }: { onIssued: (token: string) => void; close: () => void }) {
  const t = useT();
  const agents = useQuery(list<Schemas['Agent']>('/api/v1/agents')).data ?? [];
  const form = useForm({
    start: { name: '', scopes: [] as Scope[], agent: null as number | null, lifetime_days: 90 as number },
    isCheap: true,
    check: ({ name, scopes }) => ({
      ...(name.trim() ? {} : { '/name': t('fault.empty') }),
      ...(scopes.length ? {} : { '/scopes': t('tokens.scopesMissing') }),
    }),
    send: async ({ agent, ...values }) => {
      const made = await add<Schemas['IssuedToken']>('/api/v1/tokens', agent === null ? values : { ...values, agent }, newKey());
      onIssued(made.token);
    },
  });
  const { bind } = form;
  return (
    <form ref={form.element} onSubmit={form.submit} noValidate className={f.form} aria-label={t('tokens.add')}>
      <FormMessages form={form} />
      <TextField label={t('tokens.name')} hint={t('tokens.nameHint')} {...bind('name')} isRequired maxLength={100} autoComplete="off" />
      <ChecksField label={t('tokens.scopes')} {...bind('scopes')} options={SCOPES.map((scope) => ({ value: scope, label: scope, hint: t(`scope.${scope}` as 'scope.read') }))} />
      <div className={f.pair}>
        <Combo
          label={t('tokens.agent')}
          hint={t('tokens.agentHint')}
          {...bind('agent')}
          canClear
          placeholder={t('tokens.noAgent')}
          options={agents.filter((agent) => !agent.is_disabled).map((agent) => ({ value: agent.id, label: agent.name }))}
        />
        <SelectField
          label={t('tokens.lifetime')}
          {...bind('lifetime_days')}
          options={LIFETIMES.map((days) => ({ value: days, label: t('tokens.days', { count: days }) }))}
        />
      </div>
      <div className={c.buttons}>
        <Button onClick={close}>{t('form.cancel')}</Button>
        <Button type="submit" kind="primary" disabled={form.isBusy}>
          {t('tokens.issue')}
        </Button>
      </div>
    </form>
  );
}

function Issued({ token, close }: { token: string; close: () => void }) {
  const t = useT();
  const [isCopied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(token);
    setCopied(true);
  };
  return (
    <div className={c.stack}>
      <p role="status">{t('tokens.once')}</p>
      <code className={c.secret}>{token}</code>
      <div className={c.buttons}>
        <Button icon={isCopied ? <Check size={15} /> : <Copy size={15} />} onClick={() => void copy()}>
          {t(isCopied ? 'tokens.copied' : 'tokens.copy')}
        </Button>
        <Button kind="primary" onClick={close}>
          {t('tokens.done')}
        </Button>
      </div>
    </div>
  );
}
