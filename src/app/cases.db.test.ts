import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseList, CaseView } from '#modules/cases/contract.ts';
import type { ConsentList } from '#modules/people/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import { type Accepted, type ConsentHouse, openConsentHouse } from './consent-house.fixture.ts';

/** Within this an open screen has lost what it showed. */
const AT_ONCE = 1_000;
const QUESTION = 'Ik slaap al maanden niet. Het zijn de brieven die ik niet open durf te maken.';
const BSN = '999990019';

let world: ConsentHouse;
let url: string;
let about: Accepted;
let gp: Professional;
let welfare: Professional;
let stranger: Professional;

beforeAll(async () => {
  world = await openConsentHouse();
  url = await world.house.house.app.listen({ host: '127.0.0.1', port: 0 });
  about = await world.accepted({ bsn: BSN });
  gp = world.house.small.gp;
  welfare = world.social.ward;
  stranger = world.house.small.wards[1];
});
afterAll(() => world.house.close());

const act = async (who: Professional, path: string, body: object = {}, method: 'POST' | 'PUT' = 'POST') => {
  const answer = await world.house.call(who, method, `/api/v1/cases${path}`, body);
  return answer.json<{ case?: CaseView; code?: string; left?: string }>();
};
const done = async (...asked: Parameters<typeof act>): Promise<CaseView> => {
  const answer = await act(...asked);
  if (answer.case === undefined) throw new Error(JSON.stringify(answer));
  return answer.case;
};
const see = async (who: Professional, id: string) => {
  const answer = await world.house.call(who, 'GET', `/api/v1/cases/${id}`);
  return { status: answer.statusCode, body: answer.body, of: answer.json<{ case?: CaseView }>().case };
};
const listed = async (who: Professional): Promise<string[]> =>
  (await world.house.call(who, 'GET', '/api/v1/cases')).json<CaseList>().cases.map(({ id }) => id);
const opened = () => done(gp, '', { person: about.personId, question: QUESTION });
/** A case in which the welfare organisation helps, with these parts opened for it. */
const together = async (parts: readonly string[]): Promise<CaseView> => {
  const { id } = await opened();
  return done(gp, `/${id}/helpers`, { organisation: welfare.organisationId, parts });
};
const yesTo = async (organisation: string): Promise<string> => {
  const answer = await world.house.call(gp, 'GET', `/api/v1/persons/${about.personId}/consents`);
  const yes = answer
    .json<ConsentList>()
    .consents.find(
      (each) => each.purpose === 'welfare' && each.receiver === organisation && each.revokedAt === null,
    );
  if (yes === undefined) throw new Error('there is no yes');
  return yes.id;
};
const welfareName = async (id: string): Promise<string> =>
  (await see(gp, id)).of?.helpers.find((each) => each.id === welfare.organisationId)?.name ?? '';
const takeBack = async (consent: string) => {
  const answer = await world.house.post(gp, `/persons/${about.personId}/consents/${consent}/revoke`, {});
  if (answer.statusCode !== 200) throw new Error(answer.body);
};
/** How many rows the acting organisation finds, table by table. */
const rowsFor = async (organisationId: string): Promise<Record<string, number>> => {
  const { owner } = world.house;
  await owner.query('begin');
  await owner.query('set local role verkeerstoren_app');
  await owner.query("select set_config('app.actor', 'x', true), set_config('app.org', $1, true)", [
    organisationId,
  ]);
  const found: Record<string, number> = {};
  for (const table of ['case', 'helper', 'question', 'action', 'message'])
    found[table] = (await owner.query(`select count(*)::int as n from cases_${table}`)).rows[0].n;
  await owner.query('rollback');
  return found;
};

