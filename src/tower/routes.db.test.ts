import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHouse, type House } from '#app/house.ts';
import { makeSmallRegion, type SmallRegion } from '#demo/small.ts';
import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { RequestView } from '#modules/placement/contract.ts';
import { usualAnswers } from '#modules/placement/types.ts';
import { createTestDatabase, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { Board, Pressure, Queue, Ward, Why } from './contract.ts';

const START: Instant = Date.parse('2026-11-23T10:00:00Z');
let now = START;
let test: TestDatabase;
let small: SmallRegion;
let house: House;
let address = '';
const tokens = new Map<string, string>();

const call = async (
  who: string | null,
  method: 'GET' | 'POST',
  url: string,
  payload?: object,
  headers: Record<string, string> = {},
) => {
  const bearer = who === null ? {} : { authorization: `Bearer ${tokens.get(who)}` };
  return house.app.inject({
    method,
    url,
    headers: { ...bearer, ...headers },
    ...(payload === undefined ? {} : { payload }),
  });
};
const read = async <T>(who: string, url: string): Promise<T> => {
  const answer = await call(who, 'GET', url);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json() as T;
};
const board = () => read<Board>('gp', '/api/v1/board');

/** Waits until the diary has told the board what was done; transactions of other tests can hold it up. */
const until = async (told: () => Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 400; i++) {
    if (await told()) return;
    await wait(25);
  }
  throw new Error('it was never told');
};

const request = (placeId: string, name: string) => ({
  ...{
    reason: 'recovery',
    weight: 'high',
    origin: 'hospital',
    callbackPhone: '0592-00 17 20',
    remarks: 'Gevallen in de keuken',
  },
  triage: { version: 1, answers: usualAnswers({ reason: 'recovery', weight: 'high' }) },
  person: { name, birthDate: '1941-05-02', sex: 'female' },
  offers: [{ placeId }],
});

beforeAll(async () => {
  test = await createTestDatabase();
  small = await makeSmallRegion(test.url, { now, placesPerUnit: 4 });
  house = await buildHouse({
    databaseUrl: test.url,
    connections: 6,
    clock: { now: () => now },
    practice: true,
    logLevel: 'silent',
    version: 'test',
    webFolder: null,
  });
  address = await house.app.listen({ host: '127.0.0.1', port: 0 });
  const people = { gp: small.gp, desk: small.desk, north: small.wards[0], south: small.wards[1] };
  for (const [who, person] of Object.entries(people)) {
    const answer = await call(null, 'POST', '/api/v1/session', { role: person.id });
    tokens.set(who, (answer.json() as { token: string }).token);
  }
});
afterAll(async () => {
  await house.close();
  await test.drop();
});

