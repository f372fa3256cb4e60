import { describe, expect, it } from 'vitest';
import { curveOf } from './curve';

const model = (id: number, examples: number | null, accuracy: number | null) => ({ id, examples, accuracy, is_serving: id === 2 }) as Parameters<typeof curveOf>[0][number];

describe('the learning curve', () => {
  it('goes from few tickets to many, whatever the order of the list', () => {
    const { points, low, most } = curveOf([model(3, 400, 0.9), model(2, 200, 0.8), model(1, 100, 0.65)], 100, 50);
    expect(points.map((point) => point.id)).toEqual([1, 2, 3]);
    expect(low).toBe(0.6);
    expect(most).toBe(400);
    expect(points[2]).toMatchObject({ x: 100 });
    expect(points[2]!.y).toBeCloseTo(12.5);
    expect(points.every((point) => point.y >= 0 && point.y <= 50)).toBe(true);
    expect(points[1]!.isServing).toBe(true);
  });
  it('leaves out what was not measured, and stands when all is right', () => {
    expect(curveOf([model(1, null, 0.5), model(2, 10, null)], 100, 50).points).toEqual([]);
    const one = curveOf([model(1, 10, 1)], 100, 50).points[0]!;
    expect(Number.isFinite(one.y)).toBe(true);
  });
});
