import { orderingOf } from '#planning/rota/order-ask.ts';
import type { HalfDay, ToSeat } from '#planning/rota/types.ts';
import { besideOf, mayBeOn, pointsOn } from '#planning/rota/week-places.ts';
import type { Board } from './planning.ts';

/** A half-day that is possible for a visit, and what it costs before anybody looked whether there is room. */
export interface Possible {
  readonly index: number;
  readonly points: number;
}

/** The half-days in which a visit may fall from one on, the cheapest first, whoever else is there. */
export const possibleFor = ({ rota, placed }: Board, toSeat: ToSeat, first: number): Possible[] => {
  const { course } = orderingOf(rota, toSeat);
  const beside = besideOf(rota, placed, toSeat);
  const possible: Possible[] = [];
  for (let index = first; index < rota.halfDays.length; index++) {
    const halfDay = rota.halfDays[index] as HalfDay;
    if (mayBeOn(course, toSeat.visit, halfDay, beside))
      possible.push({ index, points: pointsOn(course, toSeat.visit, halfDay, beside) });
  }
  return possible.sort((a, b) => a.points - b.points || a.index - b.index);
};

/** Has nobody to look at more half-days: what was found is the best there is, or everything was looked at. */
export const isEnough = (
  found: readonly { readonly cost: number }[],
  wanted: number,
  next: Possible | undefined,
): boolean => {
  if (next === undefined) return true;
  const last = found[wanted - 1];
  return last !== undefined && next.points > last.cost;
};
