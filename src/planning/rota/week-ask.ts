import type { Line, Needs } from './order-line.ts';

/** A visit that must or may be placed, with every start it could have and what each costs. */
export interface Wanted {
  /** Which of the shapes it takes. */
  readonly shape: number;
  /** Steps on the line, and what each costs; cheapest first. */
  readonly starts: Int32Array;
  readonly costs: Float64Array;
  /** What it costs to leave it out; Infinity when it may not be left out. */
  readonly none: number;
}

/** Who wants what of one line: the question behind one half-day as well as behind a whole week. */
export interface Ask {
  /** What is left beside everything that stays where it is. */
  readonly line: Line;
  readonly shapes: readonly Needs[];
  readonly wanted: readonly Wanted[];
  /** Which half-day each step of the line belongs to. */
  readonly halfDayAt: Int32Array;
  /** Whether everybody who starts in this half-day (by index, with all starts) also gets chairs and a nurse of their own. */
  readonly sits: (halfDay: number, who: readonly number[], startOf: Int32Array) => boolean;
}

/** Where everybody starts, and what that costs. */
export interface Answer {
  /** A step of the line for each that is wanted, or left out. */
  readonly startOf: Int32Array;
  readonly cost: number;
}

/** Nobody's start: left out of the plan. */
export const LEFT_OUT = -1;

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** The step in which every sum of these costs can differ: what lies between two of them cannot be reached. */
export const grainIn = (costs: Iterable<number>): number => {
  let grain = 0;
  for (const cost of costs) {
    if (cost === Number.POSITIVE_INFINITY) continue;
    if (!Number.isInteger(cost)) return 0;
    grain = divisor(grain, Math.abs(cost));
    if (grain === 1) return 1;
  }
  return grain;
};

/** The step in which every sum of what starts cost can differ. */
export const grainOf = ({ wanted }: Ask): number =>
  grainIn(wanted.flatMap(({ costs, none }) => [...costs, none]));

/** The least that a sum can be when it is at least this. */
export const upTo = (bound: number, grain: number): number =>
  grain === 0 ? bound : Math.ceil(bound / grain - 1e-6) * grain + 0;
