import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Problem } from '#kernel/contract.ts';
import { DAY } from '#kernel/interval.ts';
import type { RequestView } from '#modules/placement/contract.ts';
import { CAUTIOUS, writeRegion } from '#modules/region/index.ts';
import { openDatabase } from '#platform/db/database.ts';
import { type ApiHouse, asking, openApiHouse, sendRequest } from './api-house.fixture.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const PATIENT = { timeout: 10_000, interval: 50 };
let house: ApiHouse;

beforeAll(async () => {
  house = await openApiHouse({ now: NOW, placesPerUnit: 6 });
  const { organisationId: deskOrganisationId } = house.small.desk;
  const tomorrow = {
    ...{ ...CAUTIOUS, validFrom: '2026-11-24', deskOrganisationId, deskPhone: '0592-00 41 00' },
    ...({ choice: 'person', autoNext: false, waitingList: false, crisisForAll: true } as const),
  };
  const database = openDatabase(house.url, 1);
  await database.transaction({ actor: 'maker', organisationId: null }, (tx) =>
    writeRegion(tx, { agreements: [tomorrow] }, { actor: 'maker', now: NOW }),
  );
  await database.close();
});
afterAll(() => house.close());

const ward = () => house.small.wards[0];
const asked = async (): Promise<RequestView> => {
  const { id } = await sendRequest(house, [house.freshPlace()]);
  return (await house.call(house.small.gp, 'GET', `/api/v1/requests/${id}`)).json<{ request: RequestView }>()
    .request;
};
const answer = async (request: RequestView, step: string, body: object): Promise<RequestView> => {
  const done = await house.post(ward(), `/offers/${request.offers[0]?.id}/${step}`, body);
  expect(done.statusCode, done.body).toBe(200);
  return (await house.call(house.small.gp, 'GET', `/api/v1/requests/${request.id}`)).json<{
    request: RequestView;
  }>().request;
};
const minutes = ({ offers }: RequestView): number =>
  (Date.parse(offers[0]?.answerBy ?? '') - Date.parse(offers[0]?.sentAt ?? '')) / 60_000;

it('the agreement of tomorrow counts from midnight, without a restart, and not before', async () => {
  const today = await asked();
  expect(minutes(today)).toBe(45);
  expect((await answer(today, 'accept', { doctor: 'dr. Oefen' })).state).toBe('accepted');
  const waiting = await sendRequest(house, []);
  expect(waiting.state).toBe('searching');

  house.clock.at = NOW + DAY;
  for (const [home, who] of house.small.wards.entries()) {
    const told = await house.post(who, `/units/${house.small.units[home === 0 ? 0 : 1]}/confirmations`, {});
    expect(told.statusCode).toBe(200);
  }
  const after = await asked();
  // In a crisis of the region the clocks of the crisis route count, also for who asked yesterday.
  expect(minutes(after)).toBe(15);
  const again = await house.post(house.small.gp, `/requests/${waiting.id}/offers`, {
    placeId: house.freshPlace(),
  });
  expect(minutes(again.json<{ request: RequestView }>().request)).toBe(15);
  // The person chooses: a yes waits.
  expect(await answer(after, 'accept', { doctor: 'dr. Oefen' })).toMatchObject({
    state: 'offered',
    offers: [{ state: 'willing' }],
  });
  // Nobody is asked by itself after a no.
  const other = await asked();
  expect((await answer(other, 'refuse', { code: 'no-staff' })).state).toBe('searching');
  // Without a place that fits nobody waits.
  const nothing = asking([], { needs: ['bariatric'] });
  await expect
    .poll(async () => (await house.post(house.small.gp, '/requests', nothing)).json<Problem>().code, PATIENT)
    .toBe('no-waiting-list');
});
