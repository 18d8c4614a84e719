import { metresBetween } from '#kernel/geo.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Product, Property } from '#kernel/product.ts';
import { lookAt, readFacts, type UnitLook } from '#modules/capacity/index.ts';
import type { Place, Standing, UnitFacts } from '#modules/capacity/types.ts';
import { type LimitsAsking, limitBroken, type NextPlaces } from '#modules/placement/index.ts';
import type { Request } from '#modules/placement/types.ts';
import { admission } from '#modules/region/index.ts';
import type { AdmissionWindow, Duty, Region, Site } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { SITES, UNITS } from './sites.ts';

/** A bed somebody could be offered. */
export interface Chosen {
  readonly placeId: string;
  readonly unitId: string;
  readonly metres: number;
}

const SITE_OF_UNIT: ReadonlyMap<string, Site> = new Map(
  UNITS.flatMap((unit) =>
    SITES.filter((site) => site.id === unit.siteId).map((site) => [unit.id, site] as const),
  ),
);

/** The site of a ward of the practice region. */
export const siteOfUnit = (unitId: string): Site => {
  const site = SITE_OF_UNIT.get(unitId);
  if (site === undefined) throw new Error(`unit ${unitId} is not of the practice region`);
  return site;
};

/** Where else a request fits among wards as they stand, nearest first. */
export const nextAmong =
  (
    looksFor: (request: Request, now: Instant) => Promise<ReadonlyMap<string, UnitLook>>,
    region: Region,
  ): NextPlaces =>
  async (request, { homePc4: pc4 }, tried, now) => {
    const looks = [...(await looksFor(request, now))].filter(([unitId]) => !tried.has(unitId));
    const { product, needs, wantedFrom } = request;
    const wanted = { product, needs, from: Math.max(wantedFrom, now), pc4, who: request };
    return bedsThatFit(
      looks.map(([, unit]) => unit),
      wanted,
      region,
    );
  };

/** How these wards stand now; wards that a visitor brought in are not ours to move. */
export const looksAt = async (
  tx: Tx,
  region: Region,
  unitIds: readonly string[],
  now: Instant,
): Promise<Map<string, UnitLook>> => {
  const facts = await readFacts(tx, unitIds, now, (unitId) => siteOfUnit(unitId).zone);
  return new Map([...facts].map(([unitId, unit]) => [unitId, look(unit, region, now)]));
};

/** The hours of a site, found once per region: a history asks for them thousands of times. */
interface Hours {
  readonly windows: readonly AdmissionWindow[];
  readonly duties: readonly Duty[];
}
const hours = new WeakMap<Region, Map<string, Hours>>();

const hoursOf = (region: Region, siteId: string): Hours => {
  const known = hours.get(region) ?? new Map<string, Hours>();
  hours.set(region, known);
  const found = known.get(siteId) ?? {
    windows: region.windows.filter((window) => window.siteId === siteId),
    duties: region.duties.filter((duty) => duty.siteId === siteId),
  };
  known.set(siteId, found);
  return found;
};

/** Does the site of a ward let people in at a moment, until when, or else from when? */
export const admissionAt = (
  region: Region,
  unitId: string,
  product: Product,
  at: Instant,
): ReturnType<typeof admission> => {
  const { id, zone } = siteOfUnit(unitId);
  return admission({ ...hoursOf(region, id), zone }, product, at);
};

const look = (facts: UnitFacts, region: Region, now: Instant): UnitLook => {
  const { windows, duties } = hoursOf(region, siteOfUnit(facts.unitId).id);
  const says = windows.length + duties.length > 0;
  const holds = { from: now, until: now + 1 };
  return lookAt(
    facts,
    region.agreement,
    (product) => ({ says, ...admissionAt(region, facts.unitId, product, now), holds }),
    now,
  );
};

/** What is looked for: care, what the bed must have, from when, and near where. */
export interface Wanted {
  readonly product: Product;
  readonly needs: readonly Property[];
  readonly from: Instant;
  readonly pc4: string | null;
  /** For whom, and who asks; left out when that is nobody yet. */
  readonly who?: Pick<LimitsAsking, 'sex' | 'traits' | 'referrerOrg'>;
}

const NOT_ASKED = { language: null, legalTitle: null, uzovi: null };

const canBeHad = (standing: Standing | undefined, from: Instant): boolean => {
  if (standing === undefined) return false;
  if (standing.state === 'free') return true;
  return standing.availableFrom !== null && standing.availableFrom <= from;
};

const mayCome = (place: Place, wanted: Wanted, region: Region): boolean =>
  wanted.who === undefined ||
  limitBroken(region, place, { ...NOT_ASKED, ...wanted, ...wanted.who }, wanted.from) === null;

const bedOf = (unit: UnitLook, wanted: Wanted, region: Region): Place | undefined => {
  const mine = unit.products.get(wanted.product);
  const fitting = (mine?.places ?? []).filter((index) => {
    const place = unit.facts.places[index];
    return (
      place !== undefined &&
      canBeHad(mine?.standings[index], wanted.from) &&
      wanted.needs.every((need) => place.properties.includes(need)) &&
      mayCome(place, wanted, region)
    );
  });
  const free = fitting.find((index) => mine?.standings[index]?.state === 'free');
  return unit.facts.places[free ?? fitting[0] ?? -1];
};

/** One bed of every ward that has one that fits, nearest first. */
export const bedsThatFit = (looks: Iterable<UnitLook>, wanted: Wanted, region: Region): Chosen[] => {
  const home = wanted.pc4 === null ? undefined : region.postcodes.get(wanted.pc4);
  return [...looks]
    .flatMap((unit): Chosen[] => {
      const place = bedOf(unit, wanted, region);
      const metres = home === undefined ? 0 : metresBetween(home, siteOfUnit(unit.facts.unitId));
      return place === undefined ? [] : [{ placeId: place.id, unitId: place.unitId, metres }];
    })
    .toSorted((a, b) => a.metres - b.metres);
};
