import { type Day, localDay, plusDays } from '#kernel/calendar.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Placed } from '#planning/rota/order-sheet.ts';
import { GRID, type ToSeat } from '#planning/rota/types.ts';
import type { Tx } from '#platform/db/database.ts';
import {
  askedFrom,
  type CourseRead,
  comingFrom,
  halfDaysFor,
  readCourses,
  readTables,
  unitsOf,
} from './board.ts';
import { keepConfirmed } from './decide/confirmed.ts';
import type { FitWindow } from './decide/fit.ts';
import { dayOf, daysLeft, waitsFor } from './decide/plan.ts';
import { type Asked, type Board, boardOf, chairsIn, type Tables } from './decide/planning.ts';
import type { ProposalAsked, Proposed } from './decide/propose.ts';
import { ordersToGive } from './store-order.ts';
import type { PlacedVisit } from './store-visit.ts';
import type { HalfDay } from './types.ts';
import type { KeptPlan, PlanWait, ProposedMove, StillWaiting } from './types-plan.ts';

/** Which room and which days are planned; `until` is not included. */
export interface Horizon {
  readonly unitId: string;
  readonly from: Day;
  readonly until: Day;
}

/** A question for the planner, and what is needed to read its answer. */
export interface Proposal {
  readonly asked: ProposalAsked;
  readonly board: Board;
  readonly tables: Tables;
  /** The first so many courses are those that are planned; the rest only stands there. */
  readonly courses: number;
  /** Who was not put to the planner, and why. */
  readonly waiting: readonly StillWaiting[];
}

/** The same question gives the same plan. */
const SEED = 6;

interface Split {
  readonly asked: Asked | null;
  readonly waiting: readonly StillWaiting[];
}

/** As many visits of a course as must fall before the last day, wherever the first of them comes. */
const within = (
  { order }: CourseRead,
  open: readonly PlacedVisit[],
  days: { readonly from: Day; readonly until: Day },
  last: Day,
): readonly PlacedVisit[] => {
  if (days.from > last) return [];
  const first = days.until < last ? days.until : last;
  return open.filter(
    (_, at) => at === 0 || plusDays(first, at * order.intervalDays + order.toleranceDays) <= last,
  );
};

/** The days on which one visit of a course may still fall; who has a moment had their medicine asked for. */
const daysFor = (read: CourseRead, visit: PlacedVisit, doing: Doing) => {
  const { coming, before } = read.course;
  const around = coming[coming.indexOf(visit) - 1] ?? before;
  const ready = visit.state === 'planned' ? (visit.drugReadyAt ?? doing.now) : visit.drugReadyAt;
  const known = { before: around === null ? null : dayOf(around, REGION_ZONE), drugReadyAt: ready };
  const today = localDay(doing.now, REGION_ZONE);
  return daysLeft(read.order, read.treatment, known, { today, zone: REGION_ZONE });
};

const notBefore = ({ from, until }: FitWindow, day: Day): FitWindow => ({
  from: from < day ? day : from,
  until,
});

const waitsNow = (read: CourseRead, next: PlacedVisit | undefined, doing: Doing): PlanWait | null => {
  if (next === undefined) return null;
  const today = localDay(doing.now, REGION_ZONE);
  return waitsFor(read.order, read.treatment, daysFor(read, next, doing), { today, waits: false });
};

/** What of a course goes to the planner: what stands, and what still waits and can be placed within these days. */
const splitOf = (read: CourseRead, { unitId, from, until }: Horizon, doing: Doing): Split => {
  const { coming } = read.course;
  const open = coming.filter(({ state }) => state === 'to-plan');
  const [first, next] = [coming[0], open[0]];
  if (first === undefined) return { asked: null, waiting: [] };
  const waits = waitsNow(read, next, doing);
  const inside =
    next === undefined || waits !== null
      ? []
      : within(read, open, notBefore(daysFor(read, next, doing), from), plusDays(until, -1));
  const visits = coming
    .filter((visit) => visit.state === 'planned' || inside.includes(visit))
    .map((visit) => comingFrom(read, visit));
  const days = daysFor(read, first, doing);
  const span = first.state === 'planned' ? days : notBefore(days, from);
  return {
    asked:
      visits.length === 0
        ? null
        : askedFrom(read, visits, { from: span.from, latest: span.until }, { unitIds: [unitId], doing }),
    waiting: waits === null ? [] : open.slice(0, 1).map(({ id }) => ({ visitId: id, why: waits })),
  };
};

