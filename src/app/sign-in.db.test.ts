import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AccountsHouse, openAccountsHouse } from './accounts-house.fixture.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
let tower: AccountsHouse;
beforeAll(async () => {
  tower = await openAccountsHouse(NOW);
});
afterAll(() => tower.close());

describe('who joins', () => {
  it('comes in by an invitation, a password and an app, and reads the board', async () => {
    const anna = await tower.join({ email: 'anna@loket.example' });
    expect(anna.recoveryCodes).toHaveLength(10);
    const board = await anna.call('GET', '/board');
    expect(board.statusCode).toBe(200);
    const account = (await anna.call('GET', '/account')).json();
    expect(account).toMatchObject({ email: 'anna@loket.example', strong: true, totp: true });
    expect((await anna.call('GET', '/session')).json()).toMatchObject({
      actor: { role: 'desk' },
      mode: 'production',
    });
  });
});

void PASSWORD;
