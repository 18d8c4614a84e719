import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '#kernel/interval.ts';
import type { ConsentList } from '#modules/people/contract.ts';
import type { HelperReferral, ReferralView, RoomView } from '#modules/social/contract.ts';
import type { Browser } from './accounts-house.fixture.ts';
import { codeOf, openHelperHouse, wrong } from './helper-house.fixture.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
/** Within this an open screen has lost what it showed. */
const AT_ONCE = 1_000;

let world: Awaited<ReturnType<typeof openHelperHouse>>;
let url: string;
beforeAll(async () => {
  world = await openHelperHouse(NOW);
  url = await world.tower.house.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => world.close());

const look = (token: string) => world.tower.browser().post('/helper/look', { token });
const see = async (browser: Browser) => browser.call('GET', '/helper/referral');
const seen = async (browser: Browser): Promise<HelperReferral> => {
  const answer = await see(browser);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<HelperReferral>();
};
const step = (browser: Browser, name: string) => browser.post(`/helper/referral/${name}`, {});
/** A referral to a small organisation that was just made. */
const waiting = async () => {
  const at = await world.organisation();
  return { at, of: await world.refer(at) };
};
const takeBack = async (of: ReferralView): Promise<void> => {
  const { rows } = await world.tower.owner.query('select person_id from social_referral where id = $1', [
    of.id,
  ]);
  const address = `/persons/${rows[0].person_id}/consents`;
  const given = (await world.gp.call('GET', address)).json<ConsentList>();
  const yes = given.consents.find(({ purpose }) => purpose === 'welfare');
  expect((await world.gp.post(`${address}/${yes?.id}/revoke`)).statusCode).toBe(200);
};

describe('a session', () => {
  it('is of one referral: another link in the same browser changes nothing before its own code, and then ends the first', async () => {
    const [first, second] = [await waiting(), await waiting()];
    const browser = await world.inside(first.at);
    const before = new Map(browser.jar);
    const token = await world.linkAt(second.at);
    await browser.post('/helper/look', { token });
    const code = await world.codeAt(second.at, token, browser);
    expect(codeOf(await browser.post('/helper/session', { token, code: wrong(code) }))).toBe(
      'helper-code-wrong',
    );
    expect((await seen(browser)).referral.id).toBe(first.of.id);
    await browser.post('/helper/session', { token, code });
    expect((await seen(browser)).referral.id).toBe(second.of.id);
    browser.jar.clear();
    for (const [name, value] of before) browser.jar.set(name, value);
    expect(codeOf(await see(browser))).toBe('helper-over');
  });

  it('shows the rows of that one referral and of nobody else', async () => {
    const { of } = await waiting();
    const { owner } = world.tower;
    const rowsAs = async (table: string) => {
      await owner.query('begin');
      await owner.query('set local role verkeerstoren_app');
      await owner.query("select set_config('app.actor', $1, true), set_config('app.org', '', true)", [
        `helper:${of.id}`,
      ]);
      const { rows } = await owner.query(`select count(*)::int as n from ${table}`);
      await owner.query('rollback');
      return rows[0].n;
    };
    await owner.query("select set_config('app.keeper', 'off', false)");
    expect(await rowsAs('social_referral')).toBe(1);
    for (const table of [
      ...['people_person', 'people_consent', 'people_relation', 'placement_request', 'cases_case'],
      ...['social_helper_link', 'social_helper_code', 'social_helper_session', 'platform_access'],
    ])
      expect(await rowsAs(table), table).toBe(0);
    await owner.query("select set_config('app.keeper', 'on', false)");
  });

  it('lasts half an hour, or until it is closed', async () => {
    const { at } = await waiting();
    const token = await world.linkAt(at);
    const browser = await world.inside(at, token);
    world.tower.clock.at += 29 * MINUTE;
    await seen(browser);
    world.tower.clock.at += MINUTE;
    expect(codeOf(await see(browser))).toBe('helper-over');
    expect(codeOf(await step(browser, 'accepted'))).toBe('helper-over');
    const other = await world.inside(at, token);
    const kept = new Map(other.jar);
    await other.call('DELETE', '/helper/session');
    for (const [name, value] of kept) other.jar.set(name, value);
    expect(codeOf(await see(other))).toBe('helper-over');
  });

  it('loses the referral within a second after the person takes back the yes', async () => {
    const { at, of } = await waiting();
    const token = await world.linkAt(at);
    const browser = await world.inside(at, token);
    const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const leaving = new AbortController();
    const live = await fetch(`${url}/api/v1/helper/live`, { headers: { cookie }, signal: leaving.signal });
    const stream = live.body?.pipeThrough(new TextDecoderStream()).getReader();
    let heard = '';
    while (!heard.includes('id:')) heard += (await stream?.read())?.value ?? '';
    const began = performance.now();
    await takeBack(of);
    while (!heard.includes('"topic":"helper"')) heard += (await stream?.read())?.value ?? '';
    expect(codeOf(await see(browser))).toBe('helper-referral-closed');
    expect(performance.now() - began).toBeLessThan(AT_ONCE);
    leaving.abort();
    expect(codeOf(await step(browser, 'accepted'))).toBe('helper-referral-closed');
    expect(codeOf(await look(token))).toBe('helper-referral-closed');
  });
});

describe('the room at a service', () => {
  const say = (token: string, said: object) => world.tower.browser().post('/helper/room', { token, ...said });

  it('is said in one tap by the link in the same letter, and who looks on the map sees it', async () => {
    const { at } = await waiting();
    await world.linkAt(at);
    const token = /\/plek#([\w.-]+)/.exec(world.lastAt(at))?.[1] ?? '';
    const shown = await world.tower.browser().post('/helper/room/look', { token });
    expect(shown.json<RoomView>()).toMatchObject({ id: at.service, state: null });
    const said = await say(token, { state: 'waiting', weeks: 6 });
    expect(said.json<RoomView>().state).toMatchObject({ state: 'waiting', weeks: 6 });
    const map = await world.gp.call('GET', `/social/services/${at.service}`);
    expect(map.json()).toMatchObject({ state: { state: 'waiting', weeks: 6 } });
  });

  it.each([
    ['a term above the longest', { state: 'waiting', weeks: 500 }, /hoogstens 104 weken/],
    ['no weeks at all', { state: 'waiting' }, /aantal weken/],
    ['half a week', { state: 'waiting', weeks: 0.5 }, /hele weken/],
    ['a day that has passed', { state: 'closed', untilDay: '2026-11-01' }, /al voorbij/],
    ['a day nobody can know', { state: 'closed', untilDay: '2031-01-01' }, /te ver weg/],
  ])('%s is refused in a sentence, and what stood stays', async (_, wish, sentence) => {
    const { at } = await waiting();
    await world.linkAt(at);
    const token = /\/plek#([\w.-]+)/.exec(world.lastAt(at))?.[1] ?? '';
    await say(token, { state: 'open' });
    const refused = await say(token, wish);
    expect(refused.statusCode).toBeGreaterThanOrEqual(400);
    expect(refused.body).toMatch(sentence);
    const shown = await world.tower.browser().post('/helper/room/look', { token });
    expect(shown.json<RoomView>().state?.state).toBe('open');
    expect(codeOf(await say(`${token}x`, { state: 'open' }))).toBe('room-link-unknown');
  });
});
