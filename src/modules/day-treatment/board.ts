import { type Day, plusDays } from '#kernel/calendar.ts';
import { metresBetween } from '#kernel/geo.ts';
import { chairsOf, chairsOfClaims, type Doing } from '#modules/capacity/index.ts';
import { peopleById } from '#modules/people/index.ts';
import type { Person } from '#modules/people/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Course, courseOf, dayOf } from './decide/plan.ts';
import type { Asked, ComingVisit, Tables } from './decide/planning.ts';
import { siteOfUnit } from './doing-room.ts';
import { halfDaysBetween, halfDaysById } from './store-half-day.ts';
import { nursesOf } from './store-nurse.ts';
import { standingIn } from './store-plan.ts';
import { allRooms } from './store-room.ts';
import { shiftsOf } from './store-shift.ts';
import { wishesSaid } from './store-telling.ts';
import { treatmentsOf } from './store-treatment.ts';
import { type PlacedVisit, visitsOf } from './store-visit.ts';
import type { HalfDay, Order, Treatment } from './types.ts';
import type { StandingVisit } from './types-plan.ts';

/** One order with everything that planning asks about it. */
export interface CourseRead {
  readonly order: Order;
  readonly treatment: Treatment;
  readonly course: Course<PlacedVisit>;
  readonly person: Pick<Person, 'id' | 'name' | 'pc4' | 'phone'> | null;
}

/** Orders with their visits, treatments and people, in a handful of statements. */
export const readCourses = async (tx: Tx, orders: readonly Order[]): Promise<CourseRead[]> => {
  const [visits, treatments, people] = await Promise.all([
    visitsOf(
      tx,
      orders.map(({ id }) => id),
    ),
    treatmentsOf(tx, orders),
    peopleById(tx, [...new Set(orders.map(({ personId }) => personId))]),
  ]);
  const known = new Map(people.map((person) => [person.id, person]));
  // What somebody says themselves takes the place of what the specialist thought they would like.
  const said = await wishesSaid(
    tx,
    orders.map(({ id }) => id),
  );
  return orders.map((written) => {
    const order = { ...written, wishes: said.get(written.id) ?? written.wishes };
    const treatment = treatments.get(`${order.treatment} ${order.treatmentVersion}`);
    if (treatment === undefined) throw new Error('an order stands under a treatment that is not there');
    const course = courseOf(visits.get(order.id) ?? []);
    return { order, treatment, course, person: known.get(order.personId) ?? null };
  });
};

/** The rooms of a house with chairs. */
export const unitsOf = async (tx: Tx, organisationId: string): Promise<string[]> =>
  (await allRooms(tx)).filter((room) => room.organisationId === organisationId).map(({ unitId }) => unitId);

/** So far from somebody's postcode to a room; null when their postcode is not known. */
export const kilometresTo = (
  { person }: Pick<CourseRead, 'person'>,
  unitId: string,
  doing: Doing,
): number | null => {
  const home = person?.pc4 == null ? undefined : doing.region.postcodes.get(person.pc4);
  const site = siteOfUnit(doing, unitId);
  return home === undefined || site === null ? null : Math.round(metresBetween(home, site) / 100) / 10;
};

const standingFrom = ({ order }: CourseRead, visit: PlacedVisit): StandingVisit | null => {
  const { halfDayId, during } = visit;
  if (visit.state !== 'planned' || halfDayId === null || during === null) return null;
  const { treatment, treatmentVersion } = order;
  return { ...visit, halfDayId, during, treatment, treatmentVersion };
};

/** A visit that is still to come, with its moment when it has one. */
export const comingFrom = (read: CourseRead, visit: PlacedVisit): ComingVisit => ({
  id: visit.id,
  standing: standingFrom(read, visit),
});

/** What is asked of the planner for these visits of a course. */
export const askedFrom = (
  read: CourseRead,
  visits: readonly ComingVisit[],
  days: { readonly from: Day; readonly latest: Day },
  { unitIds, doing }: { readonly unitIds: readonly string[]; readonly doing: Doing },
): Asked => {
  const { before, nurses } = read.course;
  const day = before === null ? null : dayOf(before, REGION_ZONE);
  return {
    ...{ order: read.order, visits, ...days },
    reach: unitIds.map((unitId) => ({ unitId, km: kilometresTo(read, unitId, doing) ?? 0 })),
    earlier: before?.unitId == null || day === null ? null : { day, unitId: before.unitId, nurses },
  };
};

const inTime = (a: HalfDay, b: HalfDay): number =>
  a.day.localeCompare(b.day) || b.part.localeCompare(a.part) || a.unitId.localeCompare(b.unitId);

/** The half-days of rooms from a day up to and with a day, and these others, in the order of time. */
export const halfDaysFor = async (
  tx: Tx,
  unitIds: readonly string[],
  { from, until }: { readonly from: Day; readonly until: Day },
  others: readonly string[],
): Promise<HalfDay[]> => {
  const [own, beside] = await Promise.all([
    from > until ? [] : halfDaysBetween(tx, unitIds, from, plusDays(until, 1)),
    others.length === 0 ? [] : halfDaysById(tx, others),
  ]);
  const there = new Set(own.map(({ id }) => id));
  return [...own, ...beside.filter(({ id }) => !there.has(id))].sort(inTime);
};

/** The tables but for who stands there. */
export type Frame = Omit<Tables, 'treatments'>;

const readFrame = async (
  tx: Tx,
  halfDays: readonly HalfDay[],
  unitIds: readonly string[],
): Promise<Frame> => {
  const ids = halfDays.map(({ id }) => id);
  const [chairs, nurses, shifts] = await Promise.all([
    chairsOf(tx, unitIds),
    nursesOf(tx, unitIds),
    shiftsOf(tx, ids),
  ]);
  return { halfDays, unitIds, chairs, nurses, shifts, standing: [], claims: [] };
};

/** Everybody who stands in these half-days of a frame, with their chairs and treatments. */
export const withStanding = async (
  tx: Tx,
  frame: Frame,
  halfDayIds: readonly string[],
  orders: readonly Pick<Order, 'treatment' | 'treatmentVersion'>[],
): Promise<Tables> => {
  const standing = await standingIn(tx, halfDayIds);
  const [claims, treatments] = await Promise.all([
    chairsOfClaims(
      tx,
      standing.flatMap((visit) => visit.claims),
    ),
    treatmentsOf(tx, [...orders, ...standing]),
  ]);
  return { ...frame, standing, claims: [...frame.claims, ...claims], treatments: [...treatments.values()] };
};

/** Everything the tables say about these half-days. */
export const readTables = async (
  tx: Tx,
  halfDays: readonly HalfDay[],
  unitIds: readonly string[],
  orders: readonly Pick<Order, 'treatment' | 'treatmentVersion'>[],
): Promise<Tables> => {
  const frame = await readFrame(tx, halfDays, unitIds);
  const ids = halfDays.map(({ id }) => id);
  return withStanding(tx, frame, ids, orders);
};
