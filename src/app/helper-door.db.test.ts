import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, MINUTE } from '#kernel/interval.ts';
import type { HelperReferral, ReferralView } from '#modules/social/contract.ts';
import type { Browser } from './accounts-house.fixture.ts';
import { codeOf, openHelperHouse, type SmallOrganisation, wrong } from './helper-house.fixture.ts';
import { QUESTION } from './referral-house.fixture.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const PATIENT = { timeout: 20_000, interval: 50 };
const PERSONAL = /Hofsteenge|Geertje|1941|brieven|slaap|9405|0592/;

let world: Awaited<ReturnType<typeof openHelperHouse>>;
beforeAll(async () => {
  world = await openHelperHouse(NOW);
});
afterAll(() => world.close());

const look = (token: string) => world.tower.browser().post('/helper/look', { token });
const open = (token: string, code: string, browser = world.tower.browser()) =>
  browser.post('/helper/session', { token, code });
const see = async (browser: Browser) => browser.call('GET', '/helper/referral');
const seen = async (browser: Browser): Promise<HelperReferral> => {
  const answer = await see(browser);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<HelperReferral>();
};
const step = (browser: Browser, name: string, body: object = {}) =>
  browser.post(`/helper/referral/${name}`, body);
const sentOf = async (id: string): Promise<ReferralView> =>
  (await world.gp.call('GET', `/referrals/${id}`)).json<{ referral: ReferralView }>().referral;
const again = (id: string) => world.gp.post(`/referrals/${id}/link`);
const end = { result: 'helped', reason: 'answered', words: 'Wij lazen de post samen.' };
/** A referral to a small organisation that was just made. */
const waiting = async (reach?: Parameters<typeof world.organisation>[0]) => {
  const at = await world.organisation(reach);
  return { at, of: await world.refer(at) };
};
describe('a small organisation with a mail address', () => {
  let at: SmallOrganisation;
  let of: ReferralView;
  let token = '';

  it('gets a letter that something waits, and nothing else: no name, no question', async () => {
    ({ at, of } = await waiting());
    token = await world.linkAt(at);
    const letter = world.lastAt(at);
    expect(letter).toContain('Er wacht een verwijzing voor Buurtkamer');
    expect(letter).not.toMatch(PERSONAL);
    const told = await look(token);
    expect(told.json()).toMatchObject({ codeTo: 'k•••@buurt.example', practice: false });
    expect(told.body).not.toMatch(PERSONAL);
    expect(told.headers['cache-control']).toBe('no-store');
  });

  it('reads who it is after the code that came by mail, never a BSN, and the person reads who looked', async () => {
    const browser = await world.inside(at, token);
    const view = await seen(browser);
    expect(view.referral).toMatchObject({
      ...{ id: of.id, state: 'seen', name: 'Geertje Hofsteenge', question: QUESTION },
      person: { phone: '0592-00 17 20', pc4: '9405' },
    });
    expect(JSON.stringify(view)).not.toMatch(/1941|bsn|9999/i);
    const { rows } = await world.tower.owner.query(
      `select distinct organisation_id, role, ground, actor from platform_access where object_id = $1 and outcome = 'done'
         and actor like 'helper:%'`,
      [of.id],
    );
    expect(rows).toEqual([
      {
        ...{ organisation_id: at.id, role: 'welfare-worker', ground: 'consent' },
        actor: `helper:${of.id}`,
      },
    ]);
  });

  it('picks up, speaks, and tells what came of it; who referred reads each step', async () => {
    const browser = await world.inside(at, token);
    expect(codeOf(await step(browser, 'ended', end))).toBe('referral-step-early');
    expect((await step(browser, 'accepted')).json<HelperReferral>().referral.state).toBe('accepted');
    expect(codeOf(await step(browser, 'accepted'))).toBe('referral-step-passed');
    expect((await sentOf(of.id)).steps.at(-1)).toMatchObject({ step: 'accepted', by: 'Buurtkamer 1' });
    await step(browser, 'contacted');
    expect(codeOf(await step(browser, 'ended', { ...end, reason: 'no-room' }))).toBe('referral-reason');
    expect((await step(browser, 'ended', end)).json<HelperReferral>().referral.state).toBe('ended');
    expect((await sentOf(of.id)).steps.at(-1)).toMatchObject(end);
  });

  it('finds the link used up once there is a result, and nothing of it is kept anywhere', async () => {
    for (const answer of [await look(token), await open(token, '123456')])
      expect(codeOf(answer)).toBe('helper-referral-done');
    expect(codeOf(await again(of.id))).toBe('referral-over');
    const { rows } = await world.tower.owner.query(
      `select to_jsonb(d) as row from platform_diary d union all select to_jsonb(m) from platform_delivery m
       union all select to_jsonb(l) from social_helper_link l`,
    );
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(JSON.stringify(rows)).not.toMatch(PERSONAL);
  });
});

