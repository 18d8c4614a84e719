import type { Instant } from '#kernel/interval.ts';
import type { LegalTitle } from '#kernel/limits.ts';
import type { Product } from '#kernel/product.ts';
import type { Issue } from '#kernel/table.ts';
import type { Site, Unit } from '#modules/region/types.ts';
import type { UnitRoom } from './store-room.ts';
import type { Claim, Place, PlaceRoom } from './types.ts';

/** A place as the table holds it; one that was ended can be opened again by a file. */
export interface KnownPlace extends Place {
  readonly ended: boolean;
  readonly flex?: readonly Product[] | null;
}

/** What the plan needs to know of the region as it stands. */
export interface KnownPlaces {
  readonly sites: readonly Site[];
  readonly units: readonly Unit[];
  readonly places: readonly KnownPlace[];
  /** Claims that still count or are to come, by place. */
  readonly claims: ReadonlyMap<string, readonly Claim[]>;
  readonly rooms?: readonly UnitRoom[];
  /** By unit. */
  readonly legalTitles?: ReadonlyMap<string, readonly LegalTitle[]>;
}

/** One reading of a file: what is known, what goes wrong. */
export interface Reading {
  readonly known: Indexed;
  readonly now: Instant;
  readonly newId: () => string;
  readonly errors: Issue[];
  readonly warnings: Issue[];
}

/** The region as it stands, by what a file knows it by. */
export interface Indexed {
  readonly sites: ReadonlyMap<string, Site>;
  readonly siteById: ReadonlyMap<string, Site>;
  /** By code; grows with the units the file brings. */
  readonly units: Map<string, Unit>;
  readonly renamed: Map<string, { unit: Unit; row: number }>;
  readonly unitById: ReadonlyMap<string, Unit>;
  readonly places: ReadonlyMap<string, KnownPlace>;
  readonly unitsWithCode: ReadonlyMap<string, readonly KnownPlace[]>;
  readonly claims: KnownPlaces['claims'];
  /** By unit and code. */
  readonly rooms: ReadonlyMap<string, PlaceRoom>;
  readonly legalTitles: ReadonlyMap<string, readonly LegalTitle[]>;
  /** What earlier rows said of a room and of a ward. */
  readonly toldRooms: Map<string, { room: PlaceRoom; row: number }>;
  readonly toldTitles: Map<string, { titles: readonly LegalTitle[]; row: number }>;
}

/** Orders what is known for a reading. */
export const indexOf = (known: KnownPlaces): Indexed => ({
  sites: new Map(known.sites.map((site) => [site.code, site])),
  siteById: new Map(known.sites.map((site) => [site.id, site])),
  units: new Map(known.units.map((unit) => [unit.code, unit])),
  renamed: new Map(),
  unitById: new Map(known.units.map((unit) => [unit.id, unit])),
  places: new Map(known.places.map((place) => [`${place.unitId}\n${place.code}`, place])),
  unitsWithCode: Map.groupBy(
    known.places.filter((place) => !place.ended),
    (place) => place.code,
  ),
  claims: known.claims,
  rooms: new Map(
    (known.rooms ?? []).map(({ unitId, ...room }) => [`${unitId}\n${room.code}`, room] as const),
  ),
  legalTitles: known.legalTitles ?? new Map(),
  toldRooms: new Map(),
  toldTitles: new Map(),
});

/** A region without a desk has nobody who watches over what is brought in. */
export const NO_DESK: Issue = {
  row: 1,
  column: '',
  what: { nl: 'De regio heeft nog geen loket.', en: 'The region has no desk yet.' },
  next: {
    nl: 'Neem eerst een bestand over met een organisatie van soort desk, met telefoon.',
    en: 'Import a file with an organisation of kind desk first, with a telephone number.',
  },
};
