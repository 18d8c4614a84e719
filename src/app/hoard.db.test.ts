import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Problem } from '#kernel/contract.ts';
import { type ApiHouse, asking, openApiHouse } from './api-house.fixture.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
let house: ApiHouse;

beforeAll(async () => {
  house = await openApiHouse({ now: NOW, placesPerUnit: 150 });
});
afterAll(() => house.close());

it('who holds ten places by themselves, however many they ask at one moment, is told when to come back, and gets one when one is given back', async () => {
  const hold = () =>
    house.post(house.small.desk, '/holds', { placeId: house.freshPlace(), product: 'elv-high' });
  const first = await hold();
  const rest = await Promise.all(Array.from({ length: 15 }, hold));
  expect(rest.filter(({ statusCode }) => statusCode === 200)).toHaveLength(9);
  expect(rest.filter(({ statusCode }) => statusCode === 429)).toHaveLength(6);
  const refused = await hold();
  expect([refused.statusCode, refused.json<Problem>().code]).toEqual([429, 'too-many-holds']);
  expect(refused.headers['retry-after']).toBe(String(45 * 60));
  expect(refused.json<Problem>().detail).toBe('Er zijn al 10 plekken tegelijk voor u vastgehouden.');
  await house.post(house.small.desk, `/holds/${first.json<{ claimId: string }>().claimId}/release`, {});
  expect((await hold()).statusCode).toBe(200);
});

it('the requests of one organisation hold so many places and no more, also at one moment; another still gets one', async () => {
  const pairs = Array.from({ length: 58 }, () => [house.freshPlace(0), house.freshPlace(1)]);
  for (const [one = '', two = ''] of pairs) {
    const sent = await house.post(house.small.gp, '/requests', asking([one, two]));
    expect(sent.statusCode, sent.body).toBe(200);
  }
  const last = Array.from({ length: 8 }, () => house.freshPlace(1));
  const answers = await Promise.all(
    last.map((placeId) => house.post(house.small.gp, '/requests', asking([placeId]))),
  );
  const refused = answers.filter(({ statusCode }) => statusCode === 429);
  expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(120 - 2 * pairs.length);
  expect(refused).toHaveLength(last.length - 4);
  expect(refused[0]?.json<Problem>().code).toBe('too-many-holds');
  const other = await house.post(house.small.transfer, '/requests', asking([house.freshPlace(1)]));
  expect(other.statusCode, other.body).toBe(200);
});
