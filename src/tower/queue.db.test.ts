import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHouse, asking, openApiHouse, sendRequest, somebody } from '#app/api-house.fixture.ts';
import { HOUR, type Instant, MINUTE } from '#kernel/interval.ts';
import type { Professional } from '#modules/region/types.ts';
import { newId } from '#platform/db/ids.ts';
import type { Lookers, Queue, QueuePlan } from './contract.ts';

const START: Instant = Date.parse('2026-11-23T10:00:00Z');
const NAME = 'Zwaantje Popkema';
let house: ApiHouse;
let desk: Professional;
/** Somebody with the role of the desk at an organisation that is not the desk. */
let stranger: Professional;

const read = async <T>(who: Professional, url: string): Promise<T> => {
  const answer = await house.call(who, 'GET', `/api/v1${url}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<T>();
};
const queue = () => read<Queue>(desk, '/queue');

/** Waits until the diary has told it. */
const until = async (told: () => Promise<boolean>): Promise<void> => {
  for (let i = 0; i < 400; i++) {
    if (await told()) return;
    await wait(25);
  }
  throw new Error('it was never told');
};
const isInRow = (id: string) => async (): Promise<boolean> =>
  (await queue()).requests.some((request) => request.id === id);

beforeAll(async () => {
  house = await openApiHouse({ now: START, placesPerUnit: 2 });
  desk = house.small.desk;
  stranger = { ...house.small.gp, id: newId(), role: 'region-manager' };
  await house.owner.query(
    'insert into region_professional (id, organisation_id, name, role) values ($1, $2, $3, $4)',
    [stranger.id, stranger.organisationId, 'Oefen regio', stranger.role],
  );
});
afterAll(() => house.close());

describe('the row of the desk', () => {
  it('comes from memory as soon as the diary told it, with the best place in words and without a name', async () => {
    const sent = await sendRequest(house, [], {
      person: somebody({ name: NAME }),
      homePc4: '9405',
      wish: 'dicht bij Jan',
    });
    await until(isInRow(sent.id));
    const [strip] = (await queue()).requests;
    expect(strip).toMatchObject({
      ...{ id: sent.id, state: 'searching', ageBand: '85-89', homePc4: '9405', referrer: 'Praktijk' },
      ...{ dueAt: '2026-11-23T12:00:00Z', asked: 0, proposal: { site: 'Huis noord' } },
    });
    expect(strip?.proposal?.text.nl).toMatch(/^Doet ELV hoog\./);
    const text = JSON.stringify(await queue());
    for (const said of [NAME, '1941', '0592-00 17 20', 'keuken', 'Jan']) expect(text).not.toContain(said);
  });

  it('is the same as who reads it from the database gets, as far as that one is a party to it', async () => {
    const own = await read<Queue>(stranger, '/queue');
    expect(own).toEqual(await queue());
    const transfer = house.small.transfer;
    const other = await house.post(transfer, '/requests', asking([], { origin: 'hospital' }));
    expect(other.statusCode, other.body).toBe(200);
    await until(isInRow(other.json<{ request: { id: string } }>().request.id));
    expect((await queue()).requests).toHaveLength(2);
    expect((await read<Queue>(stranger, '/queue')).requests, 'the practice sees its own').toHaveLength(1);
  });

  it('is sent once, and counts the minutes', async () => {
    const first = await house.call(desk, 'GET', '/api/v1/queue');
    const etag = String(first.headers['etag']);
    const again = await house.call(desk, 'GET', '/api/v1/queue', undefined, {
      headers: { 'if-none-match': etag },
    });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect(first.headers['cache-control']).toContain('no-store');
    house.clock.at = START + 5 * MINUTE;
    const waits = (await queue()).requests.map((request) => request.waits.find(({ now }) => now)?.minutes);
    expect(waits).toEqual([5, 5]);
  });
});

describe('the plan for the whole row', () => {
  const plan = () => read<QueuePlan>(desk, '/queue/plan');

  it('proposes a bed for each, says why not another, and places nobody', async () => {
    for (let i = 0; i < 3; i++) {
      const sent = await sendRequest(house, [], { person: somebody({ name: `${NAME} ${i}` }), second: true });
      await until(isInRow(sent.id));
    }
    const { rows, placed } = await plan();
    expect([rows.length, placed]).toEqual([5, 4]);
    const beds = rows.flatMap(({ place }) => place?.placeId ?? []);
    expect(new Set(beds).size, 'each bed once').toBe(4);
    const [without] = rows.filter(({ place }) => place === null);
    expect(without?.others.map(({ why }) => why.nl).join()).toMatch(
      /Die plek past beter bij 85–89 jr, vandaag: /,
    );
    expect(JSON.stringify(rows)).not.toContain(NAME);
    const { rows: offers } = await house.owner.query('select 1 from placement_offer');
    expect(offers, 'nobody was asked').toHaveLength(0);
  });

  it('leaves out who is asked for, and the bed that is held', async () => {
    const { rows } = await plan();
    const first = rows.find(({ place }) => place !== null);
    const asked = await house.post(desk, `/requests/${first?.id}/offers`, { placeId: first?.place?.placeId });
    expect(asked.statusCode, asked.body).toBe(200);
    await until(async () => (await plan()).rows.length === 4);
    const after = await plan();
    expect(after.rows.map(({ id }) => id)).not.toContain(first?.id);
    const told = after.rows.flatMap(({ place, others }) => [...(place ? [place] : []), ...others]);
    expect(told.map(({ placeId }) => placeId)).not.toContain(first?.place?.placeId);
  });

  it('is for the desk itself', async () => {
    for (const who of [stranger, house.small.gp, house.small.wards[0]]) {
      expect((await house.call(who, 'GET', '/api/v1/queue/plan')).statusCode).toBe(403);
      expect((await house.call(who, 'GET', '/api/v1/queue/looking')).statusCode).toBe(403);
    }
  });
});

describe('two planners at one request', () => {
  it('see each other by a letter and a role, for a minute', async () => {
    const [request] = (await queue()).requests;
    const colleague = { ...desk, id: newId(), name: 'Roos Veenstra' };
    await house.owner.query(
      'insert into region_professional (id, organisation_id, name, role) values ($1, $2, $3, $4)',
      [colleague.id, colleague.organisationId, colleague.name, colleague.role],
    );
    const looked = await house.post(colleague, `/requests/${request?.id}/looking`, { doing: 'calling' });
    expect(looked.json<Lookers>().lookers).toMatchObject([{ own: true }]);
    const seen = await read<Lookers>(desk, '/queue/looking');
    expect(seen.lookers).toEqual([
      {
        ...{ requestId: request?.id, initial: 'R', role: 'desk', doing: 'calling', own: false },
        until: new Date(house.clock.at + MINUTE).toISOString().replace('.000', ''),
      },
    ]);
    house.clock.at += MINUTE;
    expect((await read<Lookers>(desk, '/queue/looking')).lookers).toEqual([]);
    expect((await house.post(desk, `/requests/${newId()}/looking`, {})).json()).toMatchObject({
      code: 'request-unknown',
    });
    expect((await house.post(stranger, `/requests/${request?.id}/looking`, {})).statusCode).toBe(403);
    house.clock.at = START + HOUR;
  });
});
