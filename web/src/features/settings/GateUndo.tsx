import { useQuery } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { ApiError, newKey, read, type Schemas, write } from '../../lib/api';
import { type Job, tellJob, watchJob } from '../../lib/bulk';
import { refuse } from '../../lib/change';
import { useT } from '../../lib/i18n';
import { forget } from '../../lib/records';
import { useAgents } from '../../lib/reference';
import { ask } from '../../ui/ask';
import { Button } from '../../ui/Button';
import { SelectField, TextField } from '../../ui/fields';
import f from '../../ui/form.module.css';
import { Section } from '../../ui/Page';
import c from './gate.module.css';

type Preview = Schemas['LabelUndoPreview'];
type History = Schemas['ModelHistory'];
type Wish = Schemas['LabelUndo'];
const URL = '/api/v1/label-undo';
const FIELDS = ['category', 'type', 'impact', 'urgency'] as const;

type Chosen = { field: '' | (typeof FIELDS)[number]; model: string; agent: number; from: string; until: string };
const NOTHING: Chosen = { field: '', model: '', agent: 0, from: '', until: '' };

/** A time without a zone is the reader's. */
const instant = (local: string) => new Date(local).toISOString();
const wishOf = ({ field, model, agent, from, until }: Chosen): Wish => ({
  ...(field && { field }),
  ...(model && !agent && { model }),
  ...(agent && { agent }),
  ...(from && { from: instant(from) }),
  ...(until && { until: instant(until) }),
});

/** Takes back what a model set, what was set in a time span, or what one person decided: looked at first, then done as a job. */
export function GateUndo() {
  const t = useT();
  const agents = useAgents();
  const models = useQuery({ queryKey: ['models', '/api/v1/models'], queryFn: ({ signal }) => read<History>('/api/v1/models', signal) }).data;
  const [chosen, setChosen] = useState(NOTHING);
  const [preview, setPreview] = useState<Preview>();
  const [fault, setFault] = useState<ApiError>();
  const set = (part: Partial<Chosen>) => {
    setChosen({ ...chosen, ...part });
    setPreview(undefined);
    setFault(undefined);
  };
  const look = async () => {
    try {
      const query = new URLSearchParams(Object.entries(wishOf(chosen)).map(([name, value]) => [name, String(value)]));
      setPreview(await read<Preview>(`${URL}?${query}`));
      setFault(undefined);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setFault(error);
    }
  };
  const undo = async () => {
    const isSure = await ask({ title: t('trust.undo'), text: t(chosen.agent ? 'trust.undoPersonAsk' : 'trust.undoAsk', { count: preview!.labels }), action: t('trust.undoDo'), isDear: true });
    if (!isSure) return;
    const key = newKey();
    try {
      const job = await write<Job>('POST', URL, wishOf(chosen), { 'Idempotency-Key': key });
      const done = await watchJob(job, t('trust.undo'));
      await tellJob(done, t('trust.undone'), async () => {
        await watchJob(await write<Job>('POST', `/api/v1/bulk/${job.id}/reversal`), t('undo')).catch(refuse);
      });
      setChosen(NOTHING);
      setPreview(undefined);
      await forget('/api/v1/gate');
    } catch (error) {
      refuse(error);
    }
  };
  const faultAt = (name: string) => fault?.about(`/${name}`) ?? fault?.about(`?${name}`);
  const versions = [...new Set(['keywords', ...(models?.items.filter((each) => each.won).map((each) => each.version) ?? [])])];
  return (
    <Section title={t('trust.undo')} text={t('trust.undoText')}>
      <form
        className={f.form}
        aria-label={t('trust.undo')}
        onSubmit={(event) => {
          event.preventDefault();
          void look();
        }}
      >
        <div className={f.pair}>
          <SelectField
            name="agent"
            label={t('trust.whose')}
            value={chosen.agent}
            onChange={(agent) => set({ agent, model: '' })}
            options={[{ value: 0, label: t('trust.ofTriage') }, ...agents.map((each) => ({ value: each.id, label: each.name }))]}
          />
          <SelectField
            name="field"
            label={t('gate.field')}
            value={chosen.field}
            onChange={(field) => set({ field })}
            options={[{ value: '', label: t('trust.everyField') }, ...FIELDS.map((value) => ({ value, label: t(`field.${value}`) }))]}
          />
        </div>
        {!chosen.agent && (
          <SelectField
            name="model"
            label={t('trust.model')}
            value={chosen.model}
            onChange={(model) => set({ model })}
            options={[{ value: '', label: t('trust.everyModel') }, ...versions.map((value) => ({ value, label: value === 'keywords' ? t('trust.keywords') : value }))]}
          />
        )}
        <div className={f.pair}>
          <TextField name="from" type="datetime-local" label={t('trust.from')} value={chosen.from} onChange={(from) => set({ from })} error={faultAt('from')} />
          <TextField name="until" type="datetime-local" label={t('trust.until')} value={chosen.until} onChange={(until) => set({ until })} error={faultAt('until')} />
        </div>
        <div className={c.row}>
          <button type="submit" className={c.plain}>
            {t('trust.look')}
          </button>
          {preview && preview.labels > 0 && (
            <Button kind="danger" icon={<Undo2 size={15} />} onClick={() => void undo()}>
              {t('trust.undoDo')}
            </Button>
          )}
        </div>
      </form>
      <p role="status" className={c.preview}>
        {preview && (preview.labels ? t('trust.preview', { count: preview.labels, tickets: preview.tickets }) : t('trust.previewNone'))}
        {preview && preview.touched > 0 && ` ${t('trust.touched', { count: preview.touched })}`}
        {preview?.is_more && ` ${t('trust.isMore')}`}
      </p>
    </Section>
  );
}
