import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSessions } from '#platform/auth/sessions.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { createServer } from '#platform/http/server.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { professionalById, regionCache, regionRefusals, regionRoutes, writeRegion } from './index.ts';
import type { OrganisationRecord, Professional } from './types.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const clock = { now: () => NOW };
const none = { phone: null, ura: null, agb: null, party: true, email: null };
const desk: OrganisationRecord = {
  ...none,
  id: newId(),
  code: 'LOKET',
  name: 'Loket Assen',
  kind: 'desk',
  phone: '0592-001720',
};
const practice: OrganisationRecord = {
  ...none,
  id: newId(),
  code: 'HA',
  name: 'Huisartsen De Brink',
  kind: 'gp',
};
const site = {
  id: newId(),
  organisationId: practice.id,
  code: 'BRINK',
  name: 'De Brink',
  street: null,
  pc4: '9405',
  town: 'Assen',
  lat: 52.96,
  lon: 6.53,
  phone: '0592-001730',
  zone: 'Europe/Amsterdam',
};
const someone = (
  role: Professional['role'],
  organisationId: string,
  siteId: string | null = null,
): Professional => ({
  id: newId(),
  organisationId,
  siteId,
  unitId: null,
  name: `Iemand (${role})`,
  role,
  phone: null,
});
const manager = someone('region-manager', desk.id);
const gp = someone('gp', practice.id, site.id);

let database: Database;
let drop: () => Promise<void>;
let app: FastifyInstance;
let real: FastifyInstance;

const build = async (isPractice: boolean): Promise<FastifyInstance> => {
  const sessions = openSessions(database, clock, professionalById);
  const server = await createServer({
    refusals: regionRefusals,
    identify: async (cookie, bearer) => {
      const token = bearer ?? cookie;
      return token === undefined ? null : sessions.find(token);
    },
    practice: isPractice,
    logLevel: 'silent',
    version: 'test',
  });
  regionRoutes(
    { app: server, database, clock, committed: () => undefined },
    { sessions, cache: regionCache(clock), practice: isPractice, mapTiles: null },
  );
  return server;
};

beforeAll(async () => {
  const created = await createTestDatabase();
  database = openDatabase(created.url, 3);
  drop = created.drop;
  await database.transaction({ actor: 'tester', organisationId: null }, (tx) =>
    writeRegion(
      tx,
      { organisations: [desk, practice], sites: [site], professionals: [manager, gp] },
      { actor: 'tester', now: NOW },
    ),
  );
  app = await build(true);
  real = await build(false);
});
afterAll(async () => {
  await app.close();
  await real.close();
  await database.close();
  await drop();
});

const signIn = async (role: string): Promise<{ authorization: string }> => {
  const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { role } });
  return { authorization: `Bearer ${answer.json().token}` };
};

describe('picking a role', () => {
  it('is offered in the practice region, GP first', async () => {
    const answer = await app.inject('/api/v1/practice-roles');
    expect(answer.json().roles).toMatchObject([
      { id: gp.id, role: 'gp', organisation: 'Huisartsen De Brink', place: 'De Brink' },
      { id: manager.id, role: 'region-manager', place: null },
    ]);
  });

  it('signs in by cookie and by token, by the name of a role or by who it is', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { role: 'gp' } });
    expect(answer.headers['set-cookie']).toMatch(
      /^verkeerstoren=[\w-]+; Path=\/; HttpOnly; SameSite=Strict$/,
    );
    expect(answer.json().session).toMatchObject({
      actor: { id: gp.id, site: { pc4: '9405' }, unit: null },
      mode: 'practice',
      region: { deskPhone: '0592-001720' },
    });
    const cookies = { verkeerstoren: answer.json().token as string };
    expect((await app.inject({ url: '/api/v1/session', cookies })).json().actor.id).toBe(gp.id);
    expect(
      (await app.inject({ url: '/api/v1/session', headers: await signIn(manager.id) })).json().actor.id,
    ).toBe(manager.id);
  });

  it('ends when the role is left', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { role: 'gp' } });
    const cookies = { verkeerstoren: answer.json().token as string };
    const left = await app.inject({ method: 'DELETE', url: '/api/v1/session', cookies });
    expect([left.statusCode, left.headers['set-cookie']]).toEqual([
      204,
      expect.stringMatching(/^verkeerstoren=; /),
    ]);
    expect((await app.inject({ url: '/api/v1/session', cookies })).statusCode).toBe(401);
  });

  it('is refused for a role nobody has, without a session', async () => {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { role: 'ward' } });
    expect([answer.statusCode, answer.json().code, answer.headers['set-cookie']]).toEqual([
      404,
      'role-unknown',
      undefined,
    ]);
    expect((await app.inject('/api/v1/session')).json()).toMatchObject({
      status: 401,
      code: 'not-signed-in',
    });
  });

  it('does not exist outside the practice region', async () => {
    expect((await real.inject('/api/v1/practice-roles')).json()).toMatchObject({
      status: 404,
      code: 'practice-only',
    });
    const answer = await real.inject({ method: 'POST', url: '/api/v1/session', payload: { role: 'gp' } });
    expect([answer.statusCode, answer.json().code]).toEqual([404, 'practice-only']);
  });
});

