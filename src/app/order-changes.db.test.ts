import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import { changed, openDayHouse } from './day-house.fixture.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 9 * 60, 'Europe/Amsterdam');

let day: Awaited<ReturnType<typeof openDayHouse>>;
beforeAll(async () => {
  day = await openDayHouse(NOW, TODAY);
});
afterEach(() => {
  day.house.clock.at = NOW;
});
afterAll(() => day.house.close());

describe('a change', () => {
  const series = { visits: 3, intervalDays: 14, toleranceDays: 2 };

  it('of a signed order is signed with it and reaches the site at once', async () => {
    const { specialist, planner } = day;
    const before = await day.signed(series);
    const url = `/orders/${before.id}`;
    const body = changed(before, { dose: '500 mg', visits: 4 });
    expect(await day.refused(specialist, url, body, before.version + 1, 'PUT')).toBe('version-stale');
    expect(
      await day.refused(specialist, url, changed(before, { weightKg: null }), before.version, 'PUT'),
    ).toBe('weight-missing');
    await day.done(specialist, url, body, before.version, 'PUT');
    const seen = await day.seen(planner, before.id);
    expect(seen).toMatchObject({ dose: '500 mg', signature: 2, visits: 4 });
    expect(seen.visitList).toHaveLength(4);
    const elsewhere = changed(before, { siteOrg: day.house.small.wards[1].organisationId });
    expect(await day.refused(specialist, url, elsewhere, seen.version, 'PUT')).toBe('site-not-day');
    const [, unit] = day.house.small.units;
    await day.house.owner.query('insert into day_treatment_room (unit_id, organisation_id) values ($1, $2)', [
      unit,
      day.house.small.wards[1].organisationId,
    ]);
    expect(await day.refused(specialist, url, elsewhere, seen.version, 'PUT')).toBe('site-fixed');
  });

  it('marks what is planned and no longer fits; what fits stands under the new signature', async () => {
    const { specialist, halfDays } = day;
    const before = await day.signed(series);
    const [first, second] = before.visitList;
    const [early, late] = [halfDays[8], halfDays[26]];
    if (first === undefined || second === undefined || early === undefined || late === undefined)
      throw new Error('the story lacks its days');
    await day.plan(first, early, 0);
    await day.plan(second, late, 0);
    expect((await day.seen(specialist, before.id)).visitList.map(({ recheck }) => recheck)).toEqual([
      false,
      false,
      false,
    ]);
    const wider = await day.done(
      specialist,
      `/orders/${before.id}`,
      changed(before, { intervalDays: 21, toleranceDays: 0 }),
      before.version,
      'PUT',
    );
    expect(wider.visitList.map(({ recheck }) => recheck)).toEqual([false, true, false]);
  });

  it('to fewer visits gives their chairs back, but not below what was given', async () => {
    const { specialist, halfDays, house } = day;
    const before = await day.signed(series);
    const [first, second, third] = before.visitList;
    const [early, late] = [halfDays[1], halfDays[29]];
    if (
      first === undefined ||
      second === undefined ||
      third === undefined ||
      early === undefined ||
      late === undefined
    )
      throw new Error('the story lacks its days');
    await day.plan(first, early, 0);
    const claims = await day.plan(second, late, 0);
    await house.owner.query("update day_treatment_visit set state = 'arrived' where id = $1", [first.id]);
    const fewer = await day.done(
      specialist,
      `/orders/${before.id}`,
      changed(before, { visits: 1 }),
      before.version,
      'PUT',
    );
    expect(fewer.visitList.map(({ state }) => state)).toEqual(['arrived', 'cancelled', 'cancelled']);
    expect(await day.standing(claims)).toBe(0);
    await house.owner.query("update day_treatment_visit set state = 'done' where id = $1", [second.id]);
    expect(
      await day.refused(
        specialist,
        `/orders/${before.id}`,
        changed(before, { visits: 1 }),
        fewer.version,
        'PUT',
      ),
    ).toBe('visits-given');
    // More again: who was taken away comes back as the next try.
    await house.owner.query("update day_treatment_visit set state = 'cancelled' where id = $1", [second.id]);
    const again = await day.done(
      specialist,
      `/orders/${before.id}`,
      changed(before, { visits: 2 }),
      fewer.version,
      'PUT',
    );
    expect(again.visitList.map(({ number, attempt, state }) => [number, attempt, state])).toEqual([
      [1, 1, 'arrived'],
      [2, 1, 'cancelled'],
      [2, 2, 'to-plan'],
      [3, 1, 'cancelled'],
    ]);
  });
});

