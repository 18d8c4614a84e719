import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#kernel/contract.ts';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import type { RequestView, UnmetProposal } from '#modules/placement/contract.ts';
import type { Unmet, Waiting } from '#tower/contract.ts';
import { type ApiHouse, sendRequest } from './api-house.fixture.ts';
import { code, openRouteHouse } from './route-house.fixture.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
let house: ApiHouse;
let route: Awaited<ReturnType<typeof openRouteHouse>>;

beforeAll(async () => {
  route = await openRouteHouse(NOW);
  house = route.house;
});
afterAll(() => house.close());

describe('after the yes', () => {
  it('the ride is arranged by who asks or by the house, and not before', async () => {
    const [ward, other] = house.small.wards;
    const request = await sendRequest(house, [house.freshPlace()], { person: route.fresh() });
    const ride = { by: 'taxi', at: new Date(NOW + HOUR).toISOString().replace('.000', '') };
    const plan = (who: Parameters<ApiHouse['post']>[0], body: object = ride) =>
      house.post(who, `/requests/${request.id}/transport`, body);
    expect(code(await plan(house.small.gp))).toEqual([409, 'not-accepted']);
    await route.accept(request.offers[0]?.id);
    expect((await plan(ward)).json<{ request: RequestView }>().request.transport).toMatchObject(ride);
    expect(code(await plan(other))).toEqual([404, 'request-unknown']);
    const past = { by: 'taxi', at: new Date(NOW - HOUR).toISOString() };
    expect(code(await plan(house.small.gp, past))).toEqual([422, 'arrival-in-the-past']);
  });
});

describe('a request that found no place', () => {
  it('proposes its reason from what the search says, and counts only with one', async () => {
    const request = await sendRequest(house, [], {
      person: route.fresh(),
      reason: 'observation',
      needs: [],
    });
    const proposed = await house.call(
      house.small.desk,
      'GET',
      `/api/v1/requests/${request.id}/unmet-proposal`,
    );
    expect(proposed.json<UnmetProposal>().code).toBe('other');
    const close = (body: object) => house.post(house.small.desk, `/requests/${request.id}/close`, body);
    expect(code(await close({ reason: 'no-place' }))).toEqual([422, 'unmet-reason-missing']);
    const ended = await close({ reason: 'no-place', code: 'no-bed', would: ['one-more-bed'] });
    expect(ended.json<{ request: RequestView }>().request.unmet).toEqual({
      code: 'no-bed',
      would: ['one-more-bed'],
    });
    const counted = await house.call(house.small.gp, 'GET', '/api/v1/unmet?days=7');
    expect(counted.json<Unmet>()).toMatchObject({
      requests: 1,
      codes: [{ code: 'no-bed', requests: 1 }],
      products: [{ product: 'reo-observation', requests: 1 }],
    });
  });

  it('ends elsewhere with place and distance, or withdrawn with its reason', async () => {
    const close = async (body: object) => {
      const { id } = await sendRequest(house, [], { person: route.fresh() });
      return house.post(house.small.gp, `/requests/${id}/close`, body);
    };
    const moved = await close({ reason: 'elsewhere', place: 'Groningen', km: 26.4 });
    expect(moved.json<{ request: RequestView }>().request.elsewhere).toEqual({
      place: 'Groningen',
      km: 26.4,
    });
    expect(code(await close({ reason: 'elsewhere', place: ' ' }))).toEqual([400, 'invalid-input']);
    const back = await close({ reason: 'withdrawn', code: 'better' });
    expect(back.json<{ request: RequestView }>().request.withdrawCode).toBe('better');
    expect(code(await close({ reason: 'withdrawn' }))).toEqual([400, 'invalid-input']);
  });
});

describe('the ladder', () => {
  it('is climbed by the desk when its time has come, once, and seen by who asks', async () => {
    const request = await sendRequest(house, [house.freshPlace()], { person: route.fresh() });
    const climb = (who: Parameters<ApiHouse['post']>[0], rung: string) =>
      house.post(who, `/requests/${request.id}/escalate`, { rung });
    expect(code(await climb(house.small.gp, 'insurer'))).toEqual([403, 'not-allowed']);
    const early = await climb(house.small.desk, 'insurer');
    expect(code(early)).toEqual([409, 'rung-too-early']);
    expect(early.json<Problem>().detail).toContain('24-11 11:00');
    const crisis = await sendRequest(house, [], { person: route.fresh(), urgency: 'crisis' });
    const atOnce = (rung: string) =>
      house.post(house.small.desk, `/requests/${crisis.id}/escalate`, { rung });
    expect((await atOnce('insurer')).statusCode).toBe(200);
    expect((await atOnce('insurer')).statusCode).toBe(200);
    const { ladder } = await route.seen(house.small.gp, crisis.id);
    expect(ladder?.climbed.map(({ rung }) => rung)).toEqual(['insurer']);
    expect(ladder?.next?.rung).toBe('report');
    expect((await route.seen(house.small.wards[0], request.id)).ladder).toBeNull();
  });
});

describe('where it waited', () => {
  it('stands on the request for who asks, and in the sum for everybody', async () => {
    const [ward] = house.small.wards;
    const request = await sendRequest(house, [house.freshPlace()], { person: route.fresh() });
    house.clock.at += 20 * MINUTE;
    const waiting = await route.seen(house.small.gp, request.id);
    expect(waiting.waits).toEqual([
      {
        cause: 'answer',
        minutes: 20,
        now: true,
        text: { nl: 'Wacht 20 min op antwoord', en: 'Waits 20 min for an answer' },
      },
    ]);
    expect((await route.seen(ward, request.id)).waits).toEqual([]);
    await route.accept(request.offers[0]?.id);
    house.clock.at += 10 * MINUTE;
    await house.post(ward, `/requests/${request.id}/arrival`, {});
    house.clock.at += HOUR;
    const arrived = (await route.seen(house.small.gp, request.id)).waits;
    expect(arrived.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(30);
    expect(arrived.some(({ now }) => now)).toBe(false);
    const sums = (await house.call(ward, 'GET', '/api/v1/waiting')).json<Waiting>();
    expect(sums.causes.find(({ cause }) => cause === 'answer')?.minutes).toBeGreaterThanOrEqual(20);
    expect(sums.products.map(({ product }) => product)).toContain('elv-high');
  });
});
