import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Besieged, besiege } from './tokens.ts';

let house: Besieged;
beforeAll(async () => {
  house = await besiege();
});
afterAll(() => house.close());

// Sessions and codes are tried in src/app/sign-in.db.test.ts.
it('a forged ID token, passkey or link opens nothing, and the honest one beside it does', async () => {
  const tried = await house.tokens(['links', 'passkeys', 'id-tokens']);
  expect(tried).toMatchObject({ opened: [], shut: [] });
  expect(tried.attacks).toBeGreaterThan(50);
});

it('an answer about a wrong password tells nobody whether there is an account, locked or switched off', async () => {
  expect(await house.telling()).toEqual([]);
});