describe('the directory', () => {
  it('is for who is signed in', async () => {
    expect((await app.inject('/api/v1/region')).statusCode).toBe(401);
    const answer = await app.inject({ url: '/api/v1/region', headers: await signIn('gp') });
    expect(answer.json()).toMatchObject({
      sites: [{ code: 'BRINK' }],
      agreement: { deskPhone: '0592-001720' },
    });
  });
});

describe('files', () => {
  const send = (payload: string, headers: Record<string, string>, query = '') =>
    app.inject({
      method: 'POST',
      url: `/api/v1/import/organisations${query}`,
      payload,
      headers: { 'content-type': 'text/csv', ...headers },
    });
  const good = 'organisation_code;name;kind\nZH;Ziekenhuis De Vaart;hospital\n';

  it('are for the desk and the region manager', async () => {
    expect((await send(good, {})).statusCode).toBe(401);
    expect((await send(good, await signIn('gp'))).json()).toMatchObject({ status: 403, code: 'not-allowed' });
    expect(
      (await app.inject({ url: '/api/v1/export/sites.csv', headers: await signIn('gp') })).statusCode,
    ).toBe(403);
  });

  it('are looked at first and then brought in', async () => {
    const as = await signIn('region-manager');
    expect((await send(good, as, '?preview=true')).json()).toMatchObject({
      preview: true,
      added: 1,
      errorCount: 0,
    });
    expect((await send(good, as)).json()).toMatchObject({ preview: false, added: 1, same: 0 });
    expect((await send(good, as)).json()).toMatchObject({ added: 0, changed: 0, same: 1 });
  });

  it('are refused with the cell, what is wrong and what to do, in both languages', async () => {
    const answer = await send('organisation_code;name;kind\nX;Iets;hotel\n', await signIn('region-manager'));
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json()).toMatchObject({
      status: 422,
      code: 'import-has-errors',
      detail: 'Fouten in het bestand: 1. Er is niets overgenomen.',
      fields: [
        {
          path: '2.kind',
          nl: expect.stringContaining('“hotel” kan hier niet. Kies uit: gp'),
          en: expect.stringContaining('Choose from'),
        },
      ],
    });
  });

  it('show at most 200 errors and say how many there are', async () => {
    const many = `organisation_code;name;kind\n${Array.from({ length: 300 }, (_, i) => `X${i};Iets;hotel`).join('\n')}`;
    const answer = (await send(many, await signIn('region-manager'), '?preview=true')).json();
    expect([answer.errorCount, answer.errors.length]).toEqual([300, 200]);
  });

  it('are refused above 5 MB, also when the server reads no further', async () => {
    const answer = await send('x'.repeat(5 * 1024 * 1024 + 1), await signIn('region-manager'));
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'too-large']);
  });

  it('are taken out under their own name', async () => {
    const answer = await app.inject({
      url: '/api/v1/export/sites.csv',
      headers: await signIn('region-manager'),
    });
    expect(answer.headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="sites.csv"',
    });
    expect(answer.body).toContain('BRINK;HA;De Brink;;9405;Assen;52.96;6.53;0592-001730;');
  });

  it('stand in the description of the API as files', async () => {
    await app.ready();
    const { paths } = app.swagger() as {
      paths: Record<string, Record<string, { requestBody?: { content: object } }>>;
    };
    expect(Object.keys(paths['/api/v1/import/sites']?.['post']?.requestBody?.content ?? {})).toContain(
      'text/csv',
    );
    expect(paths['/api/v1/session']).toHaveProperty('delete');
  });
});