/** Who cannot keep their moment though their half-day is open: another order, other hours. */
const cannotStay = (
  board: Board,
  asked: readonly Asked[],
  signatures: ReadonlyMap<string, number>,
): ToSeat[] => {
  const halfDays = new Map(board.halfDays.map((halfDay) => [halfDay.id, halfDay]));
  return asked.flatMap(({ order, visits }, course) =>
    visits.flatMap(({ standing }, visit) => {
      if (standing === null || standing.locked) return [];
      const opens = halfDays.get(standing.halfDayId)?.opens ?? standing.during.from;
      const older = standing.signature < (signatures.get(order.id) ?? 0);
      const beside = (standing.during.from - opens) % (GRID * MINUTE) !== 0 || standing.during.from < opens;
      return older || beside ? [{ course, visit }] : [];
    }),
  );
};

/** Everything of this house that waits or stands, as one question about one room. */
export const readProposal = async (tx: Tx, horizon: Horizon, doing: Doing): Promise<Proposal> => {
  const { organisationId } = doing.actor;
  const orders = await ordersToGive(tx, organisationId);
  const reads = await readCourses(tx, orders);
  const unitIds = await unitsOf(tx, organisationId);
  const splits = reads.map((read) => splitOf(read, horizon, doing));
  const wanted = splits.flatMap((split) => split.asked ?? []);
  const standing = wanted.flatMap(({ visits }) => visits.flatMap((visit) => visit.standing?.halfDayId ?? []));
  const days = { from: horizon.from, until: plusDays(horizon.until, -1) };
  const halfDays = await halfDaysFor(tx, [horizon.unitId], days, [...new Set(standing)]);
  const tables = await readTables(tx, halfDays, unitIds, orders);
  const signatures = new Map(orders.map(({ id, signature }) => [id, signature]));
  const asked = keepConfirmed(wanted, tables, signatures);
  const board = boardOf(tables, asked);
  const isOpen = ({ unitId, day, opens }: HalfDay): boolean =>
    unitId === horizon.unitId && day >= horizon.from && day < horizon.until && opens > doing.now;
  const first = halfDays.findIndex(({ opens }) => opens > doing.now);
  return {
    ...{ board, tables, courses: asked.length },
    waiting: splits.flatMap(({ waiting }) => waiting),
    asked: {
      ...{ rota: board.rota, placed: board.placed, seed: SEED },
      mustGo: cannotStay(board, asked, signatures),
      firstHalfDay: first === -1 ? halfDays.length : first,
      open: halfDays.map(isOpen),
    },
  };
};

const idOf = ({ course, visit }: ToSeat): string => `${course} ${visit}`;

const isSame = (a: Placed, b: Placed | undefined): boolean =>
  a.halfDay === b?.halfDay &&
  a.start === b.start &&
  a.nurse === b.nurse &&
  a.chairs.join() === b.chairs.join();

/** The answer in ids: who gets which moment that they do not have yet, and who waits. */
export const keptFrom = (
  { board, tables, courses, waiting }: Proposal,
  { placed, without, cost, bound }: Proposed,
): Pick<KeptPlan, 'cost' | 'bound' | 'placed' | 'waiting' | 'moves'> => {
  const had = new Map(board.placed.map((each) => [idOf(each), each]));
  const visitOf = ({ course, visit }: ToSeat): string => board.visits[course]?.[visit] as string;
  const halfDayOf = (at: number): HalfDay => board.halfDays[at] as HalfDay;
  const changed = placed.filter((each) => each.course < courses && !isSame(each, had.get(idOf(each))));
  const moves = changed
    .toSorted((a, b) => a.halfDay - b.halfDay || a.start - b.start)
    .map((each): ProposedMove => {
      const [halfDay, was] = [halfDayOf(each.halfDay), had.get(idOf(each))];
      const own = chairsIn(tables, halfDay.unitId);
      return {
        ...{ visitId: visitOf(each), halfDayId: halfDay.id, start: each.start, nurseId: each.nurse },
        chairs: each.chairs.map((at) => own[at]?.id as string),
        was: was === undefined ? null : halfDayOf(was.halfDay).id,
      };
    });
  return {
    ...{ cost, bound: Math.min(bound, cost), moves },
    placed: moves.filter(({ was }) => was === null).length,
    waiting: [...waiting, ...without.map((each) => ({ visitId: visitOf(each), why: each.why }))],
  };
};
