import { useId } from 'react';
import { useT } from '../../lib/i18n';
import { finePercent, number, percent } from '../../lib/time';
import { WideBox } from '../../ui/WideBox';
import c from './replay.module.css';
import { type Answer, type Point, pointAt } from './replay';

const WIDTH = 640;
const HEIGHT = 252;
// Room for words that do not shrink with the picture on a phone.
const LEFT = 64;
const BOTTOM = 32;
const TOP = 18;
const TABLE = [0.3, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99];
const x = (share: number) => LEFT + (WIDTH - LEFT - 8) * share;
const y = (share: number) => TOP + (HEIGHT - BOTTOM - TOP) * (1 - share);
const path = (points: [number, number][]) => points.map(([a, b], i) => `${i ? 'L' : 'M'}${a.toFixed(1)} ${b.toFixed(1)}`).join('');
const rate = (point: Point) => point.right / point.judged;

type Props = { answer: Answer; target: number; threshold: number; onChange: (threshold: number) => void };

/** Precision and coverage for every threshold, a slider through them, and the same as a table. */
export function ReplayCurve({ answer, target, threshold, onChange }: Props) {
  const t = useT();
  const id = useId();
  const at = pointAt(answer, threshold);
  const point = answer.curve[at];
  if (!point) return null;
  return (
    <div className={c.curve}>
      <Picture answer={answer} target={target} point={point} />
      <div className={c.slider}>
        <label htmlFor={id}>{t('replay.threshold')}</label>
        <input
          id={id}
          type="range"
          min={0}
          max={answer.curve.length - 1}
          value={at}
          aria-valuetext={finePercent(point.threshold)}
          onChange={(event) => onChange(answer.curve[Number(event.target.value)]!.threshold)}
        />
        <output htmlFor={id} className={c.value}>
          {finePercent(point.threshold)}
        </output>
      </div>
      <p className={c.words} aria-live="polite">
        {t('replay.acts', { threshold: finePercent(point.threshold), count: point.acts, share: finePercent(point.coverage) })}{' '}
        {point.judged > 0
          ? t('replay.rightOf', { right: number(point.right), judged: number(point.judged), rate: finePercent(rate(point)), low: finePercent(point.low), high: finePercent(point.high) })
          : t('replay.unjudged')}
      </p>
      <Numbers answer={answer} target={target} />
    </div>
  );
}

function Picture({ answer, target, point }: { answer: Answer; target: number; point: Point }) {
  const t = useT();
  const judged = answer.curve.filter((each) => each.judged > 0);
  const band = [...judged.map((each) => [x(each.threshold), y(each.high)] as [number, number]), ...judged.toReversed().map((each) => [x(each.threshold), y(each.low)] as [number, number])];
  const coverage = path(answer.curve.map((each) => [x(each.threshold), y(each.coverage)]));
  return (
    <figure className={c.figure}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('replay.picture', { threshold: finePercent(point.threshold), share: finePercent(point.coverage), rate: point.judged ? finePercent(rate(point)) : '–' })}>
        {[0, 0.25, 0.5, 0.75, 1].map((share) => (
          <g key={share}>
            <path className={c.grid} d={`M${LEFT} ${y(share)}H${WIDTH - 8}`} />
            <text className={c.tick} x={LEFT - 6} y={y(share) + 4} textAnchor="end">
              {percent(share)}
            </text>
            <text className={c.tick} x={x(share)} y={HEIGHT - 6} textAnchor={share === 1 ? 'end' : 'middle'}>
              {percent(share)}
            </text>
          </g>
        ))}
        <path className={c.area} d={`${coverage}L${x(1)} ${y(0)}L${x(0)} ${y(0)}Z`} />
        <path className={c.coverage} d={coverage} />
        {band.length > 0 && <path className={c.band} d={`${path(band)}Z`} />}
        <path className={c.precision} d={path(judged.map((each) => [x(each.threshold), y(rate(each))]))} />
        <path className={c.target} d={`M${LEFT} ${y(target)}H${WIDTH - 8}`} />
        <path className={c.chosen} d={`M${x(point.threshold)} ${TOP}V${y(0)}`} />
      </svg>
      <figcaption className={c.legend}>
        <span data-line="precision">{t('replay.precision')}</span>
        <span data-line="coverage">{t('replay.coverage')}</span>
        <span data-line="target">{t('replay.wanted')}</span>
      </figcaption>
    </figure>
  );
}

function Numbers({ answer, target }: { answer: Answer; target: number }) {
  const t = useT();
  const rows = TABLE.map((threshold) => answer.curve[pointAt(answer, threshold)]!);
  return (
    <WideBox label={t('replay.byThreshold')}>
      <table className={c.table}>
        <caption className="sr">{t('replay.byThreshold')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('replay.threshold')}</th>
            <th scope="col">{t('replay.tickets')}</th>
            <th scope="col">{t('replay.coverage')}</th>
            <th scope="col">{t('replay.precision')}</th>
            <th scope="col">{t('replay.interval')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.threshold} data-reaches={row.judged > 0 && rate(row) >= target}>
              <th scope="row">{finePercent(row.threshold)}</th>
              <td>{number(row.acts)}</td>
              <td>{finePercent(row.coverage)}</td>
              <td>{row.judged > 0 ? finePercent(rate(row)) : '–'}</td>
              <td>{row.judged > 0 ? `${finePercent(row.low)} – ${finePercent(row.high)}` : '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideBox>
  );
}
