import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSmallRegion, type SmallRegion } from '#demo/small.ts';
import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import { readRegion } from '#modules/region/index.ts';
import type { Region } from '#modules/region/types.ts';
import { type Database, openDatabase } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { first, rows } from '#platform/db/sql.ts';
import { linesAbout } from '#platform/diary/diary.ts';
import { createTestDatabase, type TestDatabase } from '#platform/postgres/test-database.ts';
import { openHoldBatch } from './hold-batch.ts';
import { holdPlaces } from './service-hold.ts';
import { arriveOnPlace, departFromPlace, moveExpectedEnd, moveToPlace, releaseClaim, reservePlace } from './service-stay.ts';
import { closePlaces, confirmUnit } from './service-unit.ts';
import { claimById } from './store.ts';
import type { HoldPlace } from './types.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
let test: TestDatabase;
let database: Database;
let small: SmallRegion;
let region: Region;

const acting = { actor: 'tester', organisationId: null } as const;
const doing = (now = NOW, organisationId = small.wards[0].organisationId) => ({ actor: { id: 'tester', organisationId }, now, region });
const command = (placeId: string, now = NOW, minutes = 45): HoldPlace => ({
  claimId: newId(), placeId, subject: newId(), product: 'elv-high', from: now, expiresAt: now + minutes * MINUTE,
});
const hold = (wanted: HoldPlace, now = NOW) =>
  database.transaction(acting, async (tx) => {
    const [result] = await holdPlaces(tx, [{ command: wanted, actor: { id: 'tester', organisationId: '' } }], doing(now));
    if (result === undefined) throw new Error('no answer');
    return result;
  });
const overlapsIn = () =>
  database.transaction(acting, (tx) =>
    first<{ n: number }>(tx, `select count(*) as n from capacity_claim a join capacity_claim b on a.place_id = b.place_id and a.id < b.id
      and a.during && b.during where a.released_at is null and b.released_at is null and a.displaced_at is null and b.displaced_at is null
      and a.kind <> 'cleaning' and b.kind <> 'cleaning'`));

beforeAll(async () => {
  test = await createTestDatabase();
  small = await makeSmallRegion(test.url, { now: NOW, placesPerUnit: 40 });
  database = openDatabase(test.url, 16);
  region = await database.transaction(acting, (tx) => readRegion(tx, NOW));
});
afterAll(async () => {
  await database.close();
  await test.drop();
});

const place = (i: number): string => small.places[0][i] as string;

describe('holding a bed', () => {
  it('is given once, however many ask at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const results = await Promise.all(Array.from({ length: 50 }, () => hold(command(place(round)))));
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      for (const result of results) if (!result.ok) expect(result.refusal.code).toBe('place-taken');
    }
    expect((await overlapsIn())?.n).toBe(0);
  });

  it('and the holding is on record', async () => {
    const wanted = command(place(11));
    await hold(wanted);
    const lines = await database.transaction(acting, (tx) => linesAbout(tx, wanted.claimId));
    expect(lines.map((line) => [line.room, line.event, line.unitId])).toEqual([['capacity', 'held', small.units[0]]]);
  });

  it('blocks nobody once it ran out, even when no job swept it', async () => {
    const early = command(place(12), NOW, 10);
    await hold(early);
    expect((await hold(command(place(12), NOW + 9 * MINUTE), NOW + 9 * MINUTE)).ok).toBe(false);
    expect((await hold(command(place(12), NOW + 10 * MINUTE), NOW + 10 * MINUTE)).ok).toBe(true);
    const swept = await database.transaction(acting, (tx) => claimById(tx, early.claimId));
    expect(swept?.releasedAt).toBe(NOW + 10 * MINUTE);
  });

  it('leaves nothing behind when it is refused', async () => {
    const wanted = { ...command(place(13)), product: 'grz' as const };
    expect(await hold(wanted)).toEqual({ ok: false, refusal: { code: 'product-not-here' } });
    expect(await database.transaction(acting, (tx) => claimById(tx, wanted.claimId))).toBeNull();
  });

  it('is refused on a figure that is too old', async () => {
    const later = NOW + 13 * HOUR;
    expect(await hold(command(place(14), later), later)).toEqual({ ok: false, refusal: { code: 'stale-figure' } });
  });
});

