import Fastify from 'fastify';
import pg from 'pg';
import { isoFromInstant } from '#kernel/calendar.ts';
import { DEFAULT_FRESHNESS, figurePhase } from '#kernel/freshness.ts';
import { DAY, HOUR, type Instant } from '#kernel/interval.ts';
import { PRODUCTS, type Product, USUAL_DAYS } from '#kernel/product.ts';
import { openAdmissions } from '#modules/capacity/picture-admission.ts';
import type { ClosureReason, PlaceState } from '#modules/capacity/types.ts';
import { readRegion } from '#modules/region/index.ts';
import { openDatabase } from '#platform/db/database.ts';
import { typeParsers } from '#platform/db/types.ts';
import type { Board, BoardRow } from '#tower/contract.ts';

const [url = '', at = ''] = process.argv.slice(2);
const began = Date.now();
const clock = (): Instant => Number(at) + Date.now() - began;

/** One bed for one product it serves, as the database says it stands. */
interface BedRow {
  readonly unit_id: string;
  readonly place_id: string;
  readonly product: Product;
  readonly state: PlaceState;
  readonly changes_at: Instant | null;
  readonly free_until: Instant | null;
  readonly available_from: Instant | null;
  readonly reason: ClosureReason | null;
}

/** $1 now, $2 units whose figure counts, $3-$5 site, product and from when it admits, $6-$7 usual stay per product. */
const BEDS = `
with live as materialized (
  select place_id, lower(during) as lo, upper(during) as hi, latest_end, expires_at, arrived_at is not null as present
  from capacity_claim_view where displaced_at is null and (expires_at is null or expires_at > $1)
), served as (
  select p.id, p.unit_id, u.site_id, s.product, l.usual, greatest($1::timestamptz, a.admits) as "from", p.unit_id = any($2::uuid[]) as counts
  from capacity_place_view p join region_unit_view u using (unit_id)
  cross join lateral unnest(p.products) as s (product)
  join unnest($6::text[], $7::interval[]) as l (product, usual) on l.product = s.product
  left join unnest($3::uuid[], $4::text[], $5::timestamptz[]) as a (site, product, admits) on a.site = u.site_id and a.product = s.product
), plans as materialized (
  select place_id, array_agg(lo) as starts from live where not present group by place_id
), stand as (
  select v.*, n.hi as stay_hi, greatest(n.hi, n.latest_end) as stay_end, n.latest_end, n.place_id is not null as taken,
    (select min(start) from unnest(p.starts) start where start >= n.hi) as behind,
    c.reason, upper(c.during) as shut_until,
    (select min(start) from unnest(p.starts) start where start >= upper(c.during)) as after_shut,
    h.place_id is not null as claimed, coalesce(h.expires_at, h.lo) as claimed_until,
    (select min(start) from unnest(p.starts) start where start >= v."from") as next_from,
    (select min(start) from unnest(p.starts) start where start >= $1) as next_now
  from served v
  left join live n on n.place_id = v.id and n.present
  left join capacity_closure_view c on c.place_id = v.id and c.during @> $1::timestamptz
  left join live h on h.place_id = v.id and not h.present and h.lo <= $1 and h.hi > $1
  left join plans p on p.place_id = v.id
)
select unit_id, id as place_id, product, reason, state,
  extract(epoch from changes_at)::float8 * 1000 as changes_at, extract(epoch from free_until)::float8 * 1000 as free_until,
  extract(epoch from available_from)::float8 * 1000 as available_from
from (select unit_id, id, product, reason,
  case when not counts then 'unknown'
    when taken and stay_hi <= $1 then 'occupied'
    when taken then case when latest_end is null and (behind is null or behind - stay_end >= usual)
      and stay_end <= $1::timestamptz + interval '48 hours' then 'soon' else 'occupied' end
    when reason is not null then 'closed' when claimed then 'held'
    when next_from is not null and next_from - "from" < usual then 'held'
    when "from" > $1::timestamptz + interval '24 hours' then 'soon' else 'free' end as state,
  case when not counts then null when taken and stay_hi <= $1 then stay_hi when taken then stay_end
    when reason is not null then shut_until when claimed then claimed_until
    when next_from is not null and next_from - "from" < usual then next_now
    when "from" > $1::timestamptz + interval '24 hours' then "from" end as changes_at,
  case when not counts or taken or reason is not null or claimed then null else next_now end as free_until,
  case when not counts or (taken and stay_hi <= $1) then null
    when taken then case when behind is null or behind - stay_end >= usual then stay_end end
    when reason is not null then case when after_shut is null or after_shut - shut_until >= usual then shut_until end
    when claimed or (next_from is not null and next_from - "from" < usual) then null
    else "from" end as available_from
from stand) as beds`;

