import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#kernel/contract.ts';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import type { BoardRow, Ward } from '#tower/contract.ts';
import {
  type ApiHouse,
  admitSomebody,
  asking,
  openApiHouse,
  type Sent,
  sendRequest,
  somebody,
} from './api-house.fixture.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const PATIENT = { timeout: 20_000 };
let house: ApiHouse;

beforeAll(async () => {
  house = await openApiHouse({ now: NOW, placesPerUnit: 40 });
});
afterAll(() => house.close());

const code = (answer: { statusCode: number; json<T>(): T }) => [
  answer.statusCode,
  answer.json<Problem>().code,
];
const ward = async (): Promise<Ward> =>
  (
    await house.call(house.small.wards[0], 'GET', `/api/v1/wards/${house.small.units[0]}?days=7`)
  ).json<Ward>();
const stateOf = async (placeId: string) => (await ward()).places.find(({ id }) => id === placeId)?.state;
const accept = (request: Sent['request'], body: object = {}) =>
  house.post(house.small.wards[0], `/offers/${request.offers[0]?.id}/accept`, {
    doctor: 'dr. Oefen',
    ...body,
  });
const freeOnBoard = async (): Promise<number> => {
  const { rows } = (await house.call(house.small.gp, 'GET', '/api/v1/board')).json<{ rows: BoardRow[] }>();
  const row = rows.find(({ siteId, product }) => siteId === house.small.sites[0] && product === 'elv-high');
  return row?.free ?? Number.NaN;
};

/** What went wrong at others on the way to a place, by the number of their report; each must not happen here. */
describe('what others met on the route', () => {
  it('care_fe#6748: a bed that is free is refused as taken, after a hold, a yes or a stay came to nothing', async () => {
    const placeId = house.freshPlace();
    const held = await sendRequest(house, [placeId]);
    await house.post(house.small.gp, `/offers/${held.offers[0]?.id}/withdraw`, {});
    const silent = await sendRequest(house, [placeId]);
    house.clock.at += 45 * MINUTE;
    const reserved = await sendRequest(house, [placeId]);
    expect(silent.state).toBe('offered');
    expect((await accept(reserved)).statusCode).toBe(200);
    await house.post(house.small.gp, `/requests/${reserved.id}/not-arrived`, {});
    expect(await stateOf(placeId)).toBe('free');
    expect((await sendRequest(house, [placeId])).state).toBe('offered');
  });

  it('TicketsCAD#102: what is free only ever goes down', PATIENT, async () => {
    const before = (await ward()).counts.free;
    await expect.poll(freeOnBoard, PATIENT).toBe(before);
    const request = await sendRequest(house, [house.freshPlace()]);
    await expect.poll(freeOnBoard, PATIENT).toBe(before - 1);
    await house.post(house.small.wards[0], `/offers/${request.offers[0]?.id}/refuse`, { code: 'no-staff' });
    await expect.poll(freeOnBoard, PATIENT).toBe(before);
  });

  it('Hospilot#4: a reserved bed is written down as occupied, and one that is cleaned as free', async () => {
    const placeId = house.freshPlace();
    expect((await accept(await sendRequest(house, [placeId]))).statusCode).toBe(200);
    expect(await stateOf(placeId)).toBe('held');
    const stay = await admitSomebody(house);
    house.clock.at += HOUR;
    const left = { destination: 'home', cleaningMinutes: 60 };
    await house.post(house.small.wards[0], `/claims/${stay.claimId}/departure`, left, {
      version: stay.version,
    });
    expect(await stateOf(stay.placeId)).toBe('closed');
    house.clock.at += HOUR;
    expect(await stateOf(stay.placeId)).toBe('free');
  });

  it('care_fe#16333: reserved beds are nought wherever one looks', async () => {
    const { counts } = await ward();
    await accept(await sendRequest(house, [house.freshPlace()]));
    expect((await ward()).counts.held).toBe(counts.held + 1);
  });

  it('care_fe#760: somebody is accepted without a bed to go to', async () => {
    const request = await sendRequest(house, [house.freshPlace()]);
    const elsewhere = await accept(request, { placeId: house.small.places[1][0] });
    expect(code(elsewhere)).toEqual([404, 'place-unknown']);
    const still = await house.call(house.small.gp, 'GET', `/api/v1/requests/${request.id}`);
    expect(still.json<Sent>().request.state).toBe('offered');
  });

  it('care_fe#781: a second request lives on beside the first, unseen', async () => {
    const person = somebody({ name: 'Berend Kok', birthDate: '1938-01-01', bsn: '999990007' });
    await sendRequest(house, [house.freshPlace()], { person, second: false });
    const twice = asking([house.freshPlace()], { person, second: false });
    expect(code(await house.post(house.small.gp, '/requests', twice))).toEqual([409, 'request-running']);
  });

  it('care#400: a house takes somebody in without who is responsible knowing', async () => {
    const request = await sendRequest(house, [house.freshPlace()]);
    const [, other] = house.small.wards;
    expect(code(await house.post(other, `/requests/${request.id}/arrival`, {}))[0]).toBe(404);
    expect((await accept(request)).statusCode).toBe(200);
    expect(code(await house.post(other, `/requests/${request.id}/arrival`, {}))[0]).toBe(404);
    const seen = await house.call(house.small.gp, 'GET', `/api/v1/requests/${request.id}`);
    expect(seen.json<Sent>().request.responsible?.organisation).toBe('Praktijk');
  });

  it('calcom#29958: a bed that is asked for is shown as free until somebody says yes', async () => {
    const placeId = house.freshPlace();
    await sendRequest(house, [placeId]);
    expect(await stateOf(placeId)).toBe('held');
    const rival = await house.post(house.small.gp, '/requests', asking([placeId]));
    expect(code(rival)).toEqual([409, 'place-taken']);
  });

  it('circulate#2181: a bed that waits for a choice is given away before the choice is made', async () => {
    const second = await openApiHouse({ now: NOW, placesPerUnit: 2, choice: 'person' });
    const placeId = second.freshPlace();
    const request = await sendRequest(second, [placeId]);
    second.clock.at += 30 * MINUTE;
    const offer = `/offers/${request.offers[0]?.id}`;
    await second.post(second.small.wards[0], `${offer}/accept`, { doctor: 'dr. Oefen' });
    second.clock.at += 59 * MINUTE;
    expect(code(await second.post(second.small.gp, '/requests', asking([placeId])))).toEqual([
      409,
      'place-taken',
    ]);
    expect((await second.post(second.small.gp, `${offer}/choose`, {})).statusCode).toBe(200);
    await second.close();
  });
});
