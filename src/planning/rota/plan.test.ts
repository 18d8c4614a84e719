import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '#kernel/seeded.ts';
import { startAscent } from './bound.ts';
import { patternCost } from './costs.fixture.ts';
import { withoutCost } from './costs.ts';
import { course, halfDay, nurse, TREATMENTS } from './order.fixture.ts';
import { drawNet } from './patterns.ts';
import { type Planning, startPlanning } from './plan.ts';
import { capacityTable } from './plan-capacity.ts';
import type { Course, HalfDay, Orderable, Pattern, Rota, RotaPlan } from './types.ts';

const planning = (other: Partial<Planning> = {}): Planning => ({
  effort: { steps: 150, rounds: 400 },
  chance: seeded(1),
  orderable: null,
  ...other,
});

const planOf = (rota: Rota, other: Partial<Planning> = {}): RotaPlan => {
  const planner = startPlanning(rota, planning(other));
  while (!planner.done()) planner.step();
  return planner.plan();
};

/** What the prices prove by themselves, whatever plan is found. */
const provenOf = (rota: Rota): number => {
  const ascent = startAscent(drawNet(rota), capacityTable(rota));
  for (let step = 0; step < 60; step++) ascent.step(Number.MAX_VALUE);
  return ascent.best;
};

const rotaOf = (halfDays: readonly HalfDay[], courses: readonly Course[]): Rota => ({
  treatments: TREATMENTS,
  halfDays,
  courses,
});

/** One nurse too few for more than one at a time: the one who sets up, and one to be there. */
const days = (count: number, other: Partial<HalfDay> = {}): HalfDay[] =>
  Array.from({ length: count }, (_, day) => halfDay(day, other));

/** Room for one immunoglobulin a half-day. */
const ONE_BED = [{ id: 't1', room: 'treatment' as const, bed: true }];

const isPattern = (of: RotaPlan['patterns'][number]): of is Pattern => typeof of !== 'string';

/** All patterns of somebody, tried one by one. */
const patternsOf = (rota: Rota, one: Course, so: number[] = []): number[][] => {
  if (so.length === one.visits.length) return [so];
  const before = so.at(-1);
  const right = ({ day }: HalfDay): boolean => {
    if (before === undefined) return day >= one.from && day <= one.latest;
    return Math.abs(day - (rota.halfDays[before] as HalfDay).day - one.interval) <= one.tolerance;
  };
  return rota.halfDays.flatMap((each, at) => (right(each) ? patternsOf(rota, one, [...so, at]) : []));
};

/** The least any plan costs when each half-day holds one: everything is tried. */
const leastByTrying = (rota: Rota, at = 0, taken: ReadonlySet<number> = new Set()): number => {
  const one = rota.courses[at];
  if (one === undefined) return 0;
  const open = patternsOf(rota, one).filter((pattern) => pattern.every((each) => !taken.has(each)));
  return Math.min(
    withoutCost(one) + leastByTrying(rota, at + 1, taken),
    ...open.map(
      (pattern) =>
        patternCost(rota, one, pattern) + leastByTrying(rota, at + 1, new Set([...taken, ...pattern])),
    ),
  );
};

const anyCourse = fc
  .record({
    urgency: fc.integer({ min: 1, max: 3 }),
    from: fc.integer({ min: 0, max: 4 }),
    wait: fc.integer({ min: 0, max: 3 }),
    visits: fc.integer({ min: 1, max: 2 }),
    weekday: fc.integer({ min: 1, max: 7 }),
  })
  .map(({ urgency, from, wait, visits, weekday }) =>
    course('x', 1, {
      ...{ urgency, from, latest: from + wait, interval: 2, tolerance: 1 },
      visits: Array.from({ length: visits }, () => ({ locked: null })),
      wishes: { weekdays: [weekday], part: null, start: null },
    }),
  );

