import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import type { CodeView, DoorView, FamilyInvited, FamilyOf, OwnView } from '#modules/people/contract.ts';
import type { FamilyView } from '#modules/stay/contract.ts';
import { rows } from '#platform/db/sql.ts';
import { openStayHouse, type Staying } from './stay-house.fixture.ts';

const NOW = instantOf('2026-10-21', 11 * 60 + 41, 'Europe/Amsterdam');
/** Within this a relative who is let go is out. */
const AT_ONCE = 1_000;
const ANNA = { name: 'Anna', relation: 'daughter', saidBy: 'person' };

let stays: Awaited<ReturnType<typeof openStayHouse>>;
let url: string;

beforeAll(async () => {
  stays = await openStayHouse(NOW, 'reo-observation');
  url = await stays.house.house.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(() => stays.house.close());

/** Somebody outside: no session of the house, only a cookie of their own. */
const ask = async <T>(
  method: 'GET' | 'POST' | 'DELETE',
  path: string,
  more: { body?: object; cookie?: string } = {},
): Promise<{ status: number; said: T; cookie: string }> => {
  const answer = await fetch(`${url}/api/v1${path}`, {
    method,
    headers: { cookie: more.cookie ?? '', ...(more.body && { 'content-type': 'application/json' }) },
    ...(more.body && { body: JSON.stringify(more.body) }),
  });
  const [set = ''] = answer.headers.getSetCookie();
  return { status: answer.status, said: (await answer.json()) as T, cookie: set.split(';')[0] ?? '' };
};

const enter = async (token: string): Promise<string> => {
  const { said } = await ask<CodeView>('POST', '/own/code', { body: { token, birthDate: '1941-05-02' } });
  return (await ask('POST', '/own/session', { body: { token, code: said.practiceCode } })).cookie;
};

const invite = async (about: Staying, who = stays.house.small.wards[0], wish: object = ANNA) => {
  const answer = await stays.house.post(who, `/persons/${about.personId}/family`, wish);
  if (answer.statusCode !== 200) throw new Error(answer.body);
  return answer.json<FamilyInvited>();
};
const kinOf = async (about: Staying): Promise<{ id: string; token: string; cookie: string }> => {
  const { relative, token } = await invite(about);
  return { id: relative.id, token: token ?? '', cookie: await enter(token ?? '') };
};
const personCookie = async (about: Staying): Promise<string> => {
  const door = await stays.house.post(stays.house.small.gp, `/persons/${about.personId}/door`, {});
  return enter(door.json<DoorView>().token);
};
const stayOf = (cookie: string) => ask<FamilyView & { code?: string }>('GET', '/own/stay', { cookie });

describe('the person and one relative read the stay in plain words', () => {
  it('through a link, a birth date and a code; the person sees that and when their daughter looked', async () => {
    const about = await stays.admit();
    const kin = await kinOf(about);
    const { status, said } = await stayOf(kin.cookie);
    expect(status).toBe(200);
    expect(said).toMatchObject({
      reader: 'relative',
      stay: { id: about.stayId, name: 'Geertje Hofsteenge' },
    });
    expect(said.stay?.stand[0]?.nl).toBe('Vandaag is dag 1 van het verblijf.');
    const own = await personCookie(about);
    expect((await stayOf(own)).said).toMatchObject({ reader: 'person', stay: { id: about.stayId } });
    const looks = (await ask<OwnView>('GET', '/own/looks', { cookie: own })).said;
    const told = looks.days.flatMap((day) => day.looks);
    expect(told).toContainEqual(
      expect.objectContaining({
        ...{ role: 'relative', relative: { name: 'Anna', relation: 'daughter' } },
        ...{ act: 'seen', seen: ['stay'], ground: 'consent' },
      }),
    );
    expect(told).toContainEqual(expect.objectContaining({ role: 'resident', seen: ['stay'], ground: 'own' }));
  });

  it('the relative gets nothing else by that cookie: not who looked, no consents, no say over who reads along', async () => {
    const kin = await kinOf(await stays.admit());
    const { cookie } = kin;
    for (const path of ['/own/looks', '/own/consents', '/own/family', '/own/cases'])
      expect([path, (await ask<{ code: string }>('GET', path, { cookie })).said.code]).toEqual([
        path,
        'own-not-family',
      ]);
    const another = { body: { name: 'Piet', relation: 'friend' }, cookie };
    expect((await ask('POST', '/own/family', another)).status).toBe(403);
    expect((await ask('POST', '/own/answers', { body: { kind: 'wrong', text: 'x' }, cookie })).status).toBe(
      403,
    );
    expect((await stayOf(cookie)).status).toBe(200);
  });

  it('by SQL in the name of the relative the rows are shut, and what is told is of this one person', async () => {
    const about = await stays.admit();
    await stays.admit();
    const kin = await kinOf(about);
    const { database } = stays.house.house;
    const as = (actor: string, sql: string, values: unknown[] = []): Promise<object[]> =>
      database.transaction({ actor, organisationId: null }, (tx) => rows(tx, sql, values));
    const kinName = `kin:${kin.id}`;
    const { rows: tables } = await stays.house.owner.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'
         and c.relname ~ '^(stay|people|placement|review)_' and c.relrowsecurity
         and has_table_privilege('verkeerstoren_app', c.oid, 'select')`,
    );
    const mustBeShut = ['stay_observation', 'stay_answer', 'stay_stay', 'people_consent', 'people_person'];
    expect(tables.map(({ name }) => name)).toEqual(expect.arrayContaining(mustBeShut));
    for (const { name } of tables)
      expect([name, await as(kinName, `select 1 from ${name}`)]).toEqual([name, []]);
    expect(
      await as(kinName, 'select * from platform_access_own($1, $2)', [about.personId, '-infinity']),
    ).toEqual([]);
    // The same question in the name of the person finds what is there.
    expect(await as(`person:${about.personId}`, 'select id from stay_stay')).toEqual([{ id: about.stayId }]);
    expect(await as(kinName, 'select id from stay_family()')).toEqual([{ id: about.stayId }]);
    expect(await as('somebody', 'select id from stay_family()')).toEqual([]);
    await stays.house.post(stays.house.small.wards[0], `/persons/${about.personId}/family/revoke`, {});
    expect(await as(kinName, 'select id from stay_family()')).toEqual([]);
    expect(await as(kinName, 'select * from stay_family_barriers($1)', [about.stayId])).toEqual([]);
  });

  it('a link of a relative cannot begin a session of the person, whatever is written', async () => {
    const about = await stays.admit();
    const { token } = await invite(about);
    const { createHash } = await import('node:crypto');
    const hash = createHash('sha256')
      .update(token ?? '')
      .digest('base64url');
    const begin = stays.house.house.database.transaction(
      { actor: `door:${hash}`, organisationId: null },
      (tx) =>
        rows(
          tx,
          `insert into people_own_session (token_hash, person_id, relative_id, door_id, began_at, until)
         select 'stolen', person_id, null, id, made_at, until from people_door where token_hash = $1`,
          [hash],
        ),
    );
    await expect(begin).rejects.toThrow(/row-level security/);
  });
});

describe('an invitation', () => {
  it('is over at once: the house takes it back, the stream ends within a second, and link and session say so', async () => {
    const about = await stays.admit();
    const kin = await kinOf(about);
    const stream = await fetch(`${url}/api/v1/own/live`, { headers: { cookie: kin.cookie } });
    const reader = stream.body?.getReader();
    await reader?.read();
    const ended = (async () => {
      for (;;) if ((await reader?.read())?.done !== false) return;
    })().catch(() => undefined);
    const began = performance.now();
    const { wards, gp } = stays.house.small;
    const left = await stays.house.post(wards[0], `/persons/${about.personId}/family/revoke`, {});
    expect(left.json<FamilyOf>()).toEqual({ relative: null });
    expect((await stayOf(kin.cookie)).said.code).toBe('family-revoked');
    await ended;
    expect(performance.now() - began).toBeLessThan(AT_ONCE);
    const again = { body: { token: kin.token, birthDate: '1941-05-02' } };
    expect((await ask<{ code: string }>('POST', '/own/code', again)).said.code).toBe('family-revoked');
    // Somebody else may be asked along afterwards, also by the practice.
    expect((await invite(about, gp, { ...ANNA, name: 'Bert', relation: 'son' })).relative.name).toBe('Bert');
  });

  it('of another replaces the first, also when two invite at one moment', async () => {
    const about = await stays.admit();
    const first = await kinOf(about);
    const { wards, gp } = stays.house.small;
    const [one, other] = await Promise.all([
      invite(about, wards[0], { ...ANNA, name: 'Bert', relation: 'son' }),
      invite(about, gp, { ...ANNA, name: 'Cor', relation: 'friend' }),
    ]);
    expect((await stayOf(first.cookie)).said.code).toBe('family-revoked');
    const standing = (
      await stays.house.call(wards[0], 'GET', `/api/v1/persons/${about.personId}/family`)
    ).json<FamilyOf>();
    expect([one.relative.id, other.relative.id]).toContain(standing.relative?.id);
    const { rows: all } = await stays.house.owner.query(
      "select set_config('app.keeper', 'on', false), id from people_relative where person_id = $1 and revoked_at is null",
      [about.personId],
    );
    expect(all).toHaveLength(1);
  });

  it('is in the hand of the person too, who asks along and lets go', async () => {
    const about = await stays.admit();
    const cookie = await personCookie(about);
    const body = { name: 'Anna', relation: 'daughter' };
    const asked = (await ask<FamilyInvited>('POST', '/own/family', { body, cookie })).said;
    expect(asked.relative).toMatchObject({ name: 'Anna', saidBy: 'person' });
    const kin = await enter(asked.token ?? '');
    expect((await stayOf(kin)).said.reader).toBe('relative');
    expect((await ask<FamilyOf>('GET', '/own/family', { cookie })).said.relative?.name).toBe('Anna');
    await ask('POST', '/own/family/revoke', { body: {}, cookie });
    expect((await stayOf(kin)).said.code).toBe('family-revoked');
  });

  it('gets a new link when the old one is lost; the old one opens nothing any more', async () => {
    const about = await stays.admit();
    const { token } = await invite(about);
    const again = await stays.house.post(stays.house.small.gp, `/persons/${about.personId}/family/link`, {});
    const old = { body: { token: token ?? '', birthDate: '1941-05-02' } };
    expect((await ask<{ code: string }>('POST', '/own/code', old)).said.code).toBe('own-door-closed');
    expect((await stayOf(await enter(again.json<FamilyInvited>().token ?? ''))).status).toBe(200);
  });

  it('is for who cares for the person: another house and the desk hear nothing, and make none', async () => {
    const about = await stays.admit();
    const { wards, desk } = stays.house.small;
    const address = `/persons/${about.personId}/family`;
    expect((await stays.house.post(wards[1], address, ANNA)).statusCode).toBe(404);
    expect((await stays.house.call(wards[1], 'GET', `/api/v1${address}`)).statusCode).toBe(404);
    expect((await stays.house.post(desk, address, ANNA)).statusCode).toBe(403);
  });
});
