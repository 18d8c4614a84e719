import { type Chance, seeded } from '#kernel/seeded.ts';
import { choicesFor } from '#planning/rota/choices.ts';
import { withoutCost } from '#planning/rota/costs.ts';
import { orderableIn, orderingPlan } from '#planning/rota/order-plan.ts';
import { type Shapes, shapesOf } from '#planning/rota/order-shape.ts';
import type { Placed } from '#planning/rota/order-sheet.ts';
import { type Effort, startPlanning } from '#planning/rota/plan.ts';
import { replan } from '#planning/rota/replan.ts';
import type { Course, HalfDay, Rota, RotaPlan, ToSeat, WithoutReason } from '#planning/rota/types.ts';

/** A board, and what of it is to be planned. */
export interface ProposalAsked {
  readonly rota: Rota;
  /** Who has a moment now. */
  readonly placed: readonly Placed[];
  /** Of those, who cannot keep it whatever else happens. */
  readonly mustGo: readonly ToSeat[];
  /** Half-days before this one have begun. */
  readonly firstHalfDay: number;
  /** In which half-days somebody new may come. */
  readonly open: readonly boolean[];
  readonly seed: number;
}

/** Who would be where, and who has no moment and why. */
export interface Proposed {
  readonly placed: readonly Placed[];
  readonly without: readonly (ToSeat & { readonly why: WithoutReason })[];
  readonly cost: number;
  /** Proven: no plan around what stands costs less. */
  readonly bound: number;
}

const isSame = (a: ToSeat, b: ToSeat): boolean => a.course === b.course && a.visit === b.visit;
const idOf = ({ course, visit }: ToSeat): string => `${course} ${visit}`;

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
const tailOf = (
  rota: Rota,
  index: number,
  places: ReadonlyMap<string, Placed>,
  stuck: ReadonlySet<string>,
): Tail => {
  const whole = rota.courses[index] as Course;
  const placeOf = (visit: number): Placed | undefined => places.get(idOf({ course: index, visit }));
  const last = whole.visits.findLastIndex((_, visit) => placeOf(visit) !== undefined);
  const visits = [...whole.visits.keys()].filter(
    (visit) => placeOf(visit) !== undefined || (visit > last && !stuck.has(idOf({ course: index, visit }))),
  );
  const first = placeOf(visits[0] ?? 0);
  const day = first === undefined ? undefined : (rota.halfDays[first.halfDay] as HalfDay).day;
  const span = day === undefined ? {} : { from: day, latest: day };
  const course = {
    ...whole,
    ...span,
    visits: visits.map((visit) => ({ locked: placeOf(visit) ?? null })),
  };
  return { course, visits };
};

const isShut = (halfDay: HalfDay): HalfDay => ({ ...halfDay, minutes: 0, nurses: [] });

/** The rota in which only the open half-days take somebody in. */
const openedOf = ({ rota, open }: ProposalAsked): Rota => ({
  ...rota,
  halfDays: rota.halfDays.map((halfDay, at) => (open[at] === true ? halfDay : isShut(halfDay))),
});

/** What the optimiser made of the tails. */
interface Drawn {
  readonly rota: Rota;
  readonly plan: RotaPlan;
  readonly placed: readonly Placed[];
}

/** Half-days first, then the order inside each; every yield is how far it is. */
function* drawing(rota: Rota, shapes: Shapes, chance: Chance): Generator<number, Drawn, void> {
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
    if (done) return { rota, plan, placed: value.placed };
    yield HALF_DAYS_PART + ((1 - HALF_DAYS_PART) * value) / (value + rota.halfDays.length);
  }
}

const whyOf = ({ plan }: Drawn, course: number): WithoutReason => {
  const pattern = plan.patterns[course];
  return typeof pattern === 'string' ? pattern : 'full';
};

/** A visit between two that stand gets the best moment there is when everybody else has theirs. */
const fillGaps = (
  asked: ProposalAsked,
  rota: Rota,
  shapes: Shapes,
  gaps: readonly ToSeat[],
  placed: readonly Placed[],
): Pick<Proposed, 'placed' | 'without'> => {
  const without: (ToSeat & { readonly why: WithoutReason })[] = [];
  let all = placed;
  for (const visit of gaps) {
    const found = choicesFor({
      rota,
      shapes,
      visit,
      placed: all,
      firstHalfDay: asked.firstHalfDay,
      count: 1,
    });
    const [moment] = found.moments;
    if (moment === undefined) without.push({ ...visit, why: found.without ?? 'full' });
    else all = [...all, moment];
  }
  return { placed: all, without };
};

/** Everybody of the board who has still no place and is not stuck, apart by whether something of theirs stands later. */
const waitingOf = (
  rota: Rota,
  placed: readonly Placed[],
  stuck: ReadonlySet<string>,
  tails: readonly Tail[],
) => {
  const has = new Set(placed.map(idOf));
  const all = rota.courses.flatMap(({ visits }, course) =>
    [...visits.keys()]
      .map((visit) => ({ course, visit }))
      .filter((each) => !has.has(idOf(each)) && !stuck.has(idOf(each))),
  );
  const inTail = ({ course, visit }: ToSeat): boolean => tails[course]?.visits.includes(visit) === true;
  return { gaps: all.filter((each) => !inTail(each)), left: all.filter(inTail) };
};

/**
 * A plan around what stands. Who cannot stay where they are moves first, with as few others as can be; then everybody who
 * waits gets half-days and, inside each, a start, chairs and a nurse. Who has a moment keeps it.
 */
export function* proposing(asked: ProposalAsked): Generator<number, Proposed, void> {
  const [chance, shapes] = [seeded(asked.seed), shapesOf(asked.rota.treatments)];
  const replanned = replan({ ...asked, shapes, missed: asked.mustGo }, chance);
  yield 0;
  const stuck = new Set(replanned.stuck.map(idOf));
  const standing = new Map(replanned.placed.map((each) => [idOf(each), each]));
  const opened = openedOf(asked);
  const tails = asked.rota.courses.map((_, index) => tailOf(asked.rota, index, standing, stuck));
  const drawn = yield* drawing({ ...opened, courses: tails.map(({ course }) => course) }, shapes, chance);
  const ordered = drawn.placed.map((each) => ({
    ...each,
    visit: tails[each.course]?.visits[each.visit] as number,
  }));
  const placed = [
    ...ordered,
    ...replanned.placed.filter((each) => !ordered.some((other) => isSame(each, other))),
  ];
  const { gaps, left } = waitingOf(asked.rota, placed, stuck, tails);
  const filled = fillGaps(asked, opened, shapes, gaps, placed);
  // A half-day that the optimiser filled and could not put in order after all: whoever leaves it costs what being left out costs.
  const dropped = left.filter(({ course }) => typeof drawn.plan.patterns[course] !== 'string');
  const lost = dropped.reduce(
    (sum, { course }) =>
      sum + withoutCost({ ...(asked.rota.courses[course] as Course), visits: [{ locked: null }] }),
    0,
  );
  return {
    placed: filled.placed,
    without: [...left.map((each) => ({ ...each, why: whyOf(drawn, each.course) })), ...filled.without],
    cost: drawn.plan.cost + lost,
    bound: drawn.plan.bound,
  };
}
