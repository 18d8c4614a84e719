import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusDays } from '#kernel/calendar.ts';
import { openSessions } from '#platform/auth/sessions.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { createServer } from '#platform/http/server.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import type { Agreements } from './contract.ts';
import {
  CAUTIOUS,
  professionalById,
  readRegion,
  regionCache,
  regionRefusals,
  regionRoutes,
  writeRegion,
} from './index.ts';
import type { OrganisationRecord, Professional } from './types.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const TODAY = '2026-11-23';
const MONDAY = '2026-11-30';
const organisation = (code: string, kind: OrganisationRecord['kind'], party = true): OrganisationRecord => ({
  id: newId(),
  code,
  name: `Organisatie ${code}`,
  kind,
  phone: '0592-00 17 20',
  ura: null,
  agb: null,
  party,
  email: null,
});
const desk = organisation('LOKET', 'desk');
const gp = organisation('HA', 'gp');
const house = organisation('HUIS', 'care-provider');
const welfare = organisation('WELZIJN', 'welfare', false);
const somebody = (role: Professional['role'], { id }: OrganisationRecord): Professional => ({
  id: newId(),
  organisationId: id,
  siteId: null,
  unitId: null,
  name: `Iemand ${role}`,
  role,
  phone: null,
});
const people = {
  desk: somebody('desk', desk),
  manager: somebody('region-manager', desk),
  gp: somebody('gp', gp),
  assistant: somebody('gp-assistant', gp),
  ward: somebody('ward', house),
  doctor: somebody('elderly-doctor', house),
  stranger: somebody('ward', welfare),
};

let database: Database;
let drop: () => Promise<void>;
let app: FastifyInstance;
const tokens = new Map<string, string>();
const asSystem = { actor: 'tester', organisationId: null } as const;

beforeAll(async () => {
  const created = await createTestDatabase();
  database = openDatabase(created.url, 4);
  drop = created.drop;
  const agreement = {
    ...CAUTIOUS,
    validFrom: '2026-11-01',
    deskOrganisationId: desk.id,
    deskPhone: '0592-00 41 00',
  };
  await database.transaction(asSystem, (tx) =>
    writeRegion(
      tx,
      {
        organisations: [desk, gp, house, welfare],
        professionals: Object.values(people),
        agreements: [agreement],
      },
      { actor: 'tester', now: NOW },
    ),
  );
  const clock = { now: () => NOW };
  const sessions = openSessions(database, clock, professionalById);
  app = await createServer({
    refusals: regionRefusals,
    identify: async (cookie, bearer) => sessions.find(bearer ?? cookie ?? ''),
    practice: true,
    logLevel: 'silent',
    version: 'test',
  });
  const door = { app, database, clock, committed: () => undefined };
  regionRoutes(door, { sessions, cache: regionCache(clock), practice: true, mapTiles: null });
  for (const [who, { id }] of Object.entries(people)) {
    const answer = await app.inject({ method: 'POST', url: '/api/v1/session', payload: { role: id } });
    tokens.set(who, answer.json().token as string);
  }
});
afterAll(async () => {
  await app.close();
  await database.close();
  await drop();
});

type Who = keyof typeof people;
const call = (who: Who, method: 'GET' | 'POST', path: string, payload?: object) =>
  app.inject({
    method,
    url: `/api/v1/agreement${path}`,
    headers: { authorization: `Bearer ${tokens.get(who)}` },
    ...(payload === undefined ? {} : { payload }),
  });
const read = async (who: Who = 'gp'): Promise<Agreements> => (await call(who, 'GET', '')).json();
const propose = async (who: Who, change: object, validFrom = MONDAY) =>
  call(who, 'POST', '/versions', { validFrom, rules: { ...(await read()).current.rules, ...change } });
const sign = (who: Who, id: string) => call(who, 'POST', `/versions/${id}/sign`, {});
const newest = async () => (await read()).versions[0] as Agreements['versions'][number];
const told = (event: string) =>
  database.transaction({ actor: 'tailer', organisationId: null }, (tx) =>
    rows<{ subject: string }>(tx, "select subject from platform_diary where room = 'region' and event = $1", [
      event,
    ]),
  );

