import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#kernel/interval.ts';
import { newId } from '#platform/db/ids.ts';
import { first, rows } from '#platform/db/sql.ts';
import { linesAbout } from '#platform/diary/diary.ts';
import { acting, type Beds, command, NOW, openBeds } from './beds.fixture.ts';
import { openHoldBatch } from './hold-batch.ts';
import { releaseClaim } from './service-plan.ts';
import { claimById } from './store.ts';

let house: Beds['house'];
let doing: Beds['doing'];
let hold: Beds['hold'];
let place: Beds['place'];

beforeAll(async () => {
  ({ house, doing, hold, place } = await openBeds());
});
afterAll(() => house.close());

const overlaps = () =>
  house.database.transaction(acting, (tx) =>
    first<{ n: number }>(
      tx,
      `select count(*) as n from capacity_claim a join capacity_claim b on a.place_id = b.place_id and a.id < b.id
         and a.during && b.during where a.released_at is null and b.released_at is null
         and a.displaced_at is null and b.displaced_at is null and a.kind <> 'cleaning' and b.kind <> 'cleaning'`,
    ),
  );

describe('holding a bed', () => {
  it('is given once, however many ask at the same moment', async () => {
    for (let round = 0; round < 10; round++) {
      const results = await Promise.all(Array.from({ length: 50 }, () => hold(command(place(round)))));
      expect(results.filter((result) => result.ok)).toHaveLength(1);
      for (const result of results) if (!result.ok) expect(result.refusal.code).toBe('place-taken');
    }
    expect((await overlaps())?.n).toBe(0);
  });

  it('and the holding is on record', async () => {
    const wanted = command(place(11));
    await hold(wanted);
    const lines = await house.database.transaction(acting, (tx) => linesAbout(tx, wanted.claimId));
    expect(lines.map((line) => [line.room, line.event, line.unitId])).toEqual([
      ['capacity', 'held', house.small.units[0]],
    ]);
  });

  it('blocks nobody once it ran out, even when no job swept it', async () => {
    const early = command(place(12), NOW, 10);
    await hold(early);
    expect((await hold(command(place(12), NOW + 9 * MINUTE), NOW + 9 * MINUTE)).ok).toBe(false);
    expect((await hold(command(place(12), NOW + 10 * MINUTE), NOW + 10 * MINUTE)).ok).toBe(true);
    const swept = await house.database.transaction(acting, (tx) => claimById(tx, early.claimId));
    expect(swept?.releasedAt).toBe(NOW + 10 * MINUTE);
  });

  it('leaves nothing behind when it is refused', async () => {
    const wanted = { ...command(place(13)), product: 'grz' as const };
    expect(await hold(wanted)).toEqual({ ok: false, refusal: { code: 'product-not-here' } });
    expect(await house.database.transaction(acting, (tx) => claimById(tx, wanted.claimId))).toBeNull();
  });

  it('is refused on a figure that is too old', async () => {
    const later = NOW + 13 * HOUR;
    expect(await hold(command(place(14), later), later)).toEqual({
      ok: false,
      refusal: { code: 'stale-figure' },
    });
  });
});

describe('holds asked at the same moment', () => {
  it('share a transaction, and each keeps an own answer: one bed, one winner', async () => {
    const batch = openHoldBatch(
      house.database,
      () => NOW,
      async () => house.region,
    );
    const asked = (placeId: string, key: string | null = null) => ({
      actor: { id: newId(), organisationId: house.small.gp.organisationId },
      key,
      hash: 'h',
      command: command(placeId),
    });
    const results = await Promise.all(
      Array.from({ length: 64 }, (_, i) => batch.hold(asked(place(15 + (i % 4))))),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(4);
    expect((await overlaps())?.n).toBe(0);
  });

  it('answers the same key the same way, and another body under that key not at all', async () => {
    const batch = openHoldBatch(
      house.database,
      () => NOW,
      async () => house.region,
    );
    const asked = {
      actor: { id: newId(), organisationId: house.small.gp.organisationId },
      key: 'k1',
      hash: 'h',
      command: command(place(20)),
    };
    const first = await batch.hold(asked);
    const again = await batch.hold({ ...asked, command: command(place(20)) });
    expect(first.ok && again.ok && again.value).toEqual(first.ok && first.value);
    expect(await batch.hold({ ...asked, hash: 'other' })).toEqual({
      ok: false,
      refusal: { code: 'key-reused' },
    });
  });
});

describe('the database itself', () => {
  it('refuses two overlapping claims, two people in one bed, and one person in two beds', async () => {
    const insert = (claim: {
      place: string;
      subject: string;
      from: string;
      until: string;
      arrived: boolean;
    }) =>
      house.database.transaction(acting, (tx) =>
        rows(
          tx,
          `insert into capacity_claim (id, place_id, subject, kind, product, during, arrived_at, source)
          values ($1, $2, $3, $4, 'elv-high', tstzrange($5, $6), $7, 'work')`,
          [
            newId(),
            claim.place,
            claim.subject,
            claim.arrived ? 'stay' : 'reserved',
            claim.from,
            claim.until,
            claim.arrived ? claim.from : null,
          ],
        ),
      );
    const subject = newId();
    const base = {
      place: place(30),
      subject,
      from: '2026-12-01T10:00Z',
      until: '2026-12-05T10:00Z',
      arrived: true,
    };
    await insert(base);
    await expect(insert({ ...base, subject: newId(), arrived: false })).rejects.toMatchObject({
      code: '23P01',
    });
    await expect(
      insert({ ...base, subject: newId(), from: '2026-12-05T10:00Z', until: '2026-12-09T10:00Z' }),
    ).rejects.toMatchObject({ constraint: 'capacity_claim_one_present' });
    await expect(insert({ ...base, place: place(31) })).rejects.toMatchObject({
      constraint: 'capacity_claim_one_bed',
    });
  });

  it('lets the server neither own tables nor change the diary', async () => {
    const forbidden = (text: string) => house.database.transaction(acting, (tx) => rows(tx, text));
    await expect(forbidden("update platform_diary set event = 'x'")).rejects.toMatchObject({ code: '42501' });
    await expect(forbidden('delete from platform_diary')).rejects.toMatchObject({ code: '42501' });
    await expect(forbidden('create table mine (id int)')).rejects.toMatchObject({ code: '42501' });
  });
});

it('gives back a hold once, and twice is the same as once', async () => {
  const wanted = command(place(32));
  await hold(wanted);
  const release = () => house.database.transaction(acting, (tx) => releaseClaim(tx, wanted.claimId, doing()));
  expect((await release()).ok).toBe(true);
  expect((await release()).ok).toBe(true);
  expect((await hold(command(place(32)))).ok).toBe(true);
});
