import { useState } from 'react';
import type { Schemas } from '../../lib/api';
import { useT } from '../../lib/i18n';
import { percent } from '../../lib/time';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Page';
import { WideBox } from '../../ui/WideBox';
import { curveOf } from './curve';
import c from './gate.module.css';

type Model = Schemas['Model'];
const WIDTH = 520;
const HEIGHT = 160;
// Room for words that do not shrink with the picture on a phone.
const LEFT = 60;
const BOTTOM = 32;

/** Accuracy on tickets that a model had not seen, against how many it had learned from. The table says the same. */
export function LearningCurve({ models }: { models: Model[] }) {
  const t = useT();
  const [isTable, setTable] = useState(false);
  const { points, low, most } = curveOf(models, WIDTH, HEIGHT);
  if (points.length < 2) return null;
  const line = points.map((point) => `${(LEFT + point.x).toFixed(1)},${(8 + point.y).toFixed(1)}`).join(' ');
  const last = points.at(-1)!;
  return (
    <Section
      title={t('models.curve')}
      text={t('models.curveText')}
      actions={
        <Button small onClick={() => setTable(!isTable)} aria-pressed={isTable}>
          {t(isTable ? 'models.asPicture' : 'models.asTable')}
        </Button>
      }
    >
      {isTable ? (
        <WideBox label={t('models.curve')}>
          <table className={c.table}>
            <caption className="sr">{t('models.curve')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('models.fittedOn')}</th>
                <th scope="col">{t('models.accuracy')}</th>
              </tr>
            </thead>
            <tbody>
              {points.map((point) => (
                <tr key={point.id}>
                  <td>{t('models.tickets', { count: point.examples })}</td>
                  <td>{percent(point.accuracy)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </WideBox>
      ) : (
        <svg className={c.curve} viewBox={`0 0 ${LEFT + WIDTH + 12} ${HEIGHT + BOTTOM + 8}`} role="img" aria-label={t('models.curveSays', { accuracy: percent(last.accuracy), count: last.examples })}>
          {[low, (low + 1) / 2, 1].map((share) => {
            const y = 8 + HEIGHT - ((share - low) / Math.max(0.1, 1 - low)) * HEIGHT;
            return (
              <g key={share}>
                <line x1={LEFT} x2={LEFT + WIDTH} y1={y} y2={y} className={c.rule} />
                <text x={LEFT - 6} y={y + 4} textAnchor="end">
                  {percent(share)}
                </text>
              </g>
            );
          })}
          <polyline points={line} className={c.line} />
          {points.map((point) => (
            <circle key={point.id} cx={LEFT + point.x} cy={8 + point.y} r={point.isServing ? 5 : 3} className={point.isServing ? c.now : c.dot} />
          ))}
          <text x={LEFT} y={HEIGHT + BOTTOM}>
            0
          </text>
          <text x={LEFT + WIDTH} y={HEIGHT + BOTTOM} textAnchor="end">
            {t('models.tickets', { count: most })}
          </text>
        </svg>
      )}
    </Section>
  );
}
