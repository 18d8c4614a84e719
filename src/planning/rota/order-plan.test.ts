import { describe, expect, it } from 'vitest';
import { seeded } from '#kernel/seeded.ts';
import { course, halfDay, nurse, TREATMENTS } from './order.fixture.ts';
import { orderableIn, orderingPlan } from './order-plan.ts';
import { shapesOf } from './order-shape.ts';
import type { Course, Rota, RotaPlan } from './types.ts';

const [IRON, IMMUNO, BONE] = [0, 1, 2];
const shapes = shapesOf(TREATMENTS);
const rotaOf = (...courses: Course[]): Rota => ({
  treatments: TREATMENTS,
  halfDays: [halfDay(0), halfDay(1), halfDay(2, { nurses: [nurse('a')] })],
  courses,
});
const done = (rota: Rota, patterns: RotaPlan['patterns']) => {
  const steps = orderingPlan(rota, shapes, { patterns }, seeded(1));
  for (;;) {
    const { done: over, value } = steps.next();
    if (over) return value;
  }
};
const locked = (id: string, bed: number): Course =>
  course(id, IMMUNO, { visits: [{ locked: { halfDay: 0, start: 15 * bed, chairs: [bed], nurse: 'a' } }] });

describe('a set of visits', () => {
  it('can be put in order, or cannot, beside who is locked there', () => {
    const rota = rotaOf(locked('x', 0), course('y', IMMUNO), course('z', IMMUNO), course('v', BONE));
    const orderable = orderableIn(rota, shapes, seeded(1));
    const [y, z, bone] = [1, 2, 3].map((index) => ({ course: index, visit: 0 })) as [never, never, never];
    expect(orderable(0, [y, bone])).toBe(true);
    expect(orderable(0, [y, z])).toBe(false);
    expect(orderable(1, [y, z])).toBe(true);
    expect(orderable(2, [bone])).toBe(false);
  });
});

describe('a plan of half-days', () => {
  it('gets an order in each, with who is locked and who is not planned left where they are', () => {
    const rota = rotaOf(locked('x', 0), course('y', IRON), course('z', BONE), course('w', BONE));
    const plan = done(rota, ['full', [0], [1], 'nowhere-open']);
    expect(plan.placed.map((each) => [each.course, each.halfDay]).sort()).toEqual([
      [0, 0],
      [1, 0],
      [2, 1],
    ]);
    expect(plan).toMatchObject({ cost: 0, without: [] });
  });

  it('says which half-day has none', () => {
    expect(done(rotaOf(course('z', BONE)), [[2]]).without).toEqual([{ halfDay: 2, why: 'no-order' }]);
  });
});