describe('the tower', () => {
  it('shows nothing to who is not signed in', async () => {
    for (const url of [
      '/api/v1/board',
      '/api/v1/pressure',
      '/api/v1/queue',
      '/api/v1/live',
      `/api/v1/wards/${small.units[0]}`,
    ]) {
      expect((await call(null, 'GET', url)).statusCode, url).toBe(401);
    }
    expect((await call('gp', 'GET', '/api/v1/queue')).statusCode).toBe(403);
  });

  it('sends the board once, and then only that nothing changed', async () => {
    const plain = await call('gp', 'GET', '/api/v1/board');
    const whole = plain.json() as Board;
    expect(whole.totals).toMatchObject({ places: 8, free: 8, held: 0, unknownSites: 0 });
    expect(whole.rows).toHaveLength(6);
    expect(plain.headers).toMatchObject({ vary: 'accept-encoding', 'cache-control': 'private, no-cache' });
    const squeezed = await call('desk', 'GET', '/api/v1/board', undefined, { 'accept-encoding': 'gzip, br' });
    expect(squeezed.headers['content-encoding']).toBe('br');
    expect(JSON.parse(String(brotliDecompressSync(squeezed.rawPayload)))).toEqual(whole);
    const older = await call('desk', 'GET', '/api/v1/board', undefined, { 'accept-encoding': 'gzip' });
    expect(JSON.parse(String(gunzipSync(older.rawPayload)))).toEqual(whole);
    const again = await call('gp', 'GET', '/api/v1/board', undefined, {
      'if-none-match': String(plain.headers['etag']),
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  it('follows a request from hold to plan, with its name for who may know it', async () => {
    const stream = new AbortController();
    const heard = new Map<string, string>();
    for (const who of ['gp', 'north', 'south']) {
      const answer = await fetch(`${address}/api/v1/live`, {
        headers: { authorization: `Bearer ${tokens.get(who)}` },
        signal: stream.signal,
      });
      expect(answer.headers.get('content-type')).toContain('text/event-stream');
      heard.set(who, '');
      const listen = async (): Promise<void> => {
        for await (const chunk of answer.body ?? [])
          heard.set(who, heard.get(who) + Buffer.from(chunk).toString());
      };
      listen().catch(() => undefined);
    }
    const [placeId = ''] = small.places[0];
    const sent = await call('gp', 'POST', '/api/v1/requests', request(placeId, 'Geertje Hofsteenge'));
    expect(sent.statusCode, sent.body).toBe(200);
    const { request: made } = sent.json() as { request: RequestView };
    await until(async () => (await board()).totals.held === 1);

    const why = await read<Why>('gp', `/api/v1/board/why?site=${small.sites[0]}&product=elv-high`);
    expect(why.lines.map((line) => `${line.state} ${line.count}`)).toEqual(['held 1', 'free 3']);
    expect(why.lines[0]?.text.nl).toBe('Vastgehouden: 1 tot 11:45');

    const asked = await read<Ward>('north', `/api/v1/wards/${small.units[0]}`);
    expect(asked).toMatchObject({ own: true, counts: { free: 3, held: 1 } });
    expect(asked.incoming.map((each) => [each.request.id, each.request.person])).toEqual([[made.id, null]]);
    expect(asked.places[0]?.claims[0]).toMatchObject({
      kind: 'hold',
      name: null,
      profile: { ageBand: '85-89' },
    });

    const [offer] = made.offers;
    const yes = await call(
      'north',
      'POST',
      `/api/v1/offers/${offer?.id}/accept`,
      { doctor: 'dr. Oefen' },
      { 'if-match': `"${offer?.version}"` },
    );
    expect(yes.statusCode, yes.body).toBe(200);
    const nameAt = async (who: string) => {
      const ward = await read<Ward>(who, `/api/v1/wards/${small.units[0]}`);
      const [claim] = ward.places.flatMap((place) => place.claims);
      return [claim?.kind, claim?.name, claim?.requestId, ward.own, ward.figure.by];
    };
    expect(await nameAt('north')).toEqual(['reserved', 'Geertje Hofsteenge', made.id, true, null]);
    expect(await nameAt('south')).toEqual(['reserved', null, null, false, null]);

    await until(
      async () =>
        [...heard.values()].every((text) => text.includes('"board"')) &&
        (heard.get('north') ?? '').includes(made.id),
    );
    expect(heard.get('gp')).toContain(`{"topic":"request","id":"${made.id}"`);
    expect(heard.get('south')).not.toContain(made.id);
    stream.abort();
  });

  it('counts for everybody, and watches for the desk', async () => {
    const [, placeId = ''] = small.places[1];
    const sent = await call('gp', 'POST', '/api/v1/requests', request(placeId, 'Roelof Tibben'));
    expect(sent.statusCode, sent.body).toBe(200);
    await until(async () => (await board()).totals.held === 2);
    now = START + 30 * MINUTE;
    const pressure = await read<Pressure>('south', '/api/v1/pressure');
    expect(Object.fromEntries(pressure.items.map((item) => [item.id, item.value]))).toEqual({
      waiting: 1,
      hospital: 1,
      placed: 1,
      stale: 0,
      'no-place': 0,
    });
    expect(pressure.items[0]).toMatchObject({ longestMinutes: 30, usual: null });
    const queue = await read<Queue>('desk', '/api/v1/queue');
    expect(queue.requests.map(({ state, house }) => [state, house])).toEqual([
      ['offered', 'Huis zuid'],
      ['accepted', 'Huis noord'],
    ]);
    expect(queue).toMatchObject({
      staleUnits: [],
      displaced: [],
      lastPlacedAt: new Date(START).toISOString().replace('.000', ''),
    });
  });

  it('says unknown when a house was silent too long, and who to call', async () => {
    now = START + 13 * HOUR;
    const late = await board();
    expect(late.rows.every((row) => row.free === null)).toBe(true);
    expect(late.totals.unknownSites).toBe(2);
    const { staleUnits } = await read<Queue>('desk', '/api/v1/queue');
    expect(staleUnits.map((unit) => [unit.site, unit.phone, unit.figure.phase])).toEqual([
      ['Huis noord', '0592-00 41 41', 'too-old'],
      ['Huis zuid', '0592-00 41 41', 'too-old'],
    ]);
    const confirmed = await call('north', 'POST', `/api/v1/units/${small.units[0]}/confirmations`, {});
    expect(confirmed.statusCode, confirmed.body).toBe(200);
    await until(async () => (await board()).totals.unknownSites === 1);
    const ward = await read<Ward>('north', `/api/v1/wards/${small.units[0]}`);
    expect(ward.figure).toMatchObject({ phase: 'fresh', by: small.wards[0].name });
  });

  it('refuses what is not there', async () => {
    const nowhere = '00000000-0000-7000-8000-000000000000';
    expect((await call('gp', 'GET', `/api/v1/wards/${nowhere}`)).json()).toMatchObject({
      status: 404,
      code: 'unit-unknown',
    });
    expect(
      (await call('gp', 'GET', `/api/v1/board/why?site=${small.sites[0]}&product=grz`)).json(),
    ).toMatchObject({ status: 404, code: 'not-on-board' });
    expect((await call('gp', 'GET', `/api/v1/wards/${small.units[0]}?days=400`)).statusCode).toBe(400);
  });
});
