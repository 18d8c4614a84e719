import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seeded } from '#kernel/seeded.ts';
import { course, halfDay, nurse, oneHalfDay, someone, TREATMENTS } from '#planning/rota/order.fixture.ts';
import { orderHalfDay } from '#planning/rota/order.ts';
import { shapesOf } from '#planning/rota/order-shape.ts';
import type { Rota } from '#planning/rota/types.ts';
import { planWeek } from '#planning/rota/week.ts';
import { ALONE } from '#planning/rota/week-places.ts';
import { checkPlan, costOfPlan, type PlainPlan, type PlainVisit, type Wrong } from './check.ts';
import { makeWeek } from './week-instance.ts';

const [IRON, IMMUNO, BONE] = [0, 1, 2];
const [MONDAY, CLOSED, NEXT_MONDAY, ELSEWHERE] = [0, 1, 2, 3];

const rota: Rota = {
  treatments: TREATMENTS,
  halfDays: [
    halfDay(0, { nurses: [nurse('a'), nurse('b', ['infusion']), nurse('c')] }),
    halfDay(1, { nurses: [nurse('a')] }),
    halfDay(7),
    halfDay(7, { site: 1 }),
  ],
  courses: [
    course('twice', IRON, { visits: [{ locked: null }, { locked: null }] }),
    course('standing', IMMUNO, {
      visits: [{ locked: { halfDay: MONDAY, start: 0, chairs: [0], nurse: 'a' } }],
    }),
    course('bone', BONE, { wishes: { weekdays: [1], part: 'afternoon', start: 60 } }),
    course('later', BONE, { urgency: 2, latest: 7 }),
    course('nobody', BONE),
  ],
};

const right: PlainVisit[] = [
  { course: 0, visit: 0, halfDay: MONDAY, start: 15, chairs: [2, 5], nurse: 'b' },
  { course: 0, visit: 1, halfDay: NEXT_MONDAY, start: 0, chairs: [2, 5], nurse: 'a' },
  { course: 1, visit: 0, halfDay: MONDAY, start: 0, chairs: [0], nurse: 'a' },
  { course: 2, visit: 0, halfDay: MONDAY, start: 30, chairs: [2], nurse: 'a' },
  { course: 3, visit: 0, halfDay: NEXT_MONDAY, start: 15, chairs: [3], nurse: 'b' },
];

const planOf = (visits: readonly PlainVisit[]): PlainPlan => {
  const cost = costOfPlan(rota, { visits, cost: 0, bound: 0 });
  return { visits, cost, bound: cost };
};
/** The right plan with one visit otherwise. */
const but = (at: number, other: Partial<PlainVisit>): PlainPlan =>
  planOf(right.map((visit, index) => (index === at ? { ...visit, ...other } : visit)));
/** The right plan with one visit more that nobody can look up. */
const strange = (other: Partial<PlainVisit>): PlainPlan => ({
  ...planOf(right),
  visits: [...right, { ...(right[0] as PlainVisit), ...other }],
});
const wrongsOf = (plan: PlainPlan): Wrong[] => checkPlan(rota, plan).map(({ wrong }) => wrong);

