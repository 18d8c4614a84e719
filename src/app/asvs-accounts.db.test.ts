import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AccountsHouse,
  COOKIE,
  type Joined,
  openAccountsHouse,
  PASSWORD,
} from './accounts-house.fixture.ts';
import { noSettings } from './messages.ts';

const YEAR = 365 * 86_400_000;
let tower: AccountsHouse;
let anna: Joined;

const LEAKED = 'zeven eenden op een rij';
const digest = createHash('sha1').update(LEAKED).digest('hex').toUpperCase();
const asked: string[] = [];
/** Knows one leaked password, and what it was asked. */
const service = createServer((request, response) => {
  asked.push(request.url ?? '');
  response.end(`${digest.slice(5)}:12`);
});

beforeAll(async () => {
  await new Promise<void>((open) => service.listen(0, '127.0.0.1', open));
  const { port } = service.address() as AddressInfo;
  tower = await openAccountsHouse(Date.parse('2026-11-23T09:00:00Z'), [], {
    leakedPasswordsUrl: `http://127.0.0.1:${port}/range/`,
    messages: { ...noSettings(), webhooks: { ports: [], loopback: true } },
  });
  anna = await tower.join({ email: 'anna@loket.example' });
});
afterAll(async () => {
  service.close();
  await tower.close();
});

describe('in production', () => {
  it('signing out ends the session and tells the browser to drop every page it kept', async () => {
    const browser = await anna.again();
    const token = browser.jar.get(COOKIE) ?? '';
    const answer = await browser.call('DELETE', '/session');
    expect([answer.statusCode, answer.headers['clear-site-data']]).toEqual([204, '"cache"']);
    expect(browser.jar.has(COOKIE)).toBe(false);
    const thief = tower.browser();
    thief.jar.set(COOKIE, token);
    expect((await thief.call('GET', '/board')).statusCode).toBe(401);
    expect((await browser.call('DELETE', '/own/session')).headers['clear-site-data']).toBe('"cache"');
  });

  it('a command with a cookie and no proof of where it comes from is refused, whoever asks', async () => {
    const browser = await anna.again();
    for (const agent of ['curl/8.5', 'Mozilla/5.0 (X11; Linux x86_64)']) {
      const answer = await tower.house.app.inject({
        ...{ method: 'DELETE', url: '/api/v1/session', headers: { 'user-agent': agent } },
        cookies: Object.fromEntries(browser.jar),
      });
      expect([answer.statusCode, answer.json().code], agent).toEqual([403, 'foreign-origin']);
    }
    expect((await browser.call('GET', '/board')).statusCode).toBe(200);
  });

  it('strangers find no drawing of the API and no measurements; who is signed in does', async () => {
    const browser = await anna.again();
    const asked = async (url: string, cookies = {}) =>
      (await tower.house.app.inject({ url, cookies })).statusCode;
    for (const url of ['/docs', '/docs/', '/docs/problems', '/openapi.json', '/metrics']) {
      expect(await asked(url), url).toBe(404);
      expect(await asked(url, Object.fromEntries(browser.jar)), url).toBeLessThan(400);
    }
    expect(await asked('/health/live')).toBe(200);
  });

  it('a password that leaked opens no account, the service hears five letters; without the service one joins all the same', async () => {
    const token = await tower.invite({ email: 'bas@loket.example', name: 'Bas' });
    const accept = (password: string) => tower.browser().post('/invitations/accept', { token, password });
    asked.length = 0;
    expect((await accept(LEAKED)).json()).toMatchObject({ code: 'password-known' });
    expect(asked).toEqual([`/range/${digest.slice(0, 5)}`]);
    service.closeAllConnections();
    await new Promise((closed) => service.close(closed));
    expect((await accept('acht ganzen in de sloot')).json()).toMatchObject({ next: 'enrol' });
  });

  it('a password never has to be renewed: years later it opens, and nothing asks for another', async () => {
    tower.clock.at += 7 * YEAR;
    const first = await tower.browser().post('/sign-in/password', { email: anna.email, password: PASSWORD });
    expect(first.json()).toMatchObject({ next: 'totp' });
    const inside = await anna.again();
    expect((await inside.call('GET', '/board')).statusCode).toBe(200);
    const account = await inside.call('GET', '/account');
    expect(account.json()).toMatchObject({ password: true });
    expect(account.body).not.toMatch(/renew|expire|mustChange/i);
  });
});
