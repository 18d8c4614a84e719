import { HOUR } from '#kernel/interval.ts';
import type { Forecast } from '#planning/forecast/types.ts';
import {
  type Assigning,
  type Move,
  matchAhead,
  type PlaceTable,
  type Waiting,
} from '#planning/match/index.ts';
import { expectedOf, laterIn } from './expected.ts';

/** Within how many hours somebody must have a place, after which nobody is told to wait for a better one. */
const WITHIN = 72 * HOUR;

/** Somebody who waits, and where: a day in a hospital bed is another day than one at home. */
export interface WaitingAt extends Waiting {
  readonly inHospital: boolean;
}

/** What is known of the region when the row is looked at. */
export interface NextAsk {
  readonly table: PlaceTable;
  readonly assigning: Omit<Assigning, 'fits' | 'rejects' | 'others'>;
  /** Forecasts per site, made without who waits now. */
  readonly forecasts: readonly Forecast[];
  readonly zone: string;
}

/** The best next move for one request. */
export interface NextMove extends Move {
  readonly waiting: WaitingAt;
}

/**
 * The best next move for everybody who waits: a place now, or wait for a better one, with the day, the chance and what the
 * waiting costs. Who is in a crisis or must be placed today never waits while a place is to be had, and who must be placed
 * within three days waits no longer than that. It proposes and places nobody; in the order of the ids.
 */
export const nextMoves = (
  row: readonly WaitingAt[],
  { table, assigning, forecasts, zone }: NextAsk,
): NextMove[] => {
  const expected = expectedOf(forecasts, zone);
  const byId = new Map(row.map((each) => [each.id, each]));
  const moves = matchAhead(table, row, {
    ...assigning,
    ...{ fits: 0, rejects: 0, others: 0 },
    later: laterIn(expected),
    mayWait: ({ urgency, sentAt }, { day }) => {
      if (urgency === 'within-72-hours') return expected.momentOf(day) <= sentAt + WITHIN;
      return urgency === 'planned';
    },
  });
  return moves.flatMap((move) => {
    const waiting = byId.get(move.id);
    return waiting === undefined ? [] : [{ ...move, waiting }];
  });
};
