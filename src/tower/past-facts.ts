import { z } from 'zod';
import { instantOf, localDay } from '#kernel/calendar.ts';
import { DAY, FOREVER, type Instant } from '#kernel/interval.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import { type Claim, EXTRA, type Published, type UnitFacts } from '#modules/capacity/types.ts';
import { REGION_ZONE } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import type { PastClaim, PastPlace, PastRows, Stood } from './past-rows.ts';

/** Everything that ever decided how the places of a unit stood. */
export interface PastUnit {
  readonly unitId: string;
  readonly siteId: string;
  readonly zone: string;
  /** From when its figures say something: its first word since the region tells them. */
  readonly began: Instant;
  readonly places: readonly PastPlace[];
  readonly claims: readonly PastClaim[];
  readonly closures: PastRows['closures'];
  readonly staffing: PastRows['staffing'];
  readonly stood: readonly Stood[];
}

/** Numbers rest on what is at most this long ago, in days: a year, and a month for who came before it. */
export const LEARN_DAYS = 400;

const Counted = z.object({
  numbers: z.array(z.object({ product: z.enum(PRODUCTS), free: z.number() })),
  asOf: z.number(),
  freshUntil: z.number().nullish(),
});
const Reports = z.object({ kind: z.enum(['beds', 'counts']) });

/** The first local day on which at least half of the wards that ever told something stood by their figures; null: never. */
const tellsSince = (stood: readonly Stood[]): Instant | null => {
  const wards = new Set(stood.map((word) => word.unitId)).size;
  const days = Map.groupBy(stood, (word) => localDay(word.at, REGION_ZONE));
  for (const [day, words] of [...days].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    if (new Set(words.map((word) => word.unitId)).size * 2 >= wards) return instantOf(day, 0, REGION_ZONE);
  return null;
};

/** The past of each unit of the region that has or had places, in the order of the region. */
export const pastUnits = (past: PastRows, region: Region): PastUnit[] => {
  const siteOf = new Map(region.sites.map((site) => [site.id, site]));
  const of = <T extends { readonly unitId: string }>(rows: readonly T[]): Map<string, T[]> =>
    Map.groupBy(rows, (row) => row.unitId);
  const [places, claims, closures] = [of(past.places), of(past.claims), of(past.closures)];
  const [staffing, stood] = [of(past.staffing), of(past.stood)];
  const tells = tellsSince(past.stood) ?? FOREVER;
  return region.units.flatMap((unit): PastUnit[] => {
    const [own, site] = [places.get(unit.id), siteOf.get(unit.siteId)];
    if (own === undefined || site === undefined) return [];
    const words = stood.get(unit.id) ?? [];
    return [
      {
        unitId: unit.id,
        siteId: site.id,
        zone: site.zone,
        began: words.find((word) => word.at >= tells)?.at ?? FOREVER,
        places: own,
        claims: claims.get(unit.id) ?? [],
        closures: closures.get(unit.id) ?? [],
        staffing: staffing.get(unit.id) ?? [],
        stood: words,
      },
    ];
  });
};

/** Was this claim there, as far as anybody knew, at that moment? A bed that a file brought was taken since the arrival. */
const stoodAt = (claim: PastClaim, at: Instant): boolean =>
  Math.min(claim.madeAt, claim.arrivedAt ?? FOREVER) <= at &&
  (claim.leftAt ?? FOREVER) > at &&
  (claim.releasedAt ?? FOREVER) > at &&
  (claim.displacedAt ?? FOREVER) > at;

/** The claim as it was then: what became of it later is taken off. */
const asItWas = (claim: PastClaim, at: Instant): Claim => {
  const here = claim.arrivedAt !== null && claim.arrivedAt <= at;
  const planned = claim.kind === 'stay' ? 'reserved' : claim.kind;
  return {
    ...claim,
    kind: here ? 'stay' : planned,
    arrivedAt: here ? claim.arrivedAt : null,
    awayAt: here && claim.awayAt !== null && claim.awayAt <= at ? claim.awayAt : null,
    leftAt: null,
    releasedAt: null,
    displacedAt: null,
  };
};

/** The numbers a unit that reported counts had told by then; null: it told its beds one by one. */
const numbersAt = (stood: readonly Stood[], at: Instant): Published[] | null => {
  let counts = false;
  const numbers = new Map<Product, Published>();
  for (const word of stood) {
    if (word.at > at) break;
    const told = word.event === 'counted' ? Counted.safeParse(word.body).data : undefined;
    if (word.event === 'reports') counts = Reports.safeParse(word.body).data?.kind === 'counts';
    if (told === undefined) continue;
    counts = true;
    const { asOf, freshUntil = null } = told;
    for (const each of told.numbers) numbers.set(each.product, { ...each, asOf, freshUntil, source: 'tap' });
  }
  return counts ? [...numbers.values()] : null;
};

/**
 * What decided how a unit stood at a moment, as it is known now: who was there, who had a claim, what was closed and staffed.
 * A ward that told its beds is believed from its first word on (`figure` is of that moment). An extra place counts while
 * somebody is in it: when it was made is not kept.
 */
export const factsAt = (unit: PastUnit, at: Instant): UnitFacts => {
  const claims = unit.claims.filter((claim) => stoodAt(claim, at)).map((claim) => asItWas(claim, at));
  const taken = new Set(claims.map((claim) => claim.placeId));
  return {
    unitId: unit.unitId,
    zone: unit.zone,
    places: unit.places
      .filter(
        (place) => (place.endedAt ?? FOREVER) > at && (!place.labels.includes(EXTRA) || taken.has(place.id)),
      )
      .map(({ endedAt: _, ...place }) => ({ ...place, properties: [] })),
    claims,
    closures: unit.closures.filter((closure) => closure.during.from <= at && at < closure.during.until),
    staffing: unit.staffing,
    figure: unit.began <= at ? { asOf: at, source: 'tap' } : null,
    published: numbersAt(unit.stood, at),
  };
};

/**
 * Since when the past is complete: from when the wards stand by their figures, at most `LEARN_DAYS` back. Of before, only
 * who was still there is known, and that would make every stay look long.
 */
export const completeSince = (units: readonly PastUnit[], now: Instant): Instant =>
  Math.min(now, Math.max(now - LEARN_DAYS * DAY, Math.min(...units.map((unit) => unit.began))));
