import type { Doing } from '#modules/capacity/index.ts';
import { chairsOf, chairsOfClaims } from '#modules/capacity/index.ts';
import { type Choices, choicesFor } from '#planning/rota/choices.ts';
import { shapesOf } from '#planning/rota/order-shape.ts';
import type { ToSeat } from '#planning/rota/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { askedFrom, type CourseRead, comingFrom, type Frame, halfDaysFor, withStanding } from './board.ts';
import { isEnough, possibleFor } from './decide/choose.ts';
import type { FitWindow } from './decide/fit.ts';
import { aroundVisit } from './decide/plan.ts';
import { type Asked, type Board, boardOf, type Tables } from './decide/planning.ts';
import { nursesOf } from './store-nurse.ts';
import { shiftsBetween } from './store-shift.ts';
import type { PlacedVisit } from './store-visit.ts';
import type { HalfDay } from './types.ts';

/** A few more moments are looked at than somebody chooses from, for who must wait for a medicine in the course of a day. */
const LOOKED_AT = 6;
/** So many half-days are filled with people at first, and so many times more when those do not settle it. */
const FILLED_FIRST = 12;
const FILLED_MORE = 4;

/** A visit that can have a moment, with its course. */
export interface VisitRead {
  readonly read: CourseRead;
  readonly visit: PlacedVisit;
}

/** The best moments of a stretch of days, or why there is none. */
export interface Best extends Pick<Choices, 'moments' | 'without'> {
  readonly tables: Tables;
  readonly board: Board;
}

/** A visit to look for, with what is asked of the planner for it. */
interface Looked {
  readonly found: VisitRead;
  readonly asked: Asked;
  readonly toSeat: ToSeat;
}

/** The visits around one, as far as they have a moment. */
const besideOf = ({ read: { course }, visit }: VisitRead): PlacedVisit[] => {
  const { before, after } = aroundVisit(course, visit.id);
  return [before, after].flatMap((each) => (each?.state === 'planned' ? [each] : []));
};

/** What is asked of the planner: this visit has no place while another is looked for, those around it stand. */
const lookedFor = (
  found: VisitRead,
  days: FitWindow,
  { unitIds, doing }: { readonly unitIds: readonly string[]; readonly doing: Doing },
): Looked => {
  const { read, visit } = found;
  const beside = besideOf(found);
  const visits = [
    ...beside.filter(({ number }) => number < visit.number),
    visit,
    ...beside.filter(({ number }) => number > visit.number),
  ];
  const span = { from: days.from, latest: days.until };
  const coming = visits.map((each) =>
    each === visit ? { id: visit.id, standing: null } : comingFrom(read, each),
  );
  return {
    found,
    asked: askedFrom(read, coming, span, { unitIds, doing }),
    toSeat: { course: 0, visit: visits.indexOf(visit) },
  };
};

/** Half-days, chairs and nurses of the days that are left, asked at once. */
const frameFor = async (
  tx: Tx,
  { found }: Looked,
  days: FitWindow,
  { units, wanted }: { readonly units: readonly string[]; readonly wanted: readonly string[] },
): Promise<Frame> => {
  const beside = besideOf(found);
  const [halfDays, chairs, nurses, shifts, claims] = await Promise.all([
    halfDaysFor(
      tx,
      wanted,
      days,
      beside.flatMap(({ halfDayId }) => halfDayId ?? []),
    ),
    chairsOf(tx, units),
    nursesOf(tx, units),
    shiftsBetween(tx, wanted, days),
    chairsOfClaims(
      tx,
      beside.flatMap((visit) => visit.claims),
    ),
  ]);
  return { halfDays, unitIds: units, chairs, nurses, shifts, claims, standing: [] };
};

const firstOf = ({ asked }: Looked, halfDays: readonly HalfDay[], { now }: Doing): number => {
  const first = halfDays.findIndex(({ opens, day }) => opens > now && day >= asked.from);
  return first === -1 ? halfDays.length : first;
};

/**
 * The best moments of a frame. Half-days are filled with who stands there from the cheapest on, until none that is left can
 * be better than what is found: of half a year a planner needs the people of a few days.
 */
const bestIn = async (tx: Tx, looked: Looked, frame: Frame, doing: Doing): Promise<Best> => {
  const { found, asked, toSeat } = looked;
  const { order, treatment } = found.read;
  const whole = boardOf({ ...frame, treatments: [treatment] }, [asked]);
  const possible = possibleFor(whole, toSeat, firstOf(looked, frame.halfDays, doing));
  const own = new Set(asked.visits.flatMap(({ standing }) => standing?.halfDayId ?? []));
  for (let count = FILLED_FIRST; ; count *= FILLED_MORE) {
    const filled = possible.slice(0, count).map(({ index }) => frame.halfDays[index]?.id ?? '');
    const ids = new Set([...filled, ...own]);
    // Why nothing can be had is a question about every half-day.
    const all = possible.length <= count;
    const halfDays = all ? frame.halfDays : frame.halfDays.filter(({ id }) => ids.has(id));
    const tables = await withStanding(tx, { ...frame, halfDays }, filled, [order]);
    const board = boardOf(tables, [asked]);
    const { moments, without } = choicesFor({
      ...{ rota: board.rota, shapes: shapesOf(board.rota.treatments), placed: board.placed },
      ...{ visit: toSeat, firstHalfDay: firstOf(looked, halfDays, doing), count: LOOKED_AT },
    });
    if (isEnough(moments, LOOKED_AT, possible[count])) return { tables, board, moments, without };
  }
};

/** The best moments for a visit on the days that are left for it, in the rooms that are wanted of those of the house. */
export const bestMoments = async (
  tx: Tx,
  found: VisitRead,
  days: FitWindow,
  {
    units,
    wanted,
    doing,
  }: { readonly units: readonly string[]; readonly wanted: readonly string[]; readonly doing: Doing },
): Promise<Best> => {
  const looked = lookedFor(found, days, { unitIds: wanted, doing });
  return bestIn(tx, looked, await frameFor(tx, looked, days, { units, wanted }), doing);
};
