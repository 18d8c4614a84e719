import pg from 'pg';
import { DEFAULT_FRESHNESS } from '#kernel/freshness.ts';
import { DAY, type Instant } from '#kernel/interval.ts';
import { PRODUCTS, PROPERTIES, USUAL_DAYS } from '#kernel/product.ts';
import type { Asked } from '#planning/match/index.ts';
import type { Country } from './region.ts';

/**
 * The same question to a database that was laid out for exactly this question: whole numbers as keys and masks,
 * milliseconds as they are, each site's point on the ball stored, one row a place and product, and one index that
 * holds everything the first step needs, so that the table itself is not read at all.
 */
const SCHEMA = `
  create table site (no int primary key, id uuid not null, x float8 not null, y float8 not null, z float8 not null,
    languages text[]);
  create table opening (site int not null, opens_at bigint not null, closes_at bigint not null);
  create table unit (no int primary key, site int not null, as_of bigint, link boolean not null, answers int);
  create table place (no int primary key, id uuid not null);
  create table place_product (product smallint not null, available_from bigint not null, state smallint not null,
    available_until bigint not null, properties int not null, unit int not null, site int not null, place int not null)`;

const INDEXES = `
  create index on opening (site, closes_at) include (opens_at);
  create index on place_product (product, available_from) include (state, available_until, properties, unit, site, place);
  create index on place_product (product) include (available_from, state, available_until, properties, unit, site, place)
    where state in (0, 2)`;

/** The states by number, as in the table that it competes with. */
const STATES = ['free', 'soon', 'held', 'occupied', 'closed', 'unknown'];

/** The parameters are listed in `parametersOf`. */
const question = (wanted: string): string => `
  with possible as (
    select unit, site, place, available_until,
      case when state in (0, 2) and available_from <= $2 then $3 else greatest($3, available_from) end as start,
      state in (0, 2) and available_from <= $2 as free
    from place_product
    where product = $1 and properties & $4 = $4 and ${wanted}
  ), weighed as (
    select unit, place,
      case when free then 0 else 10000000 + round((start - $3) / 3600::float8)::bigint end
        + case when available_until - start >= $5 then 0
          else 50000 + round((1 - (available_until - start) / $5::float8) * 50000)::bigint end as weight
    from possible
    where available_until - start >= 259200000
      or available_until - (select greatest(opens_at, start) from opening o
        where o.site = possible.site and closes_at > start order by closes_at limit 1) >= 86400000
  ), best as materialized (
    -- Places are numbered in the order of their ids, so the least of these is the best place and the first of equals.
    select unit, min(weight << 20 | place) as first,
      count(*) filter (where weight = 0) as long,
      count(*) filter (where weight > 0 and weight < 10000000) as short
    from weighed group by unit
  ), known as materialized (
    select best.*, u.site,
      (first >> 20) + coalesce(u.answers, 60) * 100
        + case when $2 - as_of > $6 or link and $2 - as_of > $7 then 5000 else 0 end as own
    from best join unit u on u.no = best.unit where $2 - u.as_of <= $8
  ), admitted as materialized (
    select site, min(greatest(opens_at, $3)) as at from opening where closes_at > $3 and opens_at <= $3 + 172800000
    group by site
  ), top as (
    select first & 1048575 as place, first >> 20 as weight, long, short,
      own + round(12742000 * asin(least(1, sqrt((x-$9)*(x-$9) + (y-$10)*(y-$10) + (z-$11)*(z-$11)) / 2)))::bigint
        + case when $12::float8 is null then 0 else
          round(12742000 * asin(least(1, sqrt((x-$12)*(x-$12) + (y-$13)*(y-$13) + (z-$14)*(z-$14)) / 2)))::bigint end
        + case when $15::float8 is null then 0 else
          round(12742000 * asin(least(1, sqrt((x-$15)*(x-$15) + (y-$16)*(y-$16) + (z-$17)*(z-$17)) / 2)))::bigint end
        + case when $18::text is null or languages is not null then 0 else 5000 end
        + case when admitted.at >= $19 then 60000 else 0 end as score
    from known join site on site.no = known.site join admitted on admitted.site = known.site
    where $18 is null or languages is null or $18 = any(languages)
    order by score, place limit $20
  )
  select place.id, score::float8 as score,
    case when weight = 0 then long when weight < 10000000 then short else 0 end::int as free
  from top join place on place.no = top.place order by score, top.place`;

const FREE_NOW = 'state in (0, 2) and available_from <= $2';

/** A place that is yet to come free never goes before a free one, so they are read only when too few are free. */
const FREE_FIRST = question(FREE_NOW);

const ALL = question(`available_from <= $3 + 259200000 and (${FREE_NOW} or available_from > $2
  and (state in (0, 1, 3) or state = 4 and available_from <= $3))`);

/** One line of an answer, enough to see that both sides answered the same. */
export interface Answer {
  readonly id: string;
  readonly score: number;
  readonly free: number;
}

/** A database that answers questions, on one connection with a prepared statement. */
export interface Peer {
  answer(asked: Asked, dayEnd: Instant, fits: number): Promise<Answer[]>;
  end(): Promise<void>;
}

const mask = <T>(all: readonly T[], some: readonly T[]): number =>
  some.reduce((bits, one) => bits | (1 << all.indexOf(one)), 0);

