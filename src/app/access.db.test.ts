import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHouse, asking, openApiHouse, sendRequest } from './api-house.fixture.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const NOWHERE = '00000000-0000-7000-8000-00000000000f';

let house: ApiHouse;
const linesOf = async (since: number) =>
  (
    await house.owner.query<Record<string, unknown>>(
      'select event, actor, role, organisation_id, person_id, object_type, object_id, categories, ground, outcome, reason, component, network from platform_access where line > $1 order by line',
      [since],
    )
  ).rows;
const lastLine = async (): Promise<number> =>
  Number(
    (await house.owner.query<{ n: string }>('select coalesce(max(line), 0) as n from platform_access'))
      .rows[0]?.n,
  );
const personOf = async (requestId: string) =>
  (
    await house.owner.query<{ person_id: string }>(
      'select person_id from placement_person where request_id = $1',
      [requestId],
    )
  ).rows[0]?.person_id;

beforeAll(async () => {
  house = await openApiHouse({ now: NOW, placesPerUnit: 12 });
});
afterAll(() => house.close());

describe('every route', () => {
  it('says whom its answer shows', () => {
    // What is not ours to configure: the reference page, and files of the web app; neither knows anybody.
    const foreign = /^\/docs(\/|$)|^\/?\*$|^\/assets\//;
    const mute = house.house.app.doors.filter(({ url, looks }) => looks === null && !foreign.test(url));
    expect(house.house.app.doors.length).toBeGreaterThan(80);
    expect(mute.map(({ method, url }) => `${method} ${url}`)).toEqual([]);
  });
});

describe('a look', () => {
  it('stands in the log before its answer: whose, what was seen, on which ground, from where', async () => {
    const request = await sendRequest(house, [house.freshPlace()]);
    const person = await personOf(request.id);
    const since = await lastLine();
    const { gp, wards, desk } = house.small;
    for (const who of [gp, wards[0], desk]) await house.call(who, 'GET', `/api/v1/requests/${request.id}`);
    const lines = await linesOf(since);
    expect(lines).toMatchObject([
      {
        event: 'read',
        actor: gp.id,
        person_id: person,
        ground: 'referral',
        categories: ['profile', 'reason-and-care', 'name-and-contact', 'triage'],
      },
      {
        actor: wards[0].id,
        person_id: person,
        ground: 'offer',
        categories: ['profile', 'reason-and-care', 'triage'],
      },
      { actor: desk.id, person_id: person, ground: 'triage', organisation_id: desk.organisationId },
    ]);
    expect(lines[0]).toMatchObject({
      component: 'api',
      network: '127.0.0.0/24',
      object_id: request.id,
      outcome: 'done',
    });
  });

  it('through an answer that was kept is a look too, and nothing was added twice', async () => {
    const body = asking([house.freshPlace()]);
    const since = await lastLine();
    const [one, two] = [
      await house.post(house.small.gp, '/requests', body, { key: 'k-1' }),
      await house.post(house.small.gp, '/requests', body, { key: 'k-1' }),
    ];
    expect(two.body).toBe(one.body);
    expect((await linesOf(since)).map(({ event }) => event)).toEqual(['add', 'read']);
  });

  it('that is refused is logged alike, whether the thing is there or not', async () => {
    const request = await sendRequest(house, [house.freshPlace()]);
    const since = await lastLine();
    const stranger = house.small.wards[1];
    const answers = [];
    for (const id of [request.id, NOWHERE])
      answers.push(await house.call(stranger, 'GET', `/api/v1/requests/${id}`));
    expect(answers[0]?.body).toBe(answers[1]?.body);
    await house.call(house.small.gp, 'GET', '/api/v1/queue');
    expect(await linesOf(since)).toMatchObject([
      {
        event: 'refused',
        outcome: 'refused',
        person_id: await personOf(request.id),
        object_id: request.id,
        ground: 'none',
        actor: stranger.id,
      },
      { event: 'refused', outcome: 'refused', person_id: null, object_id: NOWHERE, ground: 'none' },
      { event: 'refused', object_type: 'search', reason: 'not-allowed', actor: house.small.gp.id },
    ]);
  });

  it('on paper is told before it is printed; whom the reader may not see is left out', async () => {
    const request = await sendRequest(house, [house.freshPlace()]);
    const since = await lastLine();
    const { gp, desk, wards } = house.small;
    const asked = [
      [gp, 'requests'],
      [desk, 'row'],
      [wards[0], 'ward'],
      [wards[1], 'ward'],
    ] as const;
    const told = [];
    for (const [who, page] of asked)
      told.push((await house.post(who, '/prints', { page, requests: [request.id, NOWHERE] })).json());
    expect(told).toEqual([
      { requests: [request.id] },
      { requests: [request.id] },
      { requests: [request.id] },
      { requests: [] },
    ]);
    const person = await personOf(request.id);
    expect(await linesOf(since)).toMatchObject([
      {
        event: 'print',
        actor: gp.id,
        person_id: person,
        categories: ['profile', 'reason-and-care', 'name-and-contact'],
      },
      { event: 'print', actor: desk.id, person_id: person, categories: ['profile'], ground: 'triage' },
      {
        event: 'print',
        actor: wards[0].id,
        person_id: person,
        categories: ['profile', 'stay'],
        ground: 'offer',
      },
    ]);
  });

  it('that cannot be written is not shown, and the sentence says why', async () => {
    const request = await sendRequest(house, [house.freshPlace()]);
    await house.owner.query('revoke insert on platform_access from verkeerstoren_app');
    try {
      for (const [who, url] of [
        [house.small.gp, `/api/v1/requests/${request.id}`],
        [house.small.gp, '/api/v1/requests'],
        [house.small.gp, `/api/v1/persons/${await personOf(request.id)}`],
        [house.small.desk, '/api/v1/queue'],
        [house.small.wards[0], `/api/v1/wards/${house.small.units[0]}`],
        [house.small.desk, '/api/v1/live'],
      ] as const) {
        const answer = await house.call(who, 'GET', url);
        expect([url, answer.statusCode, answer.json<{ code: string }>().code]).toEqual([
          url,
          503,
          'log-away',
        ]);
        expect(answer.body).not.toMatch(/Hofsteenge|1941/);
      }
      // What shows nobody goes on.
      expect((await house.call(house.small.gp, 'GET', '/api/v1/board')).statusCode).toBe(200);
      // A command is undone when it cannot be logged.
      expect((await house.post(house.small.gp, '/requests', asking([house.freshPlace()]))).statusCode).toBe(
        503,
      );
    } finally {
      await house.owner.query('grant insert on platform_access to verkeerstoren_app');
    }
    expect((await house.call(house.small.gp, 'GET', `/api/v1/requests/${request.id}`)).statusCode).toBe(200);
  });
});
