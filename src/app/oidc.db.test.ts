import { createServer, type Server } from 'node:http';
import Provider from 'oidc-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OidcProvider } from '#platform/auth/oidc.ts';
import { type AccountsHouse, type Browser, openAccountsHouse, PUBLIC_URL } from './accounts-house.fixture.ts';
import { honest, openRogueProvider, type RogueProvider } from './rogue-provider.fixture.ts';

const NOW = Date.now();
const CALLBACK = `${PUBLIC_URL}/api/v1/sign-in/oidc/callback`;

/** An employer's sign-in on this machine. It asks nothing: who goes there is who `signedIn` says. */
const openProvider = async (id: string, amr: readonly string[] = []) => {
  let answer: ReturnType<Provider['callback']> | null = null;
  const server: Server = createServer((request, response) => answer?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const issuer = `http://127.0.0.1:${port}`;
  const who = { subject: 'somebody', ura: null as string | null };
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'toren', client_secret: 'only-in-this-test', redirect_uris: [CALLBACK] }],
    claims: { openid: ['sub', 'amr', 'abonnee_nummer'] },
    conformIdTokenClaims: false,
    cookies: { keys: ['only in this test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/as/${interaction.uid}` },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({ sub, amr: [...amr], ...(who.ura === null ? {} : { abonnee_nummer: who.ura }) }),
    }),
  });
  const handle = provider.callback();
  answer = async (request, response) => {
    if (request.url?.startsWith('/as/') !== true) return handle(request, response);
    const { params } = await provider.interactionDetails(request, response);
    const grant = new provider.Grant({ accountId: who.subject, clientId: String(params['client_id']) });
    grant.addOIDCScope('openid');
    const grantId = await grant.save();
    const result = { login: { accountId: who.subject, amr: [...amr] }, consent: { grantId } };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  };
  const setting: OidcProvider = {
    ...{ id, name: `Werkgever ${id}`, issuer, clientId: 'toren', clientSecret: 'only-in-this-test' },
    ...{ strong: false, claims: { professional: 'dezi_nummer', ura: 'abonnee_nummer', role: 'rol_code' } },
  };
  const close = () => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  };
  return { setting, who, close };
};

/** Goes where a provider sends the browser, until it is sent back to the tower; answers the query it comes back with. */
const travel = async (start: string): Promise<string> => {
  const jar = new Map<string, string>();
  let url = start;
  for (let hop = 0; hop < 10; hop++) {
    if (url.startsWith(PUBLIC_URL)) return new URL(url).search;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const next = answer.headers.get('location');
    if (next === null) throw new Error(`stuck at ${answer.status}: ${await answer.text()}`);
    url = new URL(next, url).href;
  }
  throw new Error('sent round in circles');
};

type Employer = Awaited<ReturnType<typeof openProvider>>;
let [employer, strong, rogue]: Employer[] = [];
let slow: RogueProvider;
let tower: AccountsHouse;
beforeAll(async () => {
  slow = await openRogueProvider('slow');
  [employer, strong, rogue] = await Promise.all([
    openProvider('zkh'),
    openProvider('dezi', ['mfa']),
    openProvider('rogue', ['mfa']),
  ]);
  const providers = [employer, strong, rogue].map((each) => (each as Employer).setting);
  tower = await openAccountsHouse(NOW, [...providers, slow.setting]);
});
afterAll(async () => {
  await tower.close();
  for (const each of [employer, strong, rogue, slow]) await each?.close();
});

const startAt = async (browser: Browser, id: string): Promise<string> => {
  const answer = await browser.call('GET', `/sign-in/oidc/${id}`);
  return String(answer.headers.location);
};
/** Goes to a provider and comes back; answers where the tower sends the browser then. */
const roundTrip = async (browser: Browser, id: string, start?: string): Promise<string> => {
  const query = await travel(start ?? (await startAt(browser, id)));
  const back = await browser.call('GET', `/sign-in/oidc/callback${query}`);
  return String(back.headers.location);
};
const joinBy = async (id: string, email: string): Promise<Browser> => {
  const browser = tower.browser();
  const token = await tower.invite({ email });
  const { location } = (await browser.post('/invitations/provider', { token, provider: id })).json();
  expect(await roundTrip(browser, id, location)).toBe('/');
  return browser;
};
const account = async (browser: Browser) => (await browser.call('GET', '/account')).json();

