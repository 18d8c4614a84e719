import type { Instant } from '#kernel/interval.ts';
import { PRODUCTS, PROPERTIES, type Product } from '#kernel/product.ts';
import { type Cells, cellsOf, markDoubles, type Plan, quoted, type Row, type Table } from '#kernel/table.ts';
import { CODE } from '#modules/region/index.ts';
import type { Unit, UnitLimits } from '#modules/region/types.ts';
import { type Indexed, indexOf, type KnownPlace, type KnownPlaces, type Reading } from './import-known.ts';
import { type Occupied, occupiedOf } from './import-occupied.ts';
import { ROOM_COLUMNS, roomOf, titlesOf } from './import-room.ts';
import { siteOf, unitOf } from './import-unit.ts';
import type { Place, PlaceRoom } from './types.ts';

/** The columns of a file with places. */
export const PLACE_COLUMNS = {
  all: [
    'site_code',
    'unit_code',
    'unit_name',
    'place_code',
    'products',
    'properties',
    'labels',
    'flex',
    ...ROOM_COLUMNS,
    'occupied_until',
  ],
  required: ['site_code', 'unit_code', 'place_code', 'products'],
};

/** What one row brings. */
export interface PlannedPlace {
  readonly place: Place;
  /** What a flex bed can become; null: it stays what it is. */
  readonly flex: readonly Product[] | null;
  /** The place itself is new or changed; otherwise only who is there. */
  readonly written: boolean;
  readonly occupied: Occupied | null;
}

/** What a file with places would do. */
export interface PlacesPlan extends Plan<PlannedPlace, PlannedPlace> {
  /** Units that are new or get another name. */
  readonly units: readonly Unit[];
  /** Wards of which the file says on which grounds they take people, when that is new. */
  readonly unitLimits: readonly UnitLimits[];
}

/** A bed that seems to have moved to another unit would be counted twice: that is done on the ward, not by a file. */
const standsElsewhere = (cells: Cells, code: string, unit: Unit, known: Indexed): void => {
  const elsewhere = (known.unitsWithCode.get(code) ?? [])
    .map((place) => known.unitById.get(place.unitId))
    .find((other) => other !== undefined && other.id !== unit.id && other.siteId === unit.siteId);
  if (elsewhere === undefined) return;
  cells.wrong(
    'place_code',
    {
      nl: `Plek ${quoted(code)} staat al op afdeling ${quoted(elsewhere.code)}.`,
      en: `Place ${quoted(code)} is on unit ${quoted(elsewhere.code)} already.`,
    },
    {
      nl: 'Geef deze plek een andere code, of verbeter de afdeling.',
      en: 'Give this place another code, or correct the unit.',
    },
  );
};

const labelsOf = (cells: Cells, before: KnownPlace | undefined): readonly string[] => {
  if (!cells.has('labels')) return before?.labels ?? [];
  const labels = cells
    .optional('labels', 400)
    .split('|')
    .map((label) => label.trim())
    .filter((label) => label !== '');
  return [...new Set(labels)];
};

/** A flex bed can become more than one kind of care, and what it is now is one of them. */
const flexOf = (
  cells: Cells,
  products: readonly Product[],
  before: KnownPlace | undefined,
): readonly Product[] | null => {
  if (!cells.has('flex')) return before?.flex ?? null;
  if (cells.optional('flex', 200) === '') return null;
  const flex = cells.choices('flex', PRODUCTS);
  if (flex.length < 2 || products.some((product) => !flex.includes(product)))
    cells.wrong(
      'flex',
      {
        nl: 'Een flexbed kan meer dan één soort zorg worden, ook wat het nu is.',
        en: 'A flex bed can become more than one kind of care, also what it is now.',
      },
      { nl: 'Noem alle soorten, met een streep ertussen.', en: 'Name all kinds, with a bar between.' },
    );
  return flex;
};

/** A row with its cells opened. */
interface Line {
  readonly row: Row;
  readonly cells: Cells;
}

