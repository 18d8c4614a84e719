import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '#kernel/contract.ts';
import { HOUR } from '#kernel/interval.ts';
import { newId } from '#platform/db/ids.ts';
import {
  type ApiHouse,
  admitSomebody,
  asking,
  openApiHouse,
  sendRequest,
  somebody,
} from './api-house.fixture.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const iso = (at: number): string => new Date(at).toISOString();
let house: ApiHouse;
const everything = async (): Promise<number[]> => {
  const tables = [
    'people_person',
    'people_relation',
    'placement_request',
    'placement_offer',
    'capacity_claim',
  ];
  const counts: number[] = [];
  for (const table of [...tables, 'platform_diary', 'platform_key', 'placement_responsibility']) {
    const { rows } = await house.owner.query<{ n: number }>(`select count(*)::integer as n from ${table}`);
    counts.push(rows[0]?.n ?? -1);
  }
  return counts;
};

beforeAll(async () => {
  house = await openApiHouse({ now: NOW, placesPerUnit: 60 });
});
afterAll(() => house.close());

/** Who asks what, and what the house says to it. */
const refusals = (): [string, number, string, () => ReturnType<ApiHouse['call']>][] => {
  const { gp, transfer, wards, units } = house.small;
  const [ward, other] = wards;
  const nowhere = newId();
  return [
    ['a stranger', 401, 'not-signed-in', () => house.call(null, 'GET', '/api/v1/board')],
    [
      'a GP who answers for a ward',
      403,
      'not-allowed',
      () => house.post(gp, `/offers/${nowhere}/accept`, { doctor: 'dr. X' }),
    ],
    [
      'an address that does not exist',
      404,
      'not-found',
      () => house.call(gp, 'GET', '/api/v1/no-such-thing'),
    ],
    ['a method that does not exist', 404, 'not-found', () => house.call(gp, 'DELETE', '/api/v1/board')],
    ['an address that is no address', 404, 'not-found', () => house.call(gp, 'GET', '/api/v1/requests/%ZZ')],
    ['an id that is none', 400, 'invalid-input', () => house.call(gp, 'GET', '/api/v1/requests/7')],
    [
      'half a body',
      400,
      'invalid-input',
      () =>
        house.call(gp, 'POST', '/api/v1/holds', '{"placeId":', {
          headers: { 'content-type': 'application/json' },
        }),
    ],
    ['no body', 400, 'invalid-input', () => house.call(gp, 'POST', '/api/v1/holds')],
    [
      'a body in another language',
      400,
      'invalid-input',
      () => house.call(gp, 'POST', '/api/v1/holds', '<a/>', { headers: { 'content-type': 'text/xml' } }),
    ],
    [
      'a field too many',
      400,
      'invalid-input',
      () => house.post(gp, '/holds', { placeId: house.freshPlace(), product: 'elv-high', who: 'x' }),
    ],
    [
      'a field with a wrong word',
      400,
      'invalid-input',
      () => house.post(gp, '/holds', { placeId: house.freshPlace(), product: 'elv' }),
    ],
    [
      'more than a megabyte',
      413,
      'too-large',
      () => house.post(gp, '/requests', asking([], { remarks: 'x'.repeat(1_100_000) })),
    ],
    [
      'a key that is too long',
      400,
      'invalid-input',
      () => house.post(gp, '/requests', asking([]), { key: 'k'.repeat(256) }),
    ],
    [
      'a hold under a key that is too long',
      400,
      'invalid-input',
      () =>
        house.post(
          gp,
          '/holds',
          { placeId: house.freshPlace(), product: 'elv-high' },
          { key: 'k'.repeat(256) },
        ),
    ],
    [
      'a change without a version',
      428,
      'version-needed',
      () => house.post(ward, `/claims/${nowhere}/departure`, { destination: 'home' }),
    ],
    [
      'a claim nobody knows',
      404,
      'claim-unknown',
      () => house.post(ward, `/claims/${nowhere}/departure`, { destination: 'home' }, { version: 1 }),
    ],
    [
      'a bed nobody knows',
      404,
      'place-unknown',
      () => house.post(gp, '/holds', { placeId: nowhere, product: 'elv-high' }),
    ],
    [
      'care the bed does not give',
      409,
      'product-not-here',
      () => house.post(gp, '/holds', { placeId: house.freshPlace(), product: 'grz' }),
    ],
    [
      'a request of somebody else',
      404,
      'request-unknown',
      async () => house.call(transfer, 'GET', `/api/v1/requests/${(await sendRequest(house, [])).id}`),
    ],
    [
      'a ward of another house',
      403,
      'other-unit',
      () => house.post(other, `/units/${units[0]}/confirmations`, {}),
    ],
    [
      'an end before the start',
      422,
      'end-before-start',
      () =>
        house.post(ward, `/units/${units[0]}/closures`, {
          reason: 'other',
          from: iso(NOW),
          until: iso(NOW - HOUR),
        }),
    ],
    [
      'a BSN that fails its test',
      400,
      'invalid-input',
      () => house.post(gp, '/requests', asking([], { person: somebody({ bsn: '123456789' }) })),
    ],
    [
      'a birth that is still to come',
      422,
      'birth-date-impossible',
      () => house.post(gp, '/requests', asking([], { person: somebody({ birthDate: '2030-01-01' }) })),
    ],
    [
      'a moment before all counting',
      400,
      'invalid-input',
      () =>
        house.post(ward, `/units/${units[0]}/closures`, {
          reason: 'other',
          from: '0000-01-01T00:00:00Z',
          until: iso(NOW),
        }),
    ],
    [
      'a moment after all counting',
      400,
      'invalid-input',
      () =>
        house.post(gp, '/holds', {
          placeId: house.freshPlace(),
          product: 'elv-high',
          from: '9999-12-31T23:00:00Z',
        }),
    ],
  ];
};

