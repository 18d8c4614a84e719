import type { LightMyRequestResponse } from 'fastify';
import { generate } from 'otplib';
import pg from 'pg';
import { makeSmallRegion, type SmallRegion } from '#demo/small.ts';
import type { Instant } from '#kernel/interval.ts';
import { type AskedByHand, inviteByHand } from '#modules/accounts/by-hand.ts';
import type { OidcProvider } from '#platform/auth/oidc.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { buildHouse, type House, type HouseParts } from './house.ts';

/** Where the tower of a test stands. */
export const PUBLIC_URL = 'https://toren.example';
/** A password that opens accounts of a test. */
export const PASSWORD = 'paarse fiets onder regenboog';

/** A browser: it keeps the cookies it is given, as a browser does. */
export interface Browser {
  readonly jar: Map<string, string>;
  call(method: 'GET' | 'POST' | 'DELETE', url: string, body?: unknown): Promise<LightMyRequestResponse>;
  post(url: string, body?: unknown): Promise<LightMyRequestResponse>;
}

/** A production house over a small region, with a clock that the test sets. */
export interface AccountsHouse {
  readonly house: House;
  readonly small: SmallRegion;
  readonly clock: { at: Instant };
  readonly url: string;
  /** The owner of the tables. */
  readonly owner: pg.Client;
  browser(headers?: Readonly<Record<string, string>>): Browser;
  /** Asks somebody by hand; answers the token of the link. */
  invite(asked: Partial<AskedByHand> & Pick<AskedByHand, 'email'>): Promise<string>;
  /** Takes somebody from invitation to signed in with an app for codes. */
  join(asked: Partial<AskedByHand> & Pick<AskedByHand, 'email'>): Promise<Joined>;
  close(): Promise<void>;
}

/** Somebody with an account, in the browser they joined with. */
export interface Joined extends Browser {
  readonly email: string;
  readonly secret: string;
  readonly recoveryCodes: readonly string[];
  /** The code the app shows now; the clock moves on first, so that it is a fresh one. */
  code(): Promise<string>;
  /** Signs in anew in a browser of its own. */
  again(): Promise<Browser>;
}

/** The cookie of a session in production. */
export const COOKIE = '__Host-verkeerstoren';

const browserOf = (house: House, more: Readonly<Record<string, string>>): Browser => {
  const jar = new Map<string, string>();
  const call: Browser['call'] = async (method, url, body) => {
    const payload = body === undefined ? {} : { payload: body as object };
    const answer = await house.app.inject({
      ...{ method, url: url.startsWith('/api') ? url : `/api/v1${url}`, cookies: Object.fromEntries(jar) },
      headers: { 'sec-fetch-site': 'same-origin', ...more },
      ...payload,
    });
    for (const { name, value } of answer.cookies) {
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return answer;
  };
  return { jar, call, post: (url, body = {}) => call('POST', url, body) };
};

/** Builds it. */
export const openAccountsHouse = async (
  now: Instant,
  providers: readonly OidcProvider[] = [],
  more: Partial<HouseParts> = {},
): Promise<AccountsHouse> => {
  const test = await createTestDatabase();
  const small = await makeSmallRegion(test.url, { now });
  const clock = { at: now };
  const house = await buildHouse({
    ...{ databaseUrl: test.url, connections: 16, clock: { now: () => clock.at }, practice: false },
    ...{ logLevel: 'silent', version: 'test', webFolder: null, signIn: { publicUrl: PUBLIC_URL, providers } },
    ...more,
  });
  const owner = new pg.Client({ connectionString: test.url });
  await owner.connect();
  const invite: AccountsHouse['invite'] = async (asked) => {
    const whole = { name: 'Anna de Vries', organisation: 'loket', administrator: false, ...asked };
    const link = await inviteByHand(house.database, whole, { now: clock.at, publicUrl: PUBLIC_URL });
    if (!link.ok) throw new Error(link.refusal.code);
    return link.value.split('#')[1] ?? '';
  };
  const browser: AccountsHouse['browser'] = (headers = {}) => browserOf(house, headers);
  const join: AccountsHouse['join'] = async (asked) => {
    const inside = browser();
    const ok = async (url: string, body?: unknown): Promise<unknown> => {
      const answer = await inside.post(url, body);
      if (answer.statusCode !== 200) throw new Error(`${url}: ${answer.body}`);
      return answer.json();
    };
    await ok('/invitations/accept', { token: await invite(asked), password: PASSWORD });
    const { secret } = (await ok('/account/totp')) as { secret: string };
    const code = async () => {
      clock.at += 30_000;
      return generate({ secret, epoch: clock.at / 1_000 });
    };
    const { recoveryCodes } = (await ok('/account/totp/confirm', { code: await code() })) as Joined;
    const again = async () => {
      const other = browser();
      await other.post('/sign-in/password', { email: asked.email, password: PASSWORD });
      await other.post('/sign-in/totp', { code: await code() });
      return other;
    };
    return { ...inside, email: asked.email, secret, recoveryCodes, code, again };
  };
  const close = async () => {
    await owner.end();
    await house.close();
    await test.drop();
  };
  return { house, small, clock, url: test.url, owner, browser, invite, join, close };
};
