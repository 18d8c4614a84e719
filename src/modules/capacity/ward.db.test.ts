import { randomBytes } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSmallHouse, type SmallHouse } from '#demo/small-house.ts';
import { plusDays } from '#kernel/calendar.ts';
import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import type { PlaceState } from '#modules/capacity/types.ts';
import { rows } from '#platform/db/sql.ts';
import { openLink, signLink } from '#platform/signed-link.ts';
import { loadPicture } from './picture.ts';
import { byLink, LINK_PURPOSE, linkView, tapLink } from './service-link.ts';
import { closePlaces, confirmUnit, staffUnit } from './service-unit.ts';
import { doubtUnit, expireDoubts, extendRosters, setRoster } from './service-ward.ts';
import { exceptionsOf, rosterOf } from './store-ward.ts';

/** A Monday morning in November, eleven o'clock in Drenthe. */
const NOW = Date.parse('2026-11-23T10:00:00Z');
const TODAY = '2026-11-23';

let house: SmallHouse;
let unit: string;
beforeAll(async () => {
  house = await openSmallHouse({ now: NOW, placesPerUnit: 4 });
  unit = house.small.units[0];
});
afterAll(() => house.close());

const bestAt = async (now: number): Promise<readonly PlaceState[]> =>
  house.database.transaction({ actor: 'reader', organisationId: null }, async (tx) => {
    const picture = await loadPicture(tx, now);
    return picture.look(unit, now)?.best ?? [];
  });
const free = async (now: number): Promise<number> =>
  (await bestAt(now)).filter((state) => state === 'free').length;
const ward = () => house.small.wards[0];

describe('a weekly roster', () => {
  it('counts on its own day and half-day, four weeks ahead, and leaves what was said apart', async () => {
    await house.as(ward(), (tx, doing) =>
      staffUnit(tx, { unitId: unit, day: plusDays(TODAY, 7), halfDay: 'morning', staffed: 4 }, doing),
    );
    const week = [{ weekday: 1, halfDay: 'morning' as const, staffed: 1 }];
    const set = await house.as(ward(), (tx, doing) => setRoster(tx, unit, week, doing));
    expect(set.ok).toBe(true);
    expect(await free(NOW)).toBe(1);
    expect(await free(NOW + 3 * HOUR)).toBe(4);
    await house.as(ward(), (tx, doing) => confirmUnit(tx, unit, 'tap', doing), NOW + 7 * DAY);
    // The Monday after was said apart: all four beds.
    expect(await free(NOW + 7 * DAY)).toBe(4);
    await house.as(ward(), (tx, doing) => confirmUnit(tx, unit, 'tap', doing), NOW + 14 * DAY);
    expect(await free(NOW + 14 * DAY)).toBe(1);
    await house.as(ward(), async (tx) => {
      expect(await exceptionsOf(tx, unit, TODAY)).toEqual([
        { unitId: unit, day: plusDays(TODAY, 7), halfDay: 'morning', staffed: 4 },
      ]);
      expect(await rosterOf(tx, unit)).toEqual(week);
    });
  });
  it('is written on before it runs out, and not again the next minute', async () => {
    const later = NOW + 12 * DAY;
    expect(await house.as(ward(), (tx, doing) => extendRosters(tx, doing), later)).toBe(1);
    expect(await house.as(ward(), (tx, doing) => extendRosters(tx, doing), later)).toBe(0);
    expect(await house.as(ward(), (tx, doing) => setRoster(tx, unit, [], doing))).toEqual({
      ok: true,
      value: [],
    });
  });
  it('is the ward’s own, and never more than there are beds', async () => {
    const line = { weekday: 1, halfDay: 'morning' as const, staffed: 5 };
    const many = await house.as(ward(), (tx, doing) => setRoster(tx, unit, [line], doing));
    expect(many).toMatchObject({ ok: false, refusal: { code: 'more-than-there-are' } });
    const foreign = await house.as(house.small.wards[1], (tx, doing) => setRoster(tx, unit, [], doing));
    expect(foreign).toMatchObject({ ok: false, refusal: { code: 'other-unit' } });
  });
});

