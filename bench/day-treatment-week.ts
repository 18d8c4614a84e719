import { seeded } from '#kernel/seeded.ts';
import { type Choices, choicesFor } from '#planning/rota/choices.ts';
import { orderHalfDay } from '#planning/rota/order.ts';
import { shapesOf } from '#planning/rota/order-shape.ts';
import type { Placed } from '#planning/rota/order-sheet.ts';
import { type Replanned, replan } from '#planning/rota/replan.ts';
import type { HalfDay, Rota } from '#planning/rota/types.ts';
import { planWeek, type WeekAsked, type WeekPlan, weekSheet } from '#planning/rota/week.ts';
import { ALONE } from '#planning/rota/week-places.ts';
import { checkPlan, costOfPlan } from './day-treatment/check.ts';
import { weekByHighs } from './day-treatment/week-highs.ts';
import { makeWeek, makeWeeks, PER_WEEK } from './day-treatment/week-instance.ts';
import { atMost, besidePeer, type Figure, median } from './figure.ts';

/** As many as in an ordinary week. */
const WEEKS = [
  { seed: 1, people: 43 },
  { seed: 2, people: 43 },
  { seed: 3, people: 43 },
] as const;
const HIGHS_SECONDS = 600;
const QUARTER = 13;
const PEOPLE_A_WEEK = 40;
const NEWCOMERS = 200;

const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};
/** Does something and tells how many milliseconds of CPU it took. */
const timed = <T>(work: () => T): { readonly value: T; readonly milliseconds: number } => {
  const before = cpu();
  const value = work();
  return { value, milliseconds: cpu() - before };
};
const p95 = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] as number;

const weekAt = (rota: Rota, week: number): WeekAsked => ({
  rota,
  shapes: shapesOf(rota.treatments),
  halfDays: Array.from({ length: PER_WEEK }, (_, at) => week * PER_WEEK + at),
  visits: [...rota.courses.keys()]
    .filter((course) => Math.floor((rota.courses[course]?.from as number) / 7) === week)
    .map((course) => ({ course, visit: 0 })),
  beside: () => ALONE,
});

/** A plan that the checker does not find right says nothing about speed. */
const mustBeRight = (rota: Rota, placed: readonly Placed[], cost: number, bound: number): void => {
  const [wrong] = checkPlan(rota, { visits: placed, cost, bound });
  if (wrong) throw new Error(`the plan is wrong: ${wrong.wrong}, ${wrong.where}`);
};

const besideHighs = async (): Promise<Figure[]> => {
  const [ours, theirs, gaps]: [number[], number[], number[]] = [[], [], []];
  for (const { seed, people } of WEEKS) {
    const rota = makeWeek(seed, people);
    const asked = weekAt(rota, 0);
    planWeek(asked, seeded(1));
    const { value: plan, milliseconds } = timed((): WeekPlan => planWeek(asked, seeded(1)));
    mustBeRight(rota, plan.placed, plan.cost, plan.bound);
    const highs = await weekByHighs(weekSheet(asked).ask, HIGHS_SECONDS);
    const said = `week ${seed} of ${people}: ours ${plan.cost} (bound ${plan.bound}), HiGHS ${highs.cost}`;
    console.log(`day-treatment-week: ${said}${highs.optimal ? '' : ' when its time was over'}`);
    if (highs.cost !== null && highs.cost < plan.cost) throw new Error(said);
    if (highs.optimal && highs.cost !== plan.cost) throw new Error(said);
    ours.push(milliseconds);
    theirs.push(highs.milliseconds);
    gaps.push((100 * (plan.cost - plan.bound)) / plan.cost);
  }
  const ratio = median(ours.map((each, at) => (theirs[at] as number) / each));
  const pair = {
    name: 'day-treatment-week',
    unit: 'cpu-ms',
    better: 'lower',
    peer: 'highs-wasm',
    ratio,
  } as const;
  return [
    besidePeer({ ...pair, value: median(ours), peerValue: median(theirs) }, 10),
    atMost('day-treatment-week-gap', Math.max(...gaps), '%', 1),
  ];
};

const orders = (): Figure => {
  const times = Array.from({ length: 60 }, (_, seed) => {
    const week = makeWeek(seed + 100, 8);
    const courses = week.courses.map((each) => ({ ...each, from: 0, latest: 4 }));
    const rota: Rota = { ...week, courses };
    const visits = courses.map((__, course) => ({ course, visit: 0 }));
    const asked = { rota, shapes: shapesOf(rota.treatments), halfDay: 0, visits };
    return timed(() => orderHalfDay(asked, seeded(1))).milliseconds;
  });
  return atMost('day-treatment-order', median(times), 'cpu-ms', 20);
};

