import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay, plusDays } from '#kernel/calendar.ts';
import { DAY, HOUR } from '#kernel/interval.ts';
import { USUAL_DAYS } from '#kernel/product.ts';
import type { ForecastFacts, PastFree, PastStay } from '#planning/forecast/types.ts';
import { isMorningSince, lookAhead } from './looking-ahead.ts';
import { NOW, type OutlookHouse, openOutlookHouse } from './outlook-house.fixture.ts';

const ZONE = 'Europe/Amsterdam';
const BEDS = 4;

let world: OutlookHouse;

beforeAll(async () => {
  world = await openOutlookHouse();
});
afterAll(() => world.api.close());

/** Sixty days of both homes: each bed taken for a week, empty for two days. What is asked for is known until `now`. */
const factsAt = (now: number, free: number): ForecastFacts => {
  const since = now - 60 * DAY;
  const today = localDay(now, ZONE);
  const past: PastStay[] = [];
  const row: PastFree[] = [];
  for (const siteId of world.api.small.sites) {
    for (let bed = 0; bed < BEDS; bed++)
      for (let at = since + bed * 2 * DAY; at < now - 8 * DAY; at += 9 * DAY)
        past.push({
          ...{ siteId, product: 'elv-high', arrivedAt: at, leftAt: at + 7 * DAY, expectedEnd: null },
        });
    for (let back = 59; back >= 0; back--)
      row.push({ siteId, product: 'elv-high', day: plusDays(today, -back), free: back === 0 ? free : 1 });
  }
  const present = Array.from({ length: BEDS - free }, (_, i) => ({
    ...{ arrivedAt: now - (i + 1) * DAY, expectedEnd: now + USUAL_DAYS['elv-high'] * DAY, latestEnd: null },
  }));
  const site = {
    product: 'elv-high',
    usable: Array(14).fill(BEDS) as number[],
    freeNow: free,
    present,
  } as const;
  return {
    ...{ now, zone: ZONE, since, past, free: row },
    sites: world.api.small.sites.map((siteId) => ({ siteId, ...site, planned: [], asking: 3 })),
  };
};

const count = async (table: string): Promise<number> => {
  const { rows } = await world.api.owner.query<{ n: string }>(`select count(*) as n from ${table}`);
  return Number(rows[0]?.n);
};
const counts = async () => [
  await count('outlook_forecast'),
  await count('outlook_score'),
  await count('outlook_alert'),
];
const dayAt = async (now: number, free: number, waiting = 0): Promise<void> => {
  world.at(now);
  const departures = waiting === 0 ? [] : [{ barrier: 'home-care', count: waiting }];
  await lookAhead(world.api.house.database, { facts: factsAt(now, free), departures });
};

