import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AccountsHouse,
  type Browser,
  type Joined,
  openAccountsHouse,
  PASSWORD,
} from './accounts-house.fixture.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const HOUR = 3_600_000;
const REASON = 'Telefoon in het kanaal gevallen';
const NEW = 'vier andere woorden samen';
let tower: AccountsHouse;
let boss: Joined;
beforeAll(async () => {
  tower = await openAccountsHouse(NOW);
  boss = await tower.join({ email: 'boss@loket.example', name: 'Bea', administrator: true });
});
afterAll(() => tower.close());

const tokenIn = (text: string): string => /#([\w-]{43})/.exec(text)?.[1] ?? '';
const idOf = async (browser: Browser): Promise<string> => (await browser.call('GET', '/account')).json().id;
const reset = (by: Browser, id: string, more: object = {}) =>
  by.post(`/accounts/${id}/reset`, { reason: REASON, checked: true, ...more });
const accept = (token: string, password = NEW) =>
  tower.browser().post('/invitations/accept', { token, password });

describe('somebody who lost their telephone', () => {
  it('loses all that opens the account, is out everywhere, and sets it up anew with one link', async () => {
    const anna = await tower.join({ email: 'anna@loket.example', name: 'Anna' });
    const id = await idOf(anna);
    const half = tower.browser();
    await half.post('/sign-in/password', { email: anna.email, password: PASSWORD });
    const made = (await reset(boss, id)).json();
    expect(made).toMatchObject({ mailed: false, invitation: { again: true, role: 'desk' } });
    await expect.poll(async () => (await anna.call('GET', '/board')).statusCode).toBe(401);
    expect((await half.post('/account/totp')).json().code).toBe('step-expired');
    const old = { email: anna.email, password: PASSWORD };
    expect((await tower.browser().post('/sign-in/password', old)).json().code).toBe('sign-in-refused');
    const token = tokenIn(made.link);
    const look = (await tower.browser().post('/invitations/look', { token })).json();
    expect(look).toMatchObject({ again: true, known: false, email: anna.email });
    const browser = tower.browser();
    expect((await browser.post('/invitations/accept', { token, password: NEW })).json().next).toBe('enrol');
    expect((await accept(token)).json().code).toBe('invitation-used');
    await browser.post('/sign-in/counts');
    const account = (await browser.call('GET', '/account')).json();
    expect(account).toMatchObject({ id, totp: false, recoveryCodesLeft: 0, passkeys: [] });
    expect(account.hats).toHaveLength(1);
    expect(account.past).toMatchObject([{ by: 'Bea', reason: REASON }]);
    const all = (await boss.call('GET', '/accounts')).json();
    const listed = all.accounts.find((each: { id: string }) => each.id === id);
    expect(listed).toMatchObject({ secondFactor: false, resettable: true, lastReset: { reason: REASON } });
  });

  it('is told why in their own words only: the diary says that it happened, by whom, and no more', async () => {
    const { rows } = await tower.owner.query(
      "select to_jsonb(d) as line from platform_diary d where event = 'factors-removed'",
    );
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toMatch(/kanaal|anna/i);
  });

  it('gets a link for one day, and a newer one makes it worthless', async () => {
    const bas = await tower.join({ email: 'bas@loket.example', name: 'Bas' });
    const id = await idOf(bas);
    const first = tokenIn((await reset(boss, id)).json().link);
    const made = (await reset(boss, id)).json();
    expect((await accept(first)).json().code).toBe('invitation-unknown');
    const renewed = (await boss.post(`/accounts/invitations/${made.invitation.id}/renew`)).json();
    expect((await accept(tokenIn(made.link))).json().code).toBe('invitation-unknown');
    tower.clock.at += 24 * HOUR;
    expect((await accept(tokenIn(renewed.link))).json().code).toBe('invitation-expired');
    boss = { ...boss, ...(await boss.again()) };
  });
});

describe('who may take that away', () => {
  it('says why and that they made sure; never of oneself, never of another organisation', async () => {
    const carla = await tower.join({ email: 'carla@loket.example', name: 'Carla' });
    const gerrit = await tower.join({ email: 'gerrit@hap.example', name: 'Gerrit', organisation: 'hap' });
    const [own, theirs] = [await idOf(carla), await idOf(gerrit)];
    expect((await reset(boss, own, { checked: false })).statusCode).toBe(400);
    expect((await reset(boss, own, { reason: 'kwijt' })).statusCode).toBe(400);
    expect((await reset(boss, await idOf(boss))).json().code).toBe('own-reset');
    const nobody = await reset(boss, '00000000-0000-7000-8000-000000000000');
    expect((await reset(boss, theirs)).body).toBe(nobody.body);
    expect((await reset(carla, await idOf(boss))).json().code).toBe('not-allowed');
    expect((await carla.call('GET', '/accounts/entrusted')).json().code).toBe('not-allowed');
    for (const browser of [carla, gerrit]) expect((await browser.call('GET', '/board')).statusCode).toBe(200);
  });

  it('reaches no hat elsewhere: who works for two is for the region manager, and so is the last administrator', async () => {
    const both = await tower.join({ email: 'both@loket.example', name: 'Fenna' });
    const asked = {
      email: both.email,
      name: 'Fenna',
      organisation: 'noord',
      role: 'elderly-doctor',
    } as const;
    await both.post('/invitations/accept', { token: await tower.invite(asked), password: PASSWORD });
    const id = await idOf(both);
    expect((await reset(boss, id)).json().code).toBe('not-found');
    const kees = await tower.join({
      ...{ email: 'kees@hap.example', name: 'Kees', organisation: 'hap', administrator: true },
    });
    const mona = await tower.join({ email: 'mona@loket.example', name: 'Mona', role: 'region-manager' });
    const { accounts } = (await mona.call('GET', '/accounts/entrusted')).json();
    const emails = accounts.map(({ email }: { email: string }) => email).sort();
    expect(emails).toEqual(['boss@loket.example', both.email, kees.email]);
    const made = (await reset(mona, id)).json();
    // The administrator of one of the two sees that it waits, and gets no link of it.
    const again = await boss.post(`/accounts/invitations/${made.invitation.id}/renew`);
    expect(again.json().code).toBe('not-found');
    expect((await reset(mona, await idOf(kees))).statusCode).toBe(200);
    expect((await reset(mona, await idOf(await tower.join({ email: 'x@loket.example' })))).json().code).toBe(
      'not-found',
    );
  });
});