const ORDER: readonly PlaceState[] = ['free', 'soon', 'held', 'occupied', 'closed', 'unknown'];
const iso = (moment: Instant | null): string | null => (moment === null ? null : isoFromInstant(moment));
const first = (moments: readonly (Instant | null)[], after: Instant): Instant | null =>
  moments.reduce<Instant | null>(
    (low, each) => (each !== null && each > after && (low === null || each < low) ? each : low),
    null,
  );

const database = openDatabase(url, 1);
const region = await database.transaction({ actor: 'peer', organisationId: null }, (tx) =>
  readRegion(tx, clock()),
);
await database.close();
const hours = openAdmissions(region);
const siteOf = new Map(region.units.map((unit) => [unit.id, unit.siteId]));
const unitsOf = Map.groupBy(region.units, (unit) => unit.siteId);
const sites = new Map(region.sites.map((site) => [site.id, site]));
const organisations = new Map(region.organisations.map((each) => [each.id, each.name]));

type Figures = ReadonlyMap<string, { as_of: Instant; source: 'tap' | 'link' | 'work' | 'phone' | 'import' }>;

const figureOf = (
  units: readonly string[],
  figures: Figures,
  now: Instant,
): { figure: BoardRow['figure']; known: boolean; partly: boolean } => {
  const worst = ['never', 'too-old', 'old', 'silent', 'fresh'];
  const all = units.map((unit) => {
    const row = figures.get(unit);
    return {
      asOf: row?.as_of ?? 0,
      source: row?.source ?? null,
      phase: figurePhase(row?.as_of ?? null, row?.source ?? null, now, DEFAULT_FRESHNESS),
    };
  });
  const counting = all.filter((each) => each.phase !== 'too-old' && each.phase !== 'never');
  const speaks =
    counting.length > 0
      ? counting.sort((a, b) => worst.indexOf(a.phase) - worst.indexOf(b.phase) || a.asOf - b.asOf)[0]
      : all.sort((a, b) => b.asOf - a.asOf)[0];
  const { asOf = 0, source = null, phase = 'never' } = speaks ?? {};
  const figure = { asOf: asOf === 0 ? null : isoFromInstant(asOf), source, phase };
  return { figure, known: counting.length > 0, partly: counting.length < all.length };
};

const rowOf = (
  siteId: string,
  product: Product,
  beds: readonly BedRow[],
  figures: Figures,
  now: Instant,
): { row: BoardRow; partly: boolean } => {
  const site = sites.get(siteId);
  if (site === undefined) throw new Error('no site');
  const here = new Set(beds.map((bed) => bed.unit_id));
  const units = (unitsOf.get(siteId) ?? []).flatMap((unit) => (here.has(unit.id) ? [unit.id] : []));
  const { figure, known, partly } = figureOf(units, figures, now);
  const count = (state: PlaceState): number => beds.filter((bed) => bed.state === state).length;
  const held = beds.filter((bed) => bed.state === 'held');
  const soon = (within: number): number =>
    beds.filter(
      (bed) => bed.state !== 'free' && bed.available_from !== null && bed.available_from <= now + within,
    ).length;
  const shut = beds
    .filter((bed) => bed.state === 'closed')
    .sort((a, b) => (a.changes_at ?? 0) - (b.changes_at ?? 0))[0];
  const open = hours(site, product, now);
  const row: BoardRow = {
    siteId,
    unitId: units[0] ?? '',
    product,
    free: known ? count('free') : null,
    beds: ORDER.map((state) => state.charAt(0).repeat(count(state))).join(''),
    held: held.length,
    heldUntil: iso(
      first(
        held.map((bed) => bed.changes_at),
        now,
      ),
    ),
    soon: known ? [soon(DAY), soon(72 * HOUR), soon(7 * DAY)] : null,
    shortUntil: iso(
      first(
        held.map((bed) => bed.free_until),
        now,
      ),
    ),
    admission: { now: open.now, until: iso(open.until), nextFrom: iso(open.nextFrom) },
    closed: shut === undefined ? null : { reason: shut.reason ?? 'other', until: iso(shut.changes_at) },
    figure,
  };
  return { row, partly };
};

