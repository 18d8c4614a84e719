import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#kernel/contract.ts';
import { DAY, MINUTE } from '#kernel/interval.ts';
import { newId } from '#platform/db/ids.ts';
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
const iso = (at: number): string => new Date(at).toISOString();
let house: ApiHouse;

const diary = async (): Promise<number> => {
  const { rows } = await house.owner.query<{ n: number }>(
    'select count(*)::integer as n from platform_diary',
  );
  return rows[0]?.n ?? -1;
};

/** Somebody holds the row of the bed, so that who asks for it stays under way; gives back how to let go. */
const seizeBed = async (placeId: string): Promise<() => Promise<unknown>> => {
  await house.owner.query('begin');
  await house.owner.query('select 1 from capacity_place where id = $1 for update', [placeId]);
  return () => house.owner.query('rollback');
};

/** How many callers wait for a bed. */
const waiting = async (): Promise<number> => {
  const { rows } = await house.owner.query<{ n: number }>(
    `select count(*)::integer as n from pg_locks where not granted and (transactionid = pg_current_xact_id()::xid
       or locktype = 'tuple' and database = (select oid from pg_database where datname = current_database()))`,
  );
  return rows[0]?.n ?? 0;
};
const PATIENT = { timeout: 20_000 };

beforeAll(async () => {
  house = await openApiHouse({ now: NOW, placesPerUnit: 60 });
});
afterAll(() => house.close());

describe('a command sent again', () => {
  it('under the same key gets the same answer and has no second effect', async () => {
    const placeId = house.freshPlace();
    const key = newId();
    const first = await house.post(house.small.gp, '/requests', asking([placeId]), { key });
    const after = await diary();
    const again = await house.post(house.small.gp, '/requests', asking([placeId]), { key });
    expect([first.statusCode, again.statusCode]).toEqual([200, 200]);
    expect(again.json()).toEqual(first.json());
    expect(await diary()).toBe(after);
  });

  it('under the same key with another body is refused', async () => {
    const key = newId();
    await house.post(house.small.gp, '/requests', asking([house.freshPlace()]), { key });
    const other = await house.post(house.small.gp, '/requests', asking([house.freshPlace()]), { key });
    expect([other.statusCode, other.json<Problem>().code]).toEqual([422, 'key-reused']);
  });

  it('by somebody else is another command', async () => {
    const placeId = house.freshPlace();
    const key = newId();
    const mine = await house.post(house.small.gp, '/holds', { placeId, product: 'elv-high' }, { key });
    const theirs = await house.post(house.small.desk, '/holds', { placeId, product: 'elv-high' }, { key });
    expect(mine.statusCode).toBe(200);
    expect([theirs.statusCode, theirs.json<Problem>().code]).toEqual([409, 'place-taken']);
  });

  it('after a refusal is decided anew: a refusal is not kept', async () => {
    const placeId = house.freshPlace();
    const key = newId();
    const held = await house.post(house.small.desk, '/holds', { placeId, product: 'elv-high' });
    const refused = await house.post(house.small.gp, '/requests', asking([placeId]), { key });
    await house.post(house.small.desk, `/holds/${held.json<{ claimId: string }>().claimId}/release`, {});
    const again = await house.post(house.small.gp, '/requests', asking([placeId]), { key });
    expect([refused.statusCode, again.statusCode]).toEqual([409, 200]);
  });

  it('while the first still runs is told to wait, and then gets its answer', async () => {
    const placeId = house.freshPlace();
    const key = newId();
    const letGo = await seizeBed(placeId);
    const first = house.post(house.small.gp, '/requests', asking([placeId]), { key });
    await expect.poll(waiting, PATIENT).toBe(1);
    const second = await house.post(house.small.gp, '/requests', asking([placeId]), { key });
    expect([second.statusCode, second.json<Problem>().code]).toEqual([409, 'still-running']);
    await letGo();
    const done = await first;
    expect(done.statusCode).toBe(200);
    expect((await house.post(house.small.gp, '/requests', asking([placeId]), { key })).json()).toEqual(
      done.json(),
    );
  });

  it('for a hold, at the same moment, gives one hold and one answer', async () => {
    for (let round = 0; round < 5; round++) {
      const placeId = house.freshPlace();
      const key = newId();
      const ask = () => house.post(house.small.gp, '/holds', { placeId, product: 'elv-high' }, { key });
      const letGo = await seizeBed(placeId);
      const asked = [ask()];
      await expect.poll(waiting, PATIENT).toBe(1);
      asked.push(ask());
      await expect.poll(waiting, PATIENT).toBe(2);
      await letGo();
      const answers = await Promise.all(asked);
      for (const answer of answers) {
        expect([200, 409]).toContain(answer.statusCode);
        if (answer.statusCode === 409) expect(answer.json<Problem>().code).toBe('still-running');
      }
      const [first, later] = [answers[0], await ask()];
      expect(later.json()).toEqual(first?.json());
    }
  });
});

