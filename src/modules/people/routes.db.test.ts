import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import type { Actor } from '#platform/http/actor.ts';
import { createServer } from '#platform/http/server.ts';
import { createTestDatabase, TEST_KEY } from '#platform/postgres/test-database.ts';
import { enterPerson, peopleRefusals, peopleRoutes } from './index.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const actor = (role: string): Actor => ({
  id: newId(),
  name: role,
  role,
  phone: null,
  organisationId: newId(),
  siteId: null,
  unitId: null,
});
const gp = actor('gp');
const stranger = actor('ward');
const insurer = actor('region-manager');

let database: Database;
let drop: () => Promise<void>;
let app: FastifyInstance;
let id: string;

beforeAll(async () => {
  const created = await createTestDatabase();
  database = openDatabase(created.url, 3, TEST_KEY);
  drop = created.drop;
  const actors = new Map([gp, stranger, insurer].map((each) => [each.id, each]));
  app = await createServer({
    refusals: peopleRefusals,
    identify: async (_, bearer) => {
      const known = actors.get(bearer ?? '');
      return known === undefined
        ? null
        : { id: known.id, accountId: null, strong: true, factorAt: null, actor: known };
    },
    practice: true,
    logLevel: 'silent',
    version: 'test',
  });
  peopleRoutes({ app, database, clock: { now: () => NOW }, committed: () => undefined });
  const entry = {
    name: 'Geertje Hofsteenge',
    birthDate: '1938-04-12',
    sex: 'female' as const,
    bsn: '999911612',
    pc4: '9405',
    phone: null,
    gpName: null,
    kinName: null,
    kinPhone: null,
  };
  const entered = await database.transaction({ actor: gp.id, organisationId: gp.organisationId }, (tx) =>
    enterPerson(tx, entry, gp, NOW),
  );
  if (!entered.ok) throw new Error(entered.refusal.code);
  id = entered.value.id;
});
afterAll(async () => {
  await app.close();
  await database.close();
  await drop();
});

const get = (who: Actor, person = id) =>
  app.inject({ url: `/api/v1/persons/${person}`, headers: { authorization: `Bearer ${who.id}` } });
const patch = (who: Actor, payload: object, headers: Record<string, string> = {}) =>
  app.inject({
    method: 'PATCH',
    url: `/api/v1/persons/${id}`,
    payload,
    headers: { authorization: `Bearer ${who.id}`, ...headers },
  });

describe('a person over HTTP', () => {
  it('is shown to who knows them, with a version and without the BSN', async () => {
    const answer = await get(gp);
    expect(answer.json()).toMatchObject({ name: 'Geertje Hofsteenge', bsnMasked: '••••••612', version: 1 });
    expect(answer.headers['etag']).toBe('"1"');
    expect(answer.body).not.toContain('999911612');
  });

  it('is not there for another organisation, in the very words for somebody who does not exist', async () => {
    const hidden = await get(stranger);
    expect(hidden.statusCode).toBe(404);
    expect(hidden.body).toBe((await get(stranger, newId())).body);
  });

  it('is not for a role that places nobody', async () => {
    expect((await get(insurer)).json()).toMatchObject({ status: 403, code: 'not-allowed' });
  });

  it('is changed only by who saw the last version', async () => {
    expect((await patch(gp, { phone: '0592-001720' })).json()).toMatchObject({
      status: 428,
      code: 'version-needed',
    });
    const changed = await patch(gp, { phone: '0592-001720' }, { 'if-match': '"1"' });
    expect([changed.statusCode, changed.headers['etag'], changed.json().phone, changed.json().pc4]).toEqual([
      200,
      '"2"',
      '0592-001720',
      '9405',
    ]);
    expect((await patch(gp, { phone: null }, { 'if-match': '"1"' })).json()).toMatchObject({
      status: 412,
      code: 'version-stale',
    });
    expect((await get(gp)).json().phone).toBe('0592-001720');
  });

  it('keeps who they are: birth date and BSN do not change here', async () => {
    const answer = await patch(gp, { birthDate: '1939-04-12' }, { 'if-match': '"2"' });
    expect(answer.json()).toMatchObject({ status: 400, code: 'invalid-input' });
  });
});
