import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, openDatabase, type Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { linesAbout } from '#platform/diary/diary.ts';
import { createTestDatabase, TEST_KEY } from '#platform/postgres/test-database.ts';
import { endRelation, enterPerson, person, relate } from './index.ts';
import { changePerson } from './service.ts';
import type { PersonEntry } from './types.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const GP = newId();
const WARD = newId();
const OTHER_WARD = newId();
const DESK = newId();

let database: Database;
let owner: pg.Client;
let drop: () => Promise<void>;

const as = <T>(organisationId: string | null, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transaction({ actor: 'tester', organisationId }, work);
const actor = (organisationId: string) => ({ id: 'tester', organisationId });
const entry = (change: Partial<PersonEntry> = {}): PersonEntry => ({
  name: 'Geertje Hofsteenge',
  birthDate: '1938-04-12',
  sex: 'female',
  bsn: null,
  pc4: '9405',
  phone: null,
  gpName: null,
  kinName: null,
  kinPhone: null,
  ...change,
});

/** Enters a person as the GP and answers who it is. */
const entered = async (change: Partial<PersonEntry> = {}): Promise<string> => {
  const result = await as(GP, (tx) => enterPerson(tx, entry(change), actor(GP), NOW));
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.id;
};
const seenBy = async (organisationId: string | null, id: string): Promise<string | null> =>
  (await as(organisationId, (tx) => person(tx, id)))?.name ?? null;
const standing = { actor: 'tester', now: NOW };
/** A relation as the route of a request brings it about; the request of the GP and its question stand in another room. */
const given = async (id: string, organisation: string, kind: 'offered' | 'accepted' | 'desk') => {
  const ground = { offered: 'offer', accepted: 'acceptance', desk: 'triage' }[kind];
  await owner.query(
    `insert into people_relation (id, person_id, organisation_id, kind, ground, since, actor)
     values (gen_random_uuid(), $1, $2, $3, $4, $5, 'tester')`,
    [id, organisation, kind, ground, new Date(NOW)],
  );
  await owner.query(
    `with sent as (
       insert into placement_request (id, code, referrer_org, referrer_actor, origin, reason, weight, product, urgency,
         wanted_from, age_band, sex, state, sent_at)
       values (gen_random_uuid(), gen_random_uuid(), $2, 'tester', 'home', 'recovery', 'high', 'elv-high', 'today',
         $4, '85-89', 'female', 'offered', $4) returning id),
     about as (
       insert into placement_person (request_id, person_id, callback_phone) select id, $1, '' from sent)
     insert into placement_offer (id, request_id, person_id, organisation_id, site_id, unit_id, place_id, state, sent_at,
       answer_by, doctor, arrival_from)
     select gen_random_uuid(), id, $1, $3, $3, $3, $3, $5, $4, $4, 'dr. Oefen', $4 from sent where $5 <> 'none'`,
    [id, GP, organisation, new Date(NOW), { offered: 'open', accepted: 'accepted', desk: 'none' }[kind]],
  );
};

beforeAll(async () => {
  const created = await createTestDatabase();
  database = openDatabase(created.url, 4, TEST_KEY);
  drop = created.drop;
  owner = new pg.Client({ connectionString: created.url });
  await owner.connect();
  for (const [of, kind] of [
    [GP, 'gp'],
    [WARD, 'care-provider'],
    [OTHER_WARD, 'care-provider'],
    [DESK, 'desk'],
  ])
    await owner.query(
      "insert into region_organisation (id, code, name, kind) values ($1::uuid, $1::text, 'x', $2)",
      [of, kind],
    );
});
afterAll(async () => {
  await owner.end();
  await database.close();
  await drop();
});

describe('who may know a person', () => {
  it('is who entered them, and nobody else', async () => {
    const id = await entered();
    expect(await seenBy(GP, id)).toBe('Geertje Hofsteenge');
    expect(await seenBy(WARD, id)).toBeNull();
    expect(await seenBy(null, id)).toBeNull();
  });

  it('is not a ward that was only asked; after its yes it is', async () => {
    const id = await entered();
    await given(id, WARD, 'offered');
    expect(await seenBy(WARD, id)).toBeNull();
    await given(id, WARD, 'accepted');
    expect(await seenBy(WARD, id)).toBe('Geertje Hofsteenge');
    expect(await seenBy(OTHER_WARD, id)).toBeNull();
  });

  it('cannot be taken by a ward that was not asked', async () => {
    const id = await entered();
    const taking = as(WARD, (tx) =>
      relate(tx, { personId: id, organisationId: WARD, kind: 'accepted', ground: 'acceptance', ...standing }),
    );
    await expect(taking).rejects.toThrow(/row-level security/);
    expect(await seenBy(WARD, id)).toBeNull();
  });

  it('ends with the relation', async () => {
    const id = await entered();
    await given(id, DESK, 'desk');
    expect(await seenBy(DESK, id)).toBe('Geertje Hofsteenge');
    await as(DESK, (tx) =>
      endRelation(tx, { personId: id, organisationId: DESK, kind: 'desk', now: NOW + 1000 }),
    );
    expect(await seenBy(DESK, id)).toBeNull();
  });

  it('lets a stranger end nothing', async () => {
    const id = await entered();
    await as(OTHER_WARD, (tx) =>
      endRelation(tx, { personId: id, organisationId: GP, kind: 'own', now: NOW }),
    );
    expect(await seenBy(GP, id)).toBe('Geertje Hofsteenge');
  });

  it('lets the ward that said yes release the others that were asked, and nobody else', async () => {
    const id = await entered();
    for (const ward of [WARD, OTHER_WARD]) await given(id, ward, 'offered');
    await given(id, WARD, 'accepted');
    const end = (organisationId: string, kind: 'offered' | 'own') =>
      as(WARD, (tx) => endRelation(tx, { personId: id, organisationId, kind, now: NOW }));
    await end(OTHER_WARD, 'offered');
    await end(GP, 'own');
    const left = await owner.query(
      'select organisation_id as of from people_relation where person_id = $1 and ended_at is null',
      [id],
    );
    expect(new Set(left.rows.map((row: { of: string }) => row.of))).toEqual(new Set([GP, WARD]));
  });

  it('is said once, however often it is said', async () => {
    const bsn = '999912392';
    const id = await entered({ bsn });
    expect(await entered({ bsn })).toBe(id);
    const relations = await as(GP, (tx) =>
      rows(tx, 'select 1 from people_relation where person_id = $1', [id]),
    );
    expect(relations).toHaveLength(1);
  });
});

describe('entering a person', () => {
  it('finds who is known by BSN and birth date, and makes them one’s own', async () => {
    const id = await entered({ bsn: '999911612' });
    const again = await as(WARD, (tx) =>
      enterPerson(tx, entry({ bsn: '999911612', name: 'G. Hofsteenge' }), actor(WARD), NOW),
    );
    expect(again).toMatchObject({ ok: true, value: { id, name: 'Geertje Hofsteenge' } });
    expect(await seenBy(WARD, id)).toBe('Geertje Hofsteenge');
  });

  it('refuses a known BSN with another birth date, tells nothing and leaves nothing', async () => {
    const id = await entered({ bsn: '999900079' });
    const result = await as(WARD, (tx) =>
      enterPerson(tx, entry({ bsn: '999900079', birthDate: '1938-04-13' }), actor(WARD), NOW),
    );
    expect(result).toEqual({ ok: false, refusal: { code: 'bsn-other-birth-date' } });
    expect(await seenBy(WARD, id)).toBeNull();
  });

  it('makes one person of two who enter the same BSN at once', async () => {
    const both = await Promise.all(
      [GP, WARD].map((organisation) =>
        as(organisation, (tx) => enterPerson(tx, entry({ bsn: '999911089' }), actor(organisation), NOW)),
      ),
    );
    const ids = both.map((result) => (result.ok ? result.value.id : result.refusal.code));
    expect(new Set(ids).size).toBe(1);
  });

  it('takes an eight-digit BSN for the nine digits it is', async () => {
    const id = await entered({ bsn: '10000008' });
    const again = await as(GP, (tx) => enterPerson(tx, entry({ bsn: '010000008' }), actor(GP), NOW));
    expect(again).toMatchObject({ ok: true, value: { id } });
  });

  it('keeps people without a BSN apart, whatever they are called', async () => {
    expect(await entered()).not.toBe(await entered());
  });

  it('refuses somebody who is not born yet', async () => {
    const result = await as(GP, (tx) => enterPerson(tx, entry({ birthDate: '2026-11-24' }), actor(GP), NOW));
    expect(result).toEqual({ ok: false, refusal: { code: 'birth-date-impossible' } });
  });

  it('stands in the diary without a name or a number', async () => {
    const id = await entered({ bsn: '999990019' });
    const lines = await as(GP, (tx) => linesAbout(tx, id));
    expect(lines.map((line) => line.event)).toEqual(['entered']);
    expect(JSON.stringify(lines)).not.toMatch(/Hofsteenge|999990019|1938-04-12/);
  });
});

describe('changing a person', () => {
  const change = (organisationId: string, id: string, version: number) =>
    as(organisationId, (tx) =>
      changePerson(tx, {
        id,
        change: { phone: '0592-001720' },
        version,
        actor: actor(organisationId),
        now: NOW,
      }),
    );

  it('changes what is given and nothing else', async () => {
    const id = await entered();
    expect(await change(GP, id, 1)).toMatchObject({
      ok: true,
      value: { phone: '0592-001720', pc4: '9405', version: 2 },
    });
    expect(await as(GP, (tx) => person(tx, id))).toMatchObject({
      phone: '0592-001720',
      pc4: '9405',
      version: 2,
    });
  });

  it('refuses who read an older version', async () => {
    const id = await entered();
    await change(GP, id, 1);
    expect(await change(GP, id, 1)).toEqual({ ok: false, refusal: { code: 'version-stale' } });
  });

  it('lets one of two win who change at once', async () => {
    const id = await entered();
    const both = await Promise.all([change(GP, id, 1), change(GP, id, 1)]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
  });

  it('is not for a ward that said yes and has not received them yet', async () => {
    const id = await entered();
    await given(id, WARD, 'accepted');
    expect(await change(WARD, id, 1)).toEqual({ ok: false, refusal: { code: 'person-not-yours' } });
  });

  it('does not exist for who may not know them', async () => {
    const id = await entered();
    expect(await change(OTHER_WARD, id, 1)).toEqual({ ok: false, refusal: { code: 'person-unknown' } });
  });
});
