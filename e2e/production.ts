import { createServer } from 'node:http';
import { generate } from 'otplib';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { HouseParts } from '#app/house.ts';
import { inviteByHand } from '#modules/accounts/index.ts';
import { openPage, type SIZES } from './browser.ts';
import { portLeft, type RunningServer, startServer } from './server.ts';

type SignIn = NonNullable<HouseParts['signIn']>;

/** A port of this machine that is free now: passkeys and employers must know the address before the house stands. */
const freePort = async (): Promise<number> => {
  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening));
  const address = probe.address();
  await new Promise((closed) => probe.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
};

/** The small region in earnest: no roles to pick. Under `localhost`, which a browser trusts as it trusts https. */
export const startProduction = async (providers: SignIn['providers'] = []): Promise<RunningServer> => {
  const port = (await portLeft()) || (await freePort());
  const publicUrl = `http://localhost:${port}`;
  const server = await startServer(
    { placesPerUnit: 2 },
    { practice: false, signIn: { publicUrl, providers } },
    port,
  );
  return { ...server, url: publicUrl };
};

/** The link for the first administrator of the desk, as the command line gives it. */
export const inviteFirst = async ({ house, url }: RunningServer): Promise<string> => {
  const asked = {
    email: 'beheer@loket.example',
    name: 'Jolanda Beens',
    organisation: 'loket',
    administrator: true,
  };
  const made = await inviteByHand(house.database, asked, { now: Date.now(), publicUrl: url });
  if (!made.ok) throw new Error(`no invitation: ${made.refusal.code}`);
  return made.value;
};

/** A page of somebody nobody knows yet. */
export const openStranger = (browser: Browser, size: keyof typeof SIZES = 'desktop'): Promise<Page> =>
  openPage(browser, size, { permissions: ['clipboard-read', 'clipboard-write'] });

/** A telephone or laptop that can keep passkeys and always recognises its owner; for one page. */
export const addAuthenticator = async (page: Page): Promise<void> => {
  const devtools = await (page.context() as BrowserContext).newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  await devtools.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
};

/** What the app on somebody's telephone shows now, or in the next half minute: each code counts once. */
export const codeOf = (secret: string, later = 0): Promise<string> =>
  generate({ secret, epoch: Math.floor(Date.now() / 1000) + later * 30 });

const PASSWORD = 'wolk fiets zeven kandelaar';

/** A colleague whose account is there already; how they got it is told elsewhere. */
export interface Colleague {
  readonly password: string;
  /** What the app on their telephone holds. */
  readonly secret: string;
  /** On paper. */
  readonly codes: readonly string[];
}

/** Says yes to an invitation, with a password and an app; the browser of this page is signed in afterwards. */
export const sayYes = async (page: Page, link: string): Promise<Colleague> => {
  const { origin, hash } = new URL(link);
  const post = async <Answer>(path: string, data: object): Promise<Answer> => {
    const answer = await page.request.post(`${origin}/api/v1${path}`, { data, headers: { origin } });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  };
  await post('/invitations/accept', { token: hash.slice(1), password: PASSWORD });
  const { secret } = await post<{ secret: string }>('/account/totp', {});
  const code = await codeOf(secret);
  const { recoveryCodes } = await post<{ recoveryCodes: string[] }>('/account/totp/confirm', { code });
  return { password: PASSWORD, secret, codes: recoveryCodes };
};
