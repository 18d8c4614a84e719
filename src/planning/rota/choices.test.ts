import { describe, expect, it } from 'vitest';
import { choicesFor } from './choices.ts';
import { course, halfDay, nurse, TREATMENTS } from './order.fixture.ts';
import { shapesOf } from './order-shape.ts';
import type { Placed } from './order-sheet.ts';
import type { Course, HalfDay, Rota } from './types.ts';

const [IRON, IMMUNO, BONE] = [0, 1, 2];
const near = [{ site: 0, kilometres: 0 }];
const week = [0, 1, 2, 3].map((day) => halfDay(day));

const ask = (
  courses: readonly Course[],
  placed: readonly Placed[] = [],
  halfDays: readonly HalfDay[] = week,
) => {
  const rota: Rota = { treatments: TREATMENTS, halfDays, courses };
  return choicesFor({
    ...{ rota, shapes: shapesOf(TREATMENTS), visit: { course: 0, visit: 0 } },
    ...{ placed, firstHalfDay: 0, count: 3 },
  });
};
const at = (course: number, halfDay: number, start: number, chairs: number[], nurse = 'a'): Placed => ({
  ...{ course, visit: 0, halfDay, start, chairs, nurse },
});

describe('three choices for one person', () => {
  it('are on three half-days, best first, each with why', () => {
    const wishes = { weekdays: [2], part: null, start: 60 };
    const { moments } = ask([course('c', IRON, { wishes, reach: near })]);
    expect(moments.map(({ halfDay: index, start, cost }) => [index, start, cost])).toEqual([
      [0, 60, 10],
      [1, 60, 10],
      [2, 60, 30],
    ]);
    expect(moments[0]?.reasons).toEqual(['wished-start', 'first-that-can', 'quiet']);
    expect(moments[1]?.reasons).toContain('wished-weekday');
  });

  it('leave everybody else where they are: no bed that is taken, no nurse who is busy', () => {
    const others = [course('a', IMMUNO), course('b', IMMUNO)];
    const placed = [at(1, 0, 0, [0]), at(2, 0, 15, [1], 'b')];
    const { moments } = ask([course('c', IMMUNO, { reach: near }), ...others], placed);
    expect(moments.map(({ halfDay: index }) => index)).toEqual([1, 2, 3]);
    const bone = ask(
      [course('c', BONE, { reach: near, wishes: { weekdays: [], part: null, start: 0 } }), ...others],
      placed,
    );
    expect(bone.moments[0]).toMatchObject({ halfDay: 0, nurse: 'b' });
    expect(bone.moments[0]?.start).toBe(0);
  });

  it('keep to the interval after the visit before', () => {
    const twice = course('c', IRON, {
      visits: [{ locked: null }, { locked: null }],
      reach: near,
      interval: 2,
      tolerance: 1,
    });
    const rota: Rota = { treatments: TREATMENTS, halfDays: week, courses: [twice] };
    const { moments } = choicesFor({
      ...{ rota, shapes: shapesOf(TREATMENTS), visit: { course: 0, visit: 1 } },
      ...{ placed: [at(0, 0, 0, [2, 5])], firstHalfDay: 0, count: 3 },
    });
    expect(moments.map(({ halfDay: index }) => index)).toEqual([2, 1, 3]);
    expect(moments[0]?.reasons).toContain('on-the-interval');
  });

  it('name the nurse who is known', () => {
    const earlier = { day: -7, site: 0, nurses: ['b'] };
    const [first] = ask([course('c', IRON, { earlier, reach: near })]).moments;
    expect(first).toMatchObject({ nurse: 'b', reasons: expect.arrayContaining(['same-nurse', 'same-site']) });
  });

  it('say why there is none', () => {
    const unable = week.map((each) => ({
      ...each,
      nurses: [nurse('a', ['infusion']), nurse('b', ['infusion'])],
    }));
    expect(ask([course('c', IMMUNO)], [], unable).without).toBe('no-competence');
    expect(ask([course('c', IMMUNO, { latest: -1 })]).without).toBe('nowhere-open');
    const full = [course('a', IMMUNO), course('b', IMMUNO)];
    const there = [at(1, 0, 0, [0]), at(2, 0, 15, [1], 'b')];
    expect(ask([course('c', IMMUNO), ...full], there, week.slice(0, 1)).without).toBe('full');
  });
});
