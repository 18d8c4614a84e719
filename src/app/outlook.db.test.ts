import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '#kernel/interval.ts';
import type {
  ModelAnswer,
  PricesAnswer,
  Scenario,
  ScenarioFile,
  ScenarioList,
  ShareAnswer,
  SharedScenario,
} from '#modules/outlook/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import type { With } from './api-house.fixture.ts';
import { NOW, type OutlookHouse, openOutlookHouse } from './outlook-house.fixture.ts';

const URL = '/api/v1/outlook/scenarios';
const number = { mean: 2, from: 1, until: 3, low: 0, high: 4, years: 200 };
const ROW = {
  ...{ party: 'hospital', figure: 'wrong-bed-days', now: number, after: number, difference: number },
  ...{ unclear: false, counted: 12, money: { kind: 'none', from: 0, until: 0, mean: 0 } },
  freed: { kind: 'bed-days', change: null },
};
const BODY = { name: 'Avond en weekend', levers: { product: null }, seed: 7, years: 200, rows: [ROW] };

let world: OutlookHouse;
let manager: Professional;

beforeAll(async () => {
  world = await openOutlookHouse();
  manager = world.manager;
});
afterAll(() => world.api.close());
beforeEach(() => world.at(NOW));

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
const ask = (who: Professional | null, method: Method, url: string, body?: unknown, more?: With) =>
  world.api.call(who, method, url, body, more);
const kept = async (change: object = {}): Promise<Scenario> =>
  (await ask(manager, 'POST', URL, { ...BODY, ...change })).json<Scenario>();
const listed = async (who: Professional): Promise<string[]> =>
  (await ask(who, 'GET', URL)).json<ScenarioList>().scenarios.map(({ id }) => id);