describe('looking ahead', () => {
  it('is due at the start and then every morning at six, on the clock of the region, also when it changes', () => {
    const six = Date.parse('2026-11-22T05:00:00Z');
    expect(isMorningSince(null, NOW)).toBe(true);
    expect(isMorningSince(six - HOUR, six - 1)).toBe(false);
    expect(isMorningSince(six - HOUR, six)).toBe(true);
    expect(isMorningSince(six, six + DAY - 1)).toBe(false);
    expect(isMorningSince(six, six + DAY)).toBe(true);
    // The night of 25 October has an hour more: six in the morning comes 25 hours after six.
    const before = Date.parse('2026-10-24T04:00:00Z');
    expect(isMorningSince(before, before + 25 * HOUR - 1)).toBe(false);
    expect(isMorningSince(before, before + 25 * HOUR)).toBe(true);
    // That of 28 March has an hour less.
    const spring = Date.parse('2027-03-27T05:00:00Z');
    expect(isMorningSince(spring, spring + 23 * HOUR)).toBe(true);
  });

  it('says in words that nothing is known before the first forecast', async () => {
    const answer = await world.forecast();
    expect(answer).toMatchObject({
      none: 'nothing-known',
      days: [],
      now: { free: null },
      score: { days: 0 },
    });
  });

  it('shows everybody who takes part the coming fourteen days in bands, with what was', async () => {
    await dayAt(NOW, 1);
    const answer = await world.forecast(world.api.small.wards[0]);
    expect(answer).toMatchObject({ none: null, now: { free: 2 }, siteId: null });
    expect(answer.days).toHaveLength(14);
    expect(answer.days[0]?.day).toBe('2026-11-23');
    for (const { from90, from50, middle, until50, until90, full } of answer.days) {
      expect([from90, from50, middle, until50, until90]).toEqual(
        [from90, from50, middle, until50, until90].toSorted((a, b) => a - b),
      );
      expect(full).toBeGreaterThanOrEqual(0);
    }
    expect(answer.past.at(-1)).toEqual({ day: '2026-11-22', free: 2 });
    expect(answer.past).toHaveLength(14);
    expect(answer.sites).toHaveLength(2);
    const siteId = answer.sites[0]?.siteId;
    const url = `/api/v1/outlook/forecast?product=elv-high&siteId=${siteId}`;
    expect((await world.api.call(world.api.small.gp, 'GET', url)).json()).toMatchObject({
      siteId,
      now: { free: 1 },
    });
  });

  it('done twice on a day changes nothing, also not in another hour of that day', async () => {
    const before = await counts();
    await dayAt(NOW, 1);
    expect(await counts()).toEqual(before);
    await dayAt(NOW + 2 * HOUR, 0);
    expect(await counts()).toEqual(before);
    const { rows } = await world.api.owner.query<{ made: Date }>(
      'select distinct made_at as made from outlook_forecast where of_day is not null',
    );
    expect(rows.map(({ made }) => made.getTime())).toEqual([NOW]);
    // What screens show is the newest.
    expect((await world.forecast()).now.free).toBe(0);
  });

  it('is held against what came on the next days, and the score says so', async () => {
    for (const ahead of [1, 2]) await dayAt(NOW + ahead * DAY, 1);
    const { score } = await world.forecast();
    // Made on three days: of the first two days came, of the second one, of the third none.
    expect(score.days).toBe(3);
    expect(score.last.map(({ day }) => day)).toEqual(['2026-11-23', '2026-11-24']);
    const { rows } = await world.api.owner.query<{
      crps: number;
      chance: number[];
      free: number;
      same: number;
    }>(
      `select s.crps, s.free, s.crps_same as same, f.days -> (s.ahead - 1) -> 'chance' as chance from outlook_score s
       join outlook_forecast f on f.id = s.forecast_id where f.site_id is null order by f.of_day, s.ahead`,
    );
    const brute = rows.map(({ chance, free }) => {
      let [sum, below] = [0, 0];
      for (let k = 0; k < chance.length; k++) {
        below += chance[k] ?? 0;
        sum += (below - (k >= free ? 1 : 0)) ** 2;
      }
      return sum;
    });
    expect(rows.map(({ crps }) => crps)).toEqual(brute.map((each) => expect.closeTo(each, 9)));
    expect(score.crps).toBeCloseTo(brute.reduce((sum, each) => sum + each, 0) / 3, 9);
    const before = await counts();
    await dayAt(NOW + 2 * DAY, 1);
    expect(await counts()).toEqual(before);
  });
});

