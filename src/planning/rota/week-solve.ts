import type { Chance } from '#kernel/seeded.ts';
import { type Answer, type Ask, grainOf } from './week-ask.ts';
import { type Bound, boundOf } from './week-bound.ts';
import { tryAll } from './week-exact.ts';
import { Search } from './week-search.ts';

/** How hard is looked. */
export interface Effort {
  /** Steps of the search. */
  readonly steps: number;
  /** Rounds in which prices are looked for. */
  readonly rounds: number;
  /** Positions that are tried to prove or to do better. */
  readonly positions: number;
}

/** The best that was found, and how good it is at most. */
export interface Solved {
  /** Null: nothing places everybody who must be placed, or nothing was found that does. */
  readonly answer: Answer | null;
  /** No plan costs less; Infinity: proven that there is none. */
  readonly bound: number;
}

const least = ({ wanted }: Ask): number =>
  wanted.reduce((sum, { costs, none }) => sum + Math.min(none, costs[0] ?? none), 0);

/** More than any plan costs that places everybody who must be placed. */
const ceiling = ({ wanted }: Ask, grain: number): number =>
  wanted.reduce(
    (sum, { costs, none }) => sum + (none === Number.POSITIVE_INFINITY ? (costs.at(-1) ?? 0) : none),
    Math.max(grain, 1),
  );

/** What is best so far, and how much of the looking is done, from 0 to 1. */
export interface Looking extends Solved {
  readonly progress: number;
}

/** How much of the looking goes before the bound is known. */
const FIRST_SHARE = 0.1;
const ROUNDS_AT_A_TIME = 500;

/**
 * Looks for the cheapest plan: a search for a good one, prices for a bound, the search again until it reaches the bound,
 * and everything the bound leaves open where they do not meet. A generator, so that who drives it can show how far it is
 * or stop it; it yields what is best so far.
 */
export function* solving(ask: Ask, chance: Chance, effort: Effort): Generator<Looking, Solved, void> {
  const floor = least(ask);
  if (floor === Number.POSITIVE_INFINITY) return { answer: null, bound: floor };
  const grain = grainOf(ask);
  const search = new Search(ask, chance, grain);
  yield* looking(search, Math.ceil(effort.steps * FIRST_SHARE), floor, 0);
  if (search.best !== null && search.best.cost <= floor) return { answer: search.best, bound: floor };
  const over = ceiling(ask, grain);
  const bound = boundOf(ask, search.best?.cost ?? over, effort.rounds);
  if (search.best === null && bound.least >= over) return { answer: null, bound: Number.POSITIVE_INFINITY };
  yield* looking(search, effort.steps, bound.least, FIRST_SHARE);
  return finished(ask, search.best, bound, over, effort);
}

function* looking(
  search: Search,
  steps: number,
  enough: number,
  before: number,
): Generator<Looking, void, void> {
  const whole = before === 0 ? FIRST_SHARE : 1 - FIRST_SHARE;
  for (let done = 0; done < steps; done += ROUNDS_AT_A_TIME) {
    if (search.best !== null && search.best.cost <= enough) return;
    search.step(Math.min(ROUNDS_AT_A_TIME, steps - done), enough);
    const progress = before + whole * Math.min(1, (done + ROUNDS_AT_A_TIME) / steps);
    yield { answer: search.best, bound: enough, progress };
  }
}

const finished = (ask: Ask, found: Answer | null, bound: Bound, over: number, effort: Effort): Solved => {
  if (found !== null && found.cost <= bound.least) return { answer: found, bound: bound.least };
  const tried = tryAll(ask, bound, found?.cost ?? over, effort.positions);
  const answer = tried.better ?? found;
  return { answer, bound: tried.complete ? (answer?.cost ?? Number.POSITIVE_INFINITY) : bound.least };
};

/** The same without anybody looking on. */
export const solveAsk = (ask: Ask, chance: Chance, effort: Effort): Solved => {
  const steps = solving(ask, chance, effort);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
};
