import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Chance } from '#kernel/seeded.ts';
import {
  askOf,
  type Days,
  daysOf,
  minutesAt,
  type Ordering,
  optionsIn,
  orderingOf,
  seatAt,
  wantedOf,
} from './order-ask.ts';
import { type Line, type Needs, take } from './order-line.ts';
import { leastNursing, type Shapes, withLessNursing } from './order-shape.ts';
import type { HalfDay, Lock, Rota, Seated, ToSeat } from './types.ts';
import type { Answer, Ask } from './week-ask.ts';
import { type Effort, solveAsk } from './week-solve.ts';

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
/** How hard is looked for the same with a lower peak. */
const CALMER: Effort = { steps: 60, rounds: 0, positions: 0 };
/** A lower peak is one lower by this share of a nurse. */
const CALMER_BY = 0.25;

interface Sheet {
  readonly days: Days;
  readonly locked: readonly Ordering[];
  readonly open: readonly Ordering[];
  readonly ask: Ask;
}

const sheetOf = ({ rota, shapes, halfDay, visits }: OrderAsked): Sheet => {
  const all = visits.map((each) => orderingOf(rota, each));
  const locked = all.filter(({ lock }) => lock !== null);
  const open = all.filter(({ lock }) => lock === null);
  const days = daysOf(rota, shapes, [halfDay], [locked]);
  const wanted = open.map((each) =>
    wantedOf(each.course.treatment, optionsIn(days, 0, each, 0), Number.POSITIVE_INFINITY),
  );
  return { days, locked, open, ask: askOf(days, open, wanted) };
};

/** What is left of the line once everybody is where the answer says. */
const filled = ({ line, shapes, wanted }: Ask, { startOf }: Answer): Line => {
  const left = { ...line, left: line.left.slice() };
  for (const [index, { shape }] of wanted.entries())
    take(left, shapes[shape] as Needs, startOf[index] as number, 1);
  return left;
};

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

const seatedOf = ({ days, locked, open }: Sheet, { startOf }: Answer): Seated[] => {
  const starts = Array.from(startOf, (step) => minutesAt(days, step));
  const seating = seatAt(days, 0, open, starts);
  if (seating === null) throw new Error('an order was found in which somebody has no chair or no nurse');
  const all = [
    ...locked.map((each) => ({ toSeat: each.toSeat, start: (each.lock as Lock).start })),
    ...open.map((each, at) => ({ toSeat: each.toSeat, start: starts[at] as number })),
  ];
  return all
    .map(({ toSeat, start }, at) => ({
      ...toSeat,
      start,
      chairs: seating.chairs[at] as readonly number[],
      nurse: seating.nurses[at] as string,
    }))
    .sort((a, b) => a.start - b.start || a.course - b.course);
};

/**
 * Gives everybody in one half-day a start, chairs and a nurse, as near to what they wish as can be, and then with as
 * few peaks as that allows. Who is locked stays as they are.
 */
export const orderHalfDay = (asked: OrderAsked, chance: Chance): Result<Ordered, OrderRefusal> => {
  const sheet = sheetOf(asked);
  if (sheet.days.broken.length > 0 || seatAt(sheet.days, 0, [], []) === null)
    return refuse('locked-do-not-fit');
  const { answer, bound } = solveAsk(sheet.ask, chance, EFFORT);
  if (answer === null) return refuse(bound === Number.POSITIVE_INFINITY ? 'no-order' : 'none-found');
  const { nurse } = asked.shapes;
  const calm = calmed(sheet.ask, answer, Math.max(1, Math.floor(nurse * CALMER_BY)), chance);
  const there = (asked.rota.halfDays[asked.halfDay] as HalfDay).nurses.length;
  const peak = there - leastNursing(filled(sheet.ask, calm)) / nurse;
  return ok({ seated: seatedOf(sheet, calm), cost: calm.cost, bound, peak });
};