describe('holds asked at the same moment', () => {
  it('share a transaction, and each keeps an own answer: one bed, one winner', async () => {
    const batch = openHoldBatch(database, () => NOW, async () => region);
    const asked = (placeId: string, key: string | null = null) => ({
      actor: { id: newId(), organisationId: small.gp.organisationId }, key, hash: 'h', command: command(placeId),
    });
    const results = await Promise.all(Array.from({ length: 64 }, (_, i) => batch.hold(asked(place(15 + (i % 4))))));
    expect(results.filter((result) => result.ok)).toHaveLength(4);
    expect((await overlapsIn())?.n).toBe(0);
  });

  it('answers the same key the same way, and another body under that key not at all', async () => {
    const batch = openHoldBatch(database, () => NOW, async () => region);
    const asked = { actor: { id: newId(), organisationId: small.gp.organisationId }, key: 'k1', hash: 'h', command: command(place(20)) };
    const first = await batch.hold(asked);
    const again = await batch.hold({ ...asked, command: command(place(20)) });
    expect(first.ok && again.ok && again.value).toEqual(first.ok && first.value);
    expect(await batch.hold({ ...asked, hash: 'other' })).toEqual({ ok: false, refusal: { code: 'key-reused' } });
  });
});

const reserved = async (placeId: string, from: number) => {
  const wanted = command(placeId);
  await hold(wanted);
  return database.transaction(acting, async (tx) => {
    const result = await reservePlace(tx, { claimId: wanted.claimId, arrival: from, placeId: null, product: 'elv-high' }, doing());
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  });
};
const arrive = (claimId: string, at: number) => database.transaction(acting, (tx) => arriveOnPlace(tx, claimId, at, doing(at)));

describe('a stay', () => {
  it('begins on a reserved bed, and nobody else arrives in that bed meanwhile', async () => {
    const claim = await reserved(place(21), NOW + HOUR);
    const arrived = await arrive(claim.id, NOW + HOUR);
    expect(arrived.ok && arrived.value.kind).toBe('stay');
    expect((await hold(command(place(21)))).ok).toBe(false);
    expect((await arrive(claim.id, NOW + 2 * HOUR)).ok).toBe(false);
  });

  it('that lasts longer keeps its bed and visibly displaces what was planned behind it', async () => {
    const here = await reserved(place(22), NOW);
    const arrived = await arrive(here.id, NOW);
    if (!arrived.ok) throw new Error(arrived.refusal.code);
    const shorter = await database.transaction(acting, (tx) =>
      moveExpectedEnd(tx, { claimId: here.id, version: arrived.value.version, until: NOW + 3 * DAY, latest: null }, doing()));
    if (!shorter.ok) throw new Error(shorter.refusal.code);
    const behind = { ...command(place(22)), from: NOW + 3 * DAY };
    expect((await hold(behind)).ok).toBe(true);
    const longer = await database.transaction(acting, (tx) =>
      moveExpectedEnd(tx, { claimId: here.id, version: shorter.value.claim.version, until: NOW + 6 * DAY, latest: null }, doing()));
    expect(longer.ok && longer.value.displaced.map((claim) => claim.id)).toEqual([behind.claimId]);
    expect((await database.transaction(acting, (tx) => claimById(tx, behind.claimId)))?.displacedAt).toBe(NOW);
  });

  it('frees the bed at the real departure, not at the expected one, and asks for the version that was read', async () => {
    const here = await reserved(place(23), NOW);
    const arrived = await arrive(here.id, NOW);
    if (!arrived.ok) throw new Error(arrived.refusal.code);
    const leave = (version: number) => database.transaction(acting, (tx) =>
      departFromPlace(tx, { claimId: here.id, version, at: NOW + HOUR, destination: 'home', cleaningMinutes: 0 }, doing(NOW + HOUR)));
    expect(await leave(arrived.value.version - 1)).toEqual({ ok: false, refusal: { code: 'version-stale' } });
    expect((await leave(arrived.value.version)).ok).toBe(true);
    expect((await hold(command(place(23), NOW + HOUR), NOW + HOUR)).ok).toBe(true);
  });

  it('moves to another bed in one go', async () => {
    const here = await reserved(place(24), NOW);
    const arrived = await arrive(here.id, NOW);
    if (!arrived.ok) throw new Error(arrived.refusal.code);
    const moved = await database.transaction(acting, (tx) =>
      moveToPlace(tx, { claimId: here.id, version: arrived.value.version, placeId: place(25) }, doing(NOW + MINUTE)));
    expect(moved.ok && moved.value.claim.placeId).toBe(place(25));
    expect((await hold(command(place(24), NOW + MINUTE), NOW + MINUTE)).ok).toBe(true);
  });

  it('of another house cannot be changed', async () => {
    const here = await reserved(place(26), NOW);
    const foreign = await database.transaction(acting, (tx) =>
      departFromPlace(tx, { claimId: here.id, version: here.version, at: NOW, destination: 'home', cleaningMinutes: 0 }, doing(NOW, small.wards[1].organisationId)));
    expect(foreign).toEqual({ ok: false, refusal: { code: 'other-unit' } });
  });
});

