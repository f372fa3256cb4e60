import type { Schemas } from '../../lib/api';

type Model = Schemas['Model'];
export type Point = { id: number; examples: number; accuracy: number; x: number; y: number; isServing: boolean };

/** Where each model stands in a picture of this size: tickets learned from to the right, accuracy upwards from `low` to 1. */
export function curveOf(models: Model[], width: number, height: number): { points: Point[]; low: number; most: number } {
  const measured = models.flatMap(({ id, examples, accuracy, is_serving }) => (examples !== null && accuracy !== null ? [{ id, examples, accuracy, isServing: is_serving }] : []));
  measured.sort((a, b) => a.examples - b.examples || a.id - b.id);
  const most = Math.max(1, ...measured.map((each) => each.examples));
  const low = Math.floor(Math.min(1, ...measured.map((each) => each.accuracy)) * 10) / 10;
  const range = Math.max(0.1, 1 - low);
  const points = measured.map((each) => ({ ...each, x: (each.examples / most) * width, y: height - ((each.accuracy - low) / range) * height }));
  return { points, low, most };
}