describe('the agreement of the region', () => {
  it('is read by everybody who is signed in, and by nobody else', async () => {
    expect((await app.inject('/api/v1/agreement')).statusCode).toBe(401);
    const found = await read('assistant');
    expect(found).toMatchObject({
      today: TODAY,
      current: { validFrom: '2026-11-01', rules: { answerMinutes: 45 } },
      desk: 'Organisatie LOKET',
      advisers: [{ id: house.id }],
      versions: [{ standing: 'in-force', proposedBy: null, changes: [] }],
    });
    expect(found.parties.map(({ id }) => id)).toEqual([gp.id, house.id, desk.id]);
  });

  it('is changed by the desk or the region manager, within what can be', async () => {
    expect((await propose('gp', { answerMinutes: 30 })).json()).toMatchObject({ code: 'not-allowed' });
    expect((await propose('manager', { holdMinutes: 30 })).json()).toMatchObject({
      status: 422,
      code: 'hold-too-short',
      detail: 'Een bed moet vast blijven tot het huis heeft geantwoord: minstens 45 minuten.',
    });
    expect((await propose('desk', { answerMinutes: 2 })).json()).toMatchObject({
      code: 'invalid-input',
      fields: [{ path: 'rules.answerMinutes' }],
    });
    expect((await propose('desk', { consultOrganisationId: gp.id })).json().code).toBe('adviser-unknown');
    expect((await propose('desk', { answerMinutes: 30 }, '2026-11-22')).json().code).toBe(
      'agreement-day-past',
    );
    expect((await propose('desk', {})).json().code).toBe('agreement-same');
    expect(await told('agreement-proposed')).toEqual([]);
  });

  it('loses its signatures when the proposal changes, so that nobody signs what they have not read', async () => {
    expect((await propose('desk', { answerMinutes: 20 })).statusCode).toBe(200);
    const first = await newest();
    expect(first).toMatchObject({ standing: 'proposed', proposedBy: 'Iemand desk', missing: { length: 3 } });
    expect((await sign('gp', first.id)).statusCode).toBe(200);
    expect((await propose('manager', { answerMinutes: 30 })).statusCode).toBe(200);
    const second = await newest();
    expect(second.signatures).toEqual([]);
    expect(second.changes.map(({ says }) => says.nl)).toEqual([
      'Een huis antwoordt binnen 30 minuten (was 45 minuten).',
    ]);
    expect((await read()).versions).toHaveLength(2);
    expect((await sign('ward', first.id)).json()).toMatchObject({ status: 404, code: 'agreement-unknown' });
  });

  it('is signed by the parties, once each, and not by others', async () => {
    const { id } = await newest();
    expect((await sign('assistant', id)).json().code).toBe('not-allowed');
    expect((await sign('stranger', id)).json().code).toBe('not-a-party');
    await sign('gp', id);
    await sign('gp', id);
    const signed = await newest();
    expect(signed.signatures).toMatchObject([{ party: { id: gp.id }, name: 'Iemand gp' }]);
    expect((await told('agreement-signed')).filter(({ subject }) => subject === id)).toHaveLength(1);
  });

  it('counts from its day once the last two have signed, also when they sign at once', async () => {
    const { id } = await newest();
    const region = (day: string) =>
      database.transaction(asSystem, (tx) => readRegion(tx, Date.parse(`${day}T10:00:00Z`)));
    expect((await region(MONDAY)).agreement.answerMinutes).toBe(45);
    const both = await Promise.all([sign('doctor', id), sign('manager', id)]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(await newest()).toMatchObject({ standing: 'to-come', missing: [] });
    expect(await told('agreement-adopted')).toEqual([{ subject: id }]);
    expect((await region(plusDays(MONDAY, -1))).agreement.answerMinutes).toBe(45);
    expect((await region(MONDAY)).agreement.answerMinutes).toBe(30);
  });

  it('stays what everybody signed: not taken back, not replaced, not by the database either', async () => {
    const { id } = await newest();
    expect((await call('desk', 'POST', `/versions/${id}/withdraw`, {})).json().code).toBe(
      'agreement-adopted',
    );
    expect((await propose('desk', { answerMinutes: 25 })).json().code).toBe('agreement-day-taken');
    await database.transaction(asSystem, (tx) =>
      rows(tx, 'delete from region_agreement where id = $1', [id]),
    );
    expect((await newest()).id).toBe(id);
  });

  it('lets a proposal be taken back, with its signatures', async () => {
    await propose('desk', { parallelOffers: 5 }, '2026-12-07');
    const { id } = await newest();
    await sign('gp', id);
    expect((await call('gp', 'POST', `/versions/${id}/withdraw`, {})).json().code).toBe('not-allowed');
    expect((await call('desk', 'POST', `/versions/${id}/withdraw`, {})).statusCode).toBe(200);
    expect((await read()).versions).toHaveLength(2);
    expect(await told('agreement-withdrawn')).toEqual([{ subject: id }]);
  });

  it('counts today when it begins today, from the last name on', async () => {
    await propose('desk', { parallelOffers: 6 }, TODAY);
    const { id } = (await read()).versions.find(({ validFrom }) => validFrom === TODAY) ?? { id: '' };
    for (const who of ['gp', 'ward', 'desk'] as const) await sign(who, id);
    expect((await read()).current).toMatchObject({ id, rules: { parallelOffers: 6 } });
  });
});
