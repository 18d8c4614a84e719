import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AccountsHouse,
  type Browser,
  COOKIE,
  type Joined,
  openAccountsHouse,
  PASSWORD,
  PUBLIC_URL,
} from './accounts-house.fixture.ts';
import { makeAuthenticator } from './authenticator.fixture.ts';

const MINUTE = 60_000;
const NEW = 'vier andere woorden samen';
const NOW = Date.parse('2026-11-23T09:00:00Z');
let tower: AccountsHouse;
let anna: Joined;
beforeAll(async () => {
  tower = await openAccountsHouse(NOW);
  anna = await tower.join({ email: 'anna@loket.example' });
});
afterAll(() => tower.close());

const account = async (browser: Browser) => (await browser.call('GET', '/account')).json();
const board = async (browser: Browser) => (await browser.call('GET', '/board')).statusCode;
/** Whoever is thrown out is out within a second. */
const goes = (browser: Browser) => expect.poll(() => board(browser), { timeout: 2_000 }).toBe(401);

describe("one's own sessions", () => {
  it('are listed with device and moments; one is ended, or all, and both only by who just showed it is them', async () => {
    const fenna = await tower.join({ email: 'fenna@loket.example', name: 'Fenna' });
    const [phone, laptop] = [await fenna.again(), await fenna.again()];
    const { sessions } = await account(laptop);
    expect(sessions).toHaveLength(3);
    expect(sessions[0]).toMatchObject({ kind: 'totp', device: null, current: true });
    const [, ofPhone] = sessions as { id: string }[];
    tower.clock.at += 11 * MINUTE;
    const end = (browser: Browser, id = '') => browser.call('DELETE', `/account/sessions${id}`);
    expect((await end(laptop, `/${ofPhone?.id}`)).json().code).toBe('confirm-needed');
    expect((await end(laptop)).json().code).toBe('confirm-needed');
    expect(await board(phone)).toBe(200);
    await laptop.post('/account/confirm', { code: await fenna.code() });
    expect((await end(laptop, `/${ofPhone?.id}`)).statusCode).toBe(200);
    await goes(phone);
    expect([await board(laptop), await board(fenna)]).toEqual([200, 200]);
    const foreign = (await account(await anna.again())).sessions[0].id;
    expect((await end(laptop, `/${foreign}`)).json().code).toBe('not-found');
    expect((await end(laptop)).statusCode).toBe(200);
    for (const browser of [laptop, fenna]) await goes(browser);
  });

  it('tell by which browser somebody came in', async () => {
    const agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0';
    const browser = tower.browser({ 'user-agent': agent });
    await browser.post('/sign-in/password', { email: anna.email, password: PASSWORD });
    await browser.post('/sign-in/totp', { code: await anna.code() });
    expect((await account(browser)).sessions[0]).toMatchObject({ device: 'Firefox · Linux', current: true });
  });

  it('end by themselves when nobody is there, however often an open screen asks', async () => {
    const [left, busy] = [await anna.again(), await anna.again()];
    const screen = tower.browser({ 'x-by-itself': '1' });
    screen.jar.set(COOKIE, left.jar.get(COOKIE) ?? '');
    for (let minutes = 0; minutes < 55; minutes += 5) {
      tower.clock.at += 5 * MINUTE;
      expect(await board(screen), `after ${minutes + 5} minutes`).toBe(200);
      expect(await board(busy)).toBe(200);
    }
    tower.clock.at += 5 * MINUTE;
    expect(await board(screen)).toBe(401);
    expect(await board(busy)).toBe(200);
  });
});

describe('what opens an account', () => {
  it('changes the password by the present one; every other session is over', async () => {
    const greet = await tower.join({ email: 'greet@loket.example', name: 'Greet' });
    const elsewhere = await greet.again();
    const change = (current: string, password = NEW) =>
      greet.post('/account/password', { current, password });
    expect((await change('not the password')).json().code).toBe('sign-in-refused');
    expect((await change(PASSWORD, 'kort')).json().code).toBe('password-short');
    expect(await board(elsewhere)).toBe(200);
    expect((await change(PASSWORD)).statusCode).toBe(200);
    await goes(elsewhere);
    expect(await board(greet)).toBe(200);
    const signIn = (password: string) =>
      tower.browser().post('/sign-in/password', { email: greet.email, password });
    expect((await signIn(PASSWORD)).json().code).toBe('sign-in-refused');
    expect((await signIn(NEW)).json().next).toBe('totp');
  });

  it('ends every other session when a second factor comes, goes or is renewed', async () => {
    const henk = await tower.join({ email: 'henk@loket.example', name: 'Henk' });
    const device = makeAuthenticator(PUBLIC_URL);
    const acts: readonly (() => Promise<{ readonly statusCode: number }>)[] = [
      async () => {
        const { options } = (await henk.post('/account/passkeys/options')).json();
        return henk.post('/account/passkeys', { name: 'Sleutel', response: device.create(options) });
      },
      async () => {
        const { secret } = (await henk.post('/account/totp')).json();
        tower.clock.at += 30_000;
        const code = await generate({ secret, epoch: tower.clock.at / 1_000 });
        return henk.post('/account/totp/confirm', { code });
      },
      async () => henk.call('DELETE', `/account/passkeys/${(await account(henk)).passkeys[0].id}`),
      () => henk.post('/account/recovery-codes'),
    ];
    for (const act of acts) {
      const other = tower.browser();
      await other.post('/sign-in/password', { email: henk.email, password: PASSWORD });
      await other.post('/sign-in/counts');
      expect(await board(other)).toBe(200);
      expect((await act()).statusCode).toBe(200);
      await goes(other);
      expect(await board(henk)).toBe(200);
    }
  });
});

describe('a step that waits', () => {
  it('is dropped by who begins again, on the server too', async () => {
    const browser = tower.browser();
    await browser.post('/sign-in/password', { email: anna.email, password: PASSWORD });
    const jar = new Map(browser.jar);
    expect((await browser.call('GET', '/sign-in')).json().waiting).toMatchObject({ next: 'totp' });
    await browser.call('DELETE', '/sign-in');
    expect((await browser.call('GET', '/sign-in')).json().waiting).toBeNull();
    const next = tower.browser();
    for (const [name, value] of jar) next.jar.set(name, value);
    expect((await next.post('/sign-in/totp', { code: await anna.code() })).json().code).toBe('step-expired');
  });
});
