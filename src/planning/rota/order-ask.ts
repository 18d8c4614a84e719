import { lastStart } from './capacity.ts';
import { fits, type Line, type Needs, take } from './order-line.ts';
import { type Seating, type Started, seatVisits } from './order-seats.ts';
import { isOpen, lineOf, type Shapes, stepsOf } from './order-shape.ts';
import {
  type Course,
  GRID,
  type HalfDay,
  type Lock,
  type Rota,
  type ToSeat,
  type Treatment,
} from './types.ts';
import type { Ask, Wanted } from './week-ask.ts';

/** Points for each five minutes that somebody starts earlier or later than they wished. The number is our own choice. */
const PER_STEP_OFF_WISH = 1;

/** What a start costs somebody inside a half-day, in points. */
const startCost = ({ wishes }: Course, start: number): number =>
  wishes.start === null ? 0 : (Math.abs(start - wishes.start) / GRID) * PER_STEP_OFF_WISH;

/** A visit of a rota with everything that an order asks about it. */
export interface Ordering {
  readonly toSeat: ToSeat;
  readonly course: Course;
  readonly treatment: Treatment;
  readonly lock: Lock | null;
}

/** Looks up the visit behind its two numbers. */
export const orderingOf = (rota: Rota, toSeat: ToSeat): Ordering => {
  const course = rota.courses[toSeat.course] as Course;
  return {
    toSeat,
    course,
    treatment: rota.treatments[course.treatment] as Treatment,
    lock: course.visits[toSeat.visit]?.locked ?? null,
  };
};

/** What a seating must know of a visit. */
const startedOf = ({ treatment, lock, course }: Ordering, start: number): Started => ({
  treatment,
  start,
  chairs: lock?.chairs ?? null,
  known: lock === null ? (course.earlier?.nurses ?? []) : [lock.nurse],
});

/** A stretch of half-days on one line, with who is locked in them taken off it; the rest can still be had. */
export interface Days {
  readonly rota: Rota;
  readonly shapes: Shapes;
  /** Indices of the half-days, in order. */
  readonly halfDays: readonly number[];
  /** The first step of each half-day on the line, in the same order. */
  readonly firstStep: readonly number[];
  readonly halfDayAt: Int32Array;
  readonly line: Line;
  /** Who is locked in each of them. */
  readonly locked: readonly (readonly Ordering[])[];
  /** The half-days, by place in the row, whose locked visits do not fit together any more. */
  readonly broken: readonly number[];
}

const needsFor = (shapes: Shapes, { course }: Ordering): Needs => shapes.needs[course.treatment] as Needs;

/** Puts half-days on one line and takes off it who stands there (everybody in `standing` has a lock). */
export const daysOf = (
  rota: Rota,
  shapes: Shapes,
  halfDays: readonly number[],
  standing: readonly Ordering[],
): Days => {
  const locked = halfDays.map((index) => standing.filter(({ lock }) => lock?.halfDay === index));
  const all = halfDays.map((index) => rota.halfDays[index] as HalfDay);
  const line = lineOf(all, shapes);
  const halfDayAt = new Int32Array(line.steps);
  const firstStep: number[] = [];
  const broken: number[] = [];
  let step = 0;
  for (const [at, halfDay] of all.entries()) {
    firstStep.push(step);
    const own = locked[at] as readonly Ordering[];
    const fitted = own.every((each) => {
      const { start } = each.lock as Lock;
      const inside = isOpen(halfDay) && start >= 0 && start <= lastStart(halfDay, each.treatment);
      if (!inside || !fits(line, needsFor(shapes, each), step + start / GRID)) return false;
      take(line, needsFor(shapes, each), step + start / GRID, 1);
      return true;
    });
    if (!fitted) broken.push(at);
    halfDayAt.fill(at, step, step + stepsOf(halfDay));
    step += stepsOf(halfDay);
  }
  return { rota, shapes, halfDays, firstStep, halfDayAt, line, locked, broken };
};

/** One start that somebody can have, as a step of the line, and what it costs in points. */
export interface Option {
  readonly step: number;
  readonly cost: number;
}

/** Every start a visit can have in one half-day of the row; `base` is what the half-day itself costs. */
export const optionsIn = (
  days: Days,
  at: number,
  { course, treatment }: Ordering,
  base: number,
): Option[] => {
  const halfDay = days.rota.halfDays[days.halfDays[at] as number] as HalfDay;
  if (!isOpen(halfDay) || days.broken.includes(at)) return [];
  const first = days.firstStep[at] as number;
  const options: Option[] = [];
  for (let start = 0; start <= lastStart(halfDay, treatment); start += GRID)
    options.push({ step: first + start / GRID, cost: base + startCost(course, start) });
  return options;
};

/** A visit with its options as the solver wants them: cheapest first. */
export const wantedOf = (shape: number, options: readonly Option[], none: number): Wanted => {
  const sorted = [...options].sort((a, b) => a.cost - b.cost || a.step - b.step);
  return {
    shape,
    starts: Int32Array.from(sorted, ({ step }) => step),
    costs: Float64Array.from(sorted, ({ cost }) => cost),
    none,
  };
};

/** The minutes after opening behind a step of the line. */
export const minutesAt = ({ firstStep, halfDayAt }: Days, step: number): number =>
  (step - (firstStep[halfDayAt[step] as number] as number)) * GRID;

/** Chairs and nurses for who is locked in a half-day and then for who starts there; null: there are none for all of them. */
export const seatAt = (
  days: Days,
  at: number,
  visits: readonly Ordering[],
  starts: readonly number[],
): Seating | null => {
  const halfDay = days.rota.halfDays[days.halfDays[at] as number] as HalfDay;
  const locked = days.locked[at] as readonly Ordering[];
  return seatVisits(halfDay, [
    ...locked.map((each) => startedOf(each, (each.lock as Lock).start)),
    ...visits.map((each, index) => startedOf(each, starts[index] as number)),
  ]);
};

/** The question for the solver: these visits, with their options, on these half-days. */
export const askOf = (days: Days, visits: readonly Ordering[], wanted: readonly Wanted[]): Ask => ({
  line: days.line,
  shapes: days.shapes.needs,
  wanted,
  halfDayAt: days.halfDayAt,
  sits: (at, who, startOf) =>
    seatAt(
      days,
      at,
      who.map((index) => visits[index] as Ordering),
      who.map((index) => minutesAt(days, startOf[index] as number)),
    ) !== null,
});
