import type { Chance } from '#kernel/seeded.ts';
import { type OrderRefusal, orderHalfDay } from './order.ts';
import { daysOf, optionsIn, seatAt } from './order-ask.ts';
import type { Shapes } from './order-shape.ts';
import { type Placed, partedOf, sheetOf } from './order-sheet.ts';
import type { Orderable, Rota, RotaPlan, ToSeat } from './types.ts';
import { type Effort, solveAsk } from './week-solve.ts';

const EFFORT: Effort = { steps: 200, rounds: 80, positions: 2_000 };

/** Who is locked, by half-day: they are in it whatever else is planned. */
const lockedIn = (rota: Rota): ReadonlyMap<number, readonly ToSeat[]> => {
  const all = rota.courses.flatMap(({ visits }, course) =>
    visits.flatMap(({ locked }, visit) =>
      locked === null ? [] : [{ halfDay: locked.halfDay, course, visit }],
    ),
  );
  return Map.groupBy(all, ({ halfDay }) => halfDay);
};

/**
 * Answers whether visits have an order together in a half-day, beside who is locked there, whatever start they wish.
 * Yes is sure; no is sure or not found in the little time that a planner has for it.
 */
export const orderableIn = (rota: Rota, shapes: Shapes, chance: Chance): Orderable => {
  const locked = lockedIn(rota);
  return (halfDay, visits) => {
    const { standing, open } = partedOf(rota, [...(locked.get(halfDay) ?? []), ...visits]);
    const days = daysOf(rota, shapes, [halfDay], standing);
    if (days.broken.length > 0 || seatAt(days, 0, [], []) === null) return false;
    const sheet = sheetOf(days, open, (visit) => ({
      options: optionsIn(days, 0, visit, 0).map(({ step }) => ({ step, cost: 0 })),
      none: Number.POSITIVE_INFINITY,
    }));
    return solveAsk(sheet.ask, chance, EFFORT).answer !== null;
  };
};

/** A plan of half-days with the order inside each. */
export interface OrderedPlan {
  readonly placed: readonly Placed[];
  /** Points for starts other than wished, beside what the half-days cost. */
  readonly cost: number;
  /** Half-days for which there is no order, and why. */
  readonly without: readonly { readonly halfDay: number; readonly why: OrderRefusal }[];
}

/** Puts every half-day of a plan in order, one after the other; yields how many are done, for who shows it or stops it. */
export function* orderingPlan(
  rota: Rota,
  shapes: Shapes,
  { patterns }: Pick<RotaPlan, 'patterns'>,
  chance: Chance,
): Generator<number, OrderedPlan, void> {
  const all = patterns.flatMap((pattern, course) =>
    typeof pattern === 'string' ? [] : pattern.map((halfDay, visit) => ({ halfDay, course, visit })),
  );
  const stay = rota.courses.flatMap((_, course) => (typeof patterns[course] === 'string' ? [course] : []));
  const locked = [...lockedIn(rota)].flatMap(([halfDay, row]) => row.map((each) => ({ ...each, halfDay })));
  const visits = Map.groupBy(
    [...all, ...locked.filter(({ course }) => stay.includes(course))],
    ({ halfDay }) => halfDay,
  );
  const [placed, without]: [Placed[], { halfDay: number; why: OrderRefusal }[]] = [[], []];
  let [cost, done] = [0, 0];
  for (const [halfDay, row] of [...visits].sort(([a], [b]) => a - b)) {
    const ordered = orderHalfDay({ rota, shapes, halfDay, visits: row }, chance);
    if (ordered.ok) {
      placed.push(...ordered.value.seated.map((each) => ({ ...each, halfDay })));
      cost += ordered.value.cost;
    } else without.push({ halfDay, why: ordered.refusal });
    done += 1;
    yield done;
  }
  return { placed, cost, without };
}
