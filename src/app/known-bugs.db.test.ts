import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#kernel/contract.ts';
import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import { rows } from '#platform/db/sql.ts';
import {
  type ApiHouse,
  admitSomebody,
  asking,
  openApiHouse,
  type Sent,
  sendRequest,
} from './api-house.fixture.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
/** A busy machine takes its time. */
const PATIENT = { timeout: 20_000 };
const iso = (at: number): string => new Date(at).toISOString();
let house: ApiHouse;

const code = (answer: { statusCode: number; json<T>(): T }) => [
  answer.statusCode,
  answer.json<Problem>().code,
];
const hold = (placeId: string) => house.post(house.small.gp, '/holds', { placeId, product: 'elv-high' });
const leave = (stay: { claimId: string; version: number }) =>
  house.post(
    house.small.wards[0],
    `/claims/${stay.claimId}/departure`,
    { destination: 'home' },
    { version: stay.version },
  );
const accept = (request: Sent['request'], home: 0 | 1 = 0) =>
  house.post(house.small.wards[home], `/offers/${request.offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });

beforeAll(async () => {
  house = await openApiHouse({ now: NOW, placesPerUnit: 60 });
});
afterAll(() => house.close());

/** What went wrong at others, by the number of their report; each must not happen here. */
describe('what others met', () => {
  it('care_fe#6161: somebody is entered in a bed at a time when somebody else lay in it', async () => {
    const stay = await admitSomebody(house);
    house.clock.at += 2 * HOUR;
    expect((await leave(stay)).statusCode).toBe(200);
    const request = await sendRequest(house, [stay.placeId]);
    await accept(request);
    const arrival = (at: number) =>
      house.post(house.small.wards[0], `/requests/${request.id}/arrival`, { at: iso(at) });
    expect(code(await arrival(house.clock.at - HOUR))).toEqual([409, 'bed-occupied-then']);
    house.clock.at += MINUTE;
    expect((await arrival(house.clock.at)).statusCode).toBe(200);
  });

  it('care#1400: somebody left, and their bed stays in use', async () => {
    const stay = await admitSomebody(house);
    house.clock.at += HOUR;
    await leave(stay);
    expect((await hold(stay.placeId)).statusCode).toBe(200);
  });

  it('hmis#20183: a row that nobody cleared keeps a free bed for ever', async () => {
    const placeId = house.freshPlace();
    await hold(placeId);
    house.clock.at += 45 * MINUTE;
    expect((await hold(placeId)).statusCode).toBe(200);
  });

  it('marley#1141: the bed is free when a departure is planned, with the person still in it', async () => {
    const stay = await admitSomebody(house);
    const end = { until: iso(house.clock.at + HOUR) };
    const planned = await house.post(house.small.wards[0], `/claims/${stay.claimId}/expected-end`, end, {
      version: stay.version,
    });
    expect(planned.statusCode).toBe(200);
    house.clock.at += 2 * HOUR;
    expect(code(await hold(stay.placeId))).toEqual([409, 'place-taken']);
  });

  it('care#847: who has left is moved to another bed', async () => {
    const stay = await admitSomebody(house);
    house.clock.at += HOUR;
    await leave(stay);
    const moved = { placeId: house.freshPlace() };
    const answer = await house.post(house.small.wards[0], `/claims/${stay.claimId}/move`, moved, {
      version: stay.version + 1,
    });
    expect(code(answer)).toEqual([409, 'claim-ended']);
  });

  it('calcom#10789: two questions for one bed are both answered with yes', async () => {
    const placeId = house.freshPlace();
    const [one, two] = [await sendRequest(house, []), await sendRequest(house, [])];
    const ask = async (id: string) =>
      (await house.post(house.small.gp, `/requests/${id}/offers`, { placeId, hold: false })).json<Sent>()
        .request;
    const asked = [await ask(one.id), await ask(two.id)];
    const answers = await Promise.all(asked.map((request) => accept(request)));
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
  });

  it('circulate#2181: a hold runs out under the yes that used it', async () => {
    const [late, intime] = [
      await sendRequest(house, [house.freshPlace()]),
      await sendRequest(house, [house.freshPlace()]),
    ];
    house.clock.at += 45 * MINUTE - 1;
    expect((await accept(intime)).statusCode).toBe(200);
    house.clock.at += 1;
    expect(code(await accept(late))).toEqual([409, 'offer-expired']);
    house.clock.at += HOUR;
    const still = await house.call(house.small.gp, 'GET', `/api/v1/requests/${intime.id}`);
    expect(still.json<Sent>().request.state).toBe('accepted');
  });

  it('medplum#9811: a transaction that committed nothing is answered with yes', async () => {
    const acting = { actor: 'tester', organisationId: null } as const;
    const swallowed = house.house.database.transaction(acting, async (tx) => {
      await rows(tx, 'select 1 / 0').catch(() => undefined);
      return 'done';
    });
    await expect(swallowed).rejects.toThrow(/ROLLBACK/);
  });

  it('promtior-challenge#73: two who take the same beds in another order meet a deadlock', async () => {
    for (let round = 0; round < 5; round++) {
      const beds = [house.freshPlace(0), house.freshPlace(1)];
      const answers = await Promise.all(
        [beds, beds.toReversed(), beds, beds.toReversed()].map((order) =>
          house.post(house.small.gp, '/requests', asking(order)),
        ),
      );
      expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 409, 409, 409]);
    }
  });

  it('node-postgres#2386: the server dies with its connections to the database', async () => {
    const asked = Array.from({ length: 8 }, () => house.post(house.small.gp, '/requests', asking([])));
    await house.owner.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    );
    for (const answer of await Promise.all(asked)) expect([200, 503]).toContain(answer.statusCode);
    await expect
      .poll(async () => (await house.call(null, 'GET', '/health/ready')).statusCode, PATIENT)
      .toBe(200);
    expect((await house.post(house.small.gp, '/requests', asking([]))).statusCode).toBe(200);
  });
});

/** A stream of changes, as a browser has it: what it received, and the number of the last of it. */
const openStream = async (port: number, token: string, last: string | null) => {
  const headers = { authorization: `Bearer ${token}`, ...(last === null ? {} : { 'last-event-id': last }) };
  const request = get({ host: '127.0.0.1', port, path: '/api/v1/live', headers, agent: false });
  const [response] = (await once(request, 'response')) as [IncomingMessage];
  let text = '';
  response.on('data', (part: Buffer) => {
    text += part.toString();
  });
  response.on('error', () => undefined);
  return {
    topics: () => [...text.matchAll(/"topic":"(\w+)"/g)].map((match) => match[1]),
    last: () => [...text.matchAll(/^id: (\S+)$/gm)].at(-1)?.[1] ?? null,
    cut: () => request.destroy(),
  };
};

it('growthbook-golang#51: what changed while the line was cut is never told', async () => {
  await house.house.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = house.house.app.server.address() as AddressInfo;
  const signIn = async (): Promise<string> => {
    const signed = await house.call(null, 'POST', '/api/v1/session', { role: house.small.gp.id });
    return signed.json<{ token: string }>().token;
  };
  const stream = await openStream(port, await signIn(), null);
  await expect.poll(() => stream.last(), PATIENT).not.toBeNull();
  stream.cut();
  house.clock.at += DAY;
  await house.post(house.small.wards[0], `/units/${house.small.units[0]}/confirmations`, {});
  await sendRequest(house, [house.freshPlace()]);
  await expect.poll(() => house.house.feed.size, PATIENT).toBe(0);
  // A day later the session is over; the place in the stream is not.
  const again = await openStream(port, await signIn(), stream.last());
  await expect.poll(() => again.topics(), PATIENT).toContain('request');
  expect(again.topics()).not.toContain('reload');
  again.cut();
});
