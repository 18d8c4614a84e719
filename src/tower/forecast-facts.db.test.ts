import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type MadeRegion, madeRegion, THURSDAY } from '#demo/practice.fixture.ts';
import { instantOf, localDay, plusDays } from '#kernel/calendar.ts';
import { DAY, HOUR } from '#kernel/interval.ts';
import { loadPicture, type Picture } from '#modules/capacity/index.ts';
import { AHEAD_DAYS, type ForecastFacts } from '#planning/forecast/types.ts';
import type { FillFacts } from '#planning/whatif/types.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { fillFacts } from './fill-facts.ts';
import { forecastFacts, pastForecastFacts } from './forecast-facts.ts';

const NOW = THURSDAY;
const ZONE = 'Europe/Amsterdam';

let made: MadeRegion;
let database: Database;
let picture: Picture;
let facts: ForecastFacts;
let fill: FillFacts;

beforeAll(async () => {
  made = await madeRegion(NOW);
  database = openDatabase(made.url, 4);
  picture = await database.transaction(byHouse('picture'), (tx) => loadPicture(tx, NOW));
  facts = await forecastFacts(database, picture, NOW);
  fill = await fillFacts(database, picture, NOW);
}, 240_000);
afterAll(async () => {
  await database.close();
  await made.drop();
});

describe('the facts of a forecast', () => {
  it('hold everybody who has a bed once at their site, with the end that is expected', async () => {
    const present = await made.count(
      "select 1 from capacity_claim where arrived_at is not null and left_at is null and kind = 'stay'",
    );
    expect(present).toBeGreaterThan(50);
    const bySite = new Map<string, Set<string>>();
    for (const site of facts.sites)
      for (const stay of site.present) {
        const seen = bySite.get(site.siteId) ?? new Set();
        bySite.set(site.siteId, seen.add(`${stay.arrivedAt} ${stay.expectedEnd}`));
      }
    const there = [...bySite.values()].reduce((sum, seen) => sum + seen.size, 0);
    expect(there).toBeGreaterThan(present * 0.95);
    expect(there).toBeLessThanOrEqual(present);
  });

  it('count in beds: who is there, what is promised and what is free never pass what can be used by more than staff and doors', () => {
    for (const site of facts.sites) {
      expect(site.usable).toHaveLength(AHEAD_DAYS);
      expect(site.asking).toBeGreaterThanOrEqual(0);
    }
    const asked = facts.sites.reduce((sum, site) => sum + site.asking, 0);
    expect(asked).toBeGreaterThan(0);
  });

  it('share everybody who waits over the sites that were asked, and count nobody twice', async () => {
    const waiting = await made.count(
      "select 1 from placement_request where state <> 'draft' and accepted_at is null and closed_at is null",
    );
    const served = new Set<string>(facts.sites.map((site) => site.product));
    expect(served.size).toBeGreaterThan(4);
    const asked = facts.sites.reduce((sum, site) => sum + site.asking, 0);
    expect(asked).toBeGreaterThan(waiting - 3);
    expect(asked).toBeLessThanOrEqual(waiting + 1e-9);
  });

  it('know since when the past is complete, and leave out whom nobody could know', () => {
    expect(NOW - facts.since).toBeGreaterThan(40 * DAY);
    expect(NOW - facts.since).toBeLessThan(44 * DAY);
    expect(facts.past.length).toBeGreaterThan(60);
    expect(facts.past.every((stay) => stay.arrivedAt >= facts.since && stay.arrivedAt <= NOW)).toBe(true);
    const told = facts.past.filter((stay) => stay.expectedEnd !== null);
    expect(told.length).toBeGreaterThan(facts.past.length * 0.9);
    // The end that was expected is not the end that came.
    expect(told.some((stay) => stay.leftAt !== null && stay.leftAt !== stay.expectedEnd)).toBe(true);
  });

  it('tell how many were free at ten on each day that is over', () => {
    const days = new Set(facts.free.map((each) => each.day));
    expect(days.size).toBeGreaterThan(35);
    expect([...days].every((day) => day <= localDay(NOW, ZONE))).toBe(true);
    expect(facts.free.every((each) => each.free >= 0)).toBe(true);
  });

  it('tell a bed that is shut for the night from one that somebody has: it can be used tomorrow, and not now', async () => {
    const open = (sites: ForecastFacts['sites']) => sites.map(({ usable }) => usable);
    const now = (sites: ForecastFacts['sites']) => sites.map(({ usableNow }) => usableNow ?? Number.NaN);
    await made.ask(
      `insert into capacity_closure (id, unit_id, places, reason, during)
       select gen_random_uuid(), unit_id, 1, 'maintenance', tstzrange($1, $2)
       from capacity_place where ended_at is null and chair is null group by unit_id`,
      [new Date(NOW - HOUR), new Date(NOW + 6 * HOUR)],
    );
    const shut = await database.transaction(byHouse('picture'), (tx) => loadPicture(tx, NOW));
    const tonight = await forecastFacts(database, shut, NOW);
    await made.ask("delete from capacity_closure where reason = 'maintenance' and lower(during) = $1", [
      new Date(NOW - HOUR),
    ]);
    // A house that reports counts is believed in what it counted; all others have one bed less until this afternoon.
    expect(open(tonight.sites)).toEqual(open(facts.sites));
    const fewer = now(tonight.sites).map((beds, at) => (now(facts.sites)[at] ?? 0) - beds);
    expect(fewer.every((beds) => beds >= 0)).toBe(true);
    expect(fewer.filter((beds) => beds > 0).length).toBeGreaterThan(fewer.length / 3);
  });

  it('of a moment that is over hold nothing of what came later', async () => {
    const then = NOW - 14 * DAY;
    const [past] = await pastForecastFacts(database, picture, [then]);
    expect(past?.now).toBe(then);
    expect(past?.past.every((stay) => stay.arrivedAt <= then && (stay.leftAt ?? 0) <= then)).toBe(true);
    expect(past?.free.every((each) => instantOf(each.day, 600, ZONE) <= then)).toBe(true);
    const later = facts.past.filter((stay) => (stay.leftAt ?? 0) > then && stay.arrivedAt < then);
    expect(later.length).toBeGreaterThan(0);
    expect(past?.past.filter((stay) => stay.leftAt === null).length).toBeGreaterThanOrEqual(later.length);
  });

  it('of this moment are the same, whether from the picture or from the past', async () => {
    const [past] = await pastForecastFacts(database, picture, [NOW]);
    const told = (each: ForecastFacts | undefined) =>
      each?.sites.map(({ siteId, product, present, planned }) => [
        siteId,
        product,
        present.map((stay) => stay.arrivedAt).toSorted(),
        planned.map((plan) => plan.from).toSorted(),
      ]);
    expect(told(past)).toEqual(told(facts));
    const tomorrow = plusDays(localDay(NOW, ZONE), 1);
    expect(instantOf(tomorrow, 600, ZONE) - NOW).toBeLessThan(30 * HOUR);
  });
});