describe('two editors', () => {
  it('of one stay: the first is written, the second is told, and nothing is overwritten in silence', async () => {
    const [ward] = house.small.wards;
    const stay = await admitSomebody(house);
    const edit = (until: number, version: number) =>
      house.post(ward, `/claims/${stay.claimId}/expected-end`, { until: iso(until) }, { version });
    const both = await Promise.all([edit(NOW + 3 * DAY, stay.version), edit(NOW + 4 * DAY, stay.version)]);
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([200, 412]);
    const won = both.find((answer) => answer.statusCode === 200);
    expect(won?.headers['etag']).toBe(`"${stay.version + 1}"`);
    expect((await edit(NOW + 5 * DAY, stay.version + 1)).statusCode).toBe(200);
  });

  it('of one person: the tag that was read is the tag that is asked', async () => {
    const { personId } = await admitSomebody(house);
    const url = `/api/v1/persons/${personId}`;
    const read = await house.call(house.small.gp, 'GET', url);
    expect(read.headers['etag']).toBe('"1"');
    const change = { gpName: 'dr. Brink' };
    expect((await house.call(house.small.gp, 'PATCH', url, change)).statusCode).toBe(428);
    const both = await Promise.all([
      house.call(house.small.gp, 'PATCH', url, change, { version: 1 }),
      house.call(house.small.desk, 'PATCH', url, { gpName: 'dr. Loket' }, { version: 1 }),
    ]);
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([200, 412]);
  });
});

describe('the route between houses', () => {
  it('never takes a bed of a house that was not asked', async () => {
    const [here, there] = [house.freshPlace(0), house.freshPlace(1)];
    // Two beds are held, the third question goes without one.
    const request = await sendRequest(house, []);
    const asked = await house.post(house.small.gp, `/requests/${request.id}/offers`, {
      placeId: here,
      hold: false,
    });
    const offer = asked.json<Sent>().request.offers[0]?.id;
    const yes = { doctor: 'dr. Oefen', placeId: there };
    const foreign = await house.post(house.small.wards[0], `/offers/${offer}/accept`, yes);
    expect([foreign.statusCode, foreign.json<Problem>().code]).toEqual([404, 'place-unknown']);
  });

  it('lets a house that said no neither plan nor call off the admission at another', async () => {
    const [ward, other] = house.small.wards;
    const request = await sendRequest(house, [house.freshPlace(0), house.freshPlace(1)]);
    const [first, second] = request.offers;
    await house.post(other, `/offers/${second?.id}/refuse`, { code: 'no-staff' });
    expect((await house.post(ward, `/offers/${first?.id}/accept`, { doctor: 'dr. Oefen' })).statusCode).toBe(
      200,
    );
    const plan = await house.post(other, `/requests/${request.id}/plan`, { arrivalFrom: iso(NOW + DAY) });
    const gone = await house.post(other, `/requests/${request.id}/not-arrived`, {});
    expect([plan.statusCode, gone.statusCode]).toEqual([404, 404]);
    const now = await house.call(house.small.gp, 'GET', `/api/v1/requests/${request.id}`);
    expect(now.json<Sent>().request.state).toBe('accepted');
  });

  it('hides the person again from a house whose yes came to nothing, and can ask it anew', async () => {
    const [ward] = house.small.wards;
    const place = house.freshPlace();
    const request = await sendRequest(house, [place]);
    const yes = (id: string | undefined) => house.post(ward, `/offers/${id}/accept`, { doctor: 'dr. Oefen' });
    const known = (await yes(request.offers[0]?.id)).json<Sent>().request.person;
    expect(known).not.toBeNull();
    const gone = await house.post(ward, `/requests/${request.id}/not-arrived`, {});
    expect([gone.statusCode, gone.json<Sent>().request.person]).toEqual([200, null]);
    const asked = await house.post(house.small.gp, `/requests/${request.id}/offers`, { placeId: place });
    const open = asked.json<Sent>().request.offers.find((offer) => offer.state === 'open');
    expect((await yes(open?.id)).statusCode).toBe(200);
  });

  it('keeps the house responsible where the person is, when another request for them is closed', async () => {
    const { request, personId } = await admitSomebody(house);
    house.clock.at += MINUTE;
    const second = await sendRequest(house, [], { person: { id: personId } });
    house.clock.at += MINUTE;
    expect(
      (
        await house.post(house.small.gp, `/requests/${second.id}/close`, {
          reason: 'withdrawn',
          code: 'wish',
        })
      ).statusCode,
    ).toBe(200);
    const seen = await house.call(house.small.gp, 'GET', `/api/v1/requests/${request.id}`);
    expect(seen.json<Sent>().request.responsible).toMatchObject({
      organisation: 'Noord Zorg',
    });
  });

  it('lets one person arrive in one of two beds, also at the same moment', async () => {
    const person = { bsn: '999990019', birthDate: '1941-05-02' };
    const [ward, other] = house.small.wards;
    const one = await sendRequest(house, [house.freshPlace(0)], { person: somebody(person) });
    const two = await sendRequest(house, [house.freshPlace(1)], { person: somebody(person) });
    await house.post(ward, `/offers/${one.offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });
    await house.post(other, `/offers/${two.offers[0]?.id}/accept`, { doctor: 'dr. Ander' });
    const both = await Promise.all([
      house.post(ward, `/requests/${one.id}/arrival`, {}),
      house.post(other, `/requests/${two.id}/arrival`, {}),
    ]);
    expect(both.map((answer) => answer.statusCode).sort()).toEqual([200, 409]);
    expect(both.find((answer) => answer.statusCode === 409)?.json<Problem>().code).toBe('person-elsewhere');
  });
});
