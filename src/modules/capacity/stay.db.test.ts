import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import { rows } from '#platform/db/sql.ts';
import { acting, type Beds, command, NOW, openBeds } from './beds.fixture.ts';
import { reservePlace } from './service-plan.ts';
import {
  arriveOnPlace,
  departFromPlace,
  finishCleaning,
  moveExpectedEnd,
  moveToPlace,
} from './service-stay.ts';
import { closePlaces, confirmUnit } from './service-unit.ts';
import { claimById } from './store.ts';

let house: Beds['house'];
let doing: Beds['doing'];
let hold: Beds['hold'];
let place: Beds['place'];

beforeAll(async () => {
  ({ house, doing, hold, place } = await openBeds());
});
afterAll(() => house.close());

const reserved = async (placeId: string, from: number) => {
  const wanted = command(placeId);
  await hold(wanted);
  return house.database.transaction(acting, async (tx) => {
    const result = await reservePlace(
      tx,
      { claimId: wanted.claimId, arrival: from, placeId: null, product: 'elv-high' },
      doing(),
    );
    if (!result.ok) throw new Error(result.refusal.code);
    return result.value;
  });
};
const arrive = (claimId: string, at: number) =>
  house.database.transaction(acting, (tx) => arriveOnPlace(tx, claimId, at, doing(at)));

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
    const shorter = await house.database.transaction(acting, (tx) =>
      moveExpectedEnd(
        tx,
        { claimId: here.id, version: arrived.value.version, until: NOW + 3 * DAY, latest: null },
        doing(),
      ),
    );
    if (!shorter.ok) throw new Error(shorter.refusal.code);
    const behind = { ...command(place(22)), from: NOW + 3 * DAY };
    expect((await hold(behind)).ok).toBe(true);
    const longer = await house.database.transaction(acting, (tx) =>
      moveExpectedEnd(
        tx,
        { claimId: here.id, version: shorter.value.claim.version, until: NOW + 6 * DAY, latest: null },
        doing(),
      ),
    );
    expect(longer.ok && longer.value.displaced.map((claim) => claim.id)).toEqual([behind.claimId]);
    expect(
      (await house.database.transaction(acting, (tx) => claimById(tx, behind.claimId)))?.displacedAt,
    ).toBe(NOW);
  });

  it('frees the bed at the real departure, not at the expected one, and asks for the version that was read', async () => {
    const here = await reserved(place(23), NOW);
    const arrived = await arrive(here.id, NOW);
    if (!arrived.ok) throw new Error(arrived.refusal.code);
    const leave = (version: number) =>
      house.database.transaction(acting, (tx) =>
        departFromPlace(
          tx,
          { claimId: here.id, version, at: NOW + HOUR, destination: 'home', cleaningMinutes: 0 },
          doing(NOW + HOUR),
        ),
      );
    expect(await leave(arrived.value.version - 1)).toEqual({ ok: false, refusal: { code: 'version-stale' } });
    expect((await leave(arrived.value.version)).ok).toBe(true);
    expect((await hold(command(place(23), NOW + HOUR), NOW + HOUR)).ok).toBe(true);
  });

  it('that ends after the next was to begin moves that plan to the moment the bed is empty', async () => {
    const here = await reserved(place(27), NOW);
    const arrived = await arrive(here.id, NOW);
    if (!arrived.ok) throw new Error(arrived.refusal.code);
    const end = { claimId: here.id, version: arrived.value.version, until: NOW + 3 * HOUR, latest: null };
    await house.database.transaction(acting, (tx) => moveExpectedEnd(tx, end, doing()));
    const behind = { ...command(place(27), NOW, 24 * 60), from: NOW + 4 * HOUR };
    expect((await hold(behind)).ok).toBe(true);
    const left = await house.database.transaction(acting, (tx) =>
      departFromPlace(
        tx,
        {
          claimId: here.id,
          version: arrived.value.version + 1,
          at: NOW + 5 * HOUR,
          destination: 'home',
          cleaningMinutes: 0,
        },
        doing(NOW + 5 * HOUR),
      ),
    );
    expect(left.ok).toBe(true);
    const plan = await house.database.transaction(acting, (tx) => claimById(tx, behind.claimId));
    expect(plan).toMatchObject({ displacedAt: null, during: { from: NOW + 5 * HOUR } });
  });

  it('is followed by cleaning, which closes the bed until it is done or said to be done', async () => {
    const here = await reserved(place(35), NOW);
    const arrived = await arrive(here.id, NOW);
    if (!arrived.ok) throw new Error(arrived.refusal.code);
    const act = {
      claimId: here.id,
      version: arrived.value.version,
      at: NOW + HOUR,
      destination: 'home',
      cleaningMinutes: 60,
    };
    await house.database.transaction(acting, (tx) => departFromPlace(tx, act, doing(NOW + HOUR)));
    const [cleaning] = await house.database.transaction(acting, (tx) =>
      rows<{ id: string }>(tx, "select id from capacity_claim where place_id = $1 and kind = 'cleaning'", [
        place(35),
      ]),
    );
    const clean = (claimId = '') =>
      house.database.transaction(acting, (tx) =>
        finishCleaning(tx, { claimId, version: 1 }, doing(NOW + HOUR)),
      );
    expect(await clean(here.id)).toMatchObject({ ok: false });
    expect(await clean(cleaning?.id)).toMatchObject({ ok: true, value: { releasedAt: NOW + HOUR } });
  });

  it('moves to another bed in one go', async () => {
    const here = await reserved(place(24), NOW);
    const arrived = await arrive(here.id, NOW);
    if (!arrived.ok) throw new Error(arrived.refusal.code);
    const moved = await house.database.transaction(acting, (tx) =>
      moveToPlace(
        tx,
        { claimId: here.id, version: arrived.value.version, placeId: place(25) },
        doing(NOW + MINUTE),
      ),
    );
    expect(moved.ok && moved.value.claim.placeId).toBe(place(25));
    expect((await hold(command(place(24), NOW + MINUTE), NOW + MINUTE)).ok).toBe(true);
  });

  it('of another house cannot be changed', async () => {
    const here = await reserved(place(26), NOW);
    const foreign = await house.database.transaction(acting, (tx) =>
      departFromPlace(
        tx,
        { claimId: here.id, version: here.version, at: NOW, destination: 'home', cleaningMinutes: 0 },
        doing(NOW, house.small.wards[1].organisationId),
      ),
    );
    expect(foreign).toEqual({ ok: false, refusal: { code: 'other-unit' } });
  });
});