const placeOf = (
  { row, cells }: Line,
  code: string,
  unit: Unit,
  before: KnownPlace | undefined,
  reading: Reading,
): Place => {
  if (before === undefined) standsElsewhere(cells, code, unit, reading.known);
  const products = cells.text('products', 200) === '' ? [] : cells.choices('products', PRODUCTS);
  const properties = cells.has('properties')
    ? cells.choices('properties', PROPERTIES)
    : (before?.properties ?? []);
  return {
    id: before?.id ?? reading.newId(),
    unitId: unit.id,
    code,
    products,
    properties,
    labels: labelsOf(cells, before),
    room: roomOf(cells, row, unit, before, reading),
  };
};

const sameList = (a: readonly string[], b: readonly string[]): boolean =>
  a.toSorted().join('|') === b.toSorted().join('|');

const sameRoom = (a: PlaceRoom | null, b: PlaceRoom | null): boolean =>
  a?.id === b?.id && a?.sex === b?.sex && a?.cohort === b?.cohort;

const isSame = (place: Place, before: KnownPlace): boolean =>
  !before.ended &&
  sameList(place.products, before.products) &&
  sameList(place.properties, before.properties) &&
  sameList(place.labels, before.labels) &&
  sameRoom(place.room ?? null, before.room ?? null);

interface Planned extends PlannedPlace {
  readonly isNew: boolean;
  /** Its ward gets another name, or other legal titles. */
  readonly renamed: boolean;
}

const rowOf = (row: Row, reading: Reading): Planned | null => {
  const count = reading.errors.length;
  const { known } = reading;
  const cells = cellsOf(row, reading.errors);
  const site = siteOf(cells, row, known);
  const code = cells.form('place_code', CODE) ?? '';
  const unit = site === null ? null : unitOf(cells, row, site, reading);
  if (site === null || unit === null) return null;
  const before = known.places.get(`${unit.id}\n${code}`);
  const place = placeOf({ row, cells }, code, unit, before, reading);
  const titles = titlesOf(cells, row, unit, reading);
  const flex = flexOf(cells, place.products, before);
  const occupied = occupiedOf(cells, row, { place, zone: site.zone }, reading);
  if (reading.errors.length > count) return null;
  const renamed =
    (known.unitById.has(unit.id) && known.unitById.get(unit.id)?.name !== unit.name) ||
    (titles !== null && !sameList(titles, known.legalTitles.get(unit.id) ?? []));
  return {
    place,
    flex,
    written: before === undefined || !isSame(place, before) || !sameList(flex ?? [], before.flex ?? []),
    occupied,
    isNew: before === undefined,
    renamed,
  };
};

const newTitles = ({ toldTitles, legalTitles }: Indexed): UnitLimits[] =>
  [...toldTitles]
    .filter(([unitId, { titles }]) => !sameList(titles, legalTitles.get(unitId) ?? []))
    .map(([unitId, { titles }]) => ({ unitId, legalTitles: titles }));

/**
 * What a file with places would do. Unit and place codes together are the key; units come with their places. A place
 * that is new has no figure, so it is unknown until the ward confirms it.
 */
export const planPlaces = (
  table: Table,
  known: KnownPlaces,
  now: Instant,
  newId: () => string,
): PlacesPlan => {
  const reading: Reading = { known: indexOf(known), now, newId, errors: [...table.issues], warnings: [] };
  markDoubles(table.rows, ['unit_code', 'place_code'], reading.errors);
  const planned = table.rows.map((row) => rowOf(row, reading)).filter((row) => row !== null);
  const added = planned.filter((row) => row.isNew);
  const changed = planned.filter(
    (row) => !row.isNew && (row.written || row.renamed || row.occupied !== null),
  );
  return {
    added,
    changed,
    same: planned.length - added.length - changed.length,
    errors: reading.errors,
    warnings: reading.warnings,
    units: [...reading.known.renamed.values()].map(({ unit }) => unit),
    unitLimits: newTitles(reading.known),
  };
};
