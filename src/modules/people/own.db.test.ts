import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHouse, openApiHouse, sendRequest } from '#app/api-house.fixture.ts';
import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import type { CodeView, DoorView, OwnView } from './contract-own.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');

let house: ApiHouse;
let personId: string;

beforeAll(async () => {
  house = await openApiHouse({ now: NOW, placesPerUnit: 4 });
  await sendRequest(house, [house.freshPlace()]);
  const { rows } = await house.owner.query<{ id: string }>('select id from people_person');
  personId = rows[0]?.id ?? '';
});
afterAll(() => house.close());

const doorFor = (who = house.small.gp) => house.post(who, `/persons/${personId}/door`, {});
const madeDoor = async () => (await doorFor()).json<DoorView>();
const own = (method: 'GET' | 'POST' | 'DELETE', url: string, body?: object, cookie?: string) =>
  house.house.app.inject({
    method,
    url: `/api/v1/own${url}`,
    headers: cookie === undefined ? {} : { cookie },
    ...(body === undefined ? {} : { payload: body }),
  });
const ask = (token: string, birthDate = '1941-05-02') => own('POST', '/code', { token, birthDate });
const enter = async (): Promise<string> => {
  const { token } = await madeDoor();
  const code = (await ask(token)).json<CodeView>().practiceCode;
  const opened = await own('POST', '/session', { token, code });
  return `${opened.cookies[0]?.name}=${opened.cookies[0]?.value}`;
};
const look = (cookie: string, period = 'all') => own('GET', `/looks?period=${period}`, undefined, cookie);

describe("a person's own door", () => {
  it('is given by who knows the person, and by nobody else', async () => {
    expect((await doorFor(house.small.wards[1])).json()).toMatchObject({ code: 'person-unknown' });
    expect((await doorFor()).json()).toMatchObject({ name: 'Geertje Hofsteenge', codeTo: null });
  });

  it('opens with link, birth date and code; each alone opens nothing', async () => {
    const { token } = await madeDoor();
    expect((await ask(token, '1941-05-03')).json()).toMatchObject({ code: 'own-door-closed' });
    expect((await ask(`${token}x`)).json()).toMatchObject({ code: 'own-door-closed' });
    expect((await own('GET', '/looks')).json()).toMatchObject({ code: 'own-over' });
    const { practiceCode } = (await ask(token)).json<CodeView>();
    const opened = await own('POST', '/session', { token, code: practiceCode });
    expect(opened.statusCode).toBe(200);
    expect(opened.cookies[0]).toMatchObject({ path: '/api/v1/own', httpOnly: true, sameSite: 'Strict' });
  });

  it('a code counts once, for ten minutes, and five tries', async () => {
    const { token } = await madeDoor();
    const { practiceCode: code } = (await ask(token)).json<CodeView>();
    const wrong = code === '000000' ? '000001' : '000000';
    const tries = [];
    for (let n = 0; n < 5; n++)
      tries.push((await own('POST', '/session', { token, code: wrong })).json().code);
    expect(tries).toEqual(Array(5).fill('own-code-wrong'));
    expect((await own('POST', '/session', { token, code })).json()).toMatchObject({ code: 'own-code-over' });
    const second = (await ask(token)).json<CodeView>().practiceCode;
    house.clock.at += 11 * MINUTE;
    expect((await own('POST', '/session', { token, code: second })).json()).toMatchObject({
      code: 'own-code-over',
    });
    const third = (await ask(token)).json<CodeView>().practiceCode;
    expect((await own('POST', '/session', { token, code: third })).statusCode).toBe(200);
    expect((await own('POST', '/session', { token, code: third })).json()).toMatchObject({
      code: 'own-code-over',
    });
  });

  it('closes after five wrong birth dates, after five codes an hour, when a new link is made, and after its time', async () => {
    const found = await madeDoor();
    for (let n = 0; n < 5; n++) await ask(found.token, '1950-01-01');
    expect((await ask(found.token)).json()).toMatchObject({ code: 'own-door-closed' });
    const many = await madeDoor();
    for (let n = 0; n < 5; n++) expect((await ask(many.token)).statusCode).toBe(200);
    const enough = await ask(many.token);
    expect([enough.statusCode, enough.headers['retry-after']]).toEqual([429, '3600']);
    const fresh = await madeDoor();
    expect((await ask(many.token)).json()).toMatchObject({ code: 'own-door-closed' });
    house.clock.at += 91 * DAY;
    expect((await ask(fresh.token)).json()).toMatchObject({ code: 'own-door-closed' });
  });

  it('keeps link, code and session nowhere as they are', async () => {
    const { token } = await madeDoor();
    const { practiceCode } = (await ask(token)).json<CodeView>();
    await own('POST', '/session', { token, code: practiceCode });
    for (const table of [
      'people_door',
      'people_door_code',
      'people_own_session',
      'platform_key',
      'platform_diary',
    ]) {
      const { rows } = await house.owner.query<{ all: string }>(
        `select coalesce(string_agg(t::text, ' '), '') as all from ${table} t`,
      );
      expect(rows[0]?.all).not.toContain(token);
      expect(rows[0]?.all).not.toContain(`(${practiceCode}`);
    }
  });

  it('its session opens nothing of the staff, and ends after twenty minutes or by leaving', async () => {
    const cookie = await enter();
    expect(
      (await house.house.app.inject({ url: `/api/v1/persons/${personId}`, headers: { cookie } })).statusCode,
    ).toBe(401);
    const token = cookie.split('=')[1] ?? '';
    const bearer = { authorization: `Bearer ${token}` };
    expect((await house.house.app.inject({ url: '/api/v1/requests', headers: bearer })).statusCode).toBe(401);
    expect((await look(cookie)).statusCode).toBe(200);
    await own('DELETE', '/session', undefined, cookie);
    expect((await look(cookie)).json()).toMatchObject({ code: 'own-over' });
    const other = await enter();
    house.clock.at += 21 * MINUTE;
    expect((await look(other)).json()).toMatchObject({ code: 'own-over' });
  });
});

