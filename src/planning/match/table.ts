import type { FigureSource } from '#kernel/freshness.ts';
import { metresBetween, type Point } from '#kernel/geo.ts';
import type { Instant, Interval } from '#kernel/interval.ts';
import { COHORTS, type LegalTitle, ROOM_SEXES, type Room } from '#kernel/limits.ts';
import { PRODUCTS, PROPERTIES, type Product, type Property } from '#kernel/product.ts';
import type { Contract, Doctors } from './limits.ts';

/** The states a place can stand in; the number in the table is the position here. Soon and occupied are weighed alike. */
export const STATES = ['free', 'soon', 'held', 'occupied', 'closed', 'unknown'] as const;
export type State = (typeof STATES)[number];
export const [FREE, HELD, CLOSED, UNKNOWN] = [0, 2, 4, 5] as const;

/** Why a place is closed, in words that the sentences know. */
export const CLOSED_FOR = ['no-staff', 'maintenance', 'isolation', 'cleaning', 'other', 'doubted'] as const;
export type ClosedFor = (typeof CLOSED_FOR)[number];

/** How one place stands now. */
export interface PlaceStanding {
  readonly state: State;
  readonly closedFor: ClosedFor | null;
  /**
   * When it can be had. Free: since when. Soon, occupied: the expected end. Closed: the end of the closure.
   * Held: when the hold lapses, Infinity when it is reserved. Infinity also when nobody can foresee it.
   */
  readonly availableFrom: Instant;
  /** When the next claim after that begins; Infinity without one. */
  readonly availableUntil: Instant;
  /** The shared room it stands in; left out when nobody said which. */
  readonly room?: Room | null;
}

/** A place as matching knows it. */
export interface PlaceRow extends PlaceStanding {
  readonly id: string;
  readonly unitId: string;
  readonly products: readonly Product[];
  readonly properties: readonly Property[];
}

/** What moves about a unit: the age of its figures, and in how many minutes it usually answers (null: not known). */
export interface UnitStanding {
  readonly asOf: Instant | null;
  readonly source: FigureSource | null;
  readonly answersInMinutes: number | null;
}

/** A unit as matching knows it. */
export interface UnitRow extends UnitStanding {
  readonly id: string;
  readonly siteId: string;
  /** On which grounds it takes people on a closed ward; left out when nobody said. */
  readonly legalTitles?: readonly LegalTitle[] | null;
}

/** A site as matching knows it; `languages` null, and the rest left out, when nobody said. */
export interface SiteRow extends Point {
  readonly id: string;
  readonly zone: string;
  readonly languages: readonly string[] | null;
  readonly doctors?: Doctors | null;
  readonly contracts?: readonly Contract[] | null;
}

/**
 * All places of a region as columns instead of objects, so that a search reads memory in a straight line.
 * Sites stand in the order of their ids, units behind their site, places behind their unit.
 */
export interface PlaceTable {
  readonly sites: {
    readonly ids: readonly string[];
    readonly points: readonly Point[];
    /** The site as a point on a ball with radius one: three numbers a site, so that a distance takes no sines. */
    readonly vectors: Float64Array;
    readonly zones: readonly string[];
    readonly languages: readonly (readonly string[] | null)[];
    readonly doctors: readonly (Doctors | null)[];
    readonly contracts: readonly (readonly Contract[] | null)[];
    /** The first place of each site, and one number more for where the last site ends. */
    readonly firstPlace: Int32Array;
  };
  readonly units: {
    readonly ids: readonly string[];
    readonly site: Int32Array;
    readonly legalTitles: readonly (readonly LegalTitle[] | null)[];
    /** NaN: never reported. */
    readonly asOf: Float64Array;
    readonly source: (FigureSource | null)[];
    /** NaN: not known. */
    readonly answers: Float64Array;
  };
  readonly places: {
    readonly ids: readonly string[];
    readonly unit: Int32Array;
    readonly products: Uint8Array;
    readonly properties: Uint16Array;
    readonly room: (Room | null)[];
    /** For whom the room is, as one number (see `roomKind`). */
    readonly roomKind: Uint8Array;
    readonly state: Uint8Array;
    readonly closedFor: (ClosedFor | null)[];
    readonly availableFrom: Float64Array;
    readonly availableUntil: Float64Array;
  };
  /** For each product the places that serve it, in the order of the table. */
  readonly buckets: readonly Int32Array[];
  /** The local day last asked for in each zone, so that it is worked out once a day and not for every search. */
  readonly days: Map<string, Interval>;
  readonly unitIndex: ReadonlyMap<string, number>;
  readonly placeIndex: ReadonlyMap<string, number>;
}

const mask = <T>(all: readonly T[], some: readonly T[]): number =>
  some.reduce((bits, one) => bits | (1 << all.indexOf(one)), 0);

/** Products as bits, in the order of the kernel's list. */
const productMask = (products: readonly Product[]): number => mask(PRODUCTS, products);

/** Properties as bits, in the order of the kernel's list. */
export const propertyMask = (properties: readonly Property[]): number => mask(PROPERTIES, properties);

/** The properties that a mask names. */
export const propertiesIn = (bits: number): Property[] => PROPERTIES.filter((_, bit) => bits & (1 << bit));

/** The products that a mask names. */
export const productsIn = (bits: number): Product[] => PRODUCTS.filter((_, bit) => bits & (1 << bit));

/** For whom a room is, as one number; 0: for everybody, or not said. */
const roomKind = (room: Pick<Room, 'sex' | 'cohort'> | null): number =>
  room === null
    ? 0
    : ROOM_SEXES.indexOf(room.sex) +
      ROOM_SEXES.length * (room.cohort === null ? 0 : COHORTS.indexOf(room.cohort) + 1);

