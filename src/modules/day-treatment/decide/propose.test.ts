import { describe, expect, it } from 'vitest';
import { course, halfDay, TREATMENTS } from '#planning/rota/order.fixture.ts';
import type { Placed } from '#planning/rota/order-sheet.ts';
import type { Course, HalfDay, Rota } from '#planning/rota/types.ts';
import { type ProposalAsked, type Proposed, proposing } from './propose.ts';

const [IRON, IMMUNO] = [0, 1];
const near = [{ site: 0, kilometres: 0 }];
const week = [0, 1, 2, 3].map((day) => halfDay(day));

const propose = (
  courses: readonly Course[],
  placed: readonly Placed[] = [],
  other: Partial<ProposalAsked> = {},
  halfDays: readonly HalfDay[] = week,
): Proposed => {
  const rota: Rota = { treatments: TREATMENTS, halfDays, courses };
  const open = halfDays.map(() => true);
  const steps = proposing({ rota, placed, mustGo: [], firstHalfDay: 0, open, seed: 1, ...other });
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
};

const at = (of: number, visit: number, index: number, start: number, nurse = 'a'): Placed => ({
  ...{ course: of, visit, halfDay: index, start, chairs: [2, 5], nurse },
});
const two = (other: Partial<Course> = {}): Course =>
  course('c', IRON, {
    ...{ visits: [{ locked: null }, { locked: null }], reach: near, interval: 2, tolerance: 0 },
    ...other,
  });
const daysOf = ({ placed }: Proposed, of: number): number[] =>
  placed
    .filter((each) => each.course === of)
    .toSorted((a, b) => a.visit - b.visit)
    .map((each) => each.halfDay);

describe('a plan around what stands', () => {
  it('gives who waits a moment, and leaves who has one where they are', () => {
    const standing = at(0, 0, 2, 30);
    const made = propose(
      [course('a', IRON, { reach: near }), course('b', IRON, { reach: near })],
      [standing],
    );
    expect(made.placed).toContainEqual(standing);
    expect(daysOf(made, 1)).toEqual([0]);
    expect(made.without).toEqual([]);
    expect(made.bound).toBeLessThanOrEqual(made.cost);
  });

  it('goes on with a course from what stands of it', () => {
    const made = propose([two()], [at(0, 0, 1, 30)]);
    expect(daysOf(made, 0)).toEqual([1, 3]);
  });

  it('fills a gap before a visit that stands, where the interval allows', () => {
    expect(daysOf(propose([two()], [at(0, 1, 3, 30)]), 0)).toEqual([1, 3]);
    const never = propose([two({ interval: 1 })], [at(0, 1, 3, 30)], { firstHalfDay: 3 });
    expect(never.without).toEqual([{ course: 0, visit: 0, why: 'no-interval' }]);
  });

  it('puts nobody new where it may not, and moves who must go', () => {
    const open = [false, false, false, true];
    expect(daysOf(propose([course('a', IRON, { reach: near })], [], { open }), 0)).toEqual([3]);
    const gone = { mustGo: [{ course: 0, visit: 0 }] };
    const moved = propose([course('a', IRON, { reach: near })], [at(0, 0, 0, 30)], gone);
    expect(moved.placed.filter(({ halfDay: index, start }) => index === 0 && start === 30)).toEqual([]);
    expect(moved.placed).toHaveLength(1);
  });

  it('leaves who was set fast in a half-day that closed, for a person to decide', () => {
    const shut = [halfDay(0, { minutes: 0, nurses: [] }), ...week.slice(1)];
    const stuck = at(0, 0, 0, 30);
    const locked = course('a', IRON, { reach: near, visits: [{ locked: stuck }] });
    const made = propose([locked, course('b', IRON, { reach: near })], [stuck], {}, shut);
    expect(daysOf(made, 0)).toEqual([]);
    expect(made.without).toEqual([]);
    expect(daysOf(made, 1)).toEqual([1]);
  });

  it('gives one week to the minute at once, and knows that nothing is better', () => {
    const beds = { chairs: [{ id: 't1', room: 'treatment' as const, bed: true }] };
    const days = week.map(({ day }) => halfDay(day, beds));
    const people = [2, 1, 3].map((urgency, of) => course(`c${of}`, IMMUNO, { reach: near, urgency }));
    const made = propose(
      people,
      [at(0, 0, 0, 0)].map((each) => ({ ...each, chairs: [0] })),
      {},
      days,
    );
    expect([0, 1, 2].map((of) => daysOf(made, of))).toEqual([[0], [2], [1]]);
    // A day of waiting for who is most urgent, two for the other: ten points each, times the urgency.
    expect([made.cost, made.bound]).toEqual([50, 50]);
  });

  it('gives a gap in the week its moment together with everybody else', () => {
    const gap = two({ urgency: 3 });
    const bed = [{ id: 't1', room: 'treatment' as const, bed: false }, ...halfDay(0).chairs.slice(5)];
    const one = week.map(({ day }) => halfDay(day, { chairs: bed, minutes: 80 }));
    const made = propose(
      [gap, course('z', IRON, { reach: near, latest: 1 })],
      [{ ...at(0, 1, 3, 0), chairs: [0, 1] }],
      {},
      one,
    );
    expect([daysOf(made, 0), daysOf(made, 1)]).toEqual([[1, 3], [0]]);
  });

  it('plans more than a week, and two visits of one person in a week, by half-days first', () => {
    const long = [0, 1, 7, 8].map((day) => halfDay(day));
    expect(daysOf(propose([two({ interval: 7 })], [], {}, long), 0)).toEqual([0, 2]);
    expect(daysOf(propose([two()]), 0)).toEqual([0, 2]);
  });

  it('says why somebody waits', () => {
    const one = [halfDay(0, { chairs: [{ id: 't1', room: 'treatment', bed: true }], minutes: 240 })];
    const both = [course('a', IMMUNO, { reach: near }), course('b', IMMUNO, { reach: near })];
    const made = propose(both, [], {}, one);
    expect(made.placed).toHaveLength(1);
    expect(made.without.map(({ why }) => why)).toEqual(['full']);
    const far = propose([course('a', IRON, { from: 9, latest: 12 })]);
    expect(far.without.map(({ why }) => why)).toEqual(['nowhere-open']);
  });
});
