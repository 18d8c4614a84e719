import { generateKeyPairSync } from 'node:crypto';
import type { AccountsHouse, Browser } from '#app/accounts-house.fixture.ts';
import {
  honest,
  type RogueProvider,
  SUBJECT,
  sealedBy,
  signedBy,
  type TokenMaker,
  type TokenParts,
  unsigned,
} from '#app/rogue-provider.fixture.ts';
import type { Way } from './attack.ts';

const LATER = 3_600;

/** The honest claims with some changed; `undefined` takes one away. */
const claiming =
  (change: (claims: TokenParts['claims']) => Record<string, unknown>): TokenMaker =>
  ({ keys, header, claims }) =>
    signedBy(keys.own, header, { ...claims, ...change(claims) });

/** The honest header with some changed, signed with the burglar's key. */
const heading =
  (change: (parts: TokenParts) => Record<string, unknown>): TokenMaker =>
  (parts) =>
    signedBy(parts.keys.stolen, { ...parts.header, ...change(parts) }, parts.claims);

const pemOf = ({ keys }: TokenParts): string =>
  keys.ownPublic.export({ type: 'spki', format: 'pem' }).toString();

const exported = (parts: TokenParts) => parts.keys.stolenPublic.export({ format: 'jwk' });

const moment = (value: unknown): number => Number(value);

/** Who signs, and how. */
const signatures: Readonly<Record<string, TokenMaker>> = {
  'alg none': ({ header, claims }) => `${unsigned({ ...header, alg: 'none' }, claims)}.`,
  'alg none with a signature': ({ keys, header, claims }) =>
    signedBy(keys.own, { ...header, alg: 'none' }, claims),
  'alg nOnE': ({ header, claims }) => `${unsigned({ ...header, alg: 'nOnE' }, claims)}.`,
  'no alg': ({ keys, header: { alg: _, ...rest }, claims }) => signedBy(keys.own, rest, claims),
  'HS256 with the public key': (parts) =>
    sealedBy(pemOf(parts), { ...parts.header, alg: 'HS256' }, parts.claims),
  'HS256 with the secret of the client': ({ clientSecret, header, claims }) =>
    sealedBy(clientSecret, { ...header, alg: 'HS256' }, claims),
  'HS256 with nothing': ({ header, claims }) => sealedBy('', { ...header, alg: 'HS256' }, claims),
  'another key under the same name': heading(() => ({})),
  'another key without a name': heading(() => ({ kid: undefined })),
  'kid is a path': heading(() => ({ kid: '../../../../dev/null' })),
  'kid is SQL': heading(() => ({ kid: "x' union select 'x" })),
  'jku to keys of its own': heading(({ trap }) => ({ jku: trap })),
  'x5u to a certificate of its own': heading(({ trap }) => ({ x5u: trap })),
  'its own key in the header': heading((parts) => ({ jwk: exported(parts) })),
  'a part nobody understands': ({ keys, header, claims }) =>
    signedBy(keys.own, { ...header, crit: ['b64'], b64: false }, claims),
  'no signature': ({ header, claims }) => `${unsigned(header, claims)}.`,
  'half a signature': (parts) => honest(parts).slice(0, -100),
  'claims put in afterwards': (parts) => {
    const [head = '', , signature = ''] = honest(parts).split('.');
    const [, other = ''] = unsigned(parts.header, { ...parts.claims, amr: ['mfa', 'hwk'] }).split('.');
    return `${head}.${other}.${signature}`;
  },
  'a key that was made just now': ({ header, claims }) =>
    signedBy(generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey, header, claims),
};

/** What is claimed, under a good signature. */
const claims: Readonly<Record<string, TokenMaker>> = {
  'for another tower': claiming(() => ({ aud: 'another-tower' })),
  'for us and somebody else': claiming(({ aud }) => ({ aud: [aud, 'another-tower'], azp: 'another-tower' })),
  'for nobody': claiming(() => ({ aud: undefined })),
  'by another issuer': claiming(() => ({ iss: 'https://login.example' })),
  'by an issuer with a slash more': claiming(({ iss }) => ({ iss: `${String(iss)}/` })),
  'by nobody': claiming(() => ({ iss: undefined })),
  'an hour too late': claiming(({ exp }) => ({ exp: moment(exp) - LATER })),
  'without an end': claiming(() => ({ exp: undefined })),
  'without a beginning': claiming(() => ({ iat: undefined })),
  'not yet': claiming(({ iat }) => ({ nbf: moment(iat) + LATER })),
  'of another trip': claiming(() => ({ nonce: 'of-another-trip' })),
  'of no trip': claiming(() => ({ nonce: undefined })),
  'about nobody': claiming(() => ({ sub: undefined })),
  'no token at all': () => null,
  'not a token': () => 'not.a.token',
};

const roundTrip = async (browser: Browser, start: string): Promise<string> => {
  const sent = await fetch(start, { redirect: 'manual' });
  const { search } = new URL(sent.headers.get('location') ?? '');
  const back = await browser.call('GET', `/sign-in/oidc/callback${search}`);
  return String(back.headers.location);
};

const comesIn = async (tower: AccountsHouse, id: string): Promise<boolean> => {
  const browser = tower.browser();
  const start = await browser.call('GET', `/sign-in/oidc/${id}`);
  await roundTrip(browser, String(start.headers.location));
  return (await browser.call('GET', '/account')).statusCode === 200;
};

/** Ways in by the ID token of an employer, for somebody who has an account by it. */
export const idTokenWays = async (
  tower: AccountsHouse,
  rogue: RogueProvider,
): Promise<{ attacks: Way[]; honest: Way[] }> => {
  const { id } = rogue.setting;
  const browser = tower.browser();
  const token = await tower.invite({ email: `${SUBJECT}@loket.example`, name: 'Wim' });
  const asked = await browser.post('/invitations/provider', { token, provider: id });
  await roundTrip(browser, asked.json<{ location: string }>().location);
  const way = (name: string, make: TokenMaker): Way => ({
    name: `id token: ${name}`,
    opens() {
      rogue.make = make;
      return comesIn(tower, id);
    },
  });
  const all = Object.entries({ ...signatures, ...claims });
  return {
    honest: [way('as it should be', honest)],
    attacks: [
      ...all.map(([name, make]) => way(name, make)),
      { name: 'id token: keys fetched from the trap', opens: async () => rogue.trapped() > 0 },
    ],
  };
};
