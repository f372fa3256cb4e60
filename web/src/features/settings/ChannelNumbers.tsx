import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { FieldGroup } from '../../ui/Field';
import { NumberField } from '../../ui/fields';
import type { Faults } from '../../ui/form';
import f from '../../ui/form.module.css';

export type Channel = Schemas['Ticket']['channel'];
export const CHANNELS: Channel[] = ['email', 'phone', 'portal', 'chat', 'api', 'monitoring'];
type Numbers = { [channel in Channel]?: number | null };

type Props = {
  label: string;
  hint: string;
  value: Numbers;
  onChange: (value: Numbers) => void;
  /** Where the server tells of their faults: "/units" for "/units/phone". */
  at: string;
  faults: Faults;
  min: number;
  max: number;
  unit: (count: number) => string;
};

/** One number for each channel that tickets come by; an empty one is null. */
export function ChannelNumbers({ label, hint, value, onChange, at, faults, min, max, unit }: Props) {
  const t = useT();
  return (
    <FieldGroup label={label} hint={hint} error={faults[at]}>
      <div className={f.trio}>
        {CHANNELS.map((channel) => (
          <NumberField
            key={channel}
            label={t(`channel.${channel}`)}
            name={`${at.slice(1)}.${channel}`}
            value={value[channel] ?? null}
            error={faults[`${at}/${channel}`]}
            onChange={(count) => onChange({ ...value, [channel]: count })}
            min={min}
            max={max}
            unit={unit(value[channel] ?? 0)}
          />
        ))}
      </div>
    </FieldGroup>
  );
}