describe('the facts a region is filled from', () => {
  it('count every bed once, whatever it may serve', async () => {
    const beds = await made.count(
      "select 1 from capacity_place where ended_at is null and chair is null and not 'extra' = any(labels)",
    );
    expect(fill.wards.reduce((sum, ward) => sum + ward.beds, 0)).toBe(beds);
    expect(fill.wards.some((ward) => ward.shared > 0)).toBe(true);
    expect(fill.wards.every((ward) => ward.shared <= ward.beds)).toBe(true);
  });

  it('have the hours of the door in order, and rosters where a ward keeps one', () => {
    for (const ward of fill.wards)
      for (const [index, [from, until]] of ward.admits.entries()) {
        expect(from).toBeLessThan(until);
        expect(from).toBeGreaterThan(ward.admits[index - 1]?.[1] ?? -1);
      }
    expect(fill.wards.some((ward) => ward.admits.length > 1)).toBe(true);
  });

  it('follow a request from the question to the bed, in the order of life', () => {
    expect(fill.asks.length).toBeGreaterThan(100);
    for (const ask of fill.asks) {
      if (ask.arrivedAt !== null) expect(ask.arrivedAt).toBeGreaterThanOrEqual(ask.askedAt);
      if (ask.arrivedAt !== null) expect(ask.endedAt).toBeNull();
    }
    expect(fill.asks.some((ask) => ask.triagedAt !== null)).toBe(true);
    expect(fill.asks.some((ask) => ask.endedAt !== null)).toBe(true);
  });

  it('know how many can begin near home in a week: by who has staff, and by how many began there before', async () => {
    const [home, day] = fill.openings;
    expect(home).toMatchObject({ kind: 'home-care' });
    const [told] = await made.ask<{ past: number; coming: number; began: number }>(
      `with staffed as (select h.id, h.day from day_treatment_half_day h where h.closed is null
         and exists (select 1 from day_treatment_shift s where s.half_day_id = h.id and s.absent is null))
       select count(*) filter (where day between '2026-08-27' and '2026-10-21')::int as past,
         count(*) filter (where day between '2026-10-23' and '2026-11-05')::int as coming,
         (select count(*) from (select distinct on (v.order_id) v.state, h.day from day_treatment_visit v
            join day_treatment_half_day h on h.id = v.half_day_id order by v.order_id, v.number, v.attempt) f
          where f.state in ('arrived', 'done') and f.day between '2026-08-27' and '2026-10-21')::int as began from staffed`,
    );
    const { past = 0, coming = 0, began = 0 } = told ?? {};
    expect(began).toBeGreaterThan(5);
    expect(day).toMatchObject({ id: 'day-treatment', kind: 'day-treatment', began });
    expect(day?.startsPerWeek).toBeCloseTo(((coming / 2) * began) / past, 9);
  });

  it('know where people went and what held them', () => {
    const gone = fill.stays.filter((stay) => stay.leftAt !== null);
    expect(gone.length).toBeGreaterThan(50);
    expect(gone.filter((stay) => stay.way !== null).length).toBeGreaterThan(gone.length * 0.8);
    expect(fill.stays.some((stay) => stay.readyAt !== null && stay.barrier !== null)).toBe(true);
    for (const stay of fill.stays)
      if (stay.readyAt !== null) expect(stay.readyAt).toBeGreaterThanOrEqual(stay.arrivedAt);
  });
});

describe('the courses behind them', () => {
  it('are told to the tower alone', async () => {
    for (const part of ['picture', 'tower'] as const) {
      const found = await database.transaction(byHouse(part), (tx) =>
        rows(
          tx,
          "select 1 from placement_courses('2020-01-01') union all select 1 from placement_refusals('2020-01-01')",
        ),
      );
      expect(found.length > 0).toBe(part === 'tower');
      const weeks = await database.transaction(byHouse(part), (tx) =>
        rows(tx, "select 1 from day_treatment_weeks('2020-01-01', '2027-01-01')"),
      );
      expect(weeks.length > 0).toBe(part === 'tower');
    }
  });

  it('hold no person, no request and no house that asked', async () => {
    const columns = await made.ask<{ names: string[] }>(
      "select proargnames as names from pg_proc where proname in ('placement_courses', 'placement_refusals')",
    );
    const names = columns.flatMap((each) => each.names);
    expect(names.length).toBeGreaterThan(15);
    expect(names.filter((name) => /person|request|referrer|name|code$/.test(name))).toEqual([
      'unmet_code',
      'code',
    ]);
  });
});
