import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy } from '#platform/http/headers.ts';
import { type ApiHouse, openApiHouse } from './api-house.fixture.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const PARTNER = 'https://partner.example.nl';
const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const HERE = 'localhost:80';

let api: ApiHouse;
let routes: { method: string; url: string }[];

/** Every route of the running server, from its own drawing of the API, with an id in the place of each name. */
const allRoutes = (): { method: string; url: string }[] => {
  const { paths = {} } = api.house.app.swagger() as { paths?: Record<string, object> };
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => ({
      method: method.toUpperCase(),
      url: path.replace(/\{\w+\}/g, '01a20156-7c5b-7671-9960-7a841bc6f21f'),
    })),
  );
  const pages = ['/', '/bord', '/docs/', '/docs/problems', '/openapi.json', '/health', '/api/v1/nothing'];
  return [...described, ...pages.map((url) => ({ method: 'GET', url }))];
};
const inject = (method: string, url: string, headers: Record<string, string> = {}) =>
  api.house.app.inject({
    method: method as 'GET',
    url,
    headers,
    ...(UNSAFE.has(method) ? { payload: {} } : {}),
  });
const isStream = (url: string): boolean => url.includes('/live');

beforeAll(async () => {
  const webFolder = mkdtempSync(join(tmpdir(), 'web-'));
  writeFileSync(join(webFolder, 'index.html'), '<script type="module" nonce="__NONCE__"></script>');
  api = await openApiHouse({ now: NOW }, { webFolder, origins: [PARTNER] });
  routes = allRoutes().filter(({ url }) => !isStream(url));
});
afterAll(() => api.close());

describe('the headers of every answer', () => {
  it('keep others out: no frame, no guessing of types, nothing inline, https from now on', async () => {
    expect(routes.length).toBeGreaterThan(80);
    for (const { method, url } of [...routes, { method: 'GET', url: '/api/v1/%zz' }]) {
      const { headers } = await inject(method, url);
      const where = `${method} ${url}`;
      expect(headers['x-content-type-options'], where).toBe('nosniff');
      expect(headers['referrer-policy'], where).toBe('no-referrer');
      expect(headers['strict-transport-security'], where).toMatch(/max-age=31536000; includeSubDomains/);
      const policy = String(headers['content-security-policy']);
      expect(policy, where).toMatch(/default-src 'none'/);
      expect(policy, where).toMatch(/frame-ancestors 'none'/);
      expect(policy, where).not.toMatch(/unsafe-eval|\*|script-src[^;]*unsafe-inline/);
      // Only the page of the API library brings styles of its own.
      if (url !== '/docs/') expect(policy, where).not.toMatch(/unsafe-inline/);
    }
  });

  it('keep what the API tells out of every cache', async () => {
    for (const url of [
      '/api/v1/session',
      '/api/v1/requests/01a20156-7c5b-7671-9960-7a841bc6f21f',
      '/api/v1/nothing',
    ])
      expect((await api.call(api.small.gp, 'GET', url)).headers['cache-control'], url).toBe('no-store');
    const { headers } = await api.call(api.small.gp, 'GET', '/api/v1/board');
    expect(headers['cache-control']).toBe('private, no-cache');
  });

  it('give no folder, no history of the source, and no echo of the question', async () => {
    for (const url of ['/.git/config', '/.git/HEAD', '/.env', '/assets/', '/assets', '/../package.json']) {
      const { body } = await inject('GET', url);
      expect(body, url).not.toMatch(/\[core\]|ref: |dependencies|SECRET|<li>/);
    }
    const traced = await api.house.app.inject({
      method: 'TRACE' as 'GET',
      url: '/api/v1/session',
      headers: { 'x-canary': 'kanarie' },
    });
    expect(traced.statusCode).toBe(404);
    expect(traced.body).not.toContain('kanarie');
  });

  it('allow styles of the page by a word that is new each time and stands nowhere else', async () => {
    const nonceIn = (policy: unknown) => /style-src 'self' 'nonce-([\w-]{22})'/.exec(String(policy))?.[1];
    const [one, two] = [await inject('GET', '/bord'), await inject('GET', '/')];
    const nonce = nonceIn(one.headers['content-security-policy']);
    expect(nonce).toBeDefined();
    expect(one.body).toContain(`nonce="${nonce}"`);
    expect(nonceIn(two.headers['content-security-policy'])).not.toBe(nonce);
    expect(one.headers['etag']).toBeUndefined();
  });

  it('let the page of the API run its own script and no other', async () => {
    const { headers, body } = await inject('GET', '/docs/');
    expect(body).toMatch(/<script[^>]*>[\s\S]+<\/script>/);
    expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[\w+/=]+'/);
  });

  it('let the page of refusals have its own styles and no script', async () => {
    const { headers } = await inject('GET', '/docs/problems');
    expect(headers['content-security-policy']).toMatch(
      /script-src 'self'; style-src 'self' 'sha256-[\w+/=]+';/,
    );
  });

  it('name the hosts that pictures may come from, and nothing for them besides', () => {
    const policy = contentPolicy({ imagesFrom: ['https://tiles.example.nl'] });
    expect(policy).toMatch(/img-src 'self' data: https:\/\/tiles\.example\.nl/);
    expect(policy).toMatch(/script-src 'self';/);
  });
});