describe('signing in at an employer', () => {
  it('needs an invitation the first time, and a second step here when none was shown there', async () => {
    if (employer === undefined) throw new Error('no provider');
    employer.who.subject = 'anna-at-zkh';
    const stranger = tower.browser();
    expect(await roundTrip(stranger, 'zkh')).toBe('/?melding=identity-unknown');
    const anna = await joinBy('zkh', 'anna@zkh.example');
    expect((await anna.call('GET', '/sign-in')).json().waiting).toEqual({ next: 'enrol', methods: [] });
    expect((await anna.call('GET', '/board')).statusCode).toBe(401);
  });

  it('is enough where a second factor was shown', async () => {
    if (strong === undefined) throw new Error('no provider');
    strong.who.subject = 'bas-at-dezi';
    const bas = await joinBy('dezi', 'bas@loket.example');
    expect(await account(bas)).toMatchObject({ email: 'bas@loket.example', strong: true, password: false });
    const again = tower.browser();
    expect(await roundTrip(again, 'dezi')).toBe('/');
    expect(await account(again)).toMatchObject({ email: 'bas@loket.example' });
  });

  it('is somebody else when another provider says the same subject', async () => {
    if (rogue === undefined) throw new Error('no provider');
    rogue.who.subject = 'bas-at-dezi';
    const thief = tower.browser();
    expect(await roundTrip(thief, 'rogue')).toBe('/?melding=identity-unknown');
    expect((await thief.call('GET', '/account')).statusCode).toBe(401);
  });

  it('takes no answer of another provider, of another trip, twice, or in another browser', async () => {
    const refused = '/?melding=provider-refused';
    const browser = tower.browser();
    const [own, other] = [await startAt(browser, 'dezi'), await startAt(tower.browser(), 'rogue')];
    const mixed = await travel(other);
    const back = async (who: Browser, query: string) =>
      String((await who.call('GET', `/sign-in/oidc/callback${query}`)).headers.location);
    expect(await back(browser, mixed)).toBe(refused);
    const query = await travel(own);
    expect(await back(browser, query)).toBe('/?melding=step-expired');
    const fresh = tower.browser();
    const good = await travel(await startAt(fresh, 'dezi'));
    expect(await back(tower.browser(), good)).toBe('/?melding=step-expired');
    const wrongState = good.replace(/state=[^&]+/, 'state=guessed');
    expect(await back(fresh, wrongState)).toBe(refused);
    expect(await back(fresh, good)).toBe('/?melding=step-expired');
  });

  it('opens only the hat of the organisation the provider vouches for', async () => {
    if (strong === undefined) throw new Error('no provider');
    strong.who.ura = '12345678';
    const bas = tower.browser();
    expect(await roundTrip(bas, 'dezi')).toBe('/?melding=no-hat');
    await tower.owner.query("update region_organisation set ura = '12345678' where code = 'loket'");
    expect(await roundTrip(bas, 'dezi')).toBe('/');
    expect(await account(bas)).toMatchObject({ email: 'bas@loket.example' });
  });

  it('keeps nobody else waiting, also when the provider takes its time', async () => {
    const gate = Promise.withResolvers<void>();
    slow.make = async (parts) => gate.promise.then(() => honest(parts));
    // More than there are connections to the database.
    const trips = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const browser = tower.browser();
        const query = await travel(await startAt(browser, 'slow'));
        return () => browser.call('GET', `/sign-in/oidc/callback${query}`);
      }),
    );
    const waiting = trips.map((back) => back());
    await expect.poll(() => slow.asked()).toBe(20);
    const other = await tower.browser().post('/invitations/look', { token: 'never' });
    expect(other.statusCode).toBe(404);
    gate.resolve();
    for (const back of await Promise.all(waiting)) expect(back.statusCode).toBe(303);
  });

  it('knows its providers only', async () => {
    const answer = await tower.browser().call('GET', '/sign-in/oidc/nobody');
    expect(answer.headers.location).toBe('/?melding=provider-unknown');
    const { providers } = (await tower.browser().call('GET', '/sign-in')).json();
    expect(providers).toContainEqual({ id: 'dezi', name: 'Werkgever dezi' });
    expect(JSON.stringify(providers)).not.toContain('only-in-this-test');
  });
});