describe('a case', () => {
  it('opens with the question in the words of the person and their yes, and is nobody else’s', async () => {
    const of = await opened();
    expect(of).toMatchObject({
      ...{ question: QUESTION, parts: ['question', 'plan', 'messages', 'meetings', 'conversation'] },
      ...{ person: { name: 'Geertje Hofsteenge' }, plan: { actions: [], ending: null }, messages: [] },
    });
    expect(of.helpers.map(({ id }) => id)).toEqual([gp.organisationId]);
    for (const other of [welfare, stranger]) {
      expect((await see(other, of.id)).status).toBe(404);
      expect(await listed(other)).not.toContain(of.id);
    }
    const consents = await world.house.call(gp, 'GET', `/api/v1/persons/${about.personId}/consents`);
    expect(consents.json<ConsentList>().consents).toContainEqual(
      expect.objectContaining({ purpose: 'welfare', explicit: true, revokedAt: null }),
    );
  });

  it('cannot be opened about somebody one does not know', async () => {
    expect((await act(stranger, '', { person: about.personId, question: QUESTION })).code).toBe(
      'person-unknown',
    );
  });

  it('shows a helper what was opened and nothing of the rest: no key, no row, no count', async () => {
    await world.house.owner.query(
      'truncate cases_ending, cases_message, cases_action, cases_question, cases_helper, cases_case cascade',
    );
    const { id } = await together(['question']);
    await done(gp, `/${id}/actions`, { what: 'Brieven samen openen', owner: null, due: '2026-12-01' });
    await done(gp, `/${id}/messages`, { text: 'Er speelt ook iets met het hart.' });
    const { of, body } = await see(welfare, id);
    expect(of).toMatchObject({ question: QUESTION, parts: ['question'] });
    expect(Object.keys(of ?? {})).not.toContain('plan');
    expect(Object.keys(of ?? {})).not.toContain('messages');
    expect(of?.helpers.find((each) => each.id === gp.organisationId)).not.toHaveProperty('parts');
    for (const secret of [BSN, BSN.slice(-3), 'hart', 'Brieven', '1941']) expect(body).not.toContain(secret);
    expect(await rowsFor(welfare.organisationId)).toEqual({
      case: 1,
      helper: 2,
      question: 1,
      action: 0,
      message: 0,
    });
    expect(await rowsFor(gp.organisationId)).toEqual({
      case: 1,
      helper: 2,
      question: 1,
      action: 1,
      message: 1,
    });
    expect(await rowsFor(stranger.organisationId)).toEqual({
      case: 0,
      helper: 0,
      question: 0,
      action: 0,
      message: 0,
    });
    expect((await act(welfare, `/${id}/messages`, { text: 'Hallo' })).code).toBe('case-part-shut');
    expect((await act(welfare, `/${id}/actions`, { what: 'Bellen', due: '2026-12-01' })).code).toBe(
      'case-part-shut',
    );

    await done(gp, `/${id}/helpers/${welfare.organisationId}`, { parts: ['plan', 'messages'] }, 'PUT');
    const after = (await see(welfare, id)).of;
    expect(Object.keys(after ?? {})).not.toContain('question');
    expect(after?.plan?.actions).toHaveLength(1);
    expect(after?.messages?.map(({ text }) => text)).toEqual(['Er speelt ook iets met het hart.']);
  });

  it('agrees on who does what by when, and hears what came of it', async () => {
    const { id } = await together(['plan']);
    const agreed = (body: object, who = gp) =>
      act(who, `/${id}/actions`, { what: 'Brieven samen openen', due: '2026-12-01', ...body });
    expect((await agreed({ owner: stranger.organisationId })).code).toBe('action-owner');
    expect((await agreed({ due: '2026-11-22' })).code).toBe('action-day');
    await agreed({ owner: welfare.organisationId });
    const plan = (await agreed({ what: 'Slaapdagboek', owner: null, due: '2026-11-30' }, welfare)).case?.plan;
    expect(plan?.actions.map(({ what, owner }) => [what, owner?.id ?? null])).toEqual([
      ['Slaapdagboek', null],
      ['Brieven samen openen', welfare.organisationId],
    ]);
    const [own, theirs] = plan?.actions ?? [];
    const settle = (who: Professional, action: string | undefined, body: object) =>
      act(who, `/${id}/actions/${action}/settle`, body);
    expect((await settle(welfare, own?.id, { state: 'done' })).code).toBe('action-not-yours');
    expect((await settle(welfare, theirs?.id, { state: 'not-done' })).code).toBe('invalid-input');
    await settle(welfare, theirs?.id, { state: 'not-done', why: 'Mevrouw was ziek' });
    expect((await settle(welfare, theirs?.id, { state: 'done' })).code).toBe('action-settled');
    expect((await act(gp, `/${id}/end`, { outcome: 'answered', learned: 'Eerst de brieven' })).code).toBe(
      'actions-open',
    );
    await settle(gp, own?.id, { state: 'done' });
    expect((await act(welfare, `/${id}/end`, { outcome: 'answered', learned: 'Wij' })).code).toBe(
      'case-not-coordinator',
    );
    await done(gp, `/${id}/end`, { outcome: 'answered', learned: 'Eerst de brieven, dan het slapen.' });
    expect((await see(welfare, id)).of?.plan?.ending).toMatchObject({
      learned: 'Eerst de brieven, dan het slapen.',
    });
    expect((await agreed({})).code).toBe('case-over');
  });

  it('is left by who does not help any more, and not by who coordinates', async () => {
    const { id } = await together(['plan']);
    expect((await act(gp, `/${id}/helpers/${gp.organisationId}/leave`)).code).toBe('coordinator-stays');
    expect((await act(welfare, `/${id}/helpers/${gp.organisationId}/leave`)).code).toBe('coordinator-stays');
    expect((await act(welfare, `/${id}/helpers/${welfare.organisationId}/leave`)).left).toBe(id);
    expect((await see(welfare, id)).status).toBe(404);
    expect((await see(gp, id)).of?.helpers.map((each) => each.id)).toEqual([gp.organisationId]);
  });
});