describe('every refusal', () => {
  it('is a problem with a code, a Dutch and an English sentence and what to do next, and leaves nothing behind', async () => {
    for (const [what, status, code, ask] of refusals()) {
      const isSetUp = what === 'a request of somebody else';
      const before = await everything();
      const answer = await ask();
      expect([what, answer.statusCode, answer.json<Problem>().code], answer.body).toEqual([
        what,
        status,
        code,
      ]);
      expect(answer.headers['content-type'], what).toMatch(/^application\/problem\+json/);
      const problem = Problem.strict().parse(answer.json());
      expect(problem.status, what).toBe(status);
      for (const sentence of [problem.detail, problem.detail_en, problem.next, problem.next_en])
        expect(sentence, what).toMatch(/^.{6,}[.?!]$/);
      expect(problem.detail, what).not.toBe(problem.detail_en);
      if (!isSetUp) expect(await everything(), what).toEqual(before);
    }
  });

  it('names the field that is wrong, in Dutch and in English', async () => {
    const answer = await house.post(
      house.small.gp,
      '/requests',
      asking([], { callbackPhone: '12', weight: 'zwaar' }),
    );
    const { fields } = Problem.parse(answer.json());
    expect(fields?.map((field) => field.path).sort()).toEqual(['callbackPhone', 'weight']);
    for (const field of fields ?? [])
      expect(field.nl, field.path).not.toMatch(/\b(Invalid|expected|received)\b/);
  });

  it('of a taken bed names the moment, never who is in it', async () => {
    const { placeId } = await admitSomebody(house);
    for (const answer of [
      await house.post(house.small.gp, '/holds', { placeId, product: 'elv-high' }),
      await house.post(
        house.small.gp,
        '/requests',
        asking([placeId], { person: somebody({ name: 'Berend Kuipers' }) }),
      ),
    ]) {
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([409, 'place-taken']);
      expect(answer.body).not.toMatch(/Hofsteenge|Geertje|1941-\d\d-\d\d|keuken|Kuipers/);
    }
  });

  it('says in practice on every answer that this is practice', async () => {
    for (const url of [
      '/health/live',
      '/health/ready',
      '/api/v1/board',
      '/nowhere',
      '/%ZZ',
      '/openapi.json',
    ]) {
      const answer = await house.call(null, 'GET', url);
      expect(answer.headers['x-oefenregio'], url).toBe('OEFENREGIO');
    }
  });
});

describe('health', () => {
  it('says that the process lives and that it can record', async () => {
    expect((await house.call(null, 'GET', '/health/live')).json()).toEqual({ live: true });
    // On a busy machine the diary may have been read a moment too long ago; then it is not ready, and is so again.
    await expect
      .poll(async () => {
        const ready = await house.call(null, 'GET', '/health/ready');
        return [ready.statusCode, ready.json()];
      })
      .toEqual([200, { ready: true, database: true, picture: true }]);
    expect((await house.call(null, 'GET', '/metrics')).body).toMatch(/^verkeerstoren_screens_open 0$/m);
  });
});