describe('a page of somebody else', () => {
  const foreign = [
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' },
    { origin: `http://${HERE}`, 'sec-fetch-site': 'same-site' },
  ];

  it('cannot do anything that changes something, whatever the route', async () => {
    const signedIn = await api.house.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { role: 'desk' },
    });
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
    const unsafe = routes.filter(({ method }) => UNSAFE.has(method));
    expect(unsafe.length).toBeGreaterThan(40);
    for (const { method, url } of unsafe) {
      for (const headers of foreign) {
        const answer = await inject(method, url, { ...headers, cookie, host: HERE });
        expect([answer.statusCode, answer.json().code], `${method} ${url}`).toEqual([403, 'foreign-origin']);
      }
    }
    // The session is still there: also signing out was refused.
    expect((await inject('GET', '/api/v1/session', { cookie })).statusCode).toBe(200);
    const own = await inject('DELETE', '/api/v1/session', { cookie, host: HERE, origin: `http://${HERE}` });
    expect(own.statusCode).toBe(204);
  });

  it('may read with a token when it is on the list, and only then', async () => {
    const asks = (origin: string) =>
      inject('OPTIONS', '/api/v1/board', { origin, 'access-control-request-method': 'GET' });
    const allowed = await asks(PARTNER);
    expect([allowed.statusCode, allowed.headers['access-control-allow-origin']]).toEqual([204, PARTNER]);
    expect(allowed.headers['access-control-allow-credentials']).toBeUndefined();
    const other = await asks('https://evil.example');
    expect(other.headers['access-control-allow-origin']).toBeUndefined();
    expect(other.statusCode).toBe(404);
  });
});

describe('what no honest caller sends', () => {
  const post = (payload: string, headers: Record<string, string> = {}) =>
    api.house.app.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { 'content-type': 'application/json', ...headers },
      payload,
    });

  it.each([
    ['a key that changes how objects work', '{"role":"desk","__proto__":{"admin":true}}'],
    ['a constructor with a prototype', '{"role":"desk","constructor":{"prototype":{"admin":true}}}'],
    ['lists ten thousand deep', `${'['.repeat(10_000)}${']'.repeat(10_000)}`],
    ['objects ten thousand deep', `${'{"role":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['half a text', '{"role":'],
  ])('%s is refused as input', async (_what, payload) => {
    const answer = await post(payload);
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-input']);
    expect(Object.prototype).not.toHaveProperty('admin');
  });

  it('a body over one megabyte is refused as too large', async () => {
    const answer = await post(JSON.stringify({ role: 'x'.repeat(1_100_000) }));
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'too-large']);
  });

  it('a parameter said twice is refused', async () => {
    const answer = await api.call(api.small.gp, 'GET', '/api/v1/requests/nothing?limit=1&limit=2');
    expect(answer.statusCode).toBeGreaterThanOrEqual(400);
    expect(answer.statusCode).toBeLessThan(500);
  });

  it('another kind of content is refused', async () => {
    const answer = await post('<a/>', { 'content-type': 'application/xml' });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-input']);
  });
});
