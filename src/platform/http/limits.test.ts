import { expect, it } from 'vitest';
import type { Limits } from './limits.ts';
import { createServer } from './server.ts';

/** A server with two routes, one of which waits until it is let go. */
const opened = async (limits: Limits) => {
  const gate = Promise.withResolvers<void>();
  const app = await createServer({
    refusals: {},
    identify: async (_cookie, bearer) =>
      bearer === undefined
        ? null
        : {
            ...{ id: bearer, accountId: null, strong: true, factorAt: null },
            actor: {
              ...{ id: bearer, name: bearer, role: 'desk', phone: null },
              ...{ organisationId: 'desk', siteId: null, unitId: null },
            },
          },
    practice: true,
    logLevel: 'silent',
    version: 'test',
    limits,
  });
  app.get('/quick', async () => ({}));
  app.get('/slow', async () => {
    await gate.promise;
    return {};
  });
  const ask = (url: string, who?: string) =>
    app.inject({ url, headers: who === undefined ? {} : { authorization: `Bearer ${who}` } });
  return { app, ask, gate };
};

it('ten times as much as allowed in a minute is refused, with when to come back, and costs nobody else anything', async () => {
  const { app, ask } = await opened({ perMinute: 20, atOnce: 1_000 });
  const answers = await Promise.all(Array.from({ length: 200 }, () => ask('/quick', 'anna')));
  const refused = answers.filter((answer) => answer.statusCode === 429);

  expect(refused).toHaveLength(180);
  expect(refused[0]?.json().code).toBe('too-many');
  expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
  expect((await ask('/quick', 'bert')).statusCode).toBe(200);
  expect((await ask('/quick')).statusCode).toBe(200);
  await app.close();
});

it('more at once than allowed is refused, and a place comes free when an answer is gone', async () => {
  const { app, ask, gate } = await opened({ perMinute: 1_000, atOnce: 3 });
  const waiting = [1, 2, 3].map(() => ask('/slow', 'anna'));
  await new Promise((done) => setImmediate(done));
  const fourth = await ask('/quick', 'anna');
  expect([fourth.statusCode, fourth.headers['retry-after'], fourth.json().code]).toEqual([
    429,
    '1',
    'too-many',
  ]);
  expect((await ask('/quick', 'bert')).statusCode).toBe(200);
  gate.resolve();
  expect((await Promise.all(waiting)).map((answer) => answer.statusCode)).toEqual([200, 200, 200]);
  expect((await ask('/quick', 'anna')).statusCode).toBe(200);
  await app.close();
});

it('who is refused leaves one line in the log that no name can break, with where and who and nothing that was typed', async () => {
  const lines: string[] = [];
  const app = await createServer({
    refusals: {},
    identify: async () => null,
    practice: true,
    logLevel: 'warn',
    logTo: { write: (line) => lines.push(line) },
    version: 'test',
  });
  app.post('/people/:name', async () => ({}));
  const url = `/people/${encodeURIComponent('Kanarie\r\n{"level":60}')}`;
  const headers = { origin: 'https://evil.example\t{"level":60}' };
  const answer = await app.inject({ method: 'POST', url, headers, payload: { bsn: '999911612' } });
  expect(answer.statusCode).toBe(403);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.trimEnd().split(/[\r\n]/)).toHaveLength(1);
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    code: 'foreign-origin',
    route: '/people/:name',
    actor: null,
  });
  expect(lines[0]).not.toMatch(/Kanarie|999911612|evil/);
  await app.close();
});
