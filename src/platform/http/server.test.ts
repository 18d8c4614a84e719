import { afterEach, describe, expect, it } from 'vitest';
import { createServer, type ServerParts } from './server.ts';

type App = Awaited<ReturnType<typeof createServer>>;
let app: App;
afterEach(() => app.close());

const actor = {
  ...{ id: 'anna', name: 'anna', role: 'desk', phone: null },
  ...{ organisationId: 'desk', siteId: null, unitId: null },
};
const session = { id: 'anna', accountId: null, strong: true, factorAt: null, actor };

/** A server with a few routes; who brings a token is signed in. */
const opened = async (more: Partial<ServerParts> = {}): Promise<App> => {
  app = await createServer({
    ...{ refusals: {}, practice: true, logLevel: 'silent', version: 'test' },
    identify: async (_cookie, bearer) => (bearer === undefined ? null : session),
    ...more,
  });
  app.get('/where', async ({ ip }) => ({ ip }));
  for (const url of ['/docs', '/docs/assets', '/openapi.json', '/metrics', '/docsx', '/board'])
    app.get(url, async () => ({ url }));
  app.post('/kept', async ({ body }) => ({ body }));
  return app;
};

describe('the address of a caller', () => {
  const asked = async (trustProxy: readonly string[], peer: string, forwarded: string): Promise<string> => {
    await (app as App | undefined)?.close();
    const server = await opened({ trustProxy });
    const headers = { 'x-forwarded-for': forwarded };
    return (await server.inject({ url: '/where', remoteAddress: peer, headers })).json().ip;
  };

  it('is what the network says: nobody is believed who is not named', async () => {
    await opened();
    expect(await asked([], '198.51.100.7', '203.0.113.9')).toBe('198.51.100.7');
    expect(await asked(['10.0.0.0/8'], '198.51.100.7', '203.0.113.9')).toBe('198.51.100.7');
  });

  it('is what a proxy says that is named, and never what the caller wrote before it', async () => {
    await opened();
    expect(await asked(['10.0.0.0/8'], '10.1.2.3', '203.0.113.9')).toBe('203.0.113.9');
    expect(await asked(['10.0.0.0/8'], '10.1.2.3', '192.0.2.1, 203.0.113.9')).toBe('203.0.113.9');
    expect(await asked(['127.0.0.1', '10.0.0.0/8'], '127.0.0.1', '203.0.113.9, 10.1.2.3')).toBe(
      '203.0.113.9',
    );
  });

  it('gives each caller behind the proxy a limit of their own', async () => {
    const server = await opened({ trustProxy: ['127.0.0.1'], limits: { perMinute: 2, atOnce: 9 } });
    const ask = async (from: string) =>
      (await server.inject({ url: '/board', headers: { 'x-forwarded-for': from } })).statusCode;
    expect([await ask('203.0.113.1'), await ask('203.0.113.1'), await ask('203.0.113.1')]).toEqual([
      200, 200, 429,
    ]);
    expect(await ask('203.0.113.2')).toBe(200);
  });
});

describe('pages about the tower itself', () => {
  const SPELLED = [
    '/docs',
    '/docs/',
    '/docs/assets',
    '/%64ocs',
    '/openapi.json',
    '/metrics',
    '/metrics/',
    '/metrics?x=1',
  ];
  const answers = async (server: App, token?: string): Promise<number[]> => {
    const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
    return Promise.all(SPELLED.map(async (url) => (await server.inject({ url, headers })).statusCode));
  };

  it('do not exist for strangers in production, however their address is spelled, and do for who is signed in', async () => {
    const server = await opened({ practice: false });
    expect(new Set(await answers(server))).toEqual(new Set([404]));
    expect(new Set(await answers(server, 'anna'))).toEqual(new Set([200]));
    expect((await server.inject('/docsx')).statusCode).toBe(200);
    const [closed, absent] = [await server.inject('/metrics'), await server.inject('/metricsx')];
    expect(closed.json().code).toBe('not-found');
    expect(absent.statusCode).toBe(404);
  });

  it('open one by one by name, and all of them in practice', async () => {
    const one = await opened({ practice: false, openPages: ['metrics'] });
    expect([(await one.inject('/metrics')).statusCode, (await one.inject('/docs')).statusCode]).toEqual([
      200, 404,
    ]);
    await one.close();
    expect(new Set(await answers(await opened()))).toEqual(new Set([200]));
  });
});

describe('the log of the server', () => {
  /** Everything the server writes while this is asked, as it is written. */
  const written = async (practice: boolean): Promise<string[]> => {
    const lines: string[] = [];
    const server = await opened({ practice, logLevel: 'info', logTo: { write: (line) => lines.push(line) } });
    server.post('/persons/:name', async () => {
      throw new TypeError('Kanarie 999911612 is no number');
    });
    const url = `/persons/${encodeURIComponent('Kanarie\r\n')}?bsn=999911612`;
    const answer = await server.inject({
      method: 'POST',
      url,
      headers: { 'user-agent': 'x\tKanarie' },
      payload: { bsn: '999911612' },
    });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toMatch(/Kanarie|999911612|TypeError|server\.test/);
    return lines;
  };

  it('is one line of JSON each, with a moment and a level, and goes where it is told and nowhere else', async () => {
    const before = Date.now();
    const lines = await written(true);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      expect(line).toMatch(/^\{.*\}\n$/);
      const { time, level, msg } = JSON.parse(line);
      expect([typeof level, typeof msg]).toEqual(['number', 'string']);
      // Milliseconds since 1970, which are the same everywhere.
      expect(time).toBeGreaterThanOrEqual(before);
    }
  });

  it.each([true, false])(
    'tells of a fault where and of which kind, and nothing that was typed (practice: %s)',
    async (practice) => {
      const fault = (await written(practice)).find((line) => line.includes('"fault"')) ?? '';
      expect(JSON.parse(fault)).toMatchObject({ level: 50, route: '/persons/:name', name: 'TypeError' });
      expect(fault).toContain('server.test');
      expect(fault).not.toMatch(/999911612/);
    },
  );
});

describe('a text that could not be given back as it was sent', () => {
  it.each([
    ['the empty character', { name: 'a\0b' }, 'name'],
    ['half a sign', { person: { name: 'a\ud800' } }, 'person.name'],
    ['the other half, in a list', { list: ['a', '\udc00'] }, 'list.1'],
    ['in the name of a field', { 'a\0': 1 }, ''],
  ])('%s is refused with the field', async (_what, body, path) => {
    const answer = await (await opened()).inject({ method: 'POST', url: '/kept', payload: body });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'invalid-input']);
    expect(answer.json().fields).toMatchObject([{ path, nl: expect.stringContaining('teken') }]);
  });

  it('every other text is let through, and no depth ends the server', async () => {
    const server = await opened();
    const body = { name: 'Zoë 👩‍⚕️ \u202eneerb\u2028 <b>' };
    expect((await server.inject({ method: 'POST', url: '/kept', payload: body })).json()).toEqual({ body });
    const deep = await server.inject({
      method: 'POST',
      url: '/kept',
      headers: { 'content-type': 'application/json' },
      payload: `${'['.repeat(100_000)}"\\u0000"${']'.repeat(100_000)}`,
    });
    expect(deep.statusCode).toBe(400);
  });
});
