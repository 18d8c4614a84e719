import { type Day, daysBetween, weekdayOf } from '#kernel/calendar.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { Chair } from '#modules/capacity/types.ts';
import type { HalfDay, Nurse, Order, Treatment } from '#modules/day-treatment/types.ts';
import type { StandingVisit } from '#modules/day-treatment/types-plan.ts';
import type { Shift } from '#modules/day-treatment/types-room.ts';
import type { Placed } from '#planning/rota/order-sheet.ts';
import * as rota from '#planning/rota/types.ts';

/** A chair of a claim: who stands on which. */
export interface Claimed {
  readonly id: string;
  readonly placeId: string;
}

/** What the tables say about some half-days. */
export interface Tables {
  /** In the order of time. */
  readonly halfDays: readonly HalfDay[];
  /** The rooms, each a site of the rota. */
  readonly unitIds: readonly string[];
  readonly chairs: readonly Chair[];
  readonly nurses: readonly Nurse[];
  readonly shifts: readonly Shift[];
  readonly standing: readonly StandingVisit[];
  readonly claims: readonly Claimed[];
  readonly treatments: readonly Treatment[];
}

/** One visit that is still to come: which, and where it stands. */
export interface ComingVisit {
  readonly id: string;
  readonly standing: StandingVisit | null;
}

/** What somebody has still to get, as it is asked of the planner. */
export interface Asked {
  readonly order: Pick<
    Order,
    'id' | 'treatment' | 'treatmentVersion' | 'urgency' | 'intervalDays' | 'toleranceDays' | 'wishes'
  >;
  readonly visits: readonly ComingVisit[];
  /** The days on which the first of these may fall. */
  readonly from: Day;
  readonly latest: Day;
  readonly reach: readonly { readonly unitId: string; readonly km: number }[];
  /** The visit before these, and who did the set-ups so far. */
  readonly earlier: {
    readonly day: Day;
    readonly unitId: string;
    readonly nurses: readonly string[];
  } | null;
}

/** A rota with the way back from its numbers to the tables. */
export interface Board {
  readonly rota: rota.Rota;
  readonly placed: readonly Placed[];
  readonly halfDays: readonly HalfDay[];
  /** The visits of each course. */
  readonly visits: readonly (readonly string[])[];
}

const EPOCH: Day = '1970-01-01';

/** A day as a number; the difference of two is in days. */
const dayNumber = (day: Day): number => daysBetween(EPOCH, day);

/** Everything a treatment asks of its nurse as one thing: a nurse who lacks any of it cannot give it. */
const competenceOf = ({ competences }: Pick<Treatment, 'competences'>): string =>
  competences.toSorted().join('+');

const keyOf = (code: string, version: number): string => `${code} ${version}`;

/** A treatment as a rota asks it. */
export const treatmentFor = (treatment: Treatment): rota.Treatment => ({
  id: keyOf(treatment.code, treatment.version),
  setUp: treatment.setUp,
  running: treatment.running,
  observation: treatment.observation,
  ratio: treatment.ratio,
  seats: treatment.seats.map(({ room, lying, from, until }) => ({ room, bed: lying, from, until })),
  competence: competenceOf(treatment),
});

const isProven = ({ competences }: Nurse, wanted: string, day: Day): boolean =>
  competences.some(({ competence, validUntil }) => competence === wanted && validUntil >= day);

/** Everybody who is on the rota of a half-day and is there. */
export const presentIn = (
  { shifts, nurses }: Pick<Tables, 'shifts' | 'nurses'>,
  halfDayId: string,
): Nurse[] => {
  const there = new Set(
    shifts.filter((row) => row.halfDayId === halfDayId && row.absent === null).map(({ nurseId }) => nurseId),
  );
  return nurses.filter(({ id }) => there.has(id));
};

/** A chair as a rota counts it. */
export const chairFor = ({ id, room, lying }: Chair): rota.Chair => ({ id, room, bed: lying });

/** The chairs of one room, in the order in which a rota counts them. */
export const chairsIn = ({ chairs }: Pick<Tables, 'chairs'>, unitId: string): Chair[] =>
  chairs.filter((chair) => chair.unitId === unitId);

/** A nurse as a rota counts them on a day: with every treatment of which all is proven. */
export const nurseFor = (nurse: Nurse, treatments: readonly Treatment[], day: Day): rota.Nurse => ({
  id: nurse.id,
  competences: treatments
    .filter(({ competences }) => competences.every((each) => isProven(nurse, each, day)))
    .map(competenceOf),
});

/** A half-day that is closed has nobody and no minutes. */
const halfDayFor = (tables: Tables, halfDay: HalfDay): rota.HalfDay => {
  const { day, part, unitId, opens, closes } = halfDay;
  const open = halfDay.closed === null;
  return {
    ...{ day: dayNumber(day), weekday: weekdayOf(day), part, site: tables.unitIds.indexOf(unitId) },
    minutes: open ? Math.floor((closes - opens) / MINUTE) : 0,
    chairs: chairsIn(tables, unitId).map(chairFor),
    nurses: open ? presentIn(tables, halfDay.id).map((each) => nurseFor(each, tables.treatments, day)) : [],
  };
};

