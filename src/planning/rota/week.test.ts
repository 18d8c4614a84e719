import { describe, expect, it } from 'vitest';
import { seeded } from '#kernel/seeded.ts';
import { course, halfDay, nurse, TREATMENTS } from './order.fixture.ts';
import { shapesOf } from './order-shape.ts';
import type { Course, Rota } from './types.ts';
import { planningWeek, planWeek, type WeekAsked } from './week.ts';
import { ALONE } from './week-places.ts';

const [IRON, IMMUNO, BONE] = [0, 1, 2];
const shapes = shapesOf(TREATMENTS);

const weekOf = (courses: readonly Course[], other: Partial<Rota> = {}): WeekAsked => {
  const days = [0, 1, 2].flatMap((day) => [halfDay(day), halfDay(day, { part: 'afternoon' })]);
  const rota: Rota = { treatments: TREATMENTS, halfDays: days, courses, ...other };
  return {
    rota,
    shapes,
    halfDays: rota.halfDays.map((_, at) => at),
    visits: courses.map((_, at) => ({ course: at, visit: 0 })),
    beside: () => ALONE,
  };
};
const near = [{ site: 0, kilometres: 0 }];

describe('a week', () => {
  it('lets the most urgent come first where all cannot', () => {
    const many = [1, 1, 1, 3].map((urgency, at) => course(`c${at}`, IMMUNO, { urgency, reach: near }));
    const plan = planWeek(weekOf(many), seeded(1));
    // Two beds a half-day: two on the first morning, two on the first afternoon, all on the first day.
    expect(plan).toMatchObject({ cost: 0, bound: 0, without: [] });
    const one = weekOf(many, { halfDays: [0, 1, 2].map((day) => halfDay(day)) });
    const narrow = planWeek(one, seeded(1));
    expect(narrow).toMatchObject({ cost: 20, bound: 20 });
    expect(narrow.placed.find((each) => each.course === 3)?.halfDay).toBe(0);
  });

  it('gives who wishes an afternoon at an hour just that', () => {
    const wishes = { weekdays: [2], part: 'afternoon', start: 90 } as const;
    const plan = planWeek(weekOf([course('c', BONE, { wishes, reach: near, from: 1 })]), seeded(1));
    expect(plan.placed).toMatchObject([{ halfDay: 3, start: 90 }]);
  });

  it('leaves out who cannot come and says what it costs', () => {
    const plan = planWeek(weekOf([course('c', IRON, { latest: -1, urgency: 2 })]), seeded(1));
    expect(plan).toMatchObject({ placed: [], without: [{ course: 0, visit: 0 }], cost: 2_000, bound: 2_000 });
  });

  it('names a half-day whose locked visits do not fit any more, and plans the others', () => {
    const locked = { halfDay: 0, start: 0, chairs: [0], nurse: 'a' };
    const asked = weekOf(
      [course('locked', IMMUNO, { visits: [{ locked }] }), course('c', IRON, { reach: near })],
      {
        halfDays: [halfDay(0, { nurses: [nurse('a')] }), halfDay(1)],
      },
    );
    const plan = planWeek(asked, seeded(1));
    expect(plan.broken).toEqual([0]);
    expect(plan.placed).toMatchObject([{ course: 1, halfDay: 1 }]);
  });

  it('shows how far it is while it is driven, and its bound is never above what it costs', () => {
    const people = [1, 2, 3].map((urgency) =>
      course(`c${urgency}`, IMMUNO, { reach: near, urgency, latest: 0 }),
    );
    const asked = weekOf(people, { halfDays: [halfDay(0)] });
    const seen = [...planningWeek(asked, seeded(1))];
    expect(planWeek(asked, seeded(1))).toMatchObject({ cost: 1_000, bound: 1_000, without: [{ course: 0 }] });
    expect(seen.length).toBeGreaterThan(0);
    for (const { cost, bound } of seen) if (cost !== null) expect(bound).toBeLessThanOrEqual(cost);
  });
});
