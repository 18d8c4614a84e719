import type { Chance } from '#kernel/seeded.ts';
import { withoutCost } from './costs.ts';
import { type Days, daysOf, type Ordering, optionsIn } from './order-ask.ts';
import type { Shapes } from './order-shape.ts';
import { type Choice, type Placed, partedOf, placedOf, type Sheet, sheetOf } from './order-sheet.ts';
import type { HalfDay, Rota, ToSeat } from './types.ts';
import { LEFT_OUT } from './week-ask.ts';
import { type Beside, mayBeOn, pointsOn } from './week-places.ts';
import { type Effort, type Solved, solving } from './week-solve.ts';

/** A week and who is to come in it: at most one open visit of each course, beside all that are locked there. */
export interface WeekAsked {
  readonly rota: Rota;
  readonly shapes: Shapes;
  /** Indices of the half-days of the week, in order. */
  readonly halfDays: readonly number[];
  readonly visits: readonly ToSeat[];
  /** The half-days of the visits of the same course in other weeks, as far as they stand. */
  readonly beside: (visit: ToSeat) => Beside;
}

/** A week down to the minute and the chair. */
export interface WeekPlan {
  readonly placed: readonly Placed[];
  /** Who got no place in this week. */
  readonly without: readonly ToSeat[];
  /** Half-days whose locked visits do not fit together any more: a person must look at them. */
  readonly broken: readonly number[];
  /** Points of everybody who is not locked. */
  readonly cost: number;
  /** Proven: no week costs less. */
  readonly bound: number;
}

/** How far the planning of a week is. */
export interface WeekProgress {
  /** What the best so far costs; null: there is none yet. */
  readonly cost: number | null;
  /** What no week can be cheaper than, as far as is known. */
  readonly bound: number;
  /** How much of the looking is done, from 0 to 1; the proof at the end is not counted. */
  readonly progress: number;
}

const EFFORT: Effort = { steps: 6_000, rounds: 1_500, positions: 30_000 };

const choiceOf = ({ rota, halfDays, beside }: WeekAsked, days: Days, visit: Ordering): Choice => {
  const { course, toSeat } = visit;
  const around = beside(toSeat);
  const options = halfDays.flatMap((index, at) => {
    const halfDay = rota.halfDays[index] as HalfDay;
    if (!mayBeOn(course, toSeat.visit, halfDay, around)) return [];
    return optionsIn(days, at, visit, pointsOn(course, toSeat.visit, halfDay, around));
  });
  return { options, none: withoutCost({ ...course, visits: [{ locked: null }] }) };
};

/** The question of a week as the solver gets it, for who measures it beside another solver. @internal */
export const weekSheet = (asked: WeekAsked): Sheet => {
  const { standing, open } = partedOf(asked.rota, asked.visits);
  const days = daysOf(asked.rota, asked.shapes, asked.halfDays, standing);
  return sheetOf(days, open, (visit) => choiceOf(asked, days, visit));
};

const planOf = (sheet: Sheet, { answer, bound }: Solved): WeekPlan => {
  if (answer === null) throw new Error('a week in which everybody may be left out has no plan');
  const without = sheet.open.filter((_, index) => answer.startOf[index] === LEFT_OUT);
  return {
    placed: placedOf(sheet, answer),
    without: without.map(({ toSeat }) => toSeat),
    broken: sheet.days.broken.map((at) => sheet.days.halfDays[at] as number),
    cost: answer.cost,
    bound,
  };
};

/**
 * Plans one week with the order inside its half-days, all at once: who comes when, on which chair, by which nurse, for
 * the least points in sum. Who drives it sees how far it is and may stop.
 */
export function* planningWeek(asked: WeekAsked, chance: Chance): Generator<WeekProgress, WeekPlan, void> {
  const sheet = weekSheet(asked);
  const steps = solving(sheet.ask, chance, EFFORT);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return planOf(sheet, value);
    yield { cost: value.answer?.cost ?? null, bound: value.bound, progress: value.progress };
  }
}

/** Plans one week without anybody looking on, for who measures or checks it. @internal */
export const planWeek = (asked: WeekAsked, chance: Chance): WeekPlan => {
  const steps = planningWeek(asked, chance);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
};
