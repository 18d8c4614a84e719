import { type Instant, type Interval, MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { HalfDay, Order, Treatment, Visit } from '#modules/day-treatment/types.ts';
import type { Place, StandingVisit } from '#modules/day-treatment/types-plan.ts';
import { aroundVisit, type Course, decideMoment } from './plan.ts';
import { boardOf, chairsIn, presentIn, type Tables } from './planning.ts';
import { decideSeat } from './seat.ts';
import { minutesOf } from './treatment.ts';

/** A visit that is still to come, with its course. */
export interface Coming {
  readonly visit: Visit;
  readonly order: Order;
  readonly treatment: Treatment;
  readonly course: Course<Visit>;
}

/** What is known when moments are given: the half-days as they stand, and the courses by order. */
export interface Ground {
  readonly tables: Tables;
  readonly courses: ReadonlyMap<string, Omit<Coming, 'visit'>>;
  /** Of which order each visit is that is asked about. */
  readonly orderOf: ReadonlyMap<string, string>;
}

/** A moment that is wanted for a visit. */
export interface Wanted {
  readonly id: string;
  readonly place: Place;
  /** In which version the half-day was read; null: whatever became of it is decided anew. */
  readonly version: number | null;
  /** As what it must still stand; null: waiting or with another moment, both are right. */
  readonly stands: 'to-plan' | 'planned' | null;
}

/** A moment that was decided, with all that is written of it. */
export interface GivenMoment extends Coming {
  readonly place: Place;
  readonly halfDay: HalfDay;
  readonly during: Interval;
  readonly setUp: Interval;
  /** The stretch in each of its chairs, in the order of the place. */
  readonly seats: readonly { readonly placeId: string; readonly during: Interval }[];
}

/** Somebody for whom it did not go on, and why. */
export interface RefusedMoment {
  readonly visitId: string;
  readonly refusal: Refusal;
}

interface Clock {
  readonly now: Instant;
  readonly zone: string;
}

const comingOf = (ground: Ground, { id, stands }: Wanted): Result<Coming, Refusal> => {
  const course = ground.courses.get(ground.orderOf.get(id) ?? '');
  if (course === undefined) return refuse({ code: 'visit-unknown' });
  if (course.order.state !== 'signed') return refuse({ code: 'order-over' });
  const visit = course.course.coming.find((each) => each.id === id);
  if (visit === undefined) return refuse({ code: 'visit-over' });
  if (stands === null || stands === visit.state) return ok({ ...course, visit });
  return refuse({ code: stands === 'planned' ? 'visit-not-planned' : 'visit-planned' });
};

/** The half-day alone, with everybody in it but who is asked about. */
export const seatingOf = (tables: Tables, { order, visit }: Coming, halfDay: HalfDay) => {
  const { id, unitId, day } = halfDay;
  const standing = tables.standing.filter(({ halfDayId }) => halfDayId === id);
  const asked = {
    ...{ order, visits: [{ id: visit.id, standing: null }], from: day, latest: day },
    ...{ reach: [{ unitId, km: 0 }], earlier: null },
  };
  const board = boardOf({ ...tables, halfDays: [halfDay], unitIds: [unitId], standing }, [asked]);
  return { halfDay, board, present: presentIn(tables, id), chairs: chairsIn(tables, unitId) };
};

const momentOf = (coming: Coming, halfDay: HalfDay, place: Place): GivenMoment => {
  const { treatment } = coming;
  const start = halfDay.opens + place.start * MINUTE;
  const stretch = (from: number, until: number): Interval => ({
    from: start + from * MINUTE,
    until: start + until * MINUTE,
  });
  return {
    ...coming,
    ...{ place, halfDay, during: stretch(0, minutesOf(treatment)), setUp: stretch(0, treatment.setUp) },
    seats: treatment.seats.map(({ from, until }, at) => ({
      placeId: place.chairs[at] as string,
      during: stretch(from, until),
    })),
  };
};

/** May this visit have this moment, by its course, its half-day and everybody else? Its chairs are asked at the chairs. */
const decideOne = (ground: Ground, wanted: Wanted, clock: Clock): Result<GivenMoment, Refusal> => {
  const { place, version } = wanted;
  const coming = comingOf(ground, wanted);
  if (!coming.ok) return coming;
  const { visit, course, treatment } = coming.value;
  const halfDay = ground.tables.halfDays.find(({ id }) => id === place.halfDayId);
  if (halfDay === undefined) return refuse({ code: 'half-day-unknown' });
  if (version !== null && halfDay.version !== version) return refuse({ code: 'version-stale' });
  const start = halfDay.opens + place.start * MINUTE;
  const right = decideMoment(coming.value, aroundVisit(course, visit.id), { halfDay, start }, clock);
  if (!right.ok) return right;
  const seated = decideSeat(seatingOf(ground.tables, coming.value, halfDay), treatment, place);
  return seated.ok ? ok(momentOf(coming.value, halfDay, place)) : seated;
};

const standingAs = ({ visit, order, place, during }: GivenMoment): StandingVisit => ({
  ...visit,
  ...{ state: 'planned', halfDayId: place.halfDayId, during, nurseId: place.nurseId },
  ...{ treatment: order.treatment, treatmentVersion: order.treatmentVersion },
  // Claims that are not there yet: nobody but this decision knows them.
  claims: place.chairs.map((_, at) => `${visit.id} ${at}`),
});

/** The ground as it is when this moment was given. */
const after = (ground: Ground, given: GivenMoment): Ground => {
  const { visit, order, treatment, course, place } = given;
  const stands = standingAs(given);
  const coming = course.coming.map((each) => (each.id === visit.id ? { ...each, ...stands } : each));
  const { tables, courses } = ground;
  return {
    ...ground,
    tables: {
      ...tables,
      standing: [...tables.standing.filter(({ id }) => id !== visit.id), stands],
      claims: [
        ...tables.claims,
        ...place.chairs.map((placeId, at) => ({ id: stands.claims[at] as string, placeId })),
      ],
    },
    courses: new Map(courses).set(order.id, { order, treatment, course: { ...course, coming } }),
  };
};

/** What can be given of all that is wanted, and for whom it does not go on. */
export interface Decided {
  readonly given: readonly GivenMoment[];
  readonly refused: readonly RefusedMoment[];
}

/** One moment after the other; who stands in the way of another may have gone by then, so what was refused is tried again. */
export const decideMoments = (start: Ground, wanted: readonly Wanted[], clock: Clock): Decided => {
  const given: GivenMoment[] = [];
  let [ground, left] = [start, wanted];
  for (;;) {
    const refused: RefusedMoment[] = [];
    for (const each of left) {
      const decided = decideOne(ground, each, clock);
      if (decided.ok) {
        given.push(decided.value);
        ground = after(ground, decided.value);
      } else refused.push({ visitId: each.id, refusal: decided.refusal });
    }
    if (refused.length === 0 || refused.length === left.length) return { given, refused };
    const again = new Set(refused.map(({ visitId }) => visitId));
    left = left.filter(({ id }) => again.has(id));
  }
};
