import { instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import type { FigurePhase } from '#kernel/freshness.ts';
import type { Instant } from '#kernel/interval.ts';
import { DAY, FOREVER } from '#kernel/interval.ts';
import { PRODUCTS, type Product, USUAL_DAYS } from '#kernel/product.ts';
import { loadRegion, REGION_ZONE } from '#modules/region/index.ts';
import type { Region, Site } from '#modules/region/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { type Position, positionNow, type WrittenEntry } from '#platform/diary/diary.ts';
import { figureFor, phaseFor } from './decide/counted.ts';
import { standings } from './decide/standing.ts';
import { type AdmissionLook, openAdmissions } from './picture-admission.ts';
import { nextMoment } from './picture-moments.ts';
import { readFacts } from './store-picture.ts';
import { type Figure, PLACE_STATES, type PlaceState, type Standing, type UnitFacts } from './types.ts';

/** How the places of a unit stand for one product. */
export interface ProductLook {
  readonly admission: AdmissionLook;
  /** Which of `facts.places` serve the product. */
  readonly places: readonly number[];
  /** How all places of the unit stand for this product, in the order of `facts.places`. */
  readonly standings: readonly Standing[];
  /** The figure that speaks for this product, and how far it can be trusted. */
  readonly figure: Figure | null;
  readonly phase: FigurePhase;
}

/** How a unit stands. The same object as long as nothing changed and time changed nothing. */
export interface UnitLook {
  readonly facts: UnitFacts;
  readonly products: ReadonlyMap<Product, ProductLook>;
  /** The state of each place once, whatever it serves: the best of its products. */
  readonly best: readonly PlaceState[];
  /** True from here … */
  readonly from: Instant;
  /** … until here, unless the diary tells something new. */
  readonly until: Instant;
}

/** All places of the region with everything on them, in memory; kept true by the diary. */
export interface Picture {
  readonly region: Region;
  /** The last line of the diary that was taken in; reading on from here misses nothing. */
  readonly position: Position;
  /** The same as text, for who compares versions. */
  readonly version: string;
  /** Units with places, by site in the order of the region. */
  readonly unitsOfSite: ReadonlyMap<string, readonly string[]>;
  /** When the region itself must be read again (`apply` without lines does): a new day, another agreement. */
  readonly until: Instant;
  /** The opening hours of a site for a product, at a moment. */
  admission(siteId: string, product: Product, at: Instant): AdmissionLook;
  /** How a unit stands at a moment; undefined for a unit without places. */
  look(unitId: string, now: Instant): UnitLook | undefined;
  /** Takes in lines of the diary: reads the touched units again. Failed once, the next call reads them too. */
  apply(tx: Tx, lines: readonly WrittenEntry[], now: Instant): Promise<void>;
}

const admitsFromOf = (admission: AdmissionLook, now: Instant): Instant | null => {
  if (!admission.says) return null;
  return admission.now ? now : (admission.nextFrom ?? FOREVER);
};

const better = (a: PlaceState, b: PlaceState): PlaceState =>
  PLACE_STATES.indexOf(a) <= PLACE_STATES.indexOf(b) ? a : b;

const servedBy = (facts: UnitFacts): Map<Product, number[]> => {
  const served = new Map<Product, number[]>();
  for (const product of PRODUCTS) {
    const places = facts.places.flatMap((place, index) => (place.products.includes(product) ? [index] : []));
    if (places.length > 0) served.set(product, places);
  }
  return served;
};

const bestOf = (facts: UnitFacts, products: ReadonlyMap<Product, ProductLook>): PlaceState[] => {
  const best: PlaceState[] = facts.places.map(() => 'unknown');
  for (const look of products.values()) {
    for (const index of look.places)
      best[index] = better(best[index] ?? 'unknown', look.standings[index]?.state ?? 'unknown');
  }
  return best;
};

/** Derives how a unit stands now, for each product it serves, and until when that stays true. */
export const lookAt = (
  facts: UnitFacts,
  limits: Region['agreement'],
  admissionOf: (product: Product) => AdmissionLook,
  now: Instant,
): UnitLook => {
  const products = new Map<Product, ProductLook>();
  // Products of the same usual length and opening hours stand alike: one derivation serves them all.
  const alike = new Map<string, readonly Standing[]>();
  const usuals = new Set<number>();
  const borders: Instant[] = [];
  for (const [product, places] of servedBy(facts)) {
    const admission = admissionOf(product);
    const usual = USUAL_DAYS[product] * DAY;
    const admitsFrom = admitsFromOf(admission, now);
    // Only a house that reports counts has a number of its own for each.
    const key = `${usual} ${admitsFrom} ${facts.published === null ? '' : product}`;
    const stand = alike.get(key) ?? standings(facts, { now, limits, usual, admitsFrom, product });
    alike.set(key, stand);
    const phase = phaseFor(facts, product, now, limits);
    products.set(product, { admission, places, standings: stand, figure: figureFor(facts, product), phase });
    usuals.add(usual);
    borders.push(admission.holds.until);
  }
  const available = [...alike.values()].flatMap((stand) =>
    stand.flatMap((each) =>
      each.state === 'free' || each.availableFrom === null ? [] : [each.availableFrom],
    ),
  );
  const until = nextMoment(facts, { limits, usuals: [...usuals], admission: borders, available }, now);
  return { facts, products, best: bestOf(facts, products), from: now, until };
};

/** The region with the facts of its units, as last read. */
interface Scene {
  readonly region: Region;
  readonly sites: ReadonlyMap<string, Site>;
  readonly siteOf: ReadonlyMap<string, Site>;
  readonly admissionAt: ReturnType<typeof openAdmissions>;
  readonly facts: Map<string, UnitFacts>;
  unitsOfSite: ReadonlyMap<string, readonly string[]>;
  /** A new day may have another agreement and other turns. */
  readonly until: Instant;
}

const bySite = (region: Region, facts: ReadonlyMap<string, UnitFacts>): Map<string, string[]> => {
  const sites = new Map<string, string[]>();
  for (const unit of region.units) {
    if (!facts.has(unit.id)) continue;
    const units = sites.get(unit.siteId);
    if (units === undefined) sites.set(unit.siteId, [unit.id]);
    else units.push(unit.id);
  }
  return sites;
};

const zoneIn =
  (siteOf: ReadonlyMap<string, Site>) =>
  (unitId: string): string => {
    const site = siteOf.get(unitId);
    if (site === undefined) throw new Error(`unit ${unitId} has places but no site in the region`);
    return site.zone;
  };

const readScene = async (tx: Tx, now: Instant): Promise<Scene> => {
  const day = localDay(now, REGION_ZONE);
  const region = await loadRegion(tx, day);
  if (region === null)
    throw new Error('the region has no desk yet: import one before drawing a picture of it');
  const sites = new Map(region.sites.map((site) => [site.id, site]));
  const siteOf = new Map<string, Site>();
  for (const unit of region.units) {
    const site = sites.get(unit.siteId);
    if (site !== undefined) siteOf.set(unit.id, site);
  }
  const facts = await readFacts(tx, null, now, zoneIn(siteOf));
  return {
    region,
    sites,
    siteOf,
    admissionAt: openAdmissions(region),
    facts,
    unitsOfSite: bySite(region, facts),
    until: instantOf(plusDays(day, 1), 0, REGION_ZONE),
  };
};

/** Reads these units again; a unit that got its first place, or lost its last, changes its site too. */
const readAgain = async (tx: Tx, scene: Scene, units: readonly string[], now: Instant): Promise<void> => {
  const fresh = await readFacts(tx, units, now, zoneIn(scene.siteOf));
  const before = scene.facts.size;
  for (const unitId of units) scene.facts.delete(unitId);
  const without = scene.facts.size;
  for (const [unitId, facts] of fresh) scene.facts.set(unitId, facts);
  if (before - without !== fresh.size || before !== scene.facts.size)
    scene.unitsOfSite = bySite(scene.region, scene.facts);
};

/** Reads the whole region through the views. Everything committed after the picture's position comes by the diary. */
export const loadPicture = async (tx: Tx, now: Instant): Promise<Picture> => {
  let position = await positionNow(tx);
  let scene = await readScene(tx, now);
  const looks = new Map<string, UnitLook>();
  const untold = new Set<string>();
  let moved = false;
  let turn: Promise<unknown> = Promise.resolve();

  const take = (lines: readonly WrittenEntry[]): void => {
    for (const line of lines) {
      if (line.room === 'region') moved = true;
      else if (line.room === 'capacity' && line.unitId !== null) untold.add(line.unitId);
    }
  };
  const applyNow: Picture['apply'] = async (from, lines, at) => {
    take(lines);
    if (moved || at >= scene.until) {
      scene = await readScene(from, at);
      looks.clear();
    } else if (untold.size > 0) await readAgain(from, scene, [...untold], at);
    for (const unitId of untold) looks.delete(unitId);
    untold.clear();
    moved = false;
    const last = lines.at(-1);
    if (last !== undefined) position = { xid: last.xid, id: last.id };
  };
  return {
    get region() {
      return scene.region;
    },
    get position() {
      return position;
    },
    get version() {
      return `${position.xid}-${position.id}`;
    },
    get unitsOfSite() {
      return scene.unitsOfSite;
    },
    get until() {
      return scene.until;
    },
    admission(siteId, product, at) {
      const site = scene.sites.get(siteId);
      if (site === undefined) throw new Error(`site ${siteId} is not in the region`);
      return scene.admissionAt(site, product, at);
    },
    look(unitId, at) {
      const known = looks.get(unitId);
      if (known !== undefined && known.from <= at && at < known.until) return known;
      const { region, siteOf, admissionAt, facts } = scene;
      const [unit, site] = [facts.get(unitId), siteOf.get(unitId)];
      if (unit === undefined || site === undefined) return undefined;
      const look = lookAt(unit, region.agreement, (product) => admissionAt(site, product, at), at);
      looks.set(unitId, look);
      return look;
    },
    apply(from, lines, at) {
      // One at a time: a region that is read anew at midnight must not forget what the diary told meanwhile.
      const done = turn.then(() => applyNow(from, lines, at));
      turn = done.catch(() => undefined);
      return done;
    },
  };
};