/** Thirteen weeks, planned week by week; three people in ten have had their letter and stay. */
const quarterOf = (): { readonly rota: Rota; readonly placed: readonly Placed[] } => {
  const rota = makeWeeks(40, QUARTER, PEOPLE_A_WEEK);
  const placed = Array.from(
    { length: QUARTER },
    (_, week) => planWeek(weekAt(rota, week), seeded(1)).placed,
  ).flat();
  const chance = seeded(7);
  const lockOf = new Map(placed.filter(() => chance() < 0.3).map((each) => [each.course, each]));
  const courses = rota.courses.map((each, at) => ({ ...each, visits: [{ locked: lockOf.get(at) ?? null }] }));
  const locked: Rota = { ...rota, courses };
  const cost = costOfPlan(locked, { visits: placed, cost: 0, bound: 0 });
  mustBeRight(locked, placed, cost, 0);
  return { rota: locked, placed };
};

const withoutNurse = (rota: Rota, at: number): Rota => ({
  ...rota,
  halfDays: rota.halfDays.map(
    (each, index): HalfDay => (index === at ? { ...each, nurses: each.nurses.slice(1) } : each),
  ),
});

const replans = (rota: Rota, placed: readonly Placed[]): Figure[] => {
  const [times, ratios]: [number[], number[]] = [[], []];
  let [moves, least, without, stuck] = [0, 0, 0, 0];
  // Every third half-day once: with three nurses two go on, with two it closes.
  for (let at = 0; at < rota.halfDays.length; at += 3) {
    const now = withoutNurse(rota, at);
    const asked = { rota: now, shapes: shapesOf(now.treatments), placed, missed: [], firstHalfDay: at };
    const { value, milliseconds } = timed((): Replanned => replan(asked, seeded(1)));
    const left: Rota = {
      ...now,
      courses: now.courses.map((each, course) =>
        value.stuck.some((one) => one.course === course) ? { ...each, visits: [{ locked: null }] } : each,
      ),
    };
    mustBeRight(left, value.placed, costOfPlan(left, { visits: value.placed, cost: 0, bound: 0 }), 0);
    times.push(milliseconds);
    ratios.push(value.moves.length / Math.max(1, value.leastMoves));
    moves += value.moves.length;
    least += value.leastMoves;
    without += value.moves.filter(({ to }) => to === null).length;
    stuck += value.stuck.length;
  }
  console.log(
    `day-treatment-replan: ${times.length} times, ${moves} moved (at least ${least}), ${without} without, ${stuck} locked and stuck`,
  );
  return [
    atMost('day-treatment-replan', Math.max(...times), 'cpu-ms', 1_000),
    atMost('day-treatment-replan-moves', Math.max(...ratios), 'of-least', 2),
  ];
};

const choices = (rota: Rota, placed: readonly Placed[]): Figure => {
  const newcomers = makeWeeks(900, QUARTER, Math.ceil(NEWCOMERS / QUARTER)).courses.slice(0, NEWCOMERS);
  const shapes = shapesOf(rota.treatments);
  const times = newcomers.map((course) => {
    const wider = { ...rota, courses: [...rota.courses, { ...course, latest: course.from + 42 }] };
    const visit = { course: rota.courses.length, visit: 0 };
    const asked = { rota: wider, shapes, visit, placed, firstHalfDay: 0, count: 3 };
    const { value, milliseconds } = timed((): Choices => choicesFor(asked));
    for (const moment of value.moments) {
      const all = [...placed, moment];
      mustBeRight(wider, all, costOfPlan(wider, { visits: all, cost: 0, bound: 0 }), 0);
    }
    return milliseconds;
  });
  return atMost('day-treatment-choices-p95', p95(times), 'cpu-ms', 50);
};

/**
 * Day treatment inside the week: one week with the order in its half-days beside HiGHS on the same numbers, the order of
 * one half-day, going on after a nurse falls ill, and three choices for one person. Every plan goes past the checker.
 */
export const run = async (): Promise<Figure[]> => {
  const week = await besideHighs();
  const { rota, placed } = quarterOf();
  return [...week, orders(), ...replans(rota, placed), choices(rota, placed)];
};
