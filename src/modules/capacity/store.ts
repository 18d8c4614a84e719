import { localDay, plusDays } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import { readPublished } from './store-counts.ts';
import type { Claim, Closure, Figure, Place, Published, Staffing, UnitFacts } from './types.ts';

const PLACE = 'p.id, p.unit_id as "unitId", p.code, p.products, p.properties, p.labels';
const CLAIM = `c.id, c.place_id as "placeId", c.kind, c.product, c.during, c.latest_end as "latestEnd",
  c.expires_at as "expiresAt", c.arrived_at as "arrivedAt", c.away_at as "awayAt", c.left_at as "leftAt",
  c.released_at as "releasedAt", c.displaced_at as "displacedAt", c.made_at as "madeAt", c.source, c.version`;
const CLOSURE = 'id, unit_id as "unitId", place_id as "placeId", places, reason, during';
const STAFFING = 'unit_id as "unitId", day, half_day as "halfDay", staffed';

/**
 * Locks places in id order, the one order of the house. Where a unit closed or staffs a number of places without
 * saying which, or publishes only a number, all its places are locked, because then one bed's answer depends on its
 * neighbours.
 */
const LOCK = `with asked as (select id, unit_id from capacity_place where id = any($1::uuid[])),
  limited as (select distinct a.unit_id from asked a
    where exists (select 1 from capacity_closure c where c.unit_id = a.unit_id and c.place_id is null and upper(c.during) > $2)
       or exists (select 1 from capacity_staffing s where s.unit_id = a.unit_id and s.day between $3::date and $4::date)
       or exists (select 1 from capacity_unit_report r where r.unit_id = a.unit_id and r.kind = 'counts')),
  wanted as (select id from asked union select q.id from capacity_place q join limited l on l.unit_id = q.unit_id)
  select ${PLACE} from capacity_place p where p.id = any (array(select id from wanted)) and p.ended_at is null and p.chair is null
  order by p.id for update of p`;

/** What stands on a place (one row a claim, one without when it is empty), and how its unit stands. */
type FactRow = {
  readonly unitId: string;
  readonly asOf: Instant | null;
  readonly figureSource: Figure['source'] | null;
  /** Whether the unit closed or staffed anything in these days, or reports counts. */
  readonly limited: boolean;
} & (Claim | { readonly id: null });

/** Read in one go, because rivals for the same moment wait for it. */
const FACTS = `select w.unit as "unitId", f.as_of as "asOf", f.source as "figureSource",
    exists (select 1 from capacity_closure x where x.unit_id = w.unit and upper(x.during) > $3)
    or exists (select 1 from capacity_staffing s where s.unit_id = w.unit and s.day between $4::date and $5::date)
    or exists (select 1 from capacity_unit_report r where r.unit_id = w.unit and r.kind = 'counts') as limited,
    ${CLAIM}
  from unnest($1::uuid[], $2::uuid[]) as w (place, unit)
  left join capacity_figure f on f.unit_id = w.unit
  left join capacity_claim c on c.place_id = w.place and c.left_at is null and c.released_at is null`;

/** Places under lock with everything that decides about them. */
export interface Locked {
  readonly places: readonly Place[];
  readonly claims: readonly Claim[];
  readonly closures: readonly Closure[];
  readonly staffing: readonly Staffing[];
  readonly figures: ReadonlyMap<string, Figure>;
  /** Of units that report counts. */
  readonly published: ReadonlyMap<string, readonly Published[]>;
}

const around = (now: Instant): [string, string] => {
  const day = localDay(now, 'UTC');
  return [plusDays(day, -1), plusDays(day, 1)];
};

const limitsOf = async (
  tx: Tx,
  unitIds: readonly string[],
  now: Instant,
): Promise<[Closure[], Staffing[], ReadonlyMap<string, readonly Published[]>]> => {
  const [from, to] = around(now);
  const closures = await rows<Closure>(
    tx,
    `select ${CLOSURE} from capacity_closure where unit_id = any($1::uuid[]) and upper(during) > $2`,
    [unitIds, stamp(now)],
  );
  const staffing = await rows<Staffing>(
    tx,
    `select ${STAFFING} from capacity_staffing where unit_id = any($1::uuid[]) and day between $2::date and $3::date`,
    [unitIds, from, to],
  );
  return [closures, staffing, await readPublished(tx, unitIds)];
};

/** Locks these places and reads what decides about them, after the lock was given. */
export const lockPlaces = async (tx: Tx, placeIds: readonly string[], now: Instant): Promise<Locked> => {
  const places = await rows<Place>(tx, LOCK, [placeIds, stamp(now), ...around(now)]);
  const facts = await rows<FactRow>(tx, FACTS, [
    places.map((place) => place.id),
    places.map((place) => place.unitId),
    stamp(now),
    ...around(now),
  ]);
  const claims: Claim[] = [];
  const limited = new Set<string>();
  const figures = new Map<string, Figure>();
  for (const { unitId, asOf, figureSource, limited: isLimited, ...claim } of facts) {
    if (claim.id !== null) claims.push(claim);
    if (isLimited) limited.add(unitId);
    if (asOf !== null && figureSource !== null) figures.set(unitId, { asOf, source: figureSource });
  }
  const [closures, staffing, published] =
    limited.size === 0 ? [[], [], new Map()] : await limitsOf(tx, [...limited], now);
  return { places, claims, closures, staffing, figures, published };
};