/** All kinds of rooms, in the order of their numbers. */
export const ROOM_KINDS: readonly Pick<Room, 'sex' | 'cohort'>[] = [null, ...COHORTS].flatMap((cohort) =>
  ROOM_SEXES.map((sex) => ({ sex, cohort })),
);

const byId = (a: { readonly id: string }, b: { readonly id: string }): number => (a.id < b.id ? -1 : 1);

const indexOf = (rows: readonly { readonly id: string }[]): Map<string, number> =>
  new Map(rows.map((row, i) => [row.id, i]));

const known = (index: ReadonlyMap<string, number>, id: string): number => {
  const i = index.get(id);
  if (i === undefined) throw new Error(`not in the place table: ${id}`);
  return i;
};

/** Groups rows behind the row they belong to, in the order of the owners. */
const behind = <T extends { readonly id: string }>(rows: readonly T[], owner: (row: T) => number): T[] =>
  [...rows].sort((a, b) => owner(a) - owner(b) || byId(a, b));

/** Where a point lies on a ball with radius one. */
export const vectorOf = (point: Point): readonly [x: number, y: number, z: number] => {
  const rad = Math.PI / 180;
  const cosLat = Math.cos(point.lat * rad);
  return [cosLat * Math.cos(point.lon * rad), cosLat * Math.sin(point.lon * rad), Math.sin(point.lat * rad)];
};

/** The earth's radius in metres, taken from the kernel's own ruler so that the two never disagree. */
export const EARTH_RADIUS = metresBetween({ lat: 0, lon: 0 }, { lat: 90, lon: 0 }) / (Math.PI / 2);

const firstPlaces = (sites: number, siteOfPlace: Int32Array): Int32Array => {
  const first = new Int32Array(sites + 1);
  for (const site of siteOfPlace) first[site + 1] = (first[site + 1] as number) + 1;
  for (let site = 0; site < sites; site++)
    first[site + 1] = (first[site + 1] as number) + (first[site] as number);
  return first;
};

/** Makes the table of a region. Throws when a place or unit belongs to nothing in the rows. */
export const placeTable = (rows: {
  readonly sites: readonly SiteRow[];
  readonly units: readonly UnitRow[];
  readonly places: readonly PlaceRow[];
}): PlaceTable => {
  const sites = [...rows.sites].sort(byId);
  const siteIndex = indexOf(sites);
  const units = behind(rows.units, (unit) => known(siteIndex, unit.siteId));
  const unitIndex = indexOf(units);
  const places = behind(rows.places, (place) => known(unitIndex, place.unitId));
  const site = Int32Array.from(units, (unit) => known(siteIndex, unit.siteId));
  const unit = Int32Array.from(places, (place) => known(unitIndex, place.unitId));
  const products = Uint8Array.from(places, (place) => productMask(place.products));
  return {
    sites: {
      ids: sites.map((row) => row.id),
      points: sites.map(({ lat, lon }) => ({ lat, lon })),
      vectors: Float64Array.from(sites.flatMap(vectorOf)),
      zones: sites.map((row) => row.zone),
      languages: sites.map((row) => row.languages?.map((language) => language.toLowerCase()) ?? null),
      doctors: sites.map((row) => row.doctors ?? null),
      contracts: sites.map((row) => row.contracts ?? null),
      firstPlace: firstPlaces(
        sites.length,
        unit.map((u) => site[u] as number),
      ),
    },
    units: {
      ids: units.map((row) => row.id),
      site,
      legalTitles: units.map((row) => row.legalTitles ?? null),
      asOf: Float64Array.from(units, (row) => row.asOf ?? Number.NaN),
      source: units.map((row) => row.source),
      answers: Float64Array.from(units, (row) => row.answersInMinutes ?? Number.NaN),
    },
    places: {
      ids: places.map((row) => row.id),
      unit,
      products,
      properties: Uint16Array.from(places, (row) => propertyMask(row.properties)),
      room: places.map((row) => row.room ?? null),
      roomKind: Uint8Array.from(places, (row) => roomKind(row.room ?? null)),
      state: Uint8Array.from(places, (row) => STATES.indexOf(row.state)),
      closedFor: places.map((row) => row.closedFor),
      availableFrom: Float64Array.from(places, (row) => row.availableFrom),
      availableUntil: Float64Array.from(places, (row) => row.availableUntil),
    },
    buckets: PRODUCTS.map((_, bit) =>
      Int32Array.from(places.keys()).filter((i) => (products[i] as number) & (1 << bit)),
    ),
    days: new Map(),
    unitIndex,
    placeIndex: indexOf(places),
  };
};

/** A bed changed: writes how it stands now over what stood there. Throws on a place the table does not have. */
export const setPlace = (table: PlaceTable, placeId: string, standing: PlaceStanding): void => {
  const i = known(table.placeIndex, placeId);
  table.places.state[i] = STATES.indexOf(standing.state);
  table.places.closedFor[i] = standing.closedFor;
  table.places.availableFrom[i] = standing.availableFrom;
  table.places.availableUntil[i] = standing.availableUntil;
  table.places.room[i] = standing.room ?? null;
  table.places.roomKind[i] = roomKind(standing.room ?? null);
};

/** A unit stood by its figures again, or answered faster. Throws on a unit the table does not have. */
export const setUnit = (table: PlaceTable, unitId: string, standing: UnitStanding): void => {
  const i = known(table.unitIndex, unitId);
  table.units.asOf[i] = standing.asOf ?? Number.NaN;
  table.units.source[i] = standing.source;
  table.units.answers[i] = standing.answersInMinutes ?? Number.NaN;
};