/** Infinity is no whole number: this is later than any question asks. */
const whole = (at: Instant): number => Math.min(at, Number.MAX_SAFE_INTEGER);

const onBall = (point: { lat: number; lon: number } | null): (number | null)[] => {
  if (point === null) return [null, null, null];
  const [lat, lon] = [(point.lat * Math.PI) / 180, (point.lon * Math.PI) / 180];
  return [Math.cos(lat) * Math.cos(lon), Math.cos(lat) * Math.sin(lon), Math.sin(lat)];
};

const parametersOf = (asked: Asked, dayEnd: Instant, fits: number): unknown[] => [
  PRODUCTS.indexOf(asked.product),
  asked.now,
  asked.from,
  mask(PROPERTIES, asked.needs),
  USUAL_DAYS[asked.product] * DAY,
  DEFAULT_FRESHNESS.oldAfterMinutes * 60_000,
  DEFAULT_FRESHNESS.silentAfterMinutes * 60_000,
  DEFAULT_FRESHNESS.tooOldAfterMinutes * 60_000,
  ...onBall(asked.home),
  ...onBall(asked.partner),
  ...onBall(asked.area),
  asked.language,
  dayEnd,
  fits,
];

const numbered = (rows: readonly { readonly id: string }[]): Map<string, number> =>
  new Map(
    rows
      .map((row) => row.id)
      .sort()
      .map((id, no) => [id, no]),
  );

/** Writes rows in one statement, column by column. */
const fill = (
  client: pg.Client,
  table: string,
  types: readonly string[],
  rows: readonly (readonly unknown[])[],
) => {
  const columns = types.map((type, i) => [type, rows.map((row) => row[i])] as const);
  const sources = columns.map(([type], i) => `$${i + 1}::${type}[]`).join(', ');
  return client.query(
    `insert into ${table} select * from unnest(${sources})`,
    columns.map(([, values]) => values),
  );
};

const loadSites = async (
  client: pg.Client,
  { sites }: Country,
  siteNo: Map<string, number>,
): Promise<void> => {
  const rows = sites.map((site) => [siteNo.get(site.id), site.id, ...onBall(site)]);
  await fill(client, 'site (no, id, x, y, z)', ['int', 'uuid', 'float8', 'float8', 'float8'], rows);
  // An array of arrays must be a rectangle, so the languages travel as text.
  const spoken = sites.map((site) => [site.id, site.languages && `{${site.languages.join(',')}}`]);
  await client.query(
    'update site set languages = l::text[] from unnest($1::uuid[], $2::text[]) v (i, l) where id = i',
    [spoken.map(([id]) => id), spoken.map(([, languages]) => languages)],
  );
  const opens = sites.flatMap((site) =>
    site.opens.map(([from, until]) => [siteNo.get(site.id), from, until]),
  );
  await fill(client, 'opening', ['int', 'bigint', 'bigint'], opens);
};

const loadUnits = (
  client: pg.Client,
  { units }: Country,
  siteNo: Map<string, number>,
  unitNo: Map<string, number>,
) => {
  const rows = units.map((unit) => [
    ...[unitNo.get(unit.id), siteNo.get(unit.siteId)],
    ...[unit.asOf, unit.source === 'link', unit.answersInMinutes],
  ]);
  return fill(client, 'unit', ['int', 'int', 'bigint', 'boolean', 'int'], rows);
};

const load = async (client: pg.Client, country: Country): Promise<void> => {
  const { sites, units, places } = country;
  const [siteNo, unitNo, placeNo] = [numbered(sites), numbered(units), numbered(places)];
  await loadSites(client, country, siteNo);
  await loadUnits(client, country, siteNo, unitNo);
  const siteOfUnit = new Map(units.map((unit) => [unit.id, siteNo.get(unit.siteId)]));
  const types = ['smallint', 'bigint', 'smallint', 'bigint', 'int', 'int', 'int', 'int'];
  const rows = places.flatMap((place) =>
    place.products.map((product) => [
      ...[PRODUCTS.indexOf(product), whole(place.availableFrom), STATES.indexOf(place.state)],
      ...[whole(place.availableUntil), mask(PROPERTIES, place.properties)],
      ...[unitNo.get(place.unitId), siteOfUnit.get(place.unitId), placeNo.get(place.id)],
    ]),
  );
  await fill(client, 'place_product', types, rows);
  await fill(
    client,
    'place',
    ['int', 'uuid'],
    places.map((place) => [placeNo.get(place.id), place.id]),
  );
};

/** Fills a database with the country in a schema of its own. */
export const openPeer = async (url: string, country: Country): Promise<Peer> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create schema find_bench; set search_path to find_bench');
  await client.query(SCHEMA);
  await load(client, country);
  await client.query(INDEXES);
  // Index-only needs the visibility map. Compiling a query of some milliseconds costs more than it gains, and a plan
  // made without knowing the product and the hour was measured to be half again as slow.
  await client.query('vacuum analyze');
  await client.query('set jit = off; set plan_cache_mode = force_custom_plan');
  return {
    answer: async (asked, dayEnd, fits) => {
      const values = parametersOf(asked, dayEnd, fits);
      const { rows } = await client.query<Answer>({ name: 'free-first', text: FREE_FIRST, values });
      return rows.length === fits
        ? rows
        : (await client.query<Answer>({ name: 'all', text: ALL, values })).rows;
    },
    end: () => client.end(),
  };
};
