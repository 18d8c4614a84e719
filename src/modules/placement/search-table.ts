import type { Instant } from '#kernel/interval.ts';
import { isLive, isPresent, type Picture, type Standing, type UnitLook } from '#modules/capacity/index.ts';
import { EXTRA, type Figure } from '#modules/capacity/types.ts';
import {
  type PlaceRow,
  type PlaceStanding,
  type PlaceTable,
  placeTable,
  setPlace,
  setUnit,
  type UnitStanding,
} from '#planning/match/index.ts';
import { houseLimits } from './limits.ts';

const NEVER = Number.POSITIVE_INFINITY;

/** When the first plan behind a moment begins on this place; nobody planned is never. */
const nextPlan = (look: UnitLook, placeId: string, after: Instant, now: Instant): Instant => {
  const plans = look.facts.claims.filter(
    (claim) =>
      claim.placeId === placeId && isLive(claim, now) && !isPresent(claim) && claim.kind !== 'cleaning',
  );
  return Math.min(
    NEVER,
    ...plans.filter((claim) => claim.during.until > after).map((claim) => claim.during.from),
  );
};

/** Since or from when a place can be had: the end of what is on it now, when that can be foreseen. */
const comesFree = (look: UnitLook, standing: Standing, now: Instant): Instant => {
  const { state, overdue, changesAt, freeUntil, availableFrom } = standing;
  // A house that reports counts gives what its number opens, and nothing before it tells a next one.
  if (look.facts.published !== null && availableFrom === null) return NEVER;
  // Admission hours are matching's own question; the bed itself is free since now.
  if (state === 'free' || freeUntil !== null) return now;
  if (overdue || changesAt === null || changesAt <= now) return NEVER;
  return changesAt;
};

/**
 * A standing as matching reads it. A bed that is promised with a gap in front of it is handed over as free until then:
 * whether the gap is long enough depends on the product asked, and that matching weighs itself.
 */
const placeStanding = (look: UnitLook, index: number, now: Instant): PlaceStanding => {
  const place = look.facts.places[index];
  const standing = standingOfPlace(look, index);
  if (place === undefined || standing === undefined || standing.state === 'unknown') {
    return { state: 'unknown', closedFor: null, availableFrom: NEVER, availableUntil: NEVER };
  }
  // A place beyond what there is goes with the person it was made for.
  if (place.labels.includes(EXTRA))
    return { state: 'closed', closedFor: null, availableFrom: NEVER, availableUntil: NEVER };
  const state = standing.state === 'held' && standing.freeUntil !== null ? 'free' : standing.state;
  const availableFrom = comesFree(look, standing, now);
  return {
    state,
    closedFor: standing.closedFor,
    availableFrom,
    availableUntil: nextPlan(look, place.id, availableFrom, now),
    room: place.room ?? null,
  };
};

/** The figure of a unit; of numbers the newest, because what is too old is unknown place by place. */
const figureOf = ({ facts }: UnitLook): Figure | null =>
  facts.published?.toSorted((a, b) => b.asOf - a.asOf)[0] ?? facts.figure;

const unitStanding = (look: UnitLook, answers: ReadonlyMap<string, number>): UnitStanding => ({
  asOf: figureOf(look)?.asOf ?? null,
  source: figureOf(look)?.source ?? null,
  answersInMinutes: answers.get(look.facts.unitId) ?? null,
});

/** How a place stands for the first product it serves; lengths per product are weighed by matching. */
const standingOfPlace = (look: UnitLook, index: number): Standing | undefined => {
  const { published, places } = look.facts;
  const stands = (places[index]?.products ?? []).map(
    (product) => look.products.get(product)?.standings[index],
  );
  // Only a house that reports counts has another number for each product: then the best of them is worth asking.
  return published === null
    ? stands[0]
    : (stands.find((each) => each?.state === look.best[index]) ?? stands[0]);
};

const rowsOf = (look: UnitLook, now: Instant): PlaceRow[] =>
  look.facts.places.map((place, index) => ({
    id: place.id,
    unitId: place.unitId,
    products: place.products,
    properties: place.properties,
    ...placeStanding(look, index, now),
  }));

/** The table that searches read, brought up to the picture before each search: only what changed is written. */
export interface SearchTable {
  /** Changes whenever something was written; the same number means the same table. */
  readonly revision: number;
  at(now: Instant, answers: ReadonlyMap<string, number>): PlaceTable;
}

/** Opens the search table over a picture. */
export const openSearchTable = (picture: Picture): SearchTable => {
  let table: PlaceTable | null = null;
  let shape: unknown[] = [];
  let revision = 0;
  const known = new Map<string, UnitLook>();

  const build = (
    looks: readonly UnitLook[],
    now: Instant,
    answers: ReadonlyMap<string, number>,
  ): PlaceTable => {
    const { region } = picture;
    const siteOf = new Map(region.units.map((unit) => [unit.id, unit.siteId]));
    const units = looks.map((look) => ({
      id: look.facts.unitId,
      siteId: siteOf.get(look.facts.unitId) ?? '',
      legalTitles: region.limits.units.get(look.facts.unitId) ?? null,
      ...unitStanding(look, answers),
    }));
    const used = new Set(units.map((unit) => unit.siteId));
    const sites = region.sites
      .filter((site) => used.has(site.id))
      .map((site) => ({ ...site, ...houseLimits(region, site) }));
    return placeTable({ sites, units, places: looks.flatMap((look) => rowsOf(look, now)) });
  };
  const isSame = (looks: readonly UnitLook[], answers: ReadonlyMap<string, number>): boolean =>
    shape[0] === picture.region &&
    shape[1] === answers &&
    looks.length === known.size &&
    looks.every((look) => known.get(look.facts.unitId)?.facts.places.length === look.facts.places.length);
  const patch = (
    old: PlaceTable,
    look: UnitLook,
    now: Instant,
    answers: ReadonlyMap<string, number>,
  ): void => {
    revision += 1;
    setUnit(old, look.facts.unitId, unitStanding(look, answers));
    for (const [index, place] of look.facts.places.entries()) {
      setPlace(old, place.id, placeStanding(look, index, now));
    }
  };
  return {
    get revision() {
      return revision;
    },
    at(now, answers) {
      const units = [...picture.unitsOfSite.values()].flat();
      const looks = units.flatMap((unitId) => picture.look(unitId, now) ?? []);
      if (table !== null && isSame(looks, answers)) {
        for (const look of looks) if (known.get(look.facts.unitId) !== look) patch(table, look, now, answers);
      } else {
        table = build(looks, now, answers);
        revision += 1;
        shape = [picture.region, answers];
        known.clear();
      }
      for (const look of looks) known.set(look.facts.unitId, look);
      return table;
    },
  };
};
