import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountsHouse, type Joined, openAccountsHouse, PASSWORD } from './accounts-house.fixture.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
let tower: AccountsHouse;
let anna: Joined;
beforeAll(async () => {
  tower = await openAccountsHouse(NOW);
  anna = await tower.join({ email: 'anna@loket.example' });
});
afterAll(() => tower.close());

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