describe('a warning', () => {
  const set = (body: object) =>
    world.api
      .call(world.manager, 'PUT', '/api/v1/outlook/thresholds', body)
      .then((answer) => answer.statusCode);

  it('is not given until the region turned it on, and then once', async () => {
    await dayAt(NOW + 3 * DAY, 0, 5);
    expect((await world.alerts()).open).toEqual([]);
    expect(
      await set({ kind: 'departures-wait', product: null, on: true, figure: 4, days: 2, version: 0 }),
    ).toBe(200);
    for (const _ of [1, 2]) await dayAt(NOW + 3 * DAY, 0, 5);
    expect((await world.alerts()).open).toMatchObject([
      {
        kind: 'departures-wait',
        about: 'home-care',
        figure: 5,
        until: '2026-11-27',
        right: null,
        seenAt: null,
      },
    ]);
  });

  it('is seen by the desk, once, and stays open', async () => {
    const { open } = await world.alerts();
    const url = `/outlook/alerts/${open[0]?.id}/seen`;
    await world.api.post(world.api.small.desk, url, {});
    world.at(NOW + 4 * DAY);
    const again = await world.api.post(world.manager, url, {});
    expect(again.json<{ open: unknown[] }>().open).toMatchObject([{ seenAt: '2026-11-25T10:10:00Z' }]);
    expect(
      (await world.api.post(world.manager, `/outlook/alerts/${world.manager.id}/seen`, {})).statusCode,
    ).toBe(404);
  });

  it('that is over is remembered as right or wrong', async () => {
    await dayAt(NOW + 5 * DAY, 0, 3);
    const { open, past, right, of } = await world.alerts();
    expect({ open, right, of }).toEqual({ open: [], right: 0, of: 1 });
    expect(past).toMatchObject([{ about: 'home-care', right: false }]);
  });

  it('of no free place comes from the chance over its days together, as it was counted and kept', async () => {
    expect(
      await set({ kind: 'no-place-ahead', product: 'elv-high', on: true, figure: 0, days: 14, version: 0 }),
    ).toBe(200);
    await dayAt(NOW + 6 * DAY, 0);
    const { open } = await world.alerts();
    const { rows } = await world.api.owner.query<{ within: number[]; full: number[] }>(
      `select none_within as within, (select jsonb_agg(day -> 'chance' -> 0) from jsonb_array_elements(days) as day) as full
       from outlook_forecast where site_id is null and of_day = '2026-11-28'`,
    );
    const { within = [], full = [] } = rows[0] ?? {};
    expect(within).toHaveLength(14);
    expect(open).toMatchObject([{ kind: 'no-place-ahead', product: 'elv-high', figure: within[13] }]);
    // A fortnight in which nothing comes free is seldomer than the least full of its days alone.
    expect(within[13]).toBeLessThan(Math.min(...full));
    // The night after its last day it is over, and nobody has looked yet whether it came.
    world.at(NOW + 21 * DAY);
    const later = await world.alerts();
    expect(later.open).toEqual([]);
    expect(later.past[0]).toMatchObject({ kind: 'no-place-ahead', until: '2026-12-12', right: null });
    await dayAt(NOW + 7 * DAY, 1);
    expect((await world.alerts()).past[0]).toMatchObject({ kind: 'no-place-ahead', right: false });
  });
});

it('the house does it from its own facts, and makes a fresh one behind the scenes for who asks an hour later', async () => {
  const { house } = world.api;
  world.at(NOW + 8 * DAY);
  await house.lookAhead(NOW + 8 * DAY);
  expect((await world.forecast()).madeAt).toBe(new Date(NOW + 8 * DAY).toISOString().replace('.000', ''));
  world.at(NOW + 8 * DAY + HOUR);
  await world.forecast();
  await expect
    .poll(async () => (await world.forecast()).madeAt, { timeout: 10_000 })
    .toBe(new Date(NOW + 8 * DAY + HOUR).toISOString().replace('.000', ''));
});

it('what was forecast is kept for 400 days; after that only what its scores come to, and the sum stays what it was', async () => {
  const { ever } = (await world.forecast()).score;
  expect(ever.days).toBeGreaterThan(5);
  const of = async (text: string): Promise<number> =>
    Number((await world.api.owner.query<{ n: string }>(`select count(*) as n from ${text}`)).rows[0]?.n);
  const kept = "outlook_forecast where of_day between '2026-11-22' and '2026-11-23'";
  expect(await of(kept)).toBe(6);
  await dayAt(NOW + 400 * DAY, 1);
  expect(await of(kept)).toBe(6);
  // The day of the first forecast is 402 days ago, that of the second 401, that of the third 400.
  await dayAt(NOW + 402 * DAY, 1);
  expect(await of(kept)).toBe(0);
  expect(await of("outlook_forecast where of_day = '2026-11-24'")).toBe(3);
  const { rows } = await world.api.owner.query<{ month: string; days: number; off: number }>(
    'select month::text, days, crps / days as off from outlook_score_month where site_id is null',
  );
  expect(rows).toMatchObject([{ month: '2026-11-01' }]);
  expect(rows[0]?.days).toBeGreaterThan(1);
  // Two days of what was forecast at 400 have come as well.
  const summed = (await world.forecast()).score.ever;
  expect(summed.days).toBe(ever.days + 2);
  await dayAt(NOW + 402 * DAY, 1);
  expect((await world.forecast()).score.ever).toEqual(summed);
  // The day after adds to the month what the third day said.
  await dayAt(NOW + 403 * DAY, 1);
  expect(await of('outlook_score_month where site_id is null')).toBe(1);
  expect(await of("outlook_forecast where of_day < '2026-11-25'")).toBe(0);
});