describe('a rota of weeks', () => {
  it('costs no less than it must, no less than its bound, and nearly always the least there is', () => {
    let [plans, best] = [0, 0];
    fc.assert(
      fc.property(fc.array(anyCourse, { minLength: 1, maxLength: 5 }), (courses) => {
        const rota = rotaOf(days(8, { chairs: ONE_BED }), courses);
        const plan = planOf(rota);
        const least = leastByTrying(rota);
        expect(provenOf(rota)).toBeLessThanOrEqual(least + 1e-6);
        expect(plan.bound).toBeLessThanOrEqual(plan.cost);
        expect(plan.cost).toBeGreaterThanOrEqual(least);
        plans += 1;
        if (plan.cost === least) best += 1;
      }),
      { numRuns: 40, seed: 3 },
    );
    expect(best / plans).toBeGreaterThanOrEqual(0.95);
  });

  it('says the cost that its patterns have, counted part by part', () => {
    const courses = Array.from({ length: 12 }, (_, at) =>
      course(`c${at}`, at % 3, { from: at % 4, latest: 9 }),
    );
    const rota = rotaOf(days(10), courses);
    const plan = planOf(rota);
    const counted = courses.map((each, at) => {
      const pattern = plan.patterns[at];
      return patternCost(rota, each, pattern !== undefined && isPattern(pattern) ? pattern : null);
    });
    expect(counted.reduce((sum, each) => sum + each, 0)).toBe(plan.cost);
  });

  it('proves how good it is also of people who are alike and live next door', () => {
    const courses = Array.from({ length: 6 }, (_, at) =>
      course(`c${at}`, 1, { reach: [{ site: 0, kilometres: 0 }], latest: 7 }),
    );
    const { cost, bound } = planOf(rotaOf(days(8, { chairs: ONE_BED }), courses));
    expect([cost, bound]).toEqual([150, 150]);
  });

  it('is the same twice from the same chance', () => {
    const courses = Array.from({ length: 9 }, (_, at) => course(`c${at}`, 1, { latest: 6 }));
    const rota = rotaOf(days(7, { chairs: ONE_BED }), courses);
    expect(planOf(rota)).toEqual(planOf(rota));
  });

  it('lets what stands stand, and plans the others around it', () => {
    const locked = { halfDay: 2, start: 0, chairs: [0], nurse: 'a' };
    const stands = course('stands', 1, { visits: [{ locked }, { locked: null }], interval: 2, tolerance: 0 });
    const rota = rotaOf(days(6, { chairs: ONE_BED }), [stands, course('other', 1, { from: 2, latest: 5 })]);
    expect(planOf(rota).patterns).toEqual([[2, 4], [3]]);
  });

  it.each([
    ['nowhere-open', course('x', 0, { reach: [] }), {}],
    ['nowhere-open', course('x', 0, { from: 20, latest: 30 }), {}],
    ['no-competence', course('x', 1), { nurses: [nurse('a', ['infusion']), nurse('b', ['infusion'])] }],
    ['no-interval', course('x', 0, { visits: [{ locked: null }, { locked: null }], interval: 90 }), {}],
  ] as const)('says %s when there is no way at all', (why, one, other) => {
    expect(planOf(rotaOf(days(5, other), [one])).patterns).toEqual([why]);
  });

  it('says that it is full when the others are dearer to leave without', () => {
    const one = { from: 0, latest: 0 };
    const plan = planOf(
      rotaOf(days(1, { chairs: ONE_BED }), [
        course('less', 1, one),
        course('more', 1, { ...one, urgency: 2 }),
      ]),
    );
    expect(plan.patterns).toEqual(['full', [0]]);
  });

  it('leaves no half-day without an order: who does not fit goes elsewhere', () => {
    const asked: number[] = [];
    const twoAtMost: Orderable = (_, visits) => {
      asked.push(visits.length);
      return visits.length <= 2;
    };
    const courses = Array.from({ length: 6 }, (_, at) => course(`c${at}`, 2, { latest: 4 }));
    const plan = planOf(rotaOf(days(5), courses), { orderable: twoAtMost });
    expect(Math.max(...asked)).toBeGreaterThan(2);
    const filled = plan.patterns.filter(isPattern).flat();
    expect(filled).toHaveLength(6);
    for (const at of [0, 1, 2, 3, 4])
      expect(filled.filter((each) => each === at).length).toBeLessThanOrEqual(2);
  });
});
