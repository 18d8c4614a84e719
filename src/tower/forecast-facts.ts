import { halfDayAt, instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import { contains, DAY, FOREVER, type Instant } from '#kernel/interval.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { isLive, isPresent, type Picture } from '#modules/capacity/index.ts';
import { type Claim, EXTRA, type UnitFacts } from '#modules/capacity/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Region, Site } from '#modules/region/types.ts';
import {
  AHEAD_DAYS,
  AT_HOUR,
  type ForecastFacts,
  type PastFree,
  type PastStay,
  type StandingSite,
} from '#planning/forecast/types.ts';
import { byHouse } from '#platform/db/by-house.ts';
import type { Database } from '#platform/db/database.ts';
import { type CareCourse, coursesSince } from './courses.ts';
import { emptyPlaces, freeOfUnits } from './free-places.ts';
import { completeSince, factsAt, LEARN_DAYS, type PastUnit, pastUnits } from './past-facts.ts';
import { type PastRows, readPast } from './past-rows.ts';
import { staysOf, type UnitStay } from './past-stays.ts';

/** A forecast learns from free places of this long ago and younger, in days: longer ago says little about a weekday. */
const FREE_DAYS = 120;

const serves = (facts: UnitFacts, product: Product): ReadonlySet<string> =>
  new Set(
    facts.places
      .filter((place) => place.products.includes(product) && !place.labels.includes(EXTRA))
      .map((place) => place.id),
  );

/** Places of one unit that somebody could use at a moment: not closed, and no more than have staff. */
const usableAt = (facts: UnitFacts, serving: ReadonlySet<string>, at: Instant): number => {
  const shut = facts.closures.filter((closure) => contains(closure.during, at));
  const named = shut.filter((each) => each.placeId !== null && serving.has(each.placeId)).length;
  const unnamed = shut.reduce((sum, each) => sum + (each.placeId === null ? each.places : 0), 0);
  const { day, halfDay } = halfDayAt(at, facts.zone);
  const row = facts.staffing.find((each) => each.day === day && each.halfDay === halfDay);
  return Math.max(0, Math.min(serving.size - named - unnamed, row?.staffed ?? serving.size));
};

const onPlaces = (facts: UnitFacts, serving: ReadonlySet<string>, now: Instant): Claim[] =>
  facts.claims.filter(
    (claim) => claim.kind !== 'cleaning' && serving.has(claim.placeId) && isLive(claim, now),
  );

interface Part {
  readonly usable: readonly number[];
  readonly usableNow: number;
  readonly free: number | null;
  readonly present: StandingSite['present'];
  readonly planned: StandingSite['planned'];
}

const partOf = (
  facts: UnitFacts,
  product: Product,
  free: number | null,
  when: { readonly now: Instant; readonly moments: readonly Instant[] },
): Part => {
  const serving = serves(facts, product);
  const live = onPlaces(facts, serving, when.now);
  const here = live.filter(isPresent);
  const planned = live.filter((claim) => !isPresent(claim));
  // Who is in the other beds of a house that reports counts only the house knows: those beds are not in the forecast.
  const known = facts.published === null ? FOREVER : here.length + planned.length + (free ?? 0);
  const usable = (at: Instant): number => Math.min(known, usableAt(facts, serving, at));
  return {
    usable: when.moments.map(usable),
    usableNow: usable(when.now),
    free,
    present: here.map((claim) => ({
      arrivedAt: claim.arrivedAt ?? claim.during.from,
      expectedEnd: claim.during.until,
      latestEnd: claim.latestEnd,
    })),
    planned: planned.map((claim) => ({
      from: claim.during.from,
      until: claim.during.until,
      kind: claim.kind === 'hold' ? 'hold' : 'reserved',
    })),
  };
};

const joined = (parts: readonly Part[]): Part => ({
  usable: Array.from({ length: AHEAD_DAYS }, (_, day) =>
    parts.reduce((sum, part) => sum + (part.usable[day] ?? 0), 0),
  ),
  usableNow: parts.reduce((sum, part) => sum + part.usableNow, 0),
  free: parts.every((part) => part.free === null)
    ? null
    : parts.reduce((sum, part) => sum + (part.free ?? 0), 0),
  present: parts.flatMap((part) => part.present),
  planned: parts.flatMap((part) => part.planned),
});

/** How each site stands for each product it serves, as the forecast begins from it. */
const standingSites = (
  region: Region,
  factsOf: (unitId: string) => UnitFacts | undefined,
  now: Instant,
): Omit<StandingSite, 'asking'>[] => {
  const momentsOf = ({ zone }: Site): Instant[] =>
    Array.from({ length: AHEAD_DAYS }, (_, day) =>
      instantOf(plusDays(localDay(now, zone), day + 1), AT_HOUR * 60, zone),
    );
  return region.sites.flatMap((site) => {
    const units = region.units.filter((unit) => unit.siteId === site.id);
    const known = units.flatMap(({ id }) => {
      const facts = factsOf(id);
      return facts === undefined ? [] : [{ facts, empty: emptyPlaces(facts, region, now) }];
    });
    const moments = momentsOf(site);
    return PRODUCTS.flatMap((product) => {
      const parts = known.flatMap(({ facts, empty }) => {
        const free = empty.get(product);
        return free === undefined ? [] : [partOf(facts, product, free, { now, moments })];
      });
      if (parts.length === 0) return [];
      const { free, ...rest } = joined(parts);
      return [{ siteId: site.id, product, freeNow: free, ...rest }];
    });
  });
};

/** Who waits, shared over the sites that were asked; who asked nobody, over all that serve the product. */
const askingOf = (
  courses: readonly CareCourse[],
  sites: readonly Omit<StandingSite, 'asking'>[],
  siteOf: ReadonlyMap<string, string>,
): StandingSite[] => {
  const asking = new Map<string, number>();
  for (const { product, asked } of courses) {
    const serving = sites.filter((site) => site.product === product).map((site) => site.siteId);
    const open = [...new Set(asked.flatMap((unitId) => siteOf.get(unitId) ?? []))].filter((id) =>
      serving.includes(id),
    );
    const over = open.length > 0 ? open : serving;
    for (const siteId of over) {
      const key = `${siteId} ${product}`;
      asking.set(key, (asking.get(key) ?? 0) + 1 / over.length);
    }
  }
  return sites.map((site) => ({ ...site, asking: asking.get(`${site.siteId} ${site.product}`) ?? 0 }));
};

/** Free at `AT_HOUR` of each day that is over, per site and product, from the day all its units stood by their figures. */
const pastFree = (units: readonly PastUnit[], region: Region, now: Instant): PastFree[] =>
  [...Map.groupBy(units, (unit) => unit.siteId)].flatMap(([siteId, own]) => {
    const zone = own[0]?.zone ?? REGION_ZONE;
    const began = Math.max(...own.map((unit) => unit.began));
    const first = plusDays(localDay(now, zone), -FREE_DAYS);
    return Array.from({ length: FREE_DAYS + 1 }, (_, ahead) => plusDays(first, ahead)).flatMap((day) => {
      const at = instantOf(day, AT_HOUR * 60, zone);
      if (at < began || at > now) return [];
      return [...freeOfUnits(own, region, at)].map(([product, free]) => ({ siteId, product, day, free }));
    });
  });

/** What is read once, whatever the number of moments it is asked for. */
interface Known {
  readonly region: Region;
  readonly rows: PastRows;
  readonly courses: readonly CareCourse[];
  readonly units: readonly PastUnit[];
  readonly stays: readonly UnitStay[];
  readonly free: readonly PastFree[];
}

const readKnown = async (
  database: Database,
  region: Region,
  first: Instant,
  last: Instant,
): Promise<Known> => {
  const firstDay = localDay(first - FREE_DAYS * DAY, REGION_ZONE);
  const { rows, courses } = await database.transaction(byHouse('tower'), async (tx) => ({
    rows: await readPast(tx, first - LEARN_DAYS * DAY, firstDay),
    courses: await coursesSince(tx, first),
  }));
  const units = pastUnits(rows, region);
  return { region, rows, courses, units, stays: staysOf(rows), free: pastFree(units, region, last) };
};

/** Somebody who asked by then and had no yes, no bed and no end yet. */
const waitedAt = (course: CareCourse, at: Instant): boolean =>
  course.sentAt <= at &&
  [course.acceptedAt, course.arrivedAt, course.closedAt].every((moment) => moment === null || moment > at);

/** A stay as it was known then: who left later was still there. Null: not there yet, or before the past is complete. */
const pastStay = (
  stay: UnitStay,
  siteId: string | undefined,
  { since, at }: { readonly since: Instant; readonly at: Instant },
): PastStay | null =>
  siteId === undefined || stay.arrivedAt < since || stay.arrivedAt > at
    ? null
    : {
        siteId,
        product: stay.product,
        arrivedAt: stay.arrivedAt,
        leftAt: stay.leftAt !== null && stay.leftAt <= at ? stay.leftAt : null,
        expectedEnd: stay.expectedEnd,
      };

const factsFrom = (
  known: Known,
  factsOf: (unitId: string) => UnitFacts | undefined,
  at: Instant,
): ForecastFacts => {
  const siteOf = new Map(known.region.units.map((unit) => [unit.id, unit.siteId]));
  const since = completeSince(known.units, at);
  const waiting = known.courses.filter((course) => waitedAt(course, at));
  const today = localDay(at, REGION_ZONE);
  return {
    now: at,
    zone: REGION_ZONE,
    sites: askingOf(waiting, standingSites(known.region, factsOf, at), siteOf),
    past: known.stays.flatMap((stay) => pastStay(stay, siteOf.get(stay.unitId), { since, at }) ?? []),
    since,
    free: known.free.filter(
      ({ day }) => day < today || (day === today && instantOf(day, AT_HOUR * 60, REGION_ZONE) <= at),
    ),
  };
};

/**
 * Everything a forecast rests on, read in the name of the tower: no name, no number. Stays that began before the past is
 * complete are left out, because of those that were over by then nobody knows.
 */
export const forecastFacts = async (
  database: Database,
  picture: Picture,
  now: Instant,
): Promise<ForecastFacts> => {
  const known = await readKnown(database, picture.region, now, now);
  return factsFrom(known, (unitId) => picture.look(unitId, now)?.facts, now);
};

/**
 * The same as it would have been at moments that are over, cut off there: what came later is not in it. Read once for all
 * moments. Whom each request had asked by then is not kept: it is shared over who is asked now, or over all.
 */
export const pastForecastFacts = async (
  database: Database,
  picture: Picture,
  moments: readonly Instant[],
): Promise<ForecastFacts[]> => {
  if (moments.length === 0) return [];
  const known = await readKnown(database, picture.region, Math.min(...moments), Math.max(...moments));
  const unitOf = new Map(known.units.map((unit) => [unit.unitId, unit]));
  return moments.map((at) =>
    factsFrom(
      known,
      (unitId) => {
        const unit = unitOf.get(unitId);
        return unit === undefined ? undefined : factsAt(unit, at);
      },
      at,
    ),
  );
};
