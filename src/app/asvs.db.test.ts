import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rows } from '#platform/db/sql.ts';
import { type ApiHouse, openApiHouse, sendRequest } from './api-house.fixture.ts';

/** What OWASP ASVS asks of every route at once: judged from the drawing of the API and from the running server. */
type Schema = Readonly<Record<string, unknown>>;
interface Route {
  readonly where: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body: Schema | null;
  readonly parameters: readonly { readonly name: string; readonly in: string; readonly schema: Schema }[];
}

let api: ApiHouse;
let routes: readonly Route[];
let schemas: Readonly<Record<string, Schema>>;

beforeAll(async () => {
  api = await openApiHouse({ now: Date.parse('2026-11-23T10:00:00Z'), placesPerUnit: 2 });
  const drawn = (await api.call(null, 'GET', '/openapi.json')).json();
  schemas = drawn.components.schemas;
  routes = Object.entries(drawn.paths as Record<string, Record<string, Schema>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, route]) => ({
      where: `${method} ${path}`,
      method: method.toUpperCase() as Route['method'],
      url: path.replace(/\{\w+\}/g, '01a20156-7c5b-7671-9960-7a841bc6f21f'),
      body:
        (route['requestBody'] as { content: Record<string, { schema: Schema }> } | undefined)?.content[
          'application/json'
        ]?.schema ?? null,
      parameters: (route['parameters'] ?? []) as Route['parameters'],
    })),
  );
});
afterAll(() => api.close());

/** Every text in a body, with what is said of its form. */
const textsIn = (schema: Schema, path: string): (readonly [path: string, schema: Schema])[] => {
  const named = /([^/]+)$/.exec(String(schema['$ref'] ?? ''))?.[1];
  if (named !== undefined) return textsIn(schemas[named] ?? {}, path);
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, Schema>);
  const kinds = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (schema[key] ?? []) as Schema[]);
  return [
    ...(schema['type'] === 'string' ? [[path, schema] as const] : []),
    ...fields.flatMap(([key, each]) => textsIn(each, `${path}.${key}`)),
    ...(schema['items'] === undefined ? [] : textsIn(schema['items'] as Schema, `${path}[]`)),
    ...kinds.flatMap((each) => textsIn(each, path)),
  ];
};

const hasForm = (schema: Schema): boolean =>
  ['maxLength', 'enum', 'const', 'format', 'pattern'].some((key) => schema[key] !== undefined);

describe('every route', () => {
  it('says of each text it takes how long or of which form it is', () => {
    const texts = routes.flatMap(({ where, body }) => (body === null ? [] : textsIn(body, where)));
    expect(texts.length).toBeGreaterThan(80);
    // A day and a BSN are looked at letter by letter; a file is as long as a body may be.
    const known = /\.(birthDate|bsn|day|from|until|validFrom|content)$/;
    expect(
      texts.filter(([path, schema]) => !hasForm(schema) && !known.test(path)).map(([path]) => path),
    ).toEqual([]);
  });

  it('has in its address ids, choices, numbers and moments, and nothing about a person', () => {
    const parameters = routes.flatMap((route) =>
      route.parameters.map((each) => ({ ...each, where: route.where })),
    );
    expect(parameters.length).toBeGreaterThan(60);
    const named = parameters.filter(
      ({ name, in: at }) => at !== 'header' && /name|bsn|birth|phone|mail|text|reason|search/i.test(name),
    );
    expect(named).toEqual([]);
    // A signed link, a provider of the settings, a day, and where a screen was in the live feed.
    const known = new Set(['token', 'provider', 'from', 'last', 'lastEventId']);
    const free = parameters.filter(
      ({ name, in: at, schema }) =>
        at !== 'header' && !known.has(name) && schema['type'] === 'string' && !hasForm(schema),
    );
    expect(free.map(({ where, name }) => `${where} ${name}`)).toEqual([]);
  });

  it('answers itself: nobody is sent elsewhere, no answer tells by what it was made, and JSON says so with its letters', async () => {
    for (const { method, url, where } of routes.filter((route) => !/live|oidc/.test(route.where))) {
      const payload = method === 'GET' ? {} : { payload: {} };
      const { statusCode, headers } = await api.house.app.inject({ method, url, ...payload });
      expect(statusCode < 300 || statusCode >= 400, `${where} ${statusCode}`).toBe(true);
      expect(
        Object.keys(headers).filter((name) => /^(server|x-powered-by|location|via)$/.test(name)),
        where,
      ).toEqual([]);
      if (statusCode !== 204)
        expect(headers['content-type'], where).toMatch(
          /^(application\/(problem\+)?json|text\/csv; charset=utf-8|application\/vnd)/,
        );
    }
  });

  it('is held to its limits: two hundred on a page, and fifteen seconds a statement in the database', async () => {
    const page = async (limit: number) =>
      (await api.call(api.small.gp, 'GET', `/api/v1/requests?limit=${limit}`)).statusCode;
    expect([await page(200), await page(201), await page(0), await page(-1)]).toEqual([200, 400, 400, 400]);
    const acting = { actor: 'tester', organisationId: null };
    const [held] = await api.house.database.transaction(acting, (tx) =>
      rows<{ statement_timeout: string }>(tx, 'show statement_timeout'),
    );
    expect(held?.statement_timeout).toBe('15s');
  });

  it('tells moments in UTC', async () => {
    const { id } = await sendRequest(api, [api.freshPlace()]);
    const answers = [
      await api.call(api.small.gp, 'GET', `/api/v1/requests/${id}`),
      await api.call(api.small.desk, 'GET', '/api/v1/board'),
      await api.call(api.small.desk, 'GET', '/api/v1/queue'),
    ];
    const moments = answers.flatMap(({ body }) =>
      [...body.matchAll(/"(\d{4}-\d\d-\d\dT[^"]*)"/g)].map(([, at]) => at),
    );
    expect(moments.length).toBeGreaterThan(20);
    expect(moments.filter((at) => !/Z$/.test(at ?? ''))).toEqual([]);
  });
});

describe('a message that two could read in two ways', () => {
  /** What the server says to these bytes, until it hangs up or a moment has gone by. */
  const say = async (port: number, bytes: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
      let heard = '';
      socket.setTimeout(2_000, () => socket.destroy());
      socket.on('data', (part) => {
        heard += part.toString('latin1');
      });
      socket.on('error', reject);
      socket.on('close', () => resolve(heard));
    });

  it('is refused, and what comes after it is not taken for a message', async () => {
    await api.house.app.listen({ host: '127.0.0.1', port: 0 });
    const address = api.house.app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const head = (lines: string) =>
      `POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n${lines}\r\n\r\n`;
    const smuggled = 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n';
    const messages = [
      `${head('Content-Length: 2\r\nTransfer-Encoding: chunked')}0\r\n\r\n${smuggled}`,
      `${head('Content-Length: 2\r\nContent-Length: 3')}{} ${smuggled}`,
      `${head('Transfer-Encoding: chunked, identity')}0\r\n\r\n${smuggled}`,
      `${head('Content-Length: +2')}{}${smuggled}`,
      `${head('X-A: b\r\n c: d\r\nContent-Length : 2')}{}${smuggled}`,
    ];
    for (const bytes of messages) {
      const heard = await say(port, bytes);
      expect(heard, bytes).toMatch(/^HTTP\/1\.1 400 /);
      expect(heard, bytes).not.toContain('"live"');
    }
    expect(await say(port, `${smuggled.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')}`)).toContain(
      '"live"',
    );
  });
});
