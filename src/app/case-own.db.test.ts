import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseList, CaseView, OwnCases, SignalList } from '#modules/cases/contract.ts';
import type { CodeView, DoorView } from '#modules/people/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import { type Accepted, type ConsentHouse, openConsentHouse } from './consent-house.fixture.ts';

const QUESTION = 'Ik slaap niet. Het zijn de brieven.';

let world: ConsentHouse;
let about: Accepted;
let gp: Professional;
let welfare: Professional;

beforeAll(async () => {
  world = await openConsentHouse();
  about = await world.accepted();
  gp = world.house.small.gp;
  welfare = world.social.ward;
});
afterAll(() => world.house.close());

const done = async (who: Professional, path: string, body: object): Promise<CaseView> => {
  const answer = await world.house.post(who, path, body);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<{ case: CaseView }>().case;
};
const own = (method: 'GET' | 'POST', url: string, body?: object, cookie?: string) =>
  world.house.house.app.inject({
    ...{ method, url: `/api/v1/own${url}`, headers: cookie === undefined ? {} : { cookie } },
    ...(body === undefined ? {} : { payload: body }),
  });
/** The person comes in by a link of the practice. */
const enter = async (personId: string): Promise<string> => {
  const { token } = (await world.house.post(gp, `/persons/${personId}/door`, {})).json<DoorView>();
  const asked = await own('POST', '/code', { token, birthDate: '1941-05-02' });
  const opened = await own('POST', '/session', { token, code: asked.json<CodeView>().practiceCode });
  return `${opened.cookies[0]?.name}=${opened.cookies[0]?.value}`;
};

/** A case with an action of the person and one of the welfare organisation, who may see the plan alone. */
const shared = async (): Promise<CaseView> => {
  const { id } = await done(gp, '/cases', { person: about.personId, question: QUESTION });
  const organisation = welfare.organisationId;
  await done(gp, `/cases/${id}/helpers`, { organisation, parts: ['plan'] });
  await done(gp, `/cases/${id}/messages`, { text: 'Zij wil geen pillen.' });
  await done(gp, `/cases/${id}/actions`, { what: 'Brieven openen', owner: organisation, due: '2026-11-30' });
  return done(gp, `/cases/${id}/actions`, { what: 'Slaapdagboek', due: '2026-12-01' });
};

describe('the person at their own door', () => {
  it('reads the whole plan and who sees what, and ticks off what is theirs', async () => {
    const { id, plan } = await shared();
    const cookie = await enter(about.personId);
    const mine = (await own('GET', '/cases', undefined, cookie)).json<OwnCases>().cases[0];
    expect(mine).toMatchObject({ id, question: QUESTION, endedAt: null, today: '2026-11-23' });
    expect(mine?.messages?.map(({ text }) => text)).toEqual(['Zij wil geen pillen.']);
    expect(mine?.helpers.find((each) => each.id === welfare.organisationId)?.parts).toEqual(['plan']);
    const [theirs, ours] = plan?.actions ?? [];
    const settle = (action: string | undefined, body: object) =>
      own('POST', `/cases/${id}/actions/${action}/settle`, body, cookie);
    expect((await settle(theirs?.id, { state: 'done' })).json()).toMatchObject({ code: 'action-not-yours' });
    const ticked = (await settle(ours?.id, { state: 'done' })).json<OwnCases>().cases[0];
    expect(ticked?.plan?.actions.map(({ state }) => state)).toEqual(['open', 'done']);
    expect((await settle(ours?.id, { state: 'done' })).json()).toMatchObject({ code: 'action-settled' });
    const seen = await world.house.call(welfare, 'GET', `/api/v1/cases/${id}`);
    expect(seen.json<{ case: CaseView }>().case.plan?.actions[1]).toMatchObject({
      ...{ state: 'done', settledBy: 'Geertje Hofsteenge' },
    });
    const { rows } = await world.house.owner.query(
      `select event, ground from platform_access where actor = $1 and object_type = 'case' order by line`,
      [`person:${about.personId}`],
    );
    expect(rows).toEqual([
      { event: 'read', ground: 'own' },
      { event: 'change', ground: 'own' },
    ]);
  });

  it('finds nothing without their own link, and nothing of a case of somebody else', async () => {
    const { id, plan } = await shared();
    expect((await own('GET', '/cases')).json()).toMatchObject({ code: 'own-over' });
    const other = await world.accepted({ name: 'Aaltje Zwiers' });
    const cookie = await enter(other.personId);
    expect((await own('GET', '/cases', undefined, cookie)).json()).toEqual({ cases: [] });
    const action = plan?.actions[1]?.id;
    const theirs = await own('POST', `/cases/${id}/actions/${action}/settle`, { state: 'done' }, cookie);
    expect(theirs.json()).toMatchObject({ code: 'case-unknown' });
  });
});

