import type { Chance } from '#kernel/seeded.ts';
import { lastStart } from './capacity.ts';
import { withoutCost } from './costs.ts';
import { type Days, daysOf, type Option, type Ordering, optionsIn, orderingOf, seatAt } from './order-ask.ts';
import { isOpen, type Shapes } from './order-shape.ts';
import { type Choice, type Placed, placedOf, sheetOf } from './order-sheet.ts';
import { GRID, type HalfDay, type Rota, type ToSeat } from './types.ts';
import { besideOf, mayBeOn, pointsOn, standingOf } from './week-places.ts';
import { type Effort, solveAsk } from './week-solve.ts';

/** A plan and what came over it: the rota as it is now, who has to come again, and from which half-day on things are open. */
export interface ReplanAsked {
  /** With the nurse gone or the half-day closed. Locked visits are the locked ones of this rota. */
  readonly rota: Rota;
  readonly shapes: Shapes;
  /** The plan as it stood. */
  readonly placed: readonly Placed[];
  /** Who did not come and must get another moment. */
  readonly missed: readonly ToSeat[];
  /** Half-days before this one are over. */
  readonly firstHalfDay: number;
}

/** Somebody who must be told of another moment. */
export interface Move {
  readonly visit: ToSeat;
  readonly from: Placed;
  /** Null: there is no moment for them now. */
  readonly to: Placed | null;
}

/** The plan as it can go on, with as few people as can be who must be told. */
export interface Replanned {
  readonly placed: readonly Placed[];
  readonly moves: readonly Move[];
  /** Proven: fewer people cannot be told. */
  readonly leastMoves: number;
  /** Locked visits that cannot stay where they are and are not moved: a person must decide. */
  readonly stuck: readonly Placed[];
}

const EFFORT: Effort = { steps: 500, rounds: 60, positions: 200 };
/** Nobody is told anything to make the plan better: a move counts for more than all points that it could win. */
const PER_MOVE = 100_000;
/** In how many half-days others are asked to make room for somebody who would have no moment. */
const MOST_TO_STIR = 3;
/** In how many other half-days somebody who must move is tried. */
const MOST_HALF_DAYS = 16;

const isSame = (a: ToSeat, b: ToSeat): boolean => a.course === b.course && a.visit === b.visit;
const isLocked = (rota: Rota, { course, visit }: ToSeat): boolean =>
  rota.courses[course]?.visits[visit]?.locked != null;

/** A half-day in which everybody stays, with a nurse who is there; null when they cannot all stay. */
const kept = (
  rota: Rota,
  shapes: Shapes,
  halfDay: number,
  there: readonly Placed[],
): readonly Placed[] | null => {
  const days = daysOf(rota, shapes, [halfDay], standingOf(rota, there));
  if (days.broken.length > 0 || seatAt(days, 0, [], []) === null) return null;
  const nobody = sheetOf(days, [], () => ({ options: [], none: 0 }));
  return placedOf(nobody, { startOf: new Int32Array(0), cost: 0 });
};

/** The locked visits of a half-day that can stay together; who came first in the plan stays first. */
const staying = (rota: Rota, shapes: Shapes, halfDay: number, locked: readonly Placed[]): Placed[] => {
  const stay: Placed[] = [];
  for (const each of locked) if (kept(rota, shapes, halfDay, [...stay, each]) !== null) stay.push(each);
  return stay;
};

/** Half-days where somebody could go, cheapest first, and what each costs. */
const elsewhere = (asked: ReplanAsked, { course, toSeat }: Ordering): { index: number; points: number }[] => {
  const { rota, placed, firstHalfDay } = asked;
  const beside = besideOf(rota, placed, toSeat);
  const found: { index: number; points: number }[] = [];
  for (let index = firstHalfDay; index < rota.halfDays.length; index++) {
    const halfDay = rota.halfDays[index] as HalfDay;
    if (mayBeOn(course, toSeat.visit, halfDay, beside))
      found.push({ index, points: pointsOn(course, toSeat.visit, halfDay, beside) });
  }
  return found.sort((a, b) => a.points - b.points || a.index - b.index).slice(0, MOST_HALF_DAYS);
};

/** Who may move, where to, and on which half-days that bears. */
interface Loose {
  readonly was: Placed;
  /** They cannot stay, whatever happens: they were not there, or their half-day is closed. */
  readonly mustGo: boolean;
  readonly visit: Ordering;
  readonly goals: readonly { readonly index: number; readonly points: number }[];
}

const looseOf = (asked: ReplanAsked, was: Placed): Loose => {
  const visit = orderingOf(asked.rota, was);
  const halfDay = asked.rota.halfDays[was.halfDay] as HalfDay;
  const closed = !isOpen(halfDay) || was.start > lastStart(halfDay, visit.treatment);
  const mustGo = closed || asked.missed.some((each) => isSame(each, was));
  return { was, mustGo, visit, goals: elsewhere(asked, visit) };
};

/** Their own half-day and minute, for nothing; nothing when they cannot stay. */
const ownOf = (days: Days, { was, mustGo }: Loose): Option[] => {
  const first = days.firstStep[days.halfDays.indexOf(was.halfDay)] as number;
  return mustGo ? [] : [{ step: first + was.start / GRID, cost: 0 }];
};

