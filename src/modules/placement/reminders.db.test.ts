import { afterAll, beforeAll, expect, it } from 'vitest';
import { MINUTE } from '#kernel/interval.ts';
import { type Asking, NOW, openAsking } from './asking.fixture.ts';
import { readOffer } from './service-offer.ts';
import { dueReminders } from './service-waiting.ts';

let asking: Asking;

beforeAll(async () => {
  asking = await openAsking();
});
afterAll(() => asking.house.close());

/** The kinds of reminders the desk finds due so many minutes later, for one request. */
const due = async (requestId: string, minutes: number): Promise<[string, string][]> => {
  const { house } = asking;
  const found = await house.as(
    house.small.desk,
    (tx, doing) => dueReminders(tx, doing),
    NOW + minutes * MINUTE,
  );
  return found.filter((each) => each.requestId === requestId).map(({ kind, key }) => [kind, key]);
};

it('reminds a ward once that has not looked, and leaves it in peace when it has', async () => {
  const { house, send, freshPlace } = asking;
  const { request, offers } = await send({ placeIds: [freshPlace()] });
  expect(await due(request.id, 10)).toEqual([]);
  const first = await due(request.id, 30);
  expect(first.map(([kind]) => kind)).toEqual(['not-read']);
  expect(await due(request.id, 31)).toEqual(first);
  await house.as(house.small.wards[0], (tx, doing) => readOffer(tx, offers[0]?.id ?? '', doing));
  expect(await due(request.id, 32)).toEqual([]);
});

it('reminds the desk when its time to search is over', async () => {
  const { request } = await asking.send();
  expect(await due(request.id, 119)).toEqual([]);
  expect((await due(request.id, 121)).map(([kind]) => kind)).toEqual(['search-over']);
});
