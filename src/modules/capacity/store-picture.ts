import { localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Cohort, RoomSex } from '#kernel/limits.ts';
import { PRODUCTS, type Product } from '#kernel/product.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import { FIGURES, type FigureRow, isNumber } from './store-counts.ts';
import type { Claim, Closure, Figure, Place, Published, Staffing, UnitFacts } from './types.ts';

type ClaimRow = Omit<Claim, 'leftAt' | 'releasedAt'> & { readonly unitId: string };

/** A unit's facts while they are gathered. */
interface Gathering {
  readonly places: Place[];
  readonly claims: Claim[];
  readonly closures: Closure[];
  readonly staffing: Staffing[];
  figure: Figure | null;
  published: Published[] | null;
}

// Sixty thousand beds serve a handful of combinations: each list stands in memory once.
const lists = new Map<string, readonly string[]>();
const once = <T extends string>(list: readonly T[]): readonly T[] => {
  const key = list.join(' ');
  const known = lists.get(key);
  if (known !== undefined) return known as readonly T[];
  lists.set(key, list);
  return list;
};

const core: ReadonlyMap<string, Product> = new Map(PRODUCTS.map((product) => [product, product]));

/** A place with its room beside it. */
type PlaceRow = Place & {
  readonly roomId: string | null;
  readonly roomCode: string;
  readonly roomSex: RoomSex;
  readonly roomCohort: Cohort | null;
};

const placeOf = (row: PlaceRow): Place => ({
  id: row.id,
  unitId: row.unitId,
  code: row.code,
  products: once(row.products),
  properties: once(row.properties),
  labels: once(row.labels),
  room:
    row.roomId === null
      ? null
      : { id: row.roomId, code: row.roomCode, sex: row.roomSex, cohort: row.roomCohort },
});

const claimOf = (row: ClaimRow, placeId: string): Claim => ({
  id: row.id,
  placeId,
  kind: row.kind,
  product: core.get(row.product) ?? row.product,
  during: row.during,
  latestEnd: row.latestEnd,
  expiresAt: row.expiresAt,
  arrivedAt: row.arrivedAt,
  awayAt: row.awayAt,
  leftAt: null,
  releasedAt: null,
  displacedAt: row.displacedAt,
  madeAt: row.madeAt,
  source: row.source,
  version: row.version,
});

/** All units, or these. */
const of = (
  column: string,
  units: readonly string[] | null,
): { where: string; values: readonly unknown[] } =>
  units === null ? { where: 'true', values: [] } : { where: `${column} = any($1::uuid[])`, values: [units] };

const placesOf = (tx: Tx, units: readonly string[] | null): Promise<PlaceRow[]> => {
  const { where, values } = of('unit_id', units);
  // In the order in which places are locked: then a decision and the board close the same beds.
  return rows<PlaceRow>(
    tx,
    `select id, unit_id as "unitId", code, products, properties, labels, room_id as "roomId", room_code as "roomCode",
       room_sex as "roomSex", room_cohort as "roomCohort"
     from capacity_place_view where ${where} order by id`,
    values,
  );
};

const claimsOf = (tx: Tx, units: readonly string[] | null): Promise<ClaimRow[]> => {
  const { where, values } = of('p.unit_id', units);
  return rows<ClaimRow>(
    tx,
    `select c.id, c.place_id as "placeId", p.unit_id as "unitId", c.kind, c.product, c.during, c.latest_end as "latestEnd",
       c.expires_at as "expiresAt", c.arrived_at as "arrivedAt", c.away_at as "awayAt", c.displaced_at as "displacedAt",
       c.made_at as "madeAt", c.source, c.version
     from capacity_claim_view c join capacity_place_view p on p.id = c.place_id where ${where} order by c.id`,
    values,
  );
};

const limitsOf = async (
  tx: Tx,
  units: readonly string[] | null,
  now: Instant,
): Promise<{ closures: Closure[]; staffing: Staffing[]; figures: FigureRow[] }> => {
  const { where, values } = of('unit_id', units);
  const next = `$${values.length + 1}`;
  const closures = await rows<Closure>(
    tx,
    `select id, unit_id as "unitId", place_id as "placeId", places, reason, during
     from capacity_closure_view where ${where} and upper(during) > ${next} order by id`,
    [...values, stamp(now)],
  );
  const staffing = await rows<Staffing>(
    tx,
    `select unit_id as "unitId", day, half_day as "halfDay", staffed
     from capacity_staffing_view where ${where} and day >= ${next}::date order by day, half_day`,
    [...values, plusDays(localDay(now, 'UTC'), -1)],
  );
  const figures = await rows<FigureRow>(tx, FIGURES(where), values);
  return { closures, staffing, figures };
};

const takeFigure = (unit: Gathering, { unitId: _, counted, ...row }: FigureRow): void => {
  if (counted) unit.published = [...(unit.published ?? []), ...(isNumber(row) ? [row] : [])];
  else if (row.asOf !== null && row.source !== null) unit.figure = { asOf: row.asOf, source: row.source };
};

/**
 * Everything that decides how the places of these units stand (`null`: of all), through the views. A unit without
 * places is left out. `zoneOf` gives the clock of a unit's site.
 */
export const readFacts = async (
  tx: Tx,
  units: readonly string[] | null,
  now: Instant,
  zoneOf: (unitId: string) => string,
): Promise<Map<string, UnitFacts>> => {
  const places = await placesOf(tx, units);
  const claims = await claimsOf(tx, units);
  const { closures, staffing, figures } = await limitsOf(tx, units, now);
  const gathered = new Map<string, Gathering>();
  const placeIds = new Map<string, string>();
  for (const row of places) {
    placeIds.set(row.id, row.id);
    let unit = gathered.get(row.unitId);
    if (unit === undefined) {
      unit = { places: [], claims: [], closures: [], staffing: [], figure: null, published: null };
      gathered.set(row.unitId, unit);
    }
    unit.places.push(placeOf(row));
  }
  for (const row of claims)
    gathered.get(row.unitId)?.claims.push(claimOf(row, placeIds.get(row.placeId) ?? row.placeId));
  for (const row of closures) gathered.get(row.unitId)?.closures.push(row);
  for (const row of staffing) gathered.get(row.unitId)?.staffing.push(row);
  for (const row of figures) {
    const unit = gathered.get(row.unitId);
    if (unit !== undefined) takeFigure(unit, row);
  }
  const facts = new Map<string, UnitFacts>();
  for (const [unitId, unit] of gathered) facts.set(unitId, { unitId, zone: zoneOf(unitId), ...unit });
  return facts;
};