const [FIRST, SECOND, STANDING, BONE_VISIT, LATER] = [0, 1, 2, 3, 4];
const planted: readonly (readonly [string, Wrong, PlainPlan])[] = [
  ['somebody who is not there', 'no-such-visit', strange({ course: 9 })],
  ['a half-day that is not there', 'no-such-visit', strange({ halfDay: 9 })],
  [
    'the same visit twice',
    'planned-twice',
    planOf([...right, { ...(right[SECOND] as PlainVisit), start: 60 }]),
  ],
  ['the first visit without the second', 'half-a-course', planOf(right.filter((_, at) => at !== SECOND))],
  ['a half-day with one nurse', 'closed', but(BONE_VISIT, { halfDay: CLOSED })],
  ['a start between two fives', 'off-the-grid', but(BONE_VISIT, { start: 32 })],
  ['a start before the doors open', 'before-opening', but(BONE_VISIT, { start: -5 })],
  ['an end within a quarter of closing', 'past-closing', but(BONE_VISIT, { start: 185 })],
  ['one chair for a visit on two', 'number-of-chairs', but(FIRST, { chairs: [2] })],
  ['a chair that is not there', 'no-such-chair', but(BONE_VISIT, { chairs: [8] })],
  ['a chair in the other room', 'wrong-room', but(BONE_VISIT, { chairs: [6] })],
  ['a chair where a bed is needed', 'no-bed', but(STANDING, { chairs: [3] })],
  ['two on one chair', 'chair-taken', but(BONE_VISIT, { start: 20 })],
  ['a nurse who is not there', 'nurse-not-there', but(LATER, { nurse: 'c' })],
  ['a nurse who may not do it', 'nurse-not-able', but(STANDING, { nurse: 'b' })],
  ['two set-ups by one nurse at once', 'nurse-in-two-places', but(FIRST, { start: 10, nurse: 'a' })],
  [
    'more care than there are nurses',
    'too-much-care',
    planOf([...right, { course: 4, visit: 0, halfDay: NEXT_MONDAY, start: 10, chairs: [4], nurse: 'c' }]),
  ],
  [
    'a first visit after its last day',
    'outside-window',
    but(BONE_VISIT, { halfDay: NEXT_MONDAY, start: 60 }),
  ],
  ['two visits on one day', 'interval', but(SECOND, { halfDay: MONDAY, start: 100 })],
  ['a site that is too far', 'out-of-reach', but(LATER, { halfDay: ELSEWHERE })],
  ['somebody who stands, later', 'locked-moved', but(STANDING, { start: 5 })],
  ['somebody who stands, on another bed', 'locked-moved', but(STANDING, { chairs: [1] })],
  ['somebody who stands, gone', 'locked-moved', planOf(right.filter((_, at) => at !== STANDING))],
  ['a sum that is too low', 'cost', { ...planOf(right), cost: planOf(right).cost - 1, bound: 0 }],
  ['a bound above the sum', 'bound', { ...planOf(right), bound: planOf(right).cost + 1 }],
];

describe('the independent checker', () => {
  it('finds nothing wrong with a plan that is right', () => {
    expect(checkPlan(rota, planOf(right))).toEqual([]);
  });

  it.each(planted)('sees %s', (_, wrong, plan) => {
    expect(wrongsOf(plan)).toContain(wrong);
  });

  it('counts what a plan costs', () => {
    // 6 a visit for the way; bone: the other part of the day and thirty minutes off; later: a week at urgency two, without: nobody.
    expect(planOf(right).cost).toBe(5 * 6 + 15 + 6 + 7 * 2 * 10 + 1_000);
  });
});

const halfDays = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 1_000_000 }), fc.boolean())
  .map(([count, seed, three]) => {
    const chance = seeded(seed);
    const people = Array.from({ length: count }, (_, at) => someone(`c${at}`, chance));
    return oneHalfDay(people, three ? { nurses: [nurse('a'), nurse('b', ['infusion']), nurse('c')] } : {});
  });

describe('a half-day that was put in order', () => {
  it('breaks no rule and costs what it says, whoever comes', () => {
    const shapes = shapesOf(TREATMENTS);
    fc.assert(
      fc.property(halfDays, (of) => {
        const visits = of.courses.map((_, at) => ({ course: at, visit: 0 }));
        const result = orderHalfDay({ rota: of, shapes, halfDay: 0, visits }, seeded(1));
        if (!result.ok) return;
        const seated = result.value.seated.map((each) => ({ ...each, halfDay: 0 }));
        const cost = result.value.cost + 6 * of.courses.length;
        expect(checkPlan(of, { visits: seated, cost, bound: cost })).toEqual([]);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 12) },
    );
  });
});

describe('a week that was planned', () => {
  it('breaks no rule and costs what it says, however few or many come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 1_000_000 }), (people, seed) => {
        const of = makeWeek(seed, people);
        const plan = planWeek(
          {
            ...{
              rota: of,
              shapes: shapesOf(of.treatments),
              halfDays: [...of.halfDays.keys()],
              beside: () => ALONE,
            },
            visits: of.courses.map((_, at) => ({ course: at, visit: 0 })),
          },
          seeded(1),
        );
        expect(checkPlan(of, { visits: plan.placed, cost: plan.cost, bound: plan.bound })).toEqual([]);
      }),
      { numRuns: Number(process.env['RUNS'] ?? 6) },
    );
  });
});