describe('"klopt niet"', () => {
  const doubt = (now = NOW) =>
    house.as(house.small.gp, (tx, doing) => doubtUnit(tx, { unitId: unit, product: 'elv-high' }, doing), now);
  /** Until somebody waits for a row that somebody else has changed. */
  const waitingForLock = async (): Promise<void> => {
    const blocked = () =>
      house.as(ward(), (tx) =>
        rows(tx, "select 1 from pg_locks where not granted and locktype in ('transactionid', 'tuple')"),
      );
    while ((await blocked()).length === 0) await nextTurn();
  };
  const expire = (now: number) => house.as(house.small.desk, (tx, doing) => expireDoubts(tx, doing), now);

  it('starts one clock at the ward, however many say it; a tap by the ward ends it', async () => {
    const first = await doubt();
    const second = await doubt(NOW + MINUTE);
    expect(second).toEqual(first);
    expect(first.ok && first.value.answerBy).toBe(NOW + 60 * MINUTE);
    await house.as(ward(), (tx, doing) => confirmUnit(tx, unit, 'tap', doing), NOW + 5 * MINUTE);
    expect(await expire(NOW + 61 * MINUTE)).toBe(0);
  });
  it('nobody looked at in time takes the free beds off the board, until the ward says how it is', async () => {
    await doubt(NOW + 2 * HOUR);
    expect(await expire(NOW + 3 * HOUR - 1)).toBe(0);
    expect(await expire(NOW + 3 * HOUR)).toBe(1);
    expect(await free(NOW + 3 * HOUR)).toBe(0);
    await house.as(ward(), (tx, doing) => confirmUnit(tx, unit, 'tap', doing), NOW + 3 * HOUR + MINUTE);
    expect(await free(NOW + 3 * HOUR + MINUTE)).toBe(4);
    const outcomes = await house.as(ward(), (tx) =>
      rows<{ outcome: string }>(tx, 'select outcome from capacity_doubt order by at'),
    );
    expect(outcomes.map((row) => row.outcome)).toEqual(['right', 'silent']);
  });
  it('answered at the very moment the time is up: the beds the ward stands by stay open', async () => {
    const asked = NOW + 200 * MINUTE;
    const late = asked + 61 * MINUTE;
    await doubt(asked);
    const answered = Promise.withResolvers<void>();
    const swept = Promise.withResolvers<void>();
    const confirming = house.as(
      ward(),
      async (tx, doing) => {
        await confirmUnit(tx, unit, 'tap', doing);
        answered.resolve();
        await swept.promise;
      },
      late,
    );
    await answered.promise;
    const sweeping = expire(late);
    await waitingForLock();
    swept.resolve();
    await confirming;
    expect(await sweeping).toBe(0);
    expect(await free(late)).toBe(4);
  });
  it('is counted as corrected when the ward closes beds after it', async () => {
    await doubt(NOW + 4 * HOUR);
    const until = NOW + 5 * HOUR;
    await house.as(
      ward(),
      (tx, doing) =>
        closePlaces(
          tx,
          { unitId: unit, placeId: null, places: 1, reason: 'no-staff', from: doing.now, until },
          doing,
        ),
      NOW + 4 * HOUR + MINUTE,
    );
    const [last] = await house.as(ward(), (tx) =>
      rows<{ outcome: string }>(tx, 'select outcome from capacity_doubt order by at desc limit 1'),
    );
    expect(last?.outcome).toBe('corrected');
  });
});

describe('the link of a ward', () => {
  const at = NOW + 6 * HOUR;
  const view = (now: number) =>
    house.database.transaction({ actor: 'link', organisationId: null }, async (tx) =>
      linkView(tx, await loadPicture(tx, now), unit, { now, until: now + HOUR }),
    );
  const tap = (close: number, open: number, now: number) => {
    const doing = byLink(house.region, unit, now);
    const acting = { actor: doing.actor.id, organisationId: doing.actor.organisationId };
    return house.database.transaction(acting, (tx) =>
      tapLink(tx, unit, { close, open, reason: 'no-staff', published: [] }, doing),
    );
  };

  it('shows counts and beds, and nothing of anybody', async () => {
    const seen = await view(at);
    expect(seen.ok && seen.value.counts.free).toBe(4);
    expect(seen.ok && seen.value.beds.free).toHaveLength(4);
    expect(JSON.stringify(seen)).not.toMatch(/person|name|bsn|birth/i);
  });
  it('confirms with one tap, closes beds for today and opens them again', async () => {
    expect((await tap(2, 0, at)).ok).toBe(true);
    expect(await free(at)).toBe(2);
    expect((await tap(0, 1, at + MINUTE)).ok).toBe(true);
    expect(await free(at + MINUTE)).toBe(3);
    expect((await tap(0, 2, at + MINUTE)).ok).toBe(false);
    expect(await free(at + MINUTE)).toBe(3);
    expect((await tap(5, 0, at + MINUTE)).ok).toBe(false);
    expect((await tap(0, 0, at + 2 * MINUTE)).ok).toBe(true);
    const seen = await view(at + 2 * MINUTE);
    expect(seen.ok && Date.parse(seen.value.figure.asOf ?? '')).toBe(at + 2 * MINUTE);
  });
  it('takes the numbers of a ward that reports counts, and never more than it has beds', async () => {
    const counted = house.small.units[1];
    const doing = byLink(house.region, counted, at);
    const acting = { actor: doing.actor.id, organisationId: doing.actor.organisationId };
    const tell = (free: number) =>
      house.database.transaction(acting, (tx) =>
        tapLink(
          tx,
          counted,
          { close: 0, open: 0, reason: 'no-staff', published: [{ product: 'elv-high', free }] },
          doing,
        ),
      );
    await house.as(house.small.wards[1], (tx) =>
      rows(tx, "insert into capacity_unit_report (unit_id, kind) values ($1, 'counts')", [counted]),
    );
    expect((await tell(2)).ok).toBe(true);
    expect(await tell(5)).toMatchObject({ ok: false, refusal: { code: 'more-than-there-are' } });
    const seen = await house.database.transaction({ actor: 'link', organisationId: null }, async (tx) =>
      linkView(tx, await loadPicture(tx, at), counted, { now: at, until: at + HOUR }),
    );
    expect(seen.ok && seen.value.published).toEqual([{ product: 'elv-high', free: 2 }]);
    expect(seen.ok && seen.value.beds.free).toEqual([]);
  });
  it('works until its moment, for this ward only', () => {
    const key = randomBytes(32);
    const token = signLink(key, { purpose: LINK_PURPOSE, subject: unit, until: at + 1 });
    expect(openLink(key, token, LINK_PURPOSE, at)).toMatchObject({ kind: 'open', claim: { subject: unit } });
    expect(openLink(key, token, LINK_PURPOSE, at + 1).kind).toBe('expired');
  });
});
