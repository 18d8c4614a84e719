import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Chance } from '#kernel/seeded.ts';
import { daysOf, optionsIn, seatAt } from './order-ask.ts';
import { leastNursing, type Shapes, withLessNursing } from './order-shape.ts';
import { filled, partedOf, placedOf, sheetOf } from './order-sheet.ts';
import type { HalfDay, Rota, Seated, ToSeat } from './types.ts';
import type { Answer, Ask } from './week-ask.ts';
import { type Effort, type Solved, solveAsk } from './week-solve.ts';

/** One half-day put in order. */
export interface Ordered {
  readonly seated: readonly Seated[];
  /** Points for starts other than wished. */
  readonly cost: number;
  /** Proven: no order costs less. */
  readonly bound: number;
  /** The busiest moment, in nurses. */
  readonly peak: number;
}

/** Why a half-day has no order: locked visits that do not fit any more, proven that there is none, or none found in time. */
export type OrderRefusal = 'locked-do-not-fit' | 'no-order' | 'none-found';

/** One half-day and who must be in it, locked or not. */
export interface OrderAsked {
  readonly rota: Rota;
  readonly shapes: Shapes;
  readonly halfDay: number;
  readonly visits: readonly ToSeat[];
}

const EFFORT: Effort = { steps: 600, rounds: 150, positions: 4_000 };
/** How hard is looked when nothing was found at first. */
const AGAIN: Effort = { steps: 4_000, rounds: 600, positions: 20_000 };
/** How hard is looked for the same with a lower peak. */
const CALMER: Effort = { steps: 60, rounds: 0, positions: 0 };
/** A lower peak is one lower by this share of a nurse. */
const CALMER_BY = 0.25;

/** The same for as little, with a lower peak, as far as that is found quickly. */
const calmed = (ask: Ask, answer: Answer, share: number, chance: Chance): Answer => {
  let best = answer;
  for (;;) {
    const spare = leastNursing(filled(ask, best)) + share;
    const calmer: Ask = { ...ask, line: withLessNursing(ask.line, spare) };
    const found = leastNursing(calmer.line) < 0 ? null : solveAsk(calmer, chance, CALMER).answer;
    if (found === null || found.cost > best.cost) return best;
    best = found;
  }
};

const orderOf = (ask: Ask, chance: Chance): Solved => {
  const solved = solveAsk(ask, chance, EFFORT);
  const open = solved.answer === null && solved.bound < Number.POSITIVE_INFINITY;
  return open ? solveAsk(ask, chance, AGAIN) : solved;
};

/**
 * Gives everybody in one half-day a start, chairs and a nurse, as near to what they wish as can be, and then with as
 * few peaks as that allows. Who is locked stays as they are.
 */
export const orderHalfDay = (asked: OrderAsked, chance: Chance): Result<Ordered, OrderRefusal> => {
  const { rota, shapes, halfDay, visits } = asked;
  const { standing, open } = partedOf(rota, visits);
  const days = daysOf(rota, shapes, [halfDay], standing);
  const sheet = sheetOf(days, open, (visit) => ({
    options: optionsIn(days, 0, visit, 0),
    none: Number.POSITIVE_INFINITY,
  }));
  if (days.broken.length > 0 || seatAt(days, 0, [], []) === null) return refuse('locked-do-not-fit');
  const { answer, bound } = orderOf(sheet.ask, chance);
  if (answer === null) return refuse(bound === Number.POSITIVE_INFINITY ? 'no-order' : 'none-found');
  const calm = calmed(sheet.ask, answer, Math.max(1, Math.floor(shapes.nurse * CALMER_BY)), chance);
  const there = (rota.halfDays[halfDay] as HalfDay).nurses.length;
  const peak = there - leastNursing(filled(sheet.ask, calm)) / shapes.nurse;
  return ok({ seated: placedOf(sheet, calm), cost: calm.cost, bound, peak });
};
