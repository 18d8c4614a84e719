import pg from 'pg';
import { makeSmallRegion, type SmallRegion } from '#demo/small.ts';
import type { Instant } from '#kernel/interval.ts';
import { newId } from '#platform/db/ids.ts';
import { stamp } from '#platform/db/types.ts';

/** A region with many wards of twenty beds, all free and confirmed this minute: nothing but the holding is measured. */
export interface HoldRegion {
  readonly small: SmallRegion;
  readonly places: readonly string[];
}

const BEDS_PER_WARD = 20;

/** Makes it in an empty, migrated database. */
export const makeHoldRegion = async (url: string, beds: number, now: Instant): Promise<HoldRegion> => {
  const small = await makeSmallRegion(url, { now });
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const units = Array.from({ length: beds / BEDS_PER_WARD }, newId);
  const places = Array.from({ length: beds }, newId);
  await client.query(
    "insert into region_unit (id, site_id, code, name) select id, $2, 'w' || n, 'Ward' from unnest($1::uuid[]) with ordinality as u (id, n)",
    [units, small.sites[0]],
  );
  await client.query(
    "insert into capacity_figure (unit_id, as_of, source, actor) select id, $2, 'tap', 'bench' from unnest($1::uuid[]) as u (id)",
    [units, stamp(now)],
  );
  await client.query(
    "insert into capacity_place (id, unit_id, code, products) select id, unit, 'b' || n, '{elv-high}' from unnest($1::uuid[], $2::uuid[]) with ordinality as p (id, unit, n)",
    [places, places.map((_, i) => units[Math.floor(i / BEDS_PER_WARD)])],
  );
  await client.query('create table bench_bed as select id, unit_id, true as free from capacity_place');
  await client.query('create index on bench_bed (id) where free');
  await client.query('create unique index on bench_bed (id)');
  await client.query('analyze');
  await client.end();
  return { small, places };
};

/** Empties what a round wrote, so that the next begins the same. */
export const wipe = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('truncate capacity_claim, platform_diary, platform_key');
  await client.query('update bench_bed set free = true where not free');
  await client.end();
};

/** Beds that were given to two at once. */
export const doubles = async (url: string): Promise<number> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ n: string }>(
    'select count(*) as n from (select place_id from capacity_claim where released_at is null group by place_id having count(*) > 1) twice',
  );
  await client.end();
  return Number(rows[0]?.n);
};
