import { Trash2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Schemas } from '../../lib/api';
import { focusFirst } from '../../lib/focus_first';
import { useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { NumberField, SelectField, TextField } from '../../ui/fields';
import { TagsField } from '../../ui/TagsField';
import type { What } from './whatif';
import c from './whatif.module.css';

type Named = { id: number; name: string };
type Props = { what: What; set: (part: Partial<What>) => void; agents: Named[]; queues: Named[]; categories: Named[] };
type Hours = NonNullable<Schemas['WhatIf']['add']>[number]['hours'];

const PRIORITIES = ['low', 'normal', 'high', 'urgent'] as const;
const named = (all: Named[]) => all.map((one) => ({ value: one.id, label: one.name }));
const clockOf = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));

/** What is to be different, one block each. */
export function WhatIfChanges({ what, set, agents, queues, categories }: Props) {
  const t = useT();
  /** Changes, or takes out, one entry of a list. */
  const at = <K extends 'add' | 'change' | 'volume' | 'targets' | 'assignment'>(key: K, i: number) => ({
    put: (part: object) => set({ [key]: what[key].map((each, k) => (k === i ? { ...each, ...part } : each)) } as Partial<What>),
    drop: () => set({ [key]: (what[key] as unknown[]).filter((_, k) => k !== i) } as Partial<What>),
  });
  return (
    <>
      {what.add.map((one, i) => (
        <Block key={`add${i}`} title={t('whatif.add')} drop={at('add', i).drop}>
          <SelectField name="like" label={t('whatif.like')} hint={t('whatif.likeHint')} value={one.like} onChange={(like) => at('add', i).put({ like })} options={named(agents)} />
          <NumberField name="count" label={t('whatif.count')} min={1} max={100} value={one.count ?? 1} onChange={(count) => at('add', i).put({ count: count ?? 1 })} />
          <Abilities one={one} put={at('add', i).put} />
        </Block>
      ))}
      {what.remove.map((one, i) => (
        <Block key={`remove${i}`} title={t('whatif.remove')} drop={() => set({ remove: what.remove.filter((_, k) => k !== i) })}>
          <SelectField name="remove" label={t('whatif.who')} value={one} onChange={(id) => set({ remove: what.remove.map((each, k) => (k === i ? id : each)) })} options={named(agents)} />
        </Block>
      ))}
      {what.change.map((one, i) => (
        <Block key={`change${i}`} title={t('whatif.change')} drop={at('change', i).drop}>
          <SelectField name="agent" label={t('whatif.who')} value={one.agent} onChange={(agent) => at('change', i).put({ agent })} options={named(agents)} />
          <Abilities one={one} put={at('change', i).put} />
        </Block>
      ))}
      {what.volume.map((one, i) => (
        <Block key={`volume${i}`} title={t('whatif.volume')} drop={at('volume', i).drop}>
          <NumberField name="factor" label={t('whatif.factor')} unit="%" min={0} max={1000} value={Math.round(one.factor * 100)} onChange={(percent) => at('volume', i).put({ factor: (percent ?? 100) / 100 })} />
          <SelectField name="queue" label={t('field.queue')} value={one.queue ?? 0} onChange={(queue) => at('volume', i).put({ queue })} options={[{ value: 0, label: t('whatif.every') }, ...named(queues)]} />
          <SelectField name="category" label={t('field.category')} value={one.category ?? 0} onChange={(category) => at('volume', i).put({ category })} options={[{ value: 0, label: t('whatif.every') }, ...named(categories)]} />
        </Block>
      ))}
      {what.targets.map((one, i) => (
        <Block key={`target${i}`} title={t('whatif.target')} drop={at('targets', i).drop}>
          <SelectField name="priority" label={t('field.priority')} value={one.priority} onChange={(priority) => at('targets', i).put({ priority })} options={PRIORITIES.map((value) => ({ value, label: t(`priority.${value}`) }))} />
          <NumberField name="first_reply" label={t('whatif.firstReply')} unit={t('whatif.minutes')} min={1} value={one.first_reply_minutes ?? null} onChange={(first_reply_minutes) => at('targets', i).put({ first_reply_minutes })} />
          <NumberField name="solution" label={t('whatif.solution')} unit={t('whatif.minutes')} min={1} value={one.solution_minutes ?? null} onChange={(solution_minutes) => at('targets', i).put({ solution_minutes })} />
        </Block>
      ))}
      {what.assignment.map((one, i) => (
        <Block key={`assignment${i}`} title={t('whatif.assignment')} drop={at('assignment', i).drop}>
          <SelectField name="queue" label={t('field.queue')} value={one.queue} onChange={(queue) => at('assignment', i).put({ queue })} options={named(queues)} />
          <SelectField
            name="assignment"
            label={t('queues.assignment')}
            value={one.assignment}
            onChange={(assignment) => at('assignment', i).put({ assignment })}
            options={(['push', 'pull'] as const).map((value) => ({ value, label: t(`queues.assignment.${value}`) }))}
          />
        </Block>
      ))}
    </>
  );
}

function Block({ title, drop, children }: { title: string; drop: () => void; children: ReactNode }) {
  const t = useT();
  return (
    <fieldset ref={focusFirst} className={c.block}>
      <legend>{title}</legend>
      {children}
      <Button kind="ghost" icon={<Trash2 size={15} />} label={t('form.removeWord', { word: title })} onClick={drop} />
    </fieldset>
  );
}

type Ability = { skills?: string[]; languages?: string[]; hours?: Hours };

function Abilities({ one, put }: { one: Ability; put: (part: Ability) => void }) {
  const t = useT();
  const hours = one.hours;
  const set = (from: string, to: string) => put({ hours: from && to ? { from: minutesOf(from), to: minutesOf(to) } : null });
  return (
    <>
      <TagsField name="languages" label={t('whatif.languages')} hint={t('whatif.languagesHint')} value={one.languages ?? []} onChange={(languages) => put({ languages })} />
      <TagsField name="skills" label={t('whatif.skills')} value={one.skills ?? []} onChange={(skills) => put({ skills })} />
      <TextField name="from" type="time" label={t('whatif.from')} value={hours ? clockOf(hours.from) : ''} onChange={(from) => set(from, hours ? clockOf(hours.to) : '17:00')} />
      <TextField name="to" type="time" label={t('whatif.to')} value={hours ? clockOf(hours.to) : ''} onChange={(to) => set(hours ? clockOf(hours.from) : '08:00', to)} />
    </>
  );
}
