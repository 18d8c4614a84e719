import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHouse, type House } from '#app/house.ts';
import { makeSmallRegion, type SmallRegion } from '#demo/small.ts';
import { DAY, HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { usualAnswers } from '#modules/placement/types.ts';
import type { Professional } from '#modules/region/types.ts';
import { byHouse } from '#platform/db/by-house.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { createTestDatabase, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { Board } from './contract.ts';
import type { Definition, Flows, ProductHistory, Then } from './contract-history.ts';

const START: Instant = Date.parse('2026-11-02T08:00:00Z');
let now = START;
let test: TestDatabase;
let small: SmallRegion;
let house: House;
let database: Database;
const tokens = new Map<string, string>();

const inject = (who: string, method: 'GET' | 'POST', url: string, payload?: object) =>
  house.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${tokens.get(who)}` },
    ...(payload === undefined ? {} : { payload }),
  });
const call = async <T>(who: string, method: 'GET' | 'POST', url: string, payload?: object): Promise<T> => {
  const answer = await inject(who, method, url, payload);
  expect(answer.statusCode, answer.body).toBeLessThan(300);
  return answer.json() as T;
};
/** The first who came goes home. */
const firstLeaves = async (): Promise<void> => {
  const [claim] = await database.transaction(byHouse('tower'), (tx) =>
    rows<{ id: string; version: number }>(
      tx,
      'select id, version from capacity_claim_view where arrived_at is not null order by arrived_at limit 1',
    ),
  );
  const answer = await house.app.inject({
    method: 'POST',
    url: `/api/v1/claims/${claim?.id}/departure`,
    headers: { authorization: `Bearer ${tokens.get('north')}`, 'if-match': `"${claim?.version}"` },
    payload: { destination: 'home' },
  });
  expect(answer.statusCode, answer.body).toBe(200);
  // The stay follows its bed a moment later.
  for (let tries = 0; tries < 400; tries++) {
    const ended = await database.transaction(byHouse('tower'), (tx) =>
      rows(tx, "select 1 from placement_courses('2020-01-01') where destination = 'home'"),
    );
    if (ended.length > 0) return;
    await wait(25);
  }
  throw new Error('the stay did not end with the bed');
};
const iso = (at: Instant): string => new Date(at).toISOString();

interface Sent {
  readonly request: { readonly id: string; readonly offers: readonly { readonly id: string }[] };
}

/** The GP asks the north a bed; the north says yes and the person comes, or says no. */
const ask = async (n: number, answer: 'comes' | 'no'): Promise<void> => {
  const { request } = await call<Sent>('gp', 'POST', '/requests', {
    reason: 'recovery',
    weight: 'high',
    origin: 'home',
    callbackPhone: '0592-00 17 20',
    person: { name: `Oefen Persoon ${n}`, birthDate: '1941-05-02', sex: 'female' },
    offers: [{ placeId: small.places[0][n] }],
    triage: { version: 1, answers: usualAnswers({ reason: 'recovery', weight: 'high' }) },
  });
  const [offer] = request.offers;
  now += 20 * MINUTE;
  if (answer === 'no')
    await call('north', 'POST', `/offers/${offer?.id}/refuse`, { code: 'no-capacity', text: '' });
  if (answer === 'no') return;
  await call('north', 'POST', `/offers/${offer?.id}/accept`, { doctor: 'dr. Oefen' });
  now += HOUR;
  await call('north', 'POST', `/requests/${request.id}/arrival`, { at: iso(now) });
};

/** What the screens showed, moment by moment: product and site, how many free. */
const seen: { readonly at: Instant; readonly board: Board }[] = [];
const look = async (): Promise<void> => {
  // In the order of the diary: a transaction that began earlier may have written the higher number. Only what stands on the
  // board moves its version: what the house looks ahead to by itself, in between, does not.
  const [last] = await database.transaction(byHouse('tailer'), (tx) =>
    rows<{ xid: string; id: string }>(
      tx,
      `select line.xid::text as xid, line.id::text as id from platform_diary line
       where room = 'capacity' and unit_id is not null order by line.xid desc, line.id desc limit 1`,
    ),
  );
  for (let tries = 0; tries < 400; tries++) {
    const board = await call<Board>('gp', 'GET', '/board');
    const [xid, id] = board.version.split(/[-.]/).map(Number);
    // What follows by itself may write on meanwhile.
    if (Number(xid) > Number(last?.xid) || (xid === Number(last?.xid) && Number(id) >= Number(last?.id))) {
      seen.push({ at: now, board });
      now += MINUTE;
      return;
    }
    await wait(25);
  }
  throw new Error('the board did not hear the last line about a bed');
};
const confirmAll = async (): Promise<void> => {
  await call('north', 'POST', `/units/${small.units[0]}/confirmations`, { source: 'tap' });
  await call('south', 'POST', `/units/${small.units[1]}/confirmations`, { source: 'tap' });
};

const signIn = async (): Promise<void> => {
  const who: Readonly<Record<string, Professional>> = {
    gp: small.gp,
    north: small.wards[0],
    south: small.wards[1],
  };
  for (const [name, { id }] of Object.entries(who)) {
    const answer = await house.app.inject({ method: 'POST', url: '/api/v1/session', payload: { role: id } });
    tokens.set(name, answer.json().token as string);
  }
};

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.url, 2);
  small = await makeSmallRegion(test.url, { now, placesPerUnit: 12 });
  house = await buildHouse({
    databaseUrl: test.url,
    connections: 6,
    clock: { now: () => now },
    practice: true,
    logLevel: 'silent',
    version: 'test',
    webFolder: null,
  });
  await signIn();
  await confirmAll();
  await look();
  for (let n = 0; n < 6; n++) await ask(n, 'comes');
  await look();
  now += HOUR;
  await ask(7, 'no');
  await call('north', 'POST', `/units/${small.units[0]}/closures`, {
    placeId: small.places[0][11],
    places: 1,
    reason: 'maintenance',
    from: iso(now),
    until: iso(now + 6 * HOUR),
  });
  await look();
  now += 2 * DAY;
  await signIn();
  await look();
  await confirmAll();
  now += HOUR;
  await look();
  await firstLeaves();
  now += MINUTE;
  await look();
}, 120_000);
afterAll(async () => {
  await house.close();
  await database.close();
  await test.drop();
});

describe('a moment of the past', () => {
  it('shows what the screens showed then: as many free, and unknown where nobody knew', async () => {
    expect(seen).toHaveLength(6);
    for (const { at, board } of seen) {
      const then = await call<Then>('gp', 'GET', `/history/then?at=${iso(at)}`);
      const told = then.rows.map(({ siteId, product, free }) => [siteId, product, free]);
      const shown = board.rows.map(({ siteId, product, free }) => [siteId, product, free]);
      expect(told.toSorted()).toEqual(shown.toSorted());
      expect(then.at).toBe(iso(at).replace('.000Z', 'Z'));
    }
    const frees = seen.map(({ board }) => board.rows.find((row) => row.siteId === small.sites[0])?.free);
    expect(new Set(frees).size).toBeGreaterThan(3);
    expect(frees).toContain(null);
  });

  it('counts beds, who was there and what was closed, whatever became of it later', async () => {
    const rowAt = async (at: Instant) =>
      (await call<Then>('gp', 'GET', `/history/then?at=${iso(at)}`)).rows.find(
        (row) => row.siteId === small.sites[0] && row.product === 'elv-high',
      );
    expect(await rowAt(seen[0]?.at ?? 0)).toMatchObject({ beds: 12, occupied: 0, closed: 0 });
    expect(await rowAt(seen[2]?.at ?? 0)).toMatchObject({ beds: 12, occupied: 6, closed: 1 });
    expect(await rowAt(seen[3]?.at ?? 0)).toMatchObject({ beds: 12, occupied: 6, closed: 0, free: null });
    expect(await rowAt(seen[5]?.at ?? 0)).toMatchObject({ beds: 12, occupied: 5, closed: 0 });
  });

  it('that is still to come, or of which not everything was kept, is refused with a sentence', async () => {
    const later = await inject('gp', 'GET', `/history/then?at=${iso(now + HOUR)}`);
    expect([later.statusCode, later.json().code]).toEqual([400, 'not-yet']);
    const before = await inject('gp', 'GET', `/history/then?at=${iso(START - 30 * DAY)}`);
    expect([before.statusCode, before.json().code]).toEqual([404, 'before-history']);
  });
});

describe('the ways people went', () => {
  it('are told from five people on, and below that not', async () => {
    const flows = await call<Flows>('south', 'GET', '/history/flows?days=30');
    expect(flows.enough).toBe(5);
    const here = flows.ways.find((way) => way.to === 'here');
    expect(here).toMatchObject({ from: 'home', people: 5 });
    expect(here?.medianWaitHours).toBeCloseTo(80 / 60, 3);
    const others = flows.ways.filter((way) => way.to !== 'here');
    expect(others.length).toBeGreaterThan(0);
    expect(others.every((way) => way.people === null && way.medianWaitHours === null)).toBe(true);
  });
});

describe('a kind of care day by day', () => {
  it('counts who asked, who came, who was refused, and how full it was', async () => {
    const { days } = await call<ProductHistory>('gp', 'GET', '/history/products?product=elv-high&days=30');
    expect(days).toHaveLength(3);
    const [first, second, third] = days;
    expect(first).toMatchObject({ day: '2026-11-02', beds: 24, asked: 7, placed: 6, refused: 1, unmet: 0 });
    expect(second).toMatchObject({ asked: 0, placed: 0, occupied: 6 });
    expect(first?.occupied).toBeGreaterThan(2);
    expect(first?.occupied).toBeLessThan(6);
    expect(third?.occupied).toBeCloseTo(6, 1);
  });
});

describe('every number', () => {
  it('has a meaning with a version in both languages', async () => {
    const { definitions } = await call<{ definitions: Definition[] }>('gp', 'GET', '/definitions');
    const codes = definitions.map((each) => `${each.code} ${each.version}`);
    expect(new Set(codes).size).toBe(codes.length);
    for (const each of definitions)
      expect([each.nl, each.en]).toEqual([expect.stringMatching(/\.$/), expect.stringMatching(/\.$/)]);
  });
});
