import type { Instant } from '#kernel/interval.ts';
import type { Picture, Standing, UnitLook } from '#modules/capacity/index.ts';
import { type PlaceRow, type PlaceStanding, type PlaceTable, placeTable, setPlace, setUnit, type UnitStanding } from '#planning/match/index.ts';

const NEVER = Number.POSITIVE_INFINITY;

/** A standing as matching reads it: since or from when it can be had, and until when. */
const placeStanding = (standing: Standing | undefined, now: Instant): PlaceStanding => {
  if (standing === undefined) return { state: 'unknown', closedFor: null, availableFrom: NEVER, availableUntil: NEVER };
  const { state, closedFor, availableFrom, freeUntil, changesAt } = standing;
  switch (state) {
    case 'free':
      return { state, closedFor, availableFrom: now, availableUntil: freeUntil ?? NEVER };
    case 'held':
      // A gap in front of a plan can be used by who stays short; matching weighs that itself.
      return freeUntil === null
        ? { state, closedFor, availableFrom: changesAt !== null && changesAt > now ? changesAt : NEVER, availableUntil: NEVER }
        : { state: 'free', closedFor, availableFrom: now, availableUntil: freeUntil };
    case 'soon':
      return { state, closedFor, availableFrom: availableFrom ?? NEVER, availableUntil: NEVER };
    case 'occupied':
    case 'closed':
      return { state, closedFor, availableFrom: availableFrom ?? NEVER, availableUntil: NEVER };
    case 'unknown':
      return { state, closedFor, availableFrom: NEVER, availableUntil: NEVER };
  }
};

const unitStanding = (look: UnitLook, answers: ReadonlyMap<string, number>): UnitStanding => ({
  asOf: look.facts.figure?.asOf ?? null,
  source: look.facts.figure?.source ?? null,
  answersInMinutes: answers.get(look.facts.unitId) ?? null,
});

/** How a place stands for the first product it serves; lengths per product are weighed by matching. */
const standingOfPlace = (look: UnitLook, index: number): Standing | undefined => {
  const product = look.facts.places[index]?.products[0];
  return product === undefined ? undefined : look.products.get(product)?.standings[index];
};

const rowsOf = (look: UnitLook, now: Instant): PlaceRow[] =>
  look.facts.places.map((place, index) => ({
    id: place.id,
    unitId: place.unitId,
    products: place.products,
    properties: place.properties,
    ...placeStanding(standingOfPlace(look, index), now),
  }));

/** The table that searches read, brought up to the picture before each search: only what changed is written. */
export interface SearchTable {
  at(now: Instant, answers: ReadonlyMap<string, number>): PlaceTable;
}

/** Opens the search table over a picture. */
export const openSearchTable = (picture: Picture): SearchTable => {
  let table: PlaceTable | null = null;
  let shape: unknown[] = [];
  const known = new Map<string, UnitLook>();

  const build = (looks: readonly UnitLook[], now: Instant, answers: ReadonlyMap<string, number>): PlaceTable => {
    const { region } = picture;
    const siteOf = new Map(region.units.map((unit) => [unit.id, unit.siteId]));
    const units = looks.map((look) => ({ id: look.facts.unitId, siteId: siteOf.get(look.facts.unitId) ?? '', ...unitStanding(look, answers) }));
    const used = new Set(units.map((unit) => unit.siteId));
    const sites = region.sites.filter((site) => used.has(site.id)).map((site) => ({ ...site, languages: null }));
    return placeTable({ sites, units, places: looks.flatMap((look) => rowsOf(look, now)) });
  };
  return {
    at(now, answers) {
      const looks = [...picture.unitsOfSite.values()].flat().flatMap((unitId) => picture.look(unitId, now) ?? []);
      const same = table !== null && shape[0] === picture.region && shape[1] === answers && looks.length === known.size;
      const fresh = same && looks.every((look) => known.get(look.facts.unitId)?.facts.places.length === look.facts.places.length);
      if (table === null || !fresh) {
        table = build(looks, now, answers);
        shape = [picture.region, answers];
        known.clear();
      } else {
        for (const look of looks) {
          if (known.get(look.facts.unitId) === look) continue;
          setUnit(table, look.facts.unitId, unitStanding(look, answers));
          look.facts.places.forEach((place, index) => {
            setPlace(table as PlaceTable, place.id, placeStanding(standingOfPlace(look, index), now));
          });
        }
      }
      for (const look of looks) known.set(look.facts.unitId, look);
      return table;
    },
  };
};
