import { describe, expect, it } from 'vitest';
import { seeded } from '#kernel/seeded.ts';
import { CHAIRS, course, nurse, oneHalfDay, TREATMENTS } from './order.fixture.ts';
import { orderHalfDay } from './order.ts';
import { shapesOf } from './order-shape.ts';
import type { Course, Rota, Seated } from './types.ts';

const [IRON, IMMUNO, BONE] = [0, 1, 2];
const shapes = shapesOf(TREATMENTS);

const order = (rota: Rota) => {
  const visits = rota.courses.map((_, course) => ({ course, visit: 0 }));
  return orderHalfDay({ rota, shapes, halfDay: 0, visits }, seeded(1));
};
const ordered = (rota: Rota): readonly Seated[] => {
  const result = order(rota);
  if (!result.ok) throw new Error(result.refusal);
  return result.value.seated;
};
const wishing = (id: string, treatment: number, start: number): Course =>
  course(id, treatment, { wishes: { weekdays: [], part: null, start } });

describe('a half-day in order', () => {
  it('gives everybody the start they wish when nobody is in the way', () => {
    const of = oneHalfDay([wishing('a', IRON, 30), wishing('b', BONE, 100)]);
    expect(ordered(of).map(({ start }) => start)).toEqual([30, 100]);
  });

  it('lets two who wish the same start move as little as can be', () => {
    const two = [wishing('a', IMMUNO, 0), wishing('b', IRON, 60), wishing('c', IRON, 60)];
    const result = order(oneHalfDay(two));
    expect(result).toMatchObject({ ok: true, value: { cost: 3, bound: 3 } });
  });

  it('spreads who wishes nothing, so that the nurses are never all busy when they need not be', () => {
    const result = order(oneHalfDay([course('a', IRON), course('b', IRON), course('c', BONE)]));
    expect(result.ok && result.value.peak).toBe(1);
  });

  it('proves that three cannot lie on two beds', () => {
    const three = [course('a', IMMUNO), course('b', IMMUNO), course('c', IMMUNO)];
    expect(order(oneHalfDay(three))).toEqual({ ok: false, refusal: 'no-order' });
  });

  it('runs nothing with one nurse', () => {
    expect(order(oneHalfDay([course('a', IRON)], { nurses: [nurse('a')] }))).toEqual({
      ok: false,
      refusal: 'no-order',
    });
  });

  it('leaves who is locked at their time, on their chair, with their nurse', () => {
    const lock = { halfDay: 0, start: 50, chairs: [4, 6], nurse: 'b' };
    const of = oneHalfDay([wishing('a', IRON, 50), course('z', IRON, { visits: [{ locked: lock }] })]);
    expect(ordered(of).find((each) => each.course === 1)).toMatchObject({
      start: 50,
      chairs: [4, 6],
      nurse: 'b',
    });
  });

  it('gives who is locked another nurse when theirs is not there', () => {
    const locked = { halfDay: 0, start: 50, chairs: [4, 6], nurse: 'c' };
    const of = oneHalfDay([course('z', IRON, { visits: [{ locked }] })]);
    expect(ordered(of)).toMatchObject([
      { start: 50, chairs: [4, 6], nurse: expect.stringMatching(/^[ab]$/) },
    ]);
  });

  it('says so when who is locked does not fit any more', () => {
    const locked = (chairs: number[]) => [{ locked: { halfDay: 0, start: 50, chairs, nurse: 'a' } }];
    const of = oneHalfDay([
      course('y', IRON, { visits: locked([4, 6]) }),
      course('z', IRON, { visits: locked([3, 6]) }),
    ]);
    expect(order(of)).toEqual({ ok: false, refusal: 'locked-do-not-fit' });
  });

  it('gives the nurse somebody knows', () => {
    const known = { day: -7, site: 0, nurses: ['b'] };
    const of = oneHalfDay([course('a', IRON, { earlier: known }), course('c', BONE, { earlier: known })]);
    expect(ordered(of).map((each) => each.nurse)).toEqual(['b', 'b']);
  });

  it('keeps who needs no bed off a bed that somebody needs later', () => {
    const chairs = CHAIRS.filter(({ id }) => ['t1', 't3', 'l1', 'l2', 'l3'].includes(id));
    const of = oneHalfDay([course('a', IMMUNO), course('b', BONE), course('c', BONE)], { chairs });
    const bed = chairs.findIndex(({ bed: is }) => is);
    expect(
      ordered(of)
        .filter((each) => each.chairs.includes(bed))
        .map((each) => each.course),
    ).toEqual([0]);
  });
});