describe('what a helper sees at a glance', () => {
  it('is what waits for their own organisation, and what happened in the parts that are open', async () => {
    const { id } = await shared();
    const listed = async (who: Professional) =>
      (await world.house.call(who, 'GET', '/api/v1/cases'))
        .json<CaseList>()
        .cases.find((each) => each.id === id)?.waiting;
    expect(await listed(welfare)).toEqual({ open: 1, late: 0 });
    expect(await listed(gp)).toEqual({ open: 0, late: 0 });
    const before = world.house.clock.at;
    world.house.clock.at = Date.parse('2026-12-01T10:00:00Z');
    expect(await listed(welfare)).toEqual({ open: 1, late: 1 });
    world.house.clock.at = before;
    const events = async (who: Professional) =>
      (await world.house.call(who, 'GET', `/api/v1/cases/${id}`))
        .json<{ case: CaseView }>()
        .case.timeline.map(({ event }) => event)
        .toSorted();
    await world.house.post(gp, `/cases/${id}/meetings`, { at: '2026-12-01T13:00:00Z', place: 'Praktijk' });
    expect(await events(welfare)).toEqual(['agreed', 'agreed', 'joined', 'opened']);
    expect(await events(gp)).toEqual(['agreed', 'agreed', 'joined', 'meeting', 'opened']);
  });
});

describe('a case about somebody who is entered now', () => {
  const person = { name: 'Roelof Nijhof', birthDate: '1961-04-03', sex: 'male' };

  it('is opened in one step with the person', async () => {
    const of = await done(gp, '/cases', { person, question: QUESTION });
    expect(of.person).toMatchObject({ name: 'Roelof Nijhof', ageBand: expect.any(String) });
    const wrong = { person: { ...person, birthDate: '2061-04-03' }, question: QUESTION };
    expect((await world.house.post(gp, '/cases', wrong)).json()).toMatchObject({
      code: 'birth-date-impossible',
    });
    expect((await world.house.post(gp, '/cases', { question: QUESTION })).json()).toMatchObject({
      code: 'person-unknown',
    });
  });

  it('comes of a question that came back, once the person was asked, and settles it', async () => {
    const contacts = Array.from({ length: 6 }, (_, at) => ({
      ...{ number: '10423', birthDate: '1961-04-03', sex: 'male', kind: 'consult', reason: 'P06' },
      ...{ day: `2026-11-${String(22 - 3 * at).padStart(2, '0')}`, helper: 'HA-1' },
    }));
    await world.house.post(gp, '/contacts', { contacts });
    const listed = async (scope: string) =>
      (await world.house.call(gp, 'GET', `/api/v1/recurring?scope=${scope}`)).json<SignalList>().signals;
    await expect.poll(async () => (await listed('open')).length).toBe(1);
    const signal = (await listed('open'))[0]?.id ?? '';
    const body = { person, signal, question: QUESTION };
    expect((await world.house.post(gp, '/cases', body)).json()).toMatchObject({ code: 'signal-not-asked' });
    await world.house.post(gp, `/recurring/${signal}/ask`, {});
    expect((await done(gp, '/cases', body)).question).toBe(QUESTION);
    expect(await listed('open')).toEqual([]);
    expect((await listed('settled'))[0]).toMatchObject({ state: 'case', who: { name: 'Roelof Nijhof' } });
    const again = { ...body, person: null };
    expect((await world.house.post(gp, '/cases', again)).json()).toMatchObject({ code: 'signal-not-asked' });
  });
});