const productsOf = (rows: readonly { row: BoardRow; partly: boolean }[]): Board['products'] =>
  PRODUCTS.map((product) => rows.filter(({ row }) => row.product === product))
    .filter((mine) => mine.length > 0)
    .map((mine) => {
      const sum = (of: (row: BoardRow) => number): number =>
        mine.reduce((total, { row }) => total + of(row), 0);
      return {
        product: mine[0]?.row.product ?? 'grz',
        free: sum((row) => row.free ?? 0),
        held: sum((row) => row.held),
        soon: [
          sum((row) => row.soon?.[0] ?? 0),
          sum((row) => row.soon?.[1] ?? 0),
          sum((row) => row.soon?.[2] ?? 0),
        ],
        notCounted: mine.filter(({ partly }) => partly).length,
      };
    });

const totalsOf = (beds: readonly BedRow[], figures: Figures, now: Instant): Board['totals'] => {
  const best = new Map<string, number>();
  for (const bed of beds)
    best.set(bed.place_id, Math.min(best.get(bed.place_id) ?? 9, ORDER.indexOf(bed.state)));
  const states = [...best.values()];
  const bySite = Map.groupBy(new Set(beds.map((bed) => bed.unit_id)), (unit) => siteOf.get(unit) ?? '');
  const unknown = [...bySite.values()].filter((units) => !figureOf(units, figures, now).known);
  return {
    places: states.length,
    free: states.filter((state) => state === 0).length,
    held: states.filter((state) => state === 2).length,
    unknownSites: unknown.length,
  };
};

const boardOf = (beds: readonly BedRow[], figures: Figures, now: Instant): Board => {
  const grouped = Map.groupBy(beds, (bed) => `${bed.product} ${siteOf.get(bed.unit_id)}`);
  const rows = [...grouped].map(([key, mine]) =>
    rowOf(key.split(' ')[1] ?? '', key.split(' ')[0] as Product, mine, figures, now),
  );
  const name = (row: BoardRow): string => sites.get(row.siteId)?.name ?? '';
  rows.sort(
    (a, b) =>
      PRODUCTS.indexOf(a.row.product) - PRODUCTS.indexOf(b.row.product) ||
      (name(a.row) < name(b.row) ? -1 : 1),
  );
  const shown = region.sites
    .filter((site) => rows.some(({ row }) => row.siteId === site.id))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  return {
    version: 'peer',
    asOf: isoFromInstant(now),
    region: region.name,
    sites: shown.map(({ id, name: called, organisationId, town, phone, lat, lon }) => ({
      ...{ id, name: called, organisation: organisations.get(organisationId) ?? '', town, phone, lat, lon },
    })),
    products: productsOf(rows),
    totals: totalsOf(beds, figures, now),
    rows: rows.map(({ row }) => row),
  };
};

/**
 * The board as everyone builds it: Fastify, one query that works out every bed, one for the figures, objects, JSON, for
 * each request anew. It is spared signing in, headers, squeezing and the region itself, which it read at the start; the
 * work of its database is not counted against it.
 */
const pool = new pg.Pool({
  connectionString: url,
  max: 4,
  types: typeParsers as pg.CustomTypesConfig,
  options: '-c jit=off',
});
const app = Fastify();
app.get('/board', async () => {
  const now = clock();
  const found = await pool.query<{ unit_id: string; as_of: Instant; source: 'tap' }>({
    name: 'figures',
    text: 'select unit_id, as_of, source from capacity_figure_view',
  });
  const figures: Figures = new Map(found.rows.map((row) => [row.unit_id, row]));
  const counting = found.rows
    .filter((row) => figurePhase(row.as_of, row.source, now, DEFAULT_FRESHNESS) !== 'too-old')
    .map((row) => row.unit_id);
  const admits = region.sites.flatMap((site) =>
    PRODUCTS.map((product) => {
      const open = hours(site, product, now);
      return {
        site: site.id,
        product,
        from: open.says && !open.now && open.nextFrom !== null ? isoFromInstant(open.nextFrom) : null,
      };
    }),
  );
  const beds = await pool.query<BedRow>({
    name: 'beds',
    text: BEDS,
    values: [
      isoFromInstant(now),
      counting,
      admits.map((each) => each.site),
      admits.map((each) => each.product),
      admits.map((each) => each.from),
      PRODUCTS,
      PRODUCTS.map((product) => `${USUAL_DAYS[product] * 24} hours`),
    ],
  });
  return boardOf(beds.rows, figures, now);
});
await app.listen({ host: '127.0.0.1', port: 0 });
const address = app.server.address();
process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
process.on(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(() => pool.end())
      .then(() => process.exit(0)),
);
process.send?.({ port: typeof address === 'object' ? address?.port : null, token: '' });
