import { instantOf, localDay, weekdayOf } from '#kernel/calendar.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import type { Picture } from '#modules/capacity/index.ts';
import type { Staffing } from '#modules/capacity/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { AdmissionWindow } from '#modules/region/types.ts';
import type { BarrierCode, WeekWindows } from '#planning/simulate/types.ts';
import type { FillAsk, FillFacts, FillStay, FillWard } from '#planning/whatif/types.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database } from '#platform/db/database.ts';
import { type CareCourse, coursesSince } from './courses.ts';
import { openingsOf } from './fill-openings.ts';
import { bedsOfUnit, type SharedBeds } from './fill-wards.ts';
import { completeSince, LEARN_DAYS, pastUnits } from './past-facts.ts';
import { readPast } from './past-rows.ts';
import { staysOf, type UnitStay } from './past-stays.ts';

/** Rosters of so many days back say how many beds have staff at the weekend. */
const ROSTER_DAYS = 56;
/** Somebody who is ready on a day could go from noon on. */
const READY_AT = 12 * 60;

const wardId = (unitId: string, product: string): string => `${unitId}:${product}`;

/** When a site lets people in for a product, as stretches of the week; who never told its hours is open day and night. */
const weekOf = (windows: readonly AdmissionWindow[], product: string): WeekWindows => {
  if (windows.length === 0) return [[0, 168]];
  const stretches = windows
    .filter((window) => window.product === null || window.product === product)
    .map(({ weekday, opens, closes }): [number, number] => [
      (weekday - 1) * 24 + opens / 60,
      (weekday - 1) * 24 + closes / 60,
    ])
    .toSorted((a, b) => a[0] - b[0]);
  const week: [number, number][] = [];
  for (const [from, until] of stretches) {
    const last = week.at(-1);
    if (last !== undefined && from <= last[1]) last[1] = Math.max(last[1], until);
    else week.push([from, until]);
  }
  return week;
};

const mean = (numbers: readonly number[]): number | null =>
  numbers.length === 0 ? null : numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** Staffed beds in the morning of Saturday and Sunday over those of the other days; null: nobody keeps a roster. */
const weekendOf = (staffing: readonly Staffing[]): number | null => {
  const mornings = staffing.filter((row) => row.halfDay === 'morning');
  const [weekend, week] = [true, false].map((wanted) =>
    mean(mornings.filter((row) => weekdayOf(row.day) > 5 === wanted).map((row) => row.staffed)),
  );
  if (weekend === null || weekend === undefined || !week) return null;
  return Math.min(1, weekend / week);
};

const wardsOf = (
  picture: Picture,
  used: ReadonlyMap<string, number>,
  staffing: ReadonlyMap<string, readonly Staffing[]>,
  now: Instant,
): FillWard[] => {
  const { region } = picture;
  const siteOf = new Map(region.sites.map((site) => [site.id, site]));
  return region.units.flatMap((unit): FillWard[] => {
    const [site, facts] = [siteOf.get(unit.siteId), picture.look(unit.id, now)?.facts];
    if (site === undefined || facts === undefined) return [];
    const windows = region.windows.filter((window) => window.siteId === site.id);
    const beds = bedsOfUnit(facts.places, (product) => used.get(wardId(unit.id, product)) ?? 0);
    return beds.map(({ product, ...own }: SharedBeds) => ({
      id: wardId(unit.id, product),
      name: unit.name,
      site: site.name,
      product,
      beds: own.beds,
      shared: own.shared,
      pool: own.shared > 0 ? unit.id : null,
      admits: weekOf(windows, product),
      weekendStaff: weekendOf(staffing.get(unit.id) ?? []),
    }));
  });
};

const askOf = (course: CareCourse): FillAsk => ({
  askedAt: course.sentAt,
  // What comes from elsewhere comes from a house of its own: it is played as coming from home.
  origin: course.origin === 'other' ? 'home' : course.origin,
  urgency: course.urgency,
  product: course.product,
  triagedAt: course.triagedAt,
  acceptedAt: course.acceptedAt,
  arrivedAt: course.arrivedAt,
  endedAt: course.arrivedAt === null ? course.closedAt : null,
  ward: course.unitId === null ? null : wardId(course.unitId, course.product),
});

/** What stood in the way last: what is open still, else what was solved last. */
const barrierOf = (course: CareCourse): BarrierCode | null =>
  course.barriers.toSorted((a, b) => {
    const [one, other] = [a.solvedDay ?? '9999', b.solvedDay ?? '9999'];
    return one < other ? 1 : one > other ? -1 : 0;
  })[0]?.code ?? null;

const readyOf = (stay: UnitStay, course: CareCourse): Instant | null => {
  if (course.readyDay === null) return null;
  const noon = instantOf(course.readyDay, READY_AT, course.zone ?? REGION_ZONE);
  return Math.min(Math.max(noon, stay.arrivedAt), stay.leftAt ?? noon);
};

const stayOf = (stay: UnitStay, course: CareCourse | undefined): FillStay => ({
  ward: wardId(stay.unitId, stay.product),
  arrivedAt: stay.arrivedAt,
  leftAt: stay.leftAt,
  way: course?.destination ?? null,
  readyAt: course === undefined ? null : readyOf(stay, course),
  barrier: course === undefined ? null : barrierOf(course),
});

const readFill = (database: Database, now: Instant) =>
  database.transaction(byHouse('tower'), async (tx) => {
    const from = now - LEARN_DAYS * DAY;
    return {
      past: await readPast(tx, from, localDay(now - ROSTER_DAYS * DAY, REGION_ZONE)),
      courses: await coursesSince(tx, from),
      openings: await openingsOf(tx, now),
    };
  });

const usedBy = (stays: readonly UnitStay[]): Map<string, number> => {
  const used = new Map<string, number>();
  for (const stay of stays) {
    const id = wardId(stay.unitId, stay.product);
    used.set(id, (used.get(id) ?? 0) + 1);
  }
  return used;
};

/** The region as its own history knows it, read in the name of the tower: no person, no house that asked. */
export const fillFacts = async (database: Database, picture: Picture, now: Instant): Promise<FillFacts> => {
  const { past, courses, openings } = await readFill(database, now);
  const since = completeSince(pastUnits(past, picture.region), now);
  const stays = staysOf(past).filter((stay) => stay.arrivedAt >= since && stay.arrivedAt <= now);
  const byClaim = new Map(courses.flatMap((each) => (each.claimId === null ? [] : [[each.claimId, each]])));
  const staffing = Map.groupBy(past.staffing, (row) => row.unitId);
  return {
    now,
    since,
    zone: REGION_ZONE,
    wards: wardsOf(picture, usedBy(stays), staffing, now),
    asks: courses.filter((course) => course.sentAt >= since && course.sentAt <= now).map(askOf),
    stays: stays.map((stay) => stayOf(stay, byClaim.get(stay.claimId))),
    openings,
  };
};
