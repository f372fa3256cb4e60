import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { list } from '../../lib/records';
import { useAgents } from '../../lib/reference';
import f from '../../ui/form.module.css';
import type { Step } from './chain_words';
import c from './chains.module.css';

const TO = ['owner', 'lead', 'agent', 'on_call', 'webhook'] as const;
export type Whom = Pick<Step, 'to' | 'agents' | 'by_mail' | 'webhook'>;
export const useWebhooks = () => useQuery(list<Schemas['Webhook']>('/api/v1/webhooks')).data ?? [];

/** Who is told by a step, and whether by mail as well. */
export function StepWhom({ step, onChange }: { step: Whom; onChange: (part: Partial<Whom>) => void }) {
  const t = useT();
  return (
    <>
      <label>
        <span>{t('chains.whom')}</span>
        <select className={f.input} value={step.to} onChange={(event) => onChange({ to: event.target.value as Whom['to'], agents: [], webhook: null })}>
          {TO.map((to) => (
            <option key={to} value={to}>
              {t(`chains.to.${to}`)}
            </option>
          ))}
        </select>
      </label>
      {(step.to === 'agent' || step.to === 'on_call') && <People step={step} onChange={(agents) => onChange({ agents })} />}
      {step.to === 'webhook' && <Called step={step} onChange={onChange} />}
      {step.to !== 'webhook' && (
        <label className={c.mail}>
          <input type="checkbox" checked={step.by_mail !== false} onChange={(event) => onChange({ by_mail: event.target.checked })} />
          <span>{t('chains.mail')}</span>
        </label>
      )}
    </>
  );
}

function Called({ step, onChange }: { step: Whom; onChange: (part: Partial<Whom>) => void }) {
  const t = useT();
  return (
    <label>
      <span>{t('chains.webhook')}</span>
      <select className={f.input} value={step.webhook ?? 0} onChange={(event) => onChange({ webhook: Number(event.target.value) || null })}>
        <option value={0}>–</option>
        {useWebhooks().map((webhook) => (
          <option key={webhook.id} value={webhook.id}>
            {webhook.name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** One person, or for who is on call one a week, in turn. */
function People({ step, onChange }: { step: Whom; onChange: (agents: number[]) => void }) {
  const t = useT();
  const people = useAgents().filter((agent) => !agent.is_disabled && agent.role !== 'auditor');
  const chosen = step.agents ?? [];
  const rows = step.to === 'agent' ? [chosen[0]] : [...chosen, undefined];
  const set = (at: number, id: number) => onChange([...chosen.slice(0, at), ...(id ? [id] : []), ...chosen.slice(at + 1)]);
  return (
    <div className={c.people}>
      {rows.map((id, i) => (
        <label key={i}>
          <span>{step.to === 'agent' ? t('chains.person') : t('chains.week', { week: i + 1 })}</span>
          <select className={f.input} value={id ?? 0} onChange={(event) => set(i, Number(event.target.value))}>
            <option value={0}>–</option>
            {people.map((agent) => (
              <option key={agent.id} value={agent.id}>
                {agent.name}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  );
}