describe('who looked', () => {
  it('tells who, for which organisation, what and why; attempts too, and the own look beside the counts', async () => {
    await house.call(house.small.gp, 'GET', `/api/v1/persons/${personId}`);
    await house.call(house.small.wards[1], 'GET', `/api/v1/persons/${personId}`);
    const cookie = await enter();
    await look(cookie);
    const view = (await look(cookie)).json<OwnView>();
    const looks = view.days.flatMap((day) => day.looks);
    expect(view.name).toBe('Geertje Hofsteenge');
    expect(looks).toContainEqual(
      expect.objectContaining({
        organisation: 'Praktijk',
        name: 'Oefen gp',
        ground: 'referral',
        act: 'seen',
      }),
    );
    expect(looks).toContainEqual(
      expect.objectContaining({ organisation: 'Zuid Zorg', act: 'refused', ground: 'none' }),
    );
    expect(looks).toContainEqual(expect.objectContaining({ role: 'resident', ground: 'own', seen: ['log'] }));
    const counted = looks.filter(({ ground, act }) => ground !== 'own' && act !== 'refused');
    expect(view.counts.looks).toBe(counted.reduce((sum, { times }) => sum + times, 0));
  });

  it('a question names who answers and until when; it is asked once', async () => {
    const cookie = await enter();
    const view = (await look(cookie)).json<OwnView>();
    const lookId = view.days.flatMap((day) => day.looks).find((each) => each.organisation === 'Praktijk')?.id;
    const said = await own('POST', '/answers', { kind: 'question', lookId, text: 'Wie was dit?' }, cookie);
    expect(said.json()).toMatchObject({ kind: 'question', by: { name: 'Praktijk' } });
    expect(Date.parse(said.json().by.dueAt)).toBeGreaterThan(house.clock.at + 5 * DAY);
    expect((await own('POST', '/answers', { kind: 'right', lookId }, cookie)).json()).toMatchObject({
      code: 'look-answered',
    });
    const wrong = await own('POST', '/answers', { kind: 'wrong', text: 'Mijn adres klopt niet' }, cookie);
    expect(wrong.json()).toMatchObject({ by: { name: 'Loket' } });
    const after = (await look(cookie)).json<OwnView>();
    expect(after.said).toEqual([expect.objectContaining({ text: 'Mijn adres klopt niet' })]);
  });

  it('of somebody else nothing can be answered, and older looks are counted apart', async () => {
    const cookie = await enter();
    const lookId = '0190a5f0-0000-7000-8000-000000000000';
    expect((await own('POST', '/answers', { kind: 'right', lookId }, cookie)).json()).toMatchObject({
      code: 'look-unknown',
    });
    house.clock.at += 8 * DAY + HOUR;
    const view = (await look(await enter(), 'week')).json<OwnView>();
    expect(view.before).toBeGreaterThan(0);
  });
});
