import { get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type AccountsHouse,
  COOKIE,
  type Joined,
  openAccountsHouse,
  PASSWORD,
} from './accounts-house.fixture.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
let tower: AccountsHouse;
let boss: Joined;
let port = 0;
beforeAll(async () => {
  tower = await openAccountsHouse(NOW);
  boss = await tower.join({ email: 'boss@loket.example', name: 'Bea', administrator: true });
  await tower.house.app.listen({ host: '127.0.0.1', port: 0 });
  const address = tower.house.app.server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterAll(() => tower.close());

/** Opens the live stream as a screen does; answers when it is cut off. */
const follow = async (token: string): Promise<{ status: number; cut: Promise<number> }> => {
  const headers = { cookie: `${COOKIE}=${token}` };
  const response = await new Promise<IncomingMessage>((resolve) => {
    get({ host: '127.0.0.1', port, path: '/api/v1/live', headers }, resolve);
  });
  response.resume().on('error', () => undefined);
  const cut = new Promise<number>((resolve) => {
    response.on('close', () => resolve(performance.now()));
  });
  return { status: response.statusCode ?? 0, cut };
};

const idOf = async (email: string): Promise<string> => {
  const { accounts } = (await boss.call('GET', '/accounts')).json<{
    accounts: { id: string; email: string }[];
  }>();
  return accounts.find((each) => each.email === email)?.id ?? '';
};

describe('who is disabled', () => {
  it('is out of every session and every open screen within a second, and comes in no more', async () => {
    const carla = await tower.join({ email: 'carla@loket.example', name: 'Carla' });
    const elsewhere = await carla.again();
    for (const browser of [carla, elsewhere])
      expect((await browser.call('GET', '/requests')).statusCode).toBe(200);
    const screen = await follow(elsewhere.jar.get(COOKIE) ?? '');
    expect(screen.status).toBe(200);
    const at = performance.now();
    expect((await boss.post(`/accounts/${await idOf(carla.email)}/disable`)).statusCode).toBe(200);
    expect((await screen.cut) - at).toBeLessThan(1_000);
    for (const browser of [carla, elsewhere]) {
      await expect.poll(async () => (await browser.call('GET', '/requests')).statusCode).toBe(401);
    }
    expect(performance.now() - at).toBeLessThan(1_500);
    const answer = await tower
      .browser()
      .post('/sign-in/password', { email: carla.email, password: PASSWORD });
    expect(answer.json().code).toBe('sign-in-refused');
  });

  it('comes in again when switched on, with a session of its own', async () => {
    const dora = await tower.join({ email: 'dora@loket.example', name: 'Dora' });
    const id = await idOf(dora.email);
    await boss.post(`/accounts/${id}/disable`);
    await boss.post(`/accounts/${id}/enable`);
    await expect.poll(async () => (await dora.call('GET', '/board')).statusCode).toBe(401);
    expect((await (await dora.again()).call('GET', '/board')).statusCode).toBe(200);
  });

  it('is somebody of the own organisation, and never oneself', async () => {
    const gerrit = await tower.join({ email: 'gerrit@hap.example', name: 'Gerrit', organisation: 'hap' });
    const { id } = (await gerrit.call('GET', '/account')).json();
    const stranger = await boss.post(`/accounts/${id}/disable`);
    const nobody = await boss.post('/accounts/00000000-0000-7000-8000-000000000000/disable');
    expect(stranger.body).toBe(nobody.body);
    expect((await boss.post(`/accounts/${await idOf(boss.email)}/disable`)).json().code).toBe('own-account');
    expect((await gerrit.post(`/accounts/${await idOf(boss.email)}/disable`)).json().code).toBe(
      'not-allowed',
    );
    expect((await gerrit.call('GET', '/accounts')).json().code).toBe('not-allowed');
  });
});

describe('somebody with two hats', () => {
  it('wears one at a time; changing it is a new session and the old one is over', async () => {
    const both = await tower.join({ email: 'both@loket.example', name: 'Fenna' });
    const unit = 'noord';
    const token = await tower.invite({
      email: both.email,
      name: 'Fenna',
      organisation: unit,
      role: 'elderly-doctor',
    });
    const wrong = await both.post('/invitations/accept', { token, password: 'somebody else altogether' });
    expect(wrong.json().code).toBe('sign-in-refused');
    expect((await both.post('/invitations/accept', { token, password: PASSWORD })).json().next).toBe('totp');
    const { hats } = (await both.call('GET', '/account')).json<{
      hats: { professionalId: string; role: string }[];
    }>();
    expect(hats.map(({ role }) => role).sort()).toEqual(['desk', 'elderly-doctor']);
    const old = both.jar.get(COOKIE) ?? '';
    const other = hats.find(({ role }) => role === 'elderly-doctor')?.professionalId;
    expect((await both.post('/account/hat', { professionalId: other })).statusCode).toBe(200);
    expect((await both.call('GET', '/session')).json()).toMatchObject({ actor: { role: 'elderly-doctor' } });
    const before = tower.browser();
    before.jar.set(COOKIE, old);
    await expect.poll(async () => (await before.call('GET', '/session')).statusCode).toBe(401);
    const foreign = await both.post('/account/hat', { professionalId: tower.small.gp.id });
    expect(foreign.json().code).toBe('hat-unknown');
  });
});

describe('an administrator', () => {
  it('invites into the own organisation only, and only roles it has', async () => {
    const wish = { email: 'hans@loket.example', name: 'Hans', role: 'desk' };
    const invited = await boss.post('/accounts/invitations', wish);
    expect(invited.json().link).toMatch(/^https:\/\/toren\.example\/uitnodiging#[\w-]{43}$/);
    expect((await boss.post('/accounts/invitations', wish)).json().code).toBe('already-invited');
    const role = { ...wish, email: 'ida@loket.example', role: 'gp' };
    expect((await boss.post('/accounts/invitations', role)).json().code).toBe('role-not-here');
    const organisationId = tower.small.gp.organisationId;
    const there = { ...wish, email: 'ida@hap.example', role: 'gp', organisationId };
    expect((await boss.post('/accounts/invitations', there)).json().code).toBe('not-allowed');
  });

  it('renews and takes back; the old link opens nothing', async () => {
    const wish = { email: 'jan@loket.example', name: 'Jan', role: 'desk' };
    const { invitation, link } = (await boss.post('/accounts/invitations', wish)).json();
    const look = async (of: string) =>
      (await tower.browser().post('/invitations/look', { token: of.split('#')[1] })).json();
    const renewed = (await boss.post(`/accounts/invitations/${invitation.id}/renew`)).json();
    expect(await look(link)).toMatchObject({ code: 'invitation-unknown' });
    expect(await look(renewed.link)).toMatchObject({ name: 'Jan' });
    expect((await boss.call('DELETE', `/accounts/invitations/${invitation.id}`)).statusCode).toBe(200);
    expect(await look(renewed.link)).toMatchObject({ code: 'invitation-unknown' });
  });

  it('is asked first by the region manager, once', async () => {
    const manager = await tower.join({ email: 'mona@loket.example', name: 'Mona', role: 'region-manager' });
    const wish = { name: 'Kees', role: 'gp', organisationId: tower.small.gp.organisationId };
    const ask = async (email: string, administrator: boolean) =>
      (await manager.post('/accounts/invitations', { ...wish, email, administrator })).json();
    expect(await ask('kees@hap.example', false)).toMatchObject({ code: 'not-allowed' });
    const { link } = await ask('kees@hap.example', true);
    const kees = tower.browser();
    await kees.post('/invitations/accept', { token: link.split('#')[1], password: PASSWORD });
    expect(await ask('piet@hap.example', true)).toMatchObject({ code: 'not-allowed' });
  });
});

describe('a real region', () => {
  it('has no roles to pick', async () => {
    const stranger = tower.browser();
    expect((await stranger.call('GET', '/practice-roles')).json().code).toBe('practice-only');
    expect((await stranger.post('/session', { role: 'desk' })).json().code).toBe('practice-only');
  });
});
