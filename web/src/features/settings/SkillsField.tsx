import { Plus, Trash2 } from 'lucide-react';
import { useId } from 'react';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { Button } from '../../ui/Button';
import { FieldGroup } from '../../ui/Field';
import type { Bound } from '../../ui/form';
import f from '../../ui/form.module.css';
import c from './settings.module.css';

type Skill = Schemas['Agent']['skills'][number];
const LEVELS = [1, 2, 3, 4, 5];

/** Skills with a level each: what routing weighs. */
export function SkillsField({ label, hint, value, onChange, error, suggestions }: { label: string; hint: string; suggestions: string[] } & Bound<Skill[]>) {
  const t = useT();
  const id = useId();
  const put = (at: number, part: Partial<Skill>) => onChange(value.map((skill, i) => (i === at ? { ...skill, ...part } : skill)));
  return (
    <FieldGroup label={label} hint={hint} error={error}>
      <div className={c.rows}>
        {value.map((skill, i) => (
          <div key={i} className={c.row}>
            <input
              className={f.input}
              aria-label={t('agents.skillName', { count: i + 1 })}
              list={id}
              maxLength={50}
              value={skill.name}
              onChange={(event) => put(i, { name: event.target.value })}
            />
            <select
              className={`${f.input} ${f.select}`}
              aria-label={t('agents.skillLevel', { name: skill.name || String(i + 1) })}
              value={skill.level}
              onChange={(event) => put(i, { level: Number(event.target.value) })}
            >
              {LEVELS.map((level) => (
                <option key={level} value={level}>
                  {t('agents.level', { level })}
                </option>
              ))}
            </select>
            <Button
              kind="ghost"
              icon={<Trash2 size={15} />}
              label={t('form.removeWord', { word: skill.name || String(i + 1) })}
              onClick={() => onChange(value.filter((_, at) => at !== i))}
            />
          </div>
        ))}
        <Button small icon={<Plus size={14} />} onClick={() => onChange([...value, { name: '', level: 3 }])}>
          {t('agents.addSkill')}
        </Button>
      </div>
      <datalist id={id}>
        {suggestions.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </FieldGroup>
  );
}