const opened = (token: string) => ask(null, 'POST', '/api/v1/outlook/shared', { token });
const shared = async (id: string, days = 7): Promise<string> => {
  const answer = await ask(manager, 'POST', `${URL}/${id}/share`, { days });
  const { link } = answer.json<ShareAnswer>();
  expect(link).toMatch(/^\/vooruit\/gedeeld#[\w-]{43}$/);
  return link.split('#')[1] ?? '';
};

describe('a scenario', () => {
  it('is kept with the region it was played on, so that anybody can play it again', async () => {
    const wards = (await ask(manager, 'GET', '/api/v1/outlook/model')).json<ModelAnswer>();
    expect(wards.model.wards.length).toBeGreaterThan(0);
    const ward = wards.model.wards[0];
    const levers = { product: null, beds: { [ward?.id ?? '']: 4 } };
    const { id } = await kept({ levers, asOf: wards.asOf });
    const file = (await ask(manager, 'GET', `${URL}/${id}/export`)).json<ScenarioFile>();
    expect(file).toMatchObject({ scenario: { levers, seed: 7, years: 200, version: 1, sharedUntil: null } });
    expect(file.model).toEqual(wards.model);
    const csv = await ask(manager, 'GET', `${URL}/${id}/rows.csv`);
    expect(csv.body.split('\r\n')[1]).toBe('hospital;wrong-bed-days;2;2;2;1;3;false;12;none;0;0;0;bed-days;');
  });

  it('is seen by the organisation that kept it and by no other', async () => {
    const { id } = await kept();
    expect(await listed(manager)).toContain(id);
    expect(await listed(world.stranger)).toEqual([]);
    for (const [method, url, body] of [
      ['GET', `/${id}/export`, undefined],
      ['GET', `/${id}/rows.csv`, undefined],
      ['PATCH', `/${id}`, { name: 'Van mij' }],
      ['DELETE', `/${id}`, undefined],
      ['POST', `/${id}/share`, { days: 7 }],
      ['POST', `/${id}/unshare`, {}],
    ] as const) {
      const answer = await ask(world.stranger, method, `${URL}${url}`, body, { version: 1 });
      expect([method, url, answer.statusCode]).toEqual([method, url, 404]);
    }
    expect(await listed(manager)).toContain(id);
    expect((await ask(world.api.small.desk, 'GET', URL)).statusCode).toBe(403);
  });

  it('that is sent twice with one key is kept once', async () => {
    const before = (await listed(manager)).length;
    const answers = [];
    for (let i = 0; i < 2; i++) answers.push(await ask(manager, 'POST', URL, BODY, { key: 'een keer' }));
    expect(new Set(answers.map((each) => each.json<Scenario>().id)).size).toBe(1);
    expect((await listed(manager)).length).toBe(before + 1);
  });

  it('is not written over by who did not see the last change', async () => {
    const { id } = await kept();
    expect((await ask(manager, 'PATCH', `${URL}/${id}`, { name: 'B' })).statusCode).toBe(428);
    const first = await ask(manager, 'PATCH', `${URL}/${id}`, { name: 'B' }, { version: 1 });
    expect(first.json<Scenario>()).toMatchObject({ name: 'B', version: 2, seed: 7 });
    const late = await ask(manager, 'PATCH', `${URL}/${id}`, { name: 'C' }, { version: 1 });
    expect([late.statusCode, late.json<{ code: string }>().code]).toEqual([412, 'version-stale']);
    expect((await ask(manager, 'DELETE', `${URL}/${id}`, undefined, { version: 1 })).statusCode).toBe(412);
    expect((await ask(manager, 'DELETE', `${URL}/${id}`, undefined, { version: 2 })).statusCode).toBe(200);
    expect(await listed(manager)).not.toContain(id);
  });

  it('changes what was turned only together with what came out', async () => {
    const { id } = await kept();
    const half = await ask(manager, 'PATCH', `${URL}/${id}`, { levers: { product: 'grz' } }, { version: 1 });
    expect(half.statusCode).toBe(400);
    const { name: _, ...played } = BODY;
    const whole = { ...played, seed: 8 };
    const changed = await ask(manager, 'PATCH', `${URL}/${id}`, whole, { version: 1 });
    expect(changed.json<Scenario>()).toMatchObject({ name: BODY.name, seed: 8 });
  });
});

describe('the link of a scenario', () => {
  it('shows who has it the name, what was turned and what came out, and nothing of the region', async () => {
    const { id } = await kept();
    const answer = await opened(await shared(id));
    expect(answer.headers['cache-control']).toBe('no-store');
    const told = answer.json<SharedScenario>();
    expect(told).toMatchObject({ name: BODY.name, levers: BODY.levers, rows: [ROW], years: 200 });
    expect(Object.keys(told).toSorted()).toEqual([
      ...['levers', 'madeAt', 'name', 'rows', 'sharedUntil', 'turned', 'years'],
    ]);
  });

  it('opens nothing when it is made up, ran out, was shut or gave way to another', async () => {
    const { id } = await kept();
    const old = await shared(id, 1);
    const token = await shared(id, 2);
    expect((await opened(old)).statusCode).toBe(404);
    expect((await opened('x'.repeat(43))).json<{ code: string }>().code).toBe('shared-unknown');
    expect((await opened(token)).statusCode).toBe(200);
    world.at(NOW + 2 * DAY);
    expect((await opened(token)).statusCode).toBe(404);
    world.at(NOW);
    const shut = await ask(manager, 'POST', `${URL}/${id}/unshare`, {});
    expect(shut.json<Scenario>().sharedUntil).toBeNull();
    expect((await opened(token)).statusCode).toBe(404);
  });

  it('is kept nowhere: not in the row, not under a key, not in the diary', async () => {
    const { id } = await kept();
    const token = await shared(id);
    for (const table of ['outlook_scenario', 'platform_key', 'platform_diary']) {
      const { rows } = await world.api.owner.query(
        `select t::text as row from ${table} t where t::text like $1`,
        [`%${token}%`],
      );
      expect([table, rows]).toEqual([table, []]);
    }
  });
});

describe('what the region sets', () => {
  it('when it wants to hear is silent at first, and is set by who saw what stood', async () => {
    expect((await world.alerts()).thresholds).toEqual([]);
    const set = { kind: 'no-place-ahead', product: 'elv-high', on: true, figure: 0.5, days: 3, version: 0 };
    const put = (body: object) => ask(manager, 'PUT', '/api/v1/outlook/thresholds', body);
    expect((await put(set)).json()).toEqual({ ...set, version: 1 });
    expect((await put({ ...set, figure: 0.9 })).statusCode).toBe(412);
    expect((await put({ ...set, on: false, version: 1 })).statusCode).toBe(200);
    expect((await world.alerts()).thresholds).toEqual([{ ...set, on: false, version: 2 }]);
    expect((await put({ ...set, kind: 'departures-wait' })).statusCode).toBe(422);
    expect((await ask(world.api.small.desk, 'PUT', '/api/v1/outlook/thresholds', set)).statusCode).toBe(403);
  });

  it('what things cost comes with its source, and what was said before is kept', async () => {
    const url = '/api/v1/outlook/prices';
    const price = { code: 'hospital-day', euros: 700, source: 'Kostenhandleiding', year: 2025 };
    expect((await ask(manager, 'GET', url)).json<PricesAnswer>()).toEqual({ prices: [], version: 0 });
    const put = (body: object, version: number) => ask(manager, 'PUT', url, body, { version });
    expect((await put({ prices: [price] }, 0)).statusCode).toBe(200);
    expect((await put({ prices: [price] }, 0)).statusCode).toBe(412);
    const now = await put({ prices: [{ ...price, euros: 750 }] }, 1);
    expect(now.json<PricesAnswer>()).toEqual({ prices: [{ ...price, euros: 750 }], version: 2 });
    const { rows } = await world.api.owner.query('select euros from outlook_price order by version');
    expect(rows).toEqual([{ euros: 700 }, { euros: 750 }]);
  });
});