describe('an organisation that is reached otherwise', () => {
  it('with a mobile telephone only gets link and code there', async () => {
    const { at, of } = await waiting({ email: false, phone: '06-12 34 56 78' });
    const token = await world.linkAt(at);
    expect(world.lastAt(at)).not.toMatch(PERSONAL);
    expect((await look(token)).json()).toMatchObject({ codeTo: '06 •• •• •• 78' });
    expect((await seen(await world.inside(at, token))).referral.id).toBe(of.id);
  });

  it('not at all, is for the desk to call: the letter that cannot go stays', async () => {
    const { at, of } = await waiting({ email: false, phone: '0592-00 17 33' });
    const state = async () =>
      (
        await world.tower.owner.query('select state, status from platform_delivery where receiver_id = $1', [
          at.id,
        ])
      ).rows;
    await expect.poll(state, PATIENT).toEqual([{ state: 'dead', status: 'no-address' }]);
    expect(codeOf(await again(of.id))).toBe('helper-unreachable');
  });

  it('that signs in gets no link', async () => {
    const at = await world.organisation();
    await world.tower.owner.query("update platform_mode set mode = 'production'");
    await world.tower.owner.query(
      `insert into region_professional (id, organisation_id, name, role) values (gen_random_uuid(), $1, 'Wil', 'welfare-worker')`,
      [at.id],
    );
    const before = await world.refer(at);
    expect(await world.linkAt(at)).not.toBe('');
    await world.tower.owner.query(
      `insert into accounts_role (account_id, professional_id, organisation_id, given_at)
       select a.id, p.id, p.organisation_id, now() from accounts_account a, region_professional p
       where p.organisation_id = $1 limit 1`,
      [at.id],
    );
    expect(codeOf(await again(before.id))).toBe('helper-has-account');
  });
});

describe('codes', () => {
  it('are used up by five wrong tries, each told to the person; a new one opens, and counts once', async () => {
    const { at, of } = await waiting();
    const token = await world.linkAt(at);
    const first = await world.codeAt(at, token);
    for (let tries = 1; tries <= 5; tries++)
      expect(codeOf(await open(token, wrong(first)))).toBe('helper-code-wrong');
    expect(codeOf(await open(token, first))).toBe('helper-code-over');
    const { rows } = await world.tower.owner.query(
      `select count(*)::int as n from platform_access a join social_referral r on r.person_id = a.person_id
       where r.id = $1 and a.event = 'fail' and a.outcome = 'refused'`,
      [of.id],
    );
    expect(rows[0].n).toBe(5);
    const second = await world.codeAt(at, token);
    expect((await open(token, second)).statusCode).toBe(200);
    expect(codeOf(await open(token, second))).toBe('helper-code-over');
  });

  it('end when another is asked, after ten minutes, and are no more than five an hour', async () => {
    const { at } = await waiting();
    const token = await world.linkAt(at);
    const first = await world.codeAt(at, token);
    const second = await world.codeAt(at, token);
    if (first !== second) expect(codeOf(await open(token, first))).toBe('helper-code-wrong');
    world.tower.clock.at += 10 * MINUTE;
    expect(codeOf(await open(token, second))).toBe('helper-code-over');
    for (let asked = 3; asked <= 5; asked++) await world.codeAt(at, token);
    const enough = await world.tower.browser().post('/helper/code', { token });
    expect([enough.statusCode, codeOf(enough)]).toEqual([429, 'helper-codes-enough']);
  });
});

describe('a link', () => {
  it('that is nobody’s, cut off, or of another purpose opens nothing', async () => {
    const { at } = await waiting();
    const token = await world.linkAt(at);
    const room = /\/plek#([\w.-]+)/.exec(world.lastAt(at))?.[1] ?? '';
    for (const other of [token.slice(0, -1), 'x'.repeat(43), room])
      expect(codeOf(await look(other)), other).toBe('helper-link-unknown');
    expect(codeOf(await see(world.tower.browser()))).toBe('helper-over');
  });

  it('ends when a newer one is sent, and after ninety days', async () => {
    const { at, of } = await waiting();
    const old = await world.linkAt(at);
    expect((await again(of.id)).json()).toMatchObject({ token: null, sentTo: 'k•••@buurt.example' });
    await expect.poll(() => world.linkAt(at), PATIENT).not.toBe(old);
    expect(codeOf(await look(old))).toBe('helper-link-over');
    const token = await world.linkAt(at);
    expect((await look(token)).statusCode).toBe(200);
    const before = world.tower.clock.at;
    world.tower.clock.at += 90 * DAY;
    expect(codeOf(await look(token))).toBe('helper-link-over');
    world.tower.clock.at = before;
  });

  it('of a referral that was withdrawn says that it is closed', async () => {
    const { at, of } = await waiting();
    const token = await world.linkAt(at);
    const { version } = await sentOf(of.id);
    const taken = await world.tower.house.app.inject({
      ...{ method: 'POST', url: `/api/v1/referrals/${of.id}/withdrawn`, payload: {} },
      cookies: Object.fromEntries(world.gp.jar),
      headers: { 'if-match': `"${version}"`, 'sec-fetch-site': 'same-origin' },
    });
    expect(taken.statusCode, taken.body).toBe(200);
    expect(codeOf(await look(token))).toBe('helper-referral-closed');
  });
});
