import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { useCategories } from '../../lib/reference';
import { valueName } from '../../lib/ticket_pickers';
import { number, percent } from '../../lib/time';
import { Badge, type Tone } from '../../ui/Badge';
import { WideBox } from '../../ui/WideBox';
import c from './gate.module.css';

type GateField = Schemas['GateField'];
type Value = Schemas['GateValue'];
const TONES: Record<Value['stage'], Tone> = { automatic: 'ok', suggest: 'ai', shadow: 'outline' };

/** The name that people know a value by. */
export function useValueName(field: string) {
  const categories = useCategories();
  return (value: string) => (field === 'category' ? (categories.find((each) => each.key === value)?.name ?? value) : valueName(field, value));
}

/** Where each value stands: its stage, how often triage was right when nobody saw what it said, and what is missing. */
export function GateValues({ field, chosen, onChoose }: { field: GateField; chosen: string | null; onChoose: (value: string) => void }) {
  const t = useT();
  const nameOf = useValueName(field.field);
  if (!field.values.length) return <p className={c.none}>{t('gate.none')}</p>;
  const missing = (value: Value) => {
    if (value.stage === 'automatic') return t('gate.from', { confidence: percent(value.acts_from ?? 1) });
    if (value.needed === null) return t('gate.never');
    return t('gate.needed', { count: value.needed });
  };
  return (
    <WideBox label={t('gate.values')}>
      <table className={c.table}>
        <caption className="sr">{t('gate.values')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('gate.value')}</th>
            <th scope="col">{t('gate.stage')}</th>
            <th scope="col">{t('gate.right')}</th>
            <th scope="col">{t('gate.next')}</th>
          </tr>
        </thead>
        <tbody>
          {field.values.map((value) => (
            <tr key={value.value}>
              <th scope="row">
                <button type="button" className={c.open} aria-expanded={chosen === value.value} onClick={() => onChoose(value.value)}>
                  {nameOf(value.value)}
                </button>
              </th>
              <td>
                <Badge tone={TONES[value.stage]}>{t(`gate.${value.stage}`)}</Badge>
              </td>
              <td>
                <Interval value={value} wanted={field.precision} />
              </td>
              <td>{missing(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideBox>
  );
}

/** The interval that holds the true share, against the mark of what is wished. The picture repeats the words. */
function Interval({ value, wanted }: { value: Value; wanted: number }) {
  const t = useT();
  if (!value.rows) return <span className={c.muted}>{t('gate.noRows')}</span>;
  const css = (share: number) => `${(share * 100).toFixed(1)}%`;
  return (
    <span className={c.interval}>
      <span className={c.scale} aria-hidden="true">
        <span className={c.span} style={{ insetInlineStart: css(value.precision_low), inlineSize: css(value.precision_high - value.precision_low) }} />
        <span className={c.mark} style={{ insetInlineStart: css(wanted) }} />
      </span>
      <span>
        {t('gate.rightOf', { right: number(value.right), rows: number(value.rows) })}{' '}
        <small className={c.muted}>
          {percent(value.precision_low)}–{percent(value.precision_high)}
        </small>
      </span>
    </span>
  );
}
