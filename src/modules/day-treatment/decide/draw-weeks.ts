import { orderableIn, orderingPlan } from '#planning/rota/order-plan.ts';
import type { Placed } from '#planning/rota/order-sheet.ts';
import { type Effort, startPlanning } from '#planning/rota/plan.ts';
import type { Course, HalfDay, Lock, Rota, RotaPlan, ToSeat } from '#planning/rota/types.ts';
import { type Drawing, type Drawn, fillIn, goingWithout, idOf, type Without } from './draw.ts';

/** So many steps prove the bound well enough for a room; rounds go with how many are asked about, to a limit of some ten seconds. */
const STEPS = 400;
const ROUNDS_EACH = 40;
const LEAST_ROUNDS = 400;
const MOST_ROUNDS = 40_000;
/** Which part of the progress the half-days take; the order inside them is the rest. */
const HALF_DAYS_PART = 0.8;

const effortFor = (visits: number): Effort => ({
  steps: STEPS,
  rounds: Math.min(MOST_ROUNDS, LEAST_ROUNDS + ROUNDS_EACH * visits),
});

/** A course as the optimiser takes it: what stands first, what comes after it; which visits these are of the whole. */
interface Tail {
  readonly course: Course;
  readonly visits: readonly number[];
}

/** Around what stands everything else is planned; a visit that has its moment waits for nobody any more. */
const tailOf = ({ halfDays }: Rota, whole: Course, isWaiting: (visit: number) => boolean): Tail => {
  const lockOf = (visit: number): Lock | null => whole.visits[visit]?.locked ?? null;
  const last = whole.visits.findLastIndex(({ locked }) => locked !== null);
  const visits = [...whole.visits.keys()].filter(
    (visit) => lockOf(visit) !== null || (visit > last && isWaiting(visit)),
  );
  const first = lockOf(visits[0] ?? 0);
  const day = first === null ? undefined : (halfDays[first.halfDay] as HalfDay).day;
  const span = day === undefined ? {} : { from: day, latest: day };
  return {
    course: { ...whole, ...span, visits: visits.map((visit) => ({ locked: lockOf(visit) })) },
    visits,
  };
};

/** Half-days first, then the order inside each; every yield is how far it is. */
function* planning({
  rota,
  shapes,
  chance,
}: Drawing): Generator<number, { readonly plan: RotaPlan; readonly placed: readonly Placed[] }, void> {
  const asked = rota.courses.flatMap(({ visits }) => visits).filter(({ locked }) => locked === null).length;
  const orderable = orderableIn(rota, shapes, chance);
  const planner = startPlanning(rota, { effort: effortFor(asked), chance, orderable });
  while (!planner.done()) {
    planner.step();
    yield HALF_DAYS_PART * planner.progress();
  }
  const plan = planner.plan();
  const ordering = orderingPlan(rota, shapes, plan, chance);
  for (;;) {
    const { done, value } = ordering.next();
    if (done) return { plan, placed: value.placed };
    yield HALF_DAYS_PART + ((1 - HALF_DAYS_PART) * value) / (value + rota.halfDays.length);
  }
}

/**
 * Weeks or months: everybody who waits gets half-days, and inside each a start, chairs and a nurse. A visit between two
 * that stand gets the best moment there is when everybody else has theirs.
 */
export function* drawWeeks(
  drawing: Drawing,
  waiting: readonly ToSeat[],
  everybody: readonly Placed[],
): Generator<number, Drawn, void> {
  const { rota } = drawing;
  const waits = new Set(waiting.map(idOf));
  const tails = rota.courses.map((whole, course) =>
    tailOf(rota, whole, (visit) => waits.has(idOf({ course, visit }))),
  );
  const courses = tails.map(({ course }) => course);
  const { plan, placed: own } = yield* planning({ ...drawing, rota: { ...rota, courses } });
  const placed = own.map((each) => ({
    ...each,
    visit: tails[each.course]?.visits[each.visit] as number,
  }));
  const has = new Set(placed.map(idOf));
  const isLeft = (each: ToSeat): boolean => tails[each.course]?.visits.includes(each.visit) === true;
  const left = waiting.filter((each) => !has.has(idOf(each)) && isLeft(each));
  const without = left.map((each): Without => {
    const pattern = plan.patterns[each.course];
    return { ...each, why: typeof pattern === 'string' ? pattern : 'full' };
  });
  const gaps = waiting.filter((each) => !isLeft(each));
  const filled = fillIn(drawing, gaps, [...placed, ...everybody.filter((each) => !has.has(idOf(each)))]);
  // A half-day that the optimiser filled and could not put in order after all: whoever leaves it costs what being left out costs.
  const dropped = left.filter(({ course }) => typeof plan.patterns[course] !== 'string');
  const lost = dropped.reduce((sum, visit) => sum + goingWithout(rota, visit), 0);
  return {
    placed: filled.placed,
    without: [...without, ...filled.without],
    cost: plan.cost + lost + filled.cost,
    bound: plan.bound,
  };
}
