import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { createTestDatabase, TEST_KEY } from '#platform/postgres/test-database.ts';
import { makePracticeRegion } from './make.ts';
import { madeRegion } from './practice.fixture.ts';
import { seedScale } from './scale.ts';

const NOW = Date.parse('2026-11-22T02:20:00Z');
const MADE = Date.parse('2026-11-24T08:10:00Z');
const DAYS = 5;

/** Everything that was written except the ids that are made by chance. */
const DIGEST = `
  select md5(string_agg(line, E'\\n' order by line)) as digest, count(*)::integer as lines from (
    select concat_ws('|', r.code, r.product, r.state, r.close_reason, r.sent_at, r.accepted_at, r.closed_at, r.age_band, p.name, p.bsn_mark,
      p.birth_date, q.remarks) as line
    from placement_request r join placement_person q on q.request_id = r.id join people_person p on p.id = q.person_id
    union all
    select concat_ws('|', c.place_id, c.kind, c.during, c.arrived_at, c.left_at, c.released_at) from capacity_claim c
    union all
    select concat_ws('|', d.at, d.room, d.event, d.unit_id, d.actor) from platform_diary d
    union all
    select concat_ws('|', o.code, v.number, v.attempt, v.state, v.during, n.initials, v.locked) from day_treatment_visit v
      join day_treatment_order o on o.id = v.order_id left join day_treatment_nurse n on n.id = v.nurse_id
    union all
    select concat_ws('|', a.kind, a.at, a.body - 'act') from day_treatment_act a
    union all
    select concat_ws('|', k.number, k.bsn_mark, s.state, s.signs) from cases_signal s join cases_known k on k.id = s.known_id
    union all
    select concat_ws('|', c.code, a.what, a.due, a.state, a.made_at) from cases_action a join cases_case c on c.id = a.case_id
    union all
    select concat_ws('|', f.unit_id, f.as_of, f.source) from capacity_figure f
  ) as t`;

const digestOf = async (url: string): Promise<{ digest: string; lines: number }> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ digest: string; lines: number }>(DIGEST);
  await client.end();
  const [row] = rows;
  if (row === undefined) throw new Error('no digest');
  return row;
};

describe('making the practice region', () => {
  it('gives the same region for the same seed and moment', {
    timeout: 240_000,
  }, async () => {
    const own = await createTestDatabase();
    await makePracticeRegion(own.url, { seed: 2026, now: MADE, days: DAYS, key: TEST_KEY });
    const first = await digestOf(own.url);
    await own.drop();
    expect(first.lines).toBeGreaterThan(500);
    // The one the clock is tried in: made by somebody else, at another time.
    const other = await madeRegion(MADE, DAYS);
    expect(await digestOf(other.url)).toEqual(first);
    await other.drop();
  });
});

describe('a region to measure in', () => {
  it('has as many places as asked, most of them in use, every figure fresh, and is made once', async () => {
    const { url, drop } = await createTestDatabase();
    await seedScale(url, 1_010, 1, NOW);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    const one = async (text: string): Promise<number> =>
      Number((await client.query<{ n: string }>(`select count(*) as n from ${text}`)).rows[0]?.n);
    expect(await one('capacity_place')).toBe(1_010);
    expect(await one('capacity_claim')).toBeGreaterThan(800);
    expect(await one('capacity_claim')).toBeLessThan(920);
    expect(await one('capacity_figure')).toBe(await one('region_unit'));
    expect(await one("platform_mode where mode = 'practice'")).toBe(1);
    await client.end();
    await expect(seedScale(url, 100, 1, NOW)).rejects.toThrow(/already/);
    await drop();
  });
});
