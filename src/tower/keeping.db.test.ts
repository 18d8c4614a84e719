import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildHouse, type House } from '#app/house.ts';
import { makeSmallRegion, type SmallRegion } from '#demo/small.ts';
import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import { usualAnswers } from '#modules/placement/types.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import { createTestDatabase, type TestDatabase } from '#platform/postgres/test-database.ts';
import type { Keeping } from './contract.ts';

const START: Instant = Date.parse('2026-11-23T10:00:00Z');
let now = START;
let test: TestDatabase;
let small: SmallRegion;
let house: House;
const tokens = new Map<string, string>();

const call = async (who: string, method: 'GET' | 'POST', url: string, payload?: object) => {
  const answer = await house.app.inject({
    method,
    url: `/api/v1${url}`,
    headers: { authorization: `Bearer ${tokens.get(who)}` },
    ...(payload === undefined ? {} : { payload }),
  });
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json();
};

/** The GP asks the north a place; the north answers after twenty minutes, or not at all. */
const ask = async (n: number, answer: 'yes' | 'no' | 'silent'): Promise<void> => {
  now += HOUR;
  const { request } = await call('gp', 'POST', '/requests', {
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
    await call('north', 'POST', `/offers/${offer.id}/refuse`, { code: 'no-capacity', text: '' });
  if (answer !== 'yes') return;
  await call('north', 'POST', `/offers/${offer.id}/accept`, { doctor: 'dr. Oefen' });
  await call('north', 'POST', `/requests/${request.id}/arrival`, { at: new Date(now).toISOString() });
};

beforeAll(async () => {
  test = await createTestDatabase();
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
  for (const [who, { id }] of Object.entries({
    gp: small.gp,
    north: small.wards[0],
    south: small.wards[1],
  })) {
    const answer = await house.app.inject({ method: 'POST', url: '/api/v1/session', payload: { role: id } });
    tokens.set(who, answer.json().token as string);
  }
});
afterAll(async () => {
  await house.close();
  await test.drop();
});

describe('how the parties keep the agreement', () => {
  it('is counted from what was told, the same for who did it and for who looks on, and only in counts', async () => {
    for (const [n, answer] of (['yes', 'yes', 'yes', 'yes', 'yes', 'no', 'silent'] as const).entries())
      await ask(n, answer);
    now += 2 * HOUR;
    await expect
      .poll(() =>
        house.database.transaction({ actor: 'system', organisationId: small.desk.organisationId }, (tx) =>
          rows(tx, "select 1 from placement_offer_view where state = 'expired'"),
        ),
      )
      .toHaveLength(1);
    await house.database.transaction({ actor: 'tester', organisationId: null }, (tx) =>
      rows(
        tx,
        `insert into capacity_doubt (id, unit_id, product, told_org, actor, at, answer_by, ended_at, outcome)
         values ($1, $2, 'elv-high', $3, 'tester', $4, $4, $4, 'corrected')`,
        [newId(), small.units[0], small.gp.organisationId, stamp(now - HOUR)],
      ),
    );
    const keeping: Keeping = await call('south', 'GET', '/keeping?days=30');
    const row = (name: string) => keeping.rows.find(({ party }) => party.name === name);
    expect(row('Noord Zorg')).toMatchObject({
      answers: { of: 7, inTime: 6, silent: 1, medianMinutes: 20 },
      promises: { of: 5, kept: 5 },
      frees: { of: 7, gone: 2 },
    });
    expect(row('Praktijk')).toMatchObject({ answers: null, promises: { of: 5, kept: 5 }, frees: null });
    expect(row('Zuid Zorg')?.answers).toEqual({ of: 0, inTime: null, silent: null, medianMinutes: null });
    expect(keeping.rows.map(({ party }) => party.name)).toEqual([
      'Loket',
      'Noord Zorg',
      'Praktijk',
      'Ziekenhuis',
      'Zuid Zorg',
    ]);
    expect(await call('north', 'GET', '/keeping')).toEqual(keeping);
    expect(JSON.stringify(keeping)).not.toContain('Oefen');
  });

  it('looks back over thirty or ninety days, for who is signed in', async () => {
    const ask = (days: string, headers = {}) =>
      house.app.inject({ url: `/api/v1/keeping?days=${days}`, headers });
    const as = { authorization: `Bearer ${tokens.get('gp')}` };
    expect((await ask('30')).statusCode).toBe(401);
    expect((await ask('31', as)).statusCode).toBe(400);
    const { from, asOf } = (await ask('90', as)).json() as Keeping;
    expect(Date.parse(asOf) - Date.parse(from)).toBe(90 * 24 * HOUR);
  });
});