/** Locks every place of a unit, for acts on the unit as a whole. */
export const lockUnit = async (tx: Tx, unitId: string, now: Instant): Promise<Locked> => {
  const ids = await rows<{ id: string }>(
    tx,
    'select id from capacity_place where unit_id = $1 and ended_at is null and chair is null',
    [unitId],
  );
  return lockPlaces(
    tx,
    ids.map((row) => row.id),
    now,
  );
};

/** The facts of one unit, as far as they are under lock. */
export const factsOf = (locked: Locked, unitId: string, zone: string): UnitFacts => {
  const places = locked.places.filter((place) => place.unitId === unitId);
  const ids = new Set(places.map((place) => place.id));
  return {
    unitId,
    zone,
    places,
    claims: locked.claims.filter((claim) => ids.has(claim.placeId)),
    closures: locked.closures.filter((closure) => closure.unitId === unitId),
    staffing: locked.staffing.filter((row) => row.unitId === unitId),
    figure: locked.figures.get(unitId) ?? null,
    published: locked.published.get(unitId) ?? null,
  };
};

/** How many places a unit has. */
export const placesOfUnit = async (tx: Tx, unitId: string): Promise<number> => {
  const row = await first<{ count: number }>(
    tx,
    'select count(*)::integer as count from capacity_place where unit_id = $1 and ended_at is null and chair is null',
    [unitId],
  );
  return row?.count ?? 0;
};

/** One claim on a bed, whatever became of it; null when it does not exist. */
export const claimById = (tx: Tx, id: string): Promise<Claim | null> =>
  first<Claim>(tx, `select ${CLAIM} from capacity_claim c where c.id = $1 and c.kind <> 'treatment'`, [id]);

/** In which bed a claim is, and when it is expected to end. */
export interface Bedded {
  readonly code: string;
  readonly until: Instant;
  readonly latestEnd: Instant | null;
}

/** The beds of these claims and their expected ends, in one statement; per claim. */
export const bedsOfClaims = async (tx: Tx, claimIds: readonly string[]): Promise<Map<string, Bedded>> => {
  const found = await rows<Bedded & { readonly id: string }>(
    tx,
    `select c.id, p.code, upper(c.during) as until, c.latest_end as "latestEnd"
     from capacity_claim c join capacity_place p on p.id = c.place_id where c.id = any($1::uuid[])`,
    [claimIds],
  );
  return new Map(found.map((row) => [row.id, row]));
};

/** The unit of a place; null when the place does not exist (any more). */
export const unitOfPlace = async (tx: Tx, placeId: string): Promise<string | null> => {
  const row = await first<{ unit_id: string }>(
    tx,
    'select unit_id from capacity_place where id = $1 and ended_at is null',
    [placeId],
  );
  return row?.unit_id ?? null;
};

/** The codes of places, for sentences. */
export const placeCodes = async (tx: Tx, ids: readonly string[]): Promise<Map<string, string>> => {
  const found = await rows<{ id: string; code: string }>(
    tx,
    'select id, code from capacity_place where id = any($1::uuid[])',
    [ids],
  );
  return new Map(found.map((row) => [row.id, row.code]));
};

/** Which of these places serve a product. */
export const placesServing = async (
  tx: Tx,
  ids: readonly string[],
  product: Product,
): Promise<Set<string>> => {
  const found = await rows<{ id: string }>(
    tx,
    'select id from capacity_place where id = any($1::uuid[]) and $2 = any(products)',
    [ids, product],
  );
  return new Set(found.map((row) => row.id));
};

/** One closure; null when it does not exist. */
export const closureById = (tx: Tx, id: string): Promise<Closure | null> =>
  first<Closure>(tx, `select ${CLOSURE} from capacity_closure where id = $1`, [id]);

/** Has whoever this claim of ours is for another bed, now or at any moment since `from`? */
export const presentElsewhere = async (tx: Tx, claimId: string, from: Instant): Promise<boolean> => {
  const row = await first<{ there: boolean }>(tx, 'select capacity_elsewhere($1, $2) as there', [
    claimId,
    stamp(from),
  ]);
  return row?.there === true;
};

/** Is this claim what the acting account holds by itself, with no request behind it? */
export const isOwnHold = async (tx: Tx, claimId: string): Promise<boolean> => {
  const row = await first<{ own: boolean }>(tx, 'select capacity_own_hold($1) as own', [claimId]);
  return row?.own === true;
};

/** When the last person who was on this place at or after a moment left it; null when nobody was. */
export const lastLeft = async (tx: Tx, placeId: string, since: Instant): Promise<Instant | null> => {
  const row = await first<{ at: Instant | null }>(
    tx,
    `select max(upper(during)) as at from capacity_claim where place_id = $1 and during && tstzrange($2, null)
       and left_at is not null and released_at is null and displaced_at is null and kind <> 'cleaning'`,
    [placeId, stamp(since)],
  );
  return row?.at ?? null;
};

/** Places whose holds ran out and were not given back yet, for the sweeper. */
export const expiredHolds = async (tx: Tx, now: Instant): Promise<string[]> => {
  const found = await rows<{ place_id: string }>(
    tx,
    "select distinct place_id from capacity_claim where kind = 'hold' and expires_at <= $1 and released_at is null and left_at is null limit 500",
    [stamp(now)],
  );
  return found.map((row) => row.place_id);
};
