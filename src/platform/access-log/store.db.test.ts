import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { createTestDatabase, type TestDatabase } from '#platform/postgres/test-database.ts';
import { looksAtPerson, looksOfOrganisation, writeLooks } from './store.ts';
import type { Look, Onlooker } from './types.ts';

const AT = Date.parse('2026-11-23T10:00:00Z');
const [ORG, OTHER, PERSON] = [1, 2, 3].map((n) => `00000000-0000-7000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const who = (organisationId: string): Onlooker => ({
  ...{ actor: 'ward-1', role: 'ward', organisationId, accountId: null, sessionId: 's', onBehalfOf: null },
  ...{ network: '10.0.0.0/24', component: 'web', policy: 'see', policyVersion: '1' },
});
const look: Look = {
  event: 'read',
  objectType: 'person',
  objectId: PERSON,
  personId: PERSON,
  categories: ['profile', 'stay'],
};

let test: TestDatabase;
let database: Database;
const as = <T>(organisationId: string | null, work: (tx: never) => Promise<T>, actor = 'ward-1') =>
  database.transaction({ actor, organisationId }, (tx) => work(tx as never));

beforeAll(async () => {
  test = await createTestDatabase();
  database = openDatabase(test.url, 2);
  for (const organisation of [ORG, OTHER])
    await as(organisation, (tx) =>
      writeLooks(tx, who(organisation), [look, look], { at: AT, outcome: 'done' }),
    );
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

describe('the log', () => {
  it('is read back whole by its organisation, and not by another', async () => {
    const own = await as(ORG, (tx) => looksOfOrganisation(tx, AT, AT + 1));
    expect(own).toHaveLength(2);
    expect(own[0]).toMatchObject({
      at: AT,
      organisationId: ORG,
      personId: PERSON,
      ground: 'none',
      categories: ['profile', 'stay'],
    });
    expect(await as(null, (tx) => rows(tx, 'select 1 from platform_access'))).toEqual([]);
  });

  it('does not tell an organisation whom it was about that was not there for it; the person it does', async () => {
    const hidden = '00000000-0000-7000-8000-000000000004';
    const refused = { ...look, event: 'refused', objectId: null, personId: hidden } as const;
    await as(ORG, (tx) => writeLooks(tx, who(ORG), [refused], { at: AT + 10, outcome: 'refused' }));
    const seen = await as(ORG, (tx) => looksOfOrganisation(tx, AT + 10, AT + 11));
    expect(seen).toMatchObject([{ outcome: 'refused', personId: null, objectId: null }]);
    const own = await as(null, (tx) => looksAtPerson(tx, hidden, AT), `person:${hidden}`);
    expect(own).toMatchObject([{ outcome: 'refused', personId: hidden }]);
  });

  it('is told to the person, over all organisations, and to nobody in their place', async () => {
    const own = await as(null, (tx) => looksAtPerson(tx, PERSON, 0), `person:${PERSON}`);
    expect(own.map(({ organisationId }) => organisationId).sort()).toEqual([ORG, ORG, OTHER, OTHER]);
    expect(await as(ORG, (tx) => looksAtPerson(tx, PERSON, 0))).toEqual([]);
    expect(await as(null, (tx) => looksAtPerson(tx, PERSON, 0), `person:${ORG}`)).toEqual([]);
  });

  it('cannot be written in the name of another organisation, nor changed, nor removed', async () => {
    await expect(
      as(ORG, (tx) => writeLooks(tx, who(OTHER), [look], { at: AT, outcome: 'done' })),
    ).rejects.toThrow(/row-level security/);
    for (const text of [
      'update platform_access set actor = actor',
      'delete from platform_access',
      'truncate platform_access',
      'update platform_access_chain set seq = seq',
      'delete from platform_access_chain',
      'delete from platform_access_cut',
    ])
      await expect(
        as(ORG, (tx) => rows(tx, text)),
        text,
      ).rejects.toThrow(/permission denied/);
    await expect(as(ORG, (tx) => rows(tx, 'select platform_access_close($1, 1)', [ORG]))).rejects.toThrow(
      /may not/,
    );
  });
});