describe('a ward', () => {
  it('that closes beds without saying which takes free ones away, and people stay', async () => {
    const [, southUnit] = small.units;
    const south = doing(NOW, small.wards[1].organisationId);
    const closed = await database.transaction(acting, (tx) =>
      closePlaces(tx, { unitId: southUnit, placeId: null, places: 39, reason: 'no-staff', from: NOW, until: NOW + DAY }, south));
    expect(closed.ok).toBe(true);
    const results = [];
    for (const placeId of small.places[1].slice(0, 3)) results.push(await hold(command(placeId)));
    expect(results.map((result) => (result.ok ? 'held' : result.refusal.code))).toEqual(['held', 'not-staffed', 'not-staffed']);
  });

  it('stands by its figures with one tap; another house cannot do that for it', async () => {
    const tap = (organisationId: string) => database.transaction(acting, (tx) => confirmUnit(tx, small.units[0], 'tap', doing(NOW + HOUR, organisationId)));
    expect((await tap(small.wards[0].organisationId)).ok).toBe(true);
    expect(await tap(small.wards[1].organisationId)).toEqual({ ok: false, refusal: { code: 'other-unit' } });
  });
});

describe('the database itself', () => {
  it('refuses two overlapping claims, two people in one bed, and one person in two beds', async () => {
    const insert = (claim: { place: string; subject: string; from: string; until: string; arrived: boolean }) =>
      database.transaction(acting, (tx) =>
        rows(tx, `insert into capacity_claim (id, place_id, subject, kind, product, during, arrived_at, source)
          values ($1, $2, $3, $4, 'elv-high', tstzrange($5, $6), $7, 'work')`,
          [newId(), claim.place, claim.subject, claim.arrived ? 'stay' : 'reserved', claim.from, claim.until, claim.arrived ? claim.from : null]));
    const subject = newId();
    const base = { place: place(30), subject, from: '2026-12-01T10:00Z', until: '2026-12-05T10:00Z', arrived: true };
    await insert(base);
    await expect(insert({ ...base, subject: newId(), arrived: false })).rejects.toMatchObject({ code: '23P01' });
    await expect(insert({ ...base, subject: newId(), from: '2026-12-05T10:00Z', until: '2026-12-09T10:00Z' })).rejects.toMatchObject({ constraint: 'capacity_claim_one_present' });
    await expect(insert({ ...base, place: place(31) })).rejects.toMatchObject({ constraint: 'capacity_claim_one_bed' });
  });

  it('lets the server neither own tables nor change the diary', async () => {
    const forbidden = (text: string) => database.transaction(acting, (tx) => rows(tx, text));
    await expect(forbidden("update platform_diary set event = 'x'")).rejects.toMatchObject({ code: '42501' });
    await expect(forbidden('delete from platform_diary')).rejects.toMatchObject({ code: '42501' });
    await expect(forbidden('create table mine (id int)')).rejects.toMatchObject({ code: '42501' });
  });
});

it('gives back a hold once, and twice is the same as once', async () => {
  const wanted = command(place(32));
  await hold(wanted);
  const release = () => database.transaction(acting, (tx) => releaseClaim(tx, wanted.claimId, doing()));
  expect((await release()).ok).toBe(true);
  expect((await release()).ok).toBe(true);
  expect((await hold(command(place(32)))).ok).toBe(true);
});
