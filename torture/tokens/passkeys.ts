import { generateKeyPairSync } from 'node:crypto';
import {
  type AccountsHouse,
  type Browser,
  type Joined,
  PASSWORD,
  PUBLIC_URL,
} from '#app/accounts-house.fixture.ts';
import { type Authenticator, makeAuthenticator, type Turned } from '#app/authenticator.fixture.ts';
import type { Way } from './attack.ts';

interface Options {
  readonly options: { readonly challenge: string };
}

const optionsOf = async (browser: Browser, url: string): Promise<Options['options']> =>
  (await browser.post(url)).json<Options>().options;

/** Somebody adds a passkey to their account. */
const enrol = async (browser: Browser, device: Authenticator): Promise<boolean> => {
  const asked = await optionsOf(browser, '/account/passkeys/options');
  const response = device.create(asked);
  return (await browser.post('/account/passkeys', { name: 'Sleutel', response })).statusCode === 200;
};

const comesIn = async (browser: Browser, response: object): Promise<boolean> =>
  (await browser.post('/sign-in/passkey', { response })).statusCode === 200;

/** Ways in by a passkey: of somebody who has one, with another account beside it. */
export const passkeyWays = async (
  tower: AccountsHouse,
  joined: Joined,
  other: Joined,
): Promise<{ attacks: Way[]; honest: Way[] }> => {
  const [device, strange] = [makeAuthenticator(PUBLIC_URL), makeAuthenticator(PUBLIC_URL)];
  const added = await enrol(await joined.again(), device);
  const ask = async (): Promise<{ browser: Browser; asked: Options['options'] }> => {
    const browser = tower.browser();
    return { browser, asked: await optionsOf(browser, '/sign-in/passkey/options') };
  };
  const turned = (name: string, how: Turned | ((challenge: string) => Turned)): Way => ({
    name: `passkey: ${name}`,
    async opens() {
      const { browser, asked } = await ask();
      return comesIn(browser, device.get(asked, typeof how === 'function' ? how(asked.challenge) : how));
    },
  });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    honest: [{ name: 'a passkey is added', opens: async () => added }, turned('as it should be', {})],
    attacks: [
      turned('another site asked', { origin: 'https://toren.example.evil' }),
      turned('the same site without https', { origin: 'http://toren.example' }),
      turned('another port asked', { origin: 'https://toren.example:8443' }),
      turned('made for another site', { host: 'evil.example' }),
      turned('another question', { challenge: 'b3RoZXI' }),
      turned('no question', { challenge: '' }),
      turned('an answer to making one', { type: 'webauthn.create' }),
      turned('nobody there', { flags: 0 }),
      turned('somebody, but who', { flags: 1 }),
      turned('an older counter', { counter: 1 }),
      turned('another key', { key: privateKey }),
      turned('of nobody', { id: strange.id }),
      {
        name: 'passkey: the same answer twice',
        async opens() {
          const { browser, asked } = await ask();
          const response = device.get(asked);
          await comesIn(browser, response);
          return comesIn(browser, response);
        },
      },
      {
        name: 'passkey: an answer that was seen, in another browser',
        async opens() {
          const { browser, asked } = await ask();
          const response = device.get(asked);
          await comesIn(browser, response);
          return comesIn((await ask()).browser, response);
        },
      },
      {
        name: 'passkey: the second step of somebody else',
        async opens() {
          const browser = tower.browser();
          await browser.post('/sign-in/password', { email: other.email, password: PASSWORD });
          const asked = await optionsOf(browser, '/sign-in/passkey/options');
          return comesIn(browser, device.get(asked));
        },
      },
    ],
  };
};