describe('a ward', () => {
  it('that closes beds without saying which takes free ones away, and people stay', async () => {
    const [, southUnit] = house.small.units;
    const south = doing(NOW, house.small.wards[1].organisationId);
    const closed = await house.database.transaction(acting, (tx) =>
      closePlaces(
        tx,
        { unitId: southUnit, placeId: null, places: 39, reason: 'no-staff', from: NOW, until: NOW + DAY },
        south,
      ),
    );
    expect(closed.ok).toBe(true);
    const results = [];
    for (const placeId of house.small.places[1].slice(0, 3)) results.push(await hold(command(placeId)));
    expect(results.map((result) => (result.ok ? 'held' : result.refusal.code))).toEqual([
      'held',
      'not-staffed',
      'not-staffed',
    ]);
  });

  it('stands by its figures with one tap; another house cannot do that for it', async () => {
    const tap = (organisationId: string) =>
      house.database.transaction(acting, (tx) =>
        confirmUnit(tx, house.small.units[0], 'tap', doing(NOW + HOUR, organisationId)),
      );
    expect((await tap(house.small.wards[0].organisationId)).ok).toBe(true);
    expect(await tap(house.small.wards[1].organisationId)).toEqual({
      ok: false,
      refusal: { code: 'other-unit' },
    });
  });
});