describe('a stop', () => {
  it('cancels what is planned and frees its chairs in the same moment; who sits there stays on the list', async () => {
    const { specialist, planner, halfDays } = day;
    const before = await day.signed({ visits: 3, intervalDays: 7, toleranceDays: 1 });
    const [first, second] = before.visitList;
    const [early, late] = [halfDays[2], halfDays[12]];
    if (first === undefined || second === undefined || early === undefined || late === undefined)
      throw new Error('the story lacks its days');
    const kept = await day.plan(first, early, 0);
    const claims = await day.plan(second, late, 0);
    await day.house.owner.query("update day_treatment_visit set state = 'arrived' where id = $1", [first.id]);
    expect(await day.standing(claims)).toBe(2);
    expect(await day.refused(specialist, `/orders/${before.id}/stop`, { reason: ' ' })).toBe('invalid-input');
    await day.done(specialist, `/orders/${before.id}/stop`, { reason: 'Allergisch gebleken' });
    const seen = await day.seen(planner, before.id);
    expect(seen).toMatchObject({ state: 'stopped', stopReason: 'Allergisch gebleken', needs: [] });
    expect(seen.visitList.map(({ state }) => state)).toEqual(['arrived', 'cancelled', 'cancelled']);
    expect([await day.standing(kept), await day.standing(claims)]).toEqual([2, 0]);
    // The chair is free for the next one at that moment.
    const other = await day.signed();
    await day.plan(other.visitList[0] ?? { id: '' }, late, 0);
    expect(await day.refused(specialist, `/orders/${before.id}/stop`, { reason: 'nog eens' })).toBe(
      'order-over',
    );
    expect(
      await day.refused(specialist, `/orders/${before.id}`, changed(before, {}), seen.version, 'PUT'),
    ).toBe('order-over');
    expect((await day.list(planner, 'ended')).map(({ id }) => id)).toContain(before.id);
    expect((await day.list(specialist, 'own')).map(({ id }) => id)).not.toContain(before.id);
    day.house.clock.at = NOW + 91 * DAY;
    expect((await day.list(planner, 'ended')).map(({ id }) => id)).not.toContain(before.id);
  });

  it('is not for a draft', async () => {
    const draft = await day.draft();
    expect(await day.refused(day.specialist, `/orders/${draft.id}/stop`, { reason: 'toch niet' })).toBe(
      'order-not-signed',
    );
  });
});

describe('blood and medicine', () => {
  it('are told by the hospital, the medicine also by the site', async () => {
    const { specialist, nurse } = day;
    const signed = await day.signed({ labOn: null, labOk: null });
    expect(signed.needs).toEqual(['lab', 'plan']);
    const lab = `/orders/${signed.id}/lab`;
    expect(await day.refused(specialist, lab, { on: plusDays(TODAY, 1), ok: true })).toBe('lab-in-future');
    expect(await day.refused(nurse, lab, { on: TODAY, ok: true })).toBe('not-allowed');
    const bad = await day.done(specialist, lab, { on: TODAY, ok: false });
    expect(bad).toMatchObject({ labOn: TODAY, labOk: false, needs: ['lab-not-good', 'plan'], signature: 1 });
    const [visit] = signed.visitList;
    const drug = { visit: visit?.id, readyAt: '2026-11-25T07:00:00Z' };
    const told = await day.done(nurse, `/orders/${signed.id}/drug`, drug);
    expect(told.visitList[0]?.drugReadyAt).toBe('2026-11-25T07:00:00Z');
    const foreign = { ...drug, visit: signed.id };
    expect(await day.refused(nurse, `/orders/${signed.id}/drug`, foreign)).toBe('visit-unknown');
    await day.house.owner.query("update day_treatment_visit set state = 'done' where id = $1", [visit?.id]);
    expect(await day.refused(nurse, `/orders/${signed.id}/drug`, drug)).toBe('visit-over');
    await day.done(specialist, `/orders/${signed.id}/stop`, { reason: 'Verhuisd' });
    expect(await day.refused(nurse, `/orders/${signed.id}/drug`, drug)).toBe('order-over');
  });
});
