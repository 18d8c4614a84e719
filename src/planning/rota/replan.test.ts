import { describe, expect, it } from 'vitest';
import { seeded } from '#kernel/seeded.ts';
import { course, halfDay, nurse, TREATMENTS } from './order.fixture.ts';
import { shapesOf } from './order-shape.ts';
import type { Placed } from './order-sheet.ts';
import { replan } from './replan.ts';
import type { Course, HalfDay, Lock, ToSeat } from './types.ts';

const [IRON, IMMUNO, BONE] = [0, 1, 2];
const near = [{ site: 0, kilometres: 0 }];
const three = [nurse('a'), nurse('b'), nurse('c')];

const at = (course: number, halfDay: number, start: number, chairs: number[], nurse = 'a'): Placed => ({
  ...{ course, visit: 0, halfDay, start, chairs, nurse },
});
const go = (
  halfDays: readonly HalfDay[],
  courses: readonly Course[],
  placed: readonly Placed[],
  missed: ToSeat[] = [],
) =>
  replan(
    {
      rota: { treatments: TREATMENTS, halfDays, courses },
      shapes: shapesOf(TREATMENTS),
      placed,
      missed,
      firstHalfDay: 0,
    },
    seeded(1),
  );
const lockOf = ({ halfDay: index, start, chairs, nurse: who }: Placed): Lock => ({
  ...{ halfDay: index, start, chairs, nurse: who },
});

describe('a plan that goes on', () => {
  it('moves nobody when the others can do the work of who fell ill', () => {
    const placed = [at(0, 0, 0, [2, 5], 'c'), at(1, 0, 15, [3], 'c')];
    const result = go([halfDay(0)], [course('x', IRON), course('y', BONE)], placed);
    expect(result).toMatchObject({ moves: [], leastMoves: 0, stuck: [] });
    expect(result.placed.map((each) => each.nurse)).not.toContain('c');
  });

  it('moves one of three who were set up at once by three nurses, when two are left', () => {
    const placed = [at(0, 0, 0, [2], 'a'), at(1, 0, 0, [3], 'b'), at(2, 0, 0, [4], 'c')];
    const people = ['x', 'y', 'z'].map((id) => course(id, BONE, { reach: near }));
    const result = go([halfDay(0), halfDay(1, { nurses: three })], people, placed);
    expect(result.leastMoves).toBe(1);
    expect(result.moves).toHaveLength(1);
    expect(result.moves[0]?.to?.halfDay).toBe(0);
  });

  it('never moves who is locked: the other one goes', () => {
    const placed = [at(0, 0, 0, [0], 'a'), at(1, 0, 15, [1], 'b')];
    const locked = placed[1] as Placed;
    const people = [
      course('x', IMMUNO, { reach: near }),
      course('y', IMMUNO, { visits: [{ locked: lockOf(locked) }] }),
    ];
    const [bed] = halfDay(0).chairs.slice(1);
    const oneBed = halfDay(0).chairs.map((chair) => (chair === bed ? chair : { ...chair, bed: false }));
    const result = go([halfDay(0, { chairs: oneBed }), halfDay(1)], people, placed);
    expect(result.moves).toMatchObject([{ visit: { course: 0 }, to: { halfDay: 1 } }]);
    expect(result.placed).toContainEqual(
      expect.objectContaining({ course: 1, halfDay: 0, start: 15, chairs: [1] }),
    );
  });

  it('names who is locked in a half-day that closes, and finds the others another', () => {
    const placed = [at(0, 0, 0, [2], 'a'), at(1, 0, 0, [3], 'b')];
    const people = [
      course('x', BONE, { reach: near }),
      course('y', BONE, { visits: [{ locked: lockOf(placed[1] as Placed) }] }),
    ];
    const result = go([halfDay(0, { nurses: [] }), halfDay(1)], people, placed);
    expect(result.stuck).toEqual([placed[1]]);
    expect(result.moves).toMatchObject([{ visit: { course: 0 }, to: { halfDay: 1 } }]);
    expect(result.leastMoves).toBe(1);
  });

  it('finds another moment for who did not come, inside what the course allows', () => {
    const placed = [at(0, 0, 0, [2], 'a')];
    const halfDays = [halfDay(0), halfDay(1), halfDay(9)];
    const inside = go(halfDays, [course('x', BONE)], placed, [{ course: 0, visit: 0 }]);
    expect(inside.moves[0]?.to).not.toBeNull();
    const outside = replan(
      {
        rota: { treatments: TREATMENTS, halfDays, courses: [course('x', BONE)] },
        ...{ shapes: shapesOf(TREATMENTS), placed, missed: [{ course: 0, visit: 0 }], firstHalfDay: 2 },
      },
      seeded(1),
    );
    expect(outside.moves).toMatchObject([{ to: null }]);
  });

  it('asks somebody else to make room rather than leave somebody without', () => {
    const days = [halfDay(0, { nurses: [] }), halfDay(1), halfDay(2)];
    const placed = [at(0, 0, 0, [0]), at(1, 1, 0, [0], 'a'), at(2, 1, 15, [1], 'b')];
    const people = [
      course('x', IMMUNO, { latest: 1, reach: near }),
      course('y', IMMUNO, { latest: 2, reach: near }),
      course('z', IMMUNO, { latest: 2, reach: near }),
    ];
    const result = go(days, people, placed);
    expect(result.moves).toHaveLength(2);
    expect(result.moves.every(({ to }) => to !== null)).toBe(true);
    expect(result.leastMoves).toBe(1);
  });

  it('asks nobody who is locked to make room', () => {
    const days = [halfDay(0, { nurses: [] }), halfDay(1), halfDay(2)];
    const placed = [at(0, 0, 0, [0]), at(1, 1, 0, [0], 'a'), at(2, 1, 15, [1], 'b')];
    const lock = (of: number) => ({
      visits: [{ locked: lockOf(placed[of] as Placed) }],
      latest: 2,
      reach: near,
    });
    const people = [
      course('x', IMMUNO, { latest: 1, reach: near }),
      course('y', IMMUNO, lock(1)),
      course('z', IMMUNO, lock(2)),
    ];
    expect(go(days, people, placed).moves).toMatchObject([{ visit: { course: 0 }, to: null }]);
  });
});