describe('a yes that is taken back', () => {
  it('closes the case for that organisation at once, in answers and in rows, and opens again only on a new yes', async () => {
    const { id } = await together(['question', 'plan']);
    expect((await see(welfare, id)).of?.question).toBe(QUESTION);
    await takeBack(await yesTo(await welfareName(id)));
    expect((await see(welfare, id)).status).toBe(404);
    expect((await rowsFor(welfare.organisationId)).question).toBe(0);
    expect((await see(gp, id)).of?.helpers.map((each) => each.id)).toEqual([gp.organisationId]);
    const forShut = { what: 'Bellen', owner: welfare.organisationId, due: '2026-12-01' };
    expect((await act(gp, `/${id}/actions`, forShut)).code).toBe('action-owner');
    await done(gp, `/${id}/helpers`, { organisation: welfare.organisationId, parts: ['plan'] });
    expect((await see(welfare, id)).of?.parts).toEqual(['plan']);
  });

  it('is heard by an open screen of that organisation within a second', async () => {
    const { id } = await together(['question']);
    const consent = await yesTo(await welfareName(id));
    const session = await fetch(`${url}/api/v1/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ role: welfare.id }),
    });
    const { token } = (await session.json()) as { token: string };
    const leaving = new AbortController();
    const live = await fetch(`${url}/api/v1/live`, {
      headers: { authorization: `Bearer ${token}` },
      signal: leaving.signal,
    });
    const stream = live.body?.pipeThrough(new TextDecoderStream()).getReader();
    const began = performance.now();
    await takeBack(consent);
    let heard = '';
    while (!heard.includes('"topic":"consent"')) heard += (await stream?.read())?.value ?? '';
    expect((await see(welfare, id)).status).toBe(404);
    expect(performance.now() - began).toBeLessThan(AT_ONCE);
    leaving.abort();
  });
});

it('the log says who looked in a case, about whom, and on which yes', async () => {
  const { id } = await together(['question', 'messages']);
  await see(welfare, id);
  const { rows } = await world.house.owner.query(
    `select person_id, ground, consent_id, categories from platform_access
     where object_type = 'case' and object_id = $1 and organisation_id = $2 order by line desc limit 1`,
    [id, welfare.organisationId],
  );
  expect(rows).toEqual([
    {
      ...{ person_id: about.personId, ground: 'consent', consent_id: await yesTo(await welfareName(id)) },
      categories: ['name-and-contact', 'reason-and-care', 'messages'],
    },
  ]);
});