/** Staying, or any moment elsewhere; having none is worse than one move more. */
const choiceOf = (days: Days, loose: Loose): Choice => {
  const [own] = ownOf(days, loose);
  const others = loose.goals.flatMap(({ index, points }) =>
    optionsIn(days, days.halfDays.indexOf(index), loose.visit, PER_MOVE + points),
  );
  return {
    options: own === undefined ? others : [...others.filter(({ step }) => step !== own.step), own],
    none: 2 * PER_MOVE + withoutCost({ ...loose.visit.course, visits: [{ locked: null }] }),
  };
};

/** One visit of a course at a time: the next is looked at when the one before it stands again. */
const oneEach = (rows: readonly Placed[]): Placed[] => {
  const first = new Map<number, Placed>();
  for (const each of rows) {
    const known = first.get(each.course);
    if (known === undefined || each.visit < known.visit) first.set(each.course, each);
  }
  return rows.filter((each) => first.get(each.course) === each);
};

/** Puts these people somewhere, everybody else staying; answers the whole plan and how many moves cannot be avoided. */
const settle = (asked: ReplanAsked, who: readonly Placed[], chance: Chance) => {
  const { rota, shapes, placed } = asked;
  const loose = who.map((each) => looseOf(asked, each));
  const goals = loose.flatMap((each) => each.goals.map(({ index }) => index));
  const bearing = new Set([...who.map(({ halfDay }) => halfDay), ...goals]);
  const others = placed.filter((each) => !who.some((one) => isSame(one, each)));
  const halfDays = [...bearing].sort((a, b) => a - b);
  const days = daysOf(rota, shapes, halfDays, standingOf(rota, others));
  const open = loose.map(({ visit }) => visit);
  const looseAt = (visit: Ordering): Loose => loose[open.indexOf(visit)] as Loose;
  const sheet = sheetOf(days, open, (visit) => choiceOf(days, looseAt(visit)));
  const answer = solveAsk(sheet.ask, chance, EFFORT).answer;
  if (answer === null) throw new Error('who may be left out had no answer');
  const staying = sheetOf(days, open, (visit) => ({ options: ownOf(days, looseAt(visit)), none: 1 }));
  const elsewhere = others.filter(({ halfDay }) => !bearing.has(halfDay));
  return {
    placed: [...elsewhere, ...placedOf(sheet, answer)],
    least: solveAsk(staying.ask, chance, EFFORT).bound,
  };
};

/** Everybody who may move in the half-days that would suit somebody best: perhaps one of them makes room. */
const whoCouldMakeRoom = (asked: ReplanAsked, without: Placed): Placed[] => {
  const goals = elsewhere(asked, orderingOf(asked.rota, without)).slice(0, MOST_TO_STIR);
  return asked.placed.filter(
    (each) =>
      goals.some(({ index }) => index === each.halfDay) &&
      !isLocked(asked.rota, each) &&
      each.course !== without.course,
  );
};

/** A plan parted in who stands, who is locked but cannot stay, and who may move. */
interface Parted {
  readonly standing: Placed[];
  readonly stuck: Placed[];
  readonly loosened: Placed[];
}

const partedOf = (asked: ReplanAsked): Parted => {
  const { rota, shapes, placed, missed, firstHalfDay } = asked;
  const parted: Parted = { standing: [], stuck: [], loosened: [] };
  for (const halfDay of new Set(placed.map((each) => each.halfDay))) {
    const there = placed.filter((each) => each.halfDay === halfDay);
    const rest = there.filter((each) => !missed.some((one) => isSame(one, each)));
    parted.loosened.push(...there.filter((each) => !rest.includes(each)));
    const as = halfDay < firstHalfDay ? rest : kept(rota, shapes, halfDay, rest);
    if (as !== null) {
      parted.standing.push(...as);
      continue;
    }
    const locked = rest.filter((each) => isLocked(rota, each));
    const stay = staying(rota, shapes, halfDay, locked);
    parted.standing.push(...stay);
    parted.stuck.push(...locked.filter((each) => !stay.includes(each)));
    parted.loosened.push(...rest.filter((each) => !locked.includes(each)));
  }
  return parted;
};

/**
 * Goes on with a plan after somebody fell ill, a half-day closed or somebody did not come. Locked visits stay or are
 * named; of the others as many as can stay keep their half-day and their minute, and who cannot gets the best moment
 * there is. Another chair or another nurse is no move: nobody has to be told.
 */
export const replan = (asked: ReplanAsked, chance: Chance): Replanned => {
  const { standing, stuck, loosened } = partedOf(asked);
  let placed: readonly Placed[] = [...standing, ...loosened];
  let [waiting, leastMoves] = [loosened, 0];
  while (waiting.length > 0) {
    const now = oneEach(waiting);
    const settled = settle({ ...asked, placed }, now, chance);
    placed = settled.placed;
    leastMoves += settled.least;
    waiting = waiting.filter((each) => !now.includes(each));
  }
  const placeOf = (visit: ToSeat): Placed | null => placed.find((each) => isSame(each, visit)) ?? null;
  for (const without of loosened.filter((each) => placeOf(each) === null)) {
    const now = { ...asked, placed };
    placed = settle(now, [without, ...oneEach(whoCouldMakeRoom(now, without))], chance).placed;
  }
  const moves = asked.placed
    .filter((each) => !stuck.includes(each))
    .map((from): Move => ({ visit: from, from, to: placeOf(from) }))
    .filter(({ from, to }) => to === null || to.halfDay !== from.halfDay || to.start !== from.start);
  return { placed, moves, leastMoves, stuck };
};