/** Everything that is looked up for each visit. */
interface Lookup {
  readonly tables: Tables;
  readonly halfDayAt: ReadonlyMap<string, number>;
  readonly chairOf: ReadonlyMap<string, string>;
  readonly kindAt: ReadonlyMap<string, number>;
}

const lookupOf = (tables: Tables): Lookup => ({
  tables,
  halfDayAt: new Map(tables.halfDays.map(({ id }, at) => [id, at])),
  chairOf: new Map(tables.claims.map(({ id, placeId }) => [id, placeId])),
  kindAt: new Map(tables.treatments.map(({ code, version }, at) => [keyOf(code, version), at])),
});

const kindOf = (
  { kindAt }: Lookup,
  of: { readonly treatment: string; readonly treatmentVersion: number },
): number => {
  const kind = kindAt.get(keyOf(of.treatment, of.treatmentVersion));
  if (kind === undefined) throw new Error('an order stands under a treatment that is not there');
  return kind;
};

/** Where a visit stands, as a rota says it; null when its half-day is not on the board or a chair is not there any more. */
const lockOf = (known: Lookup, visit: StandingVisit): rota.Lock | null => {
  const { tables, halfDayAt, chairOf } = known;
  const at = halfDayAt.get(visit.halfDayId);
  const halfDay = at === undefined ? undefined : tables.halfDays[at];
  if (at === undefined || halfDay === undefined || visit.nurseId === null) return null;
  const own = chairsIn(tables, halfDay.unitId).map(({ id }) => id);
  const chairs = visit.claims.map((claim) => own.indexOf(chairOf.get(claim) ?? ''));
  const seats = tables.treatments[kindOf(known, visit)]?.seats.length;
  if (chairs.length !== seats || chairs.includes(-1)) return null;
  // Hours that were changed by hand may leave somebody beside the grid; they take the whole step.
  const minutes = (visit.during.from - halfDay.opens) / MINUTE;
  const start = Math.floor(minutes / rota.GRID) * rota.GRID;
  return { halfDay: at, start, chairs, nurse: visit.nurseId };
};

const courseFor = (known: Lookup, asked: Asked): rota.Course => {
  const { order, earlier, visits, reach, from, latest } = asked;
  const sites = known.tables.unitIds;
  return {
    id: order.id,
    treatment: kindOf(known, order),
    urgency: order.urgency,
    visits: visits.map(({ standing }) => ({
      locked: standing?.locked === true ? lockOf(known, standing) : null,
    })),
    interval: order.intervalDays,
    tolerance: order.toleranceDays,
    from: dayNumber(from),
    latest: dayNumber(latest),
    reach: reach.map(({ unitId, km }) => ({ site: sites.indexOf(unitId), kilometres: km })),
    wishes: { ...order.wishes, start: null },
    earlier:
      earlier === null
        ? null
        : { day: dayNumber(earlier.day), site: sites.indexOf(earlier.unitId), nurses: earlier.nurses },
  };
};

/** Somebody who has their moment and of whom nothing else is asked. */
const besides = (known: Lookup, visit: StandingVisit): rota.Course | null => {
  const locked = lockOf(known, visit);
  if (locked === null) return null;
  const day = (known.tables.halfDays[locked.halfDay] as HalfDay).day;
  return {
    ...{ id: visit.orderId, treatment: kindOf(known, visit), urgency: 1, visits: [{ locked }] },
    ...{ interval: 0, tolerance: 0, from: dayNumber(day), latest: dayNumber(day), reach: [] },
    ...{ wishes: { weekdays: [], part: null, start: null }, earlier: null },
  };
};

/** The tables as a rota: who is asked about first, then everybody else who stands in these half-days. */
export const boardOf = (tables: Tables, asked: readonly Asked[]): Board => {
  const known = lookupOf(tables);
  const own = new Set(asked.flatMap(({ visits }) => visits.map(({ id }) => id)));
  const others = tables.standing
    .filter(({ id }) => !own.has(id))
    .flatMap((visit) => {
      const course = besides(known, visit);
      return course === null ? [] : [{ visit, course }];
    });
  const rows: readonly (readonly ComingVisit[])[] = [
    ...asked.map(({ visits }) => visits),
    ...others.map(({ visit }) => [{ id: visit.id, standing: visit }]),
  ];
  const placed = rows.flatMap((row, course) =>
    row.flatMap(({ standing }, visit): Placed[] => {
      const lock = standing === null ? null : lockOf(known, standing);
      return lock === null ? [] : [{ ...lock, course, visit }];
    }),
  );
  return {
    rota: {
      treatments: tables.treatments.map(treatmentFor),
      halfDays: tables.halfDays.map((halfDay) => halfDayFor(tables, halfDay)),
      courses: [...asked.map((each) => courseFor(known, each)), ...others.map(({ course }) => course)],
    },
    placed,
    halfDays: tables.halfDays,
    visits: rows.map((row) => row.map(({ id }) => id)),
  };
};
