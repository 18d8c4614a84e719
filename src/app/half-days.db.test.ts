import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import type { HalfDayView, NurseView } from '#modules/day-treatment/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import { openDayRooms } from './day-rooms.fixture.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 9 * 60, 'Europe/Amsterdam');

let rooms: Awaited<ReturnType<typeof openDayRooms>>;
let day: typeof rooms.day;
beforeAll(async () => {
  rooms = await openDayRooms(NOW, TODAY);
  ({ day } = rooms);
});
afterEach(() => {
  day.house.clock.at = NOW;
});
afterAll(() => day.house.close());

describe('a half-day', () => {
  it('is closed with a reason; who was planned stands there marked until they have another moment', async () => {
    const halfDay = rooms.freshHalfDay();
    await rooms.somebodyIn(halfDay);
    const before = await rooms.halfDayOf(halfDay.id);
    expect(before.visits).toMatchObject([{ mustMove: null, state: 'planned' }]);
    const url = `/half-days/${halfDay.id}/close`;
    const why = { reason: 'maintenance', note: 'De lift is stuk' };
    const both = await Promise.all([
      rooms.send(day.planner, 'POST', url, why, before.version),
      rooms.send(day.planner, 'POST', url, why, before.version),
    ]);
    expect(both.map(({ statusCode }) => statusCode).toSorted()).toEqual([200, 412]);
    const closed = await rooms.halfDayOf(halfDay.id);
    expect(closed).toMatchObject({
      ...{ closed: 'maintenance', closedNote: 'De lift is stuk', standstill: 'closed' },
      visits: [{ mustMove: 'closed' }],
      version: before.version + 1,
    });
    expect(await rooms.refused(day.planner, 'POST', url, why, closed.version)).toBe('half-day-closed');
    const reopen = url.replace('close', 'open');
    const open = await rooms.done<HalfDayView>(day.planner, 'POST', reopen, {}, closed.version);
    expect(open).toMatchObject({ closed: null, closedNote: null, visits: [{ mustMove: null }] });
    expect(await rooms.refused(day.planner, 'POST', reopen, {}, open.version)).toBe('half-day-open');
  });

  it('is for the planner of that house, in the version that was read, and not when it is over', async () => {
    const { id } = rooms.freshHalfDay();
    const { version } = await rooms.halfDayOf(id);
    const close = (who: Professional, read?: number) =>
      rooms.refused(who, 'POST', `/half-days/${id}/close`, { reason: 'other' }, read);
    expect(await close(day.stranger, version)).toBe('half-day-unknown');
    expect(await close(day.nurse, version)).toBe('not-allowed');
    expect(await close(day.planner)).toBe('version-needed');
    day.house.clock.at = NOW + 40 * DAY;
    expect(await close(day.planner, version)).toBe('half-day-over');
  });
});

describe('who is there', () => {
  const absent = (id: string, nurse: string | undefined, why: string | null, version: number) =>
    rooms.done<HalfDayView>(day.nurse, 'POST', `/half-days/${id}/absent`, { nurse, why }, version);

  it('counts: without the nurse of the set-up that visit must move, with one nurse nothing runs', async () => {
    const halfDay = rooms.freshHalfDay();
    await rooms.somebodyIn(halfDay);
    const [first, second] = day.nurses;
    const start = await rooms.halfDayOf(halfDay.id);
    expect(start.load).toMatchObject({ line: 12, most: 4, tooMuch: false });
    expect(start.load?.quarters.slice(0, 8)).toEqual([0, 0, 4, 1, 1, 1, 1, 0]);
    const other = await absent(halfDay.id, second, 'leave', start.version);
    expect(other).toMatchObject({ load: { line: 8 }, visits: [{ mustMove: null }], standstill: null });
    const one = await absent(halfDay.id, first, 'ill', other.version);
    expect(one).toMatchObject({ load: { line: 4 }, standstill: 'too-few-nurses' });
    expect(one.visits[0]?.mustMove).toBe('too-few-nurses');
    expect(one.nurses.map(({ absent: why }) => why)).toEqual(['ill', 'leave', null]);
    const back = await absent(halfDay.id, second, null, one.version);
    expect(back).toMatchObject({ standstill: null, visits: [{ mustMove: 'nurse-away' }] });
    const url = `/half-days/${halfDay.id}/absent`;
    const stranger = { nurse: day.chairs[0]?.id, why: 'ill' };
    expect(await rooms.refused(day.nurse, 'POST', url, stranger, back.version)).toBe('nurse-not-there');
  });

  it('is said as a whole; who was told absent stays absent, who works elsewhere is not known here', async () => {
    const { id } = rooms.freshHalfDay();
    const [first, second, third] = day.nurses;
    const ill = await absent(id, first, 'ill', (await rooms.halfDayOf(id)).version);
    const url = `/half-days/${id}/shift`;
    const set = (nurses: (string | undefined)[], version: number) =>
      rooms.done<HalfDayView>(day.planner, 'PUT', url, { nurses }, version);
    const two = await set([first, third], ill.version);
    expect(two.nurses.map(({ id: nurse, absent: why }) => [nurse, why])).toEqual([
      [first, 'ill'],
      [third, null],
    ]);
    const strange = { nurses: [second, day.chairs[0]?.id] };
    expect(await rooms.refused(day.planner, 'PUT', url, strange, two.version)).toBe('nurse-unknown');
    expect(await rooms.refused(day.planner, 'PUT', url, { nurses: [] }, two.version - 1)).toBe(
      'version-stale',
    );
    expect((await set([], two.version)).nurses).toEqual([]);
  });

  it('may do what is proven and not run out; who left is on no rota', async () => {
    const halfDay = rooms.freshHalfDay();
    await rooms.somebodyIn(halfDay);
    const said = { name: 'D. Zeven', initials: 'DZ' };
    const infusion = (validUntil: string) => ({ competence: 'infusion', validUntil });
    const url = `/day-rooms/${day.unitId}/nurses`;
    const made = await rooms.done<NurseView>(day.planner, 'POST', url, {
      ...{ ...said, competences: [infusion(plusDays(TODAY, 30))] },
    });
    expect(made).toMatchObject({ ...said, competences: [{ competence: 'infusion', valid: true }] });
    expect(await rooms.refused(day.stranger, 'POST', url, { ...said })).toBe('other-unit');
    const change = { ...said, initials: 'Z', competences: [infusion(plusDays(TODAY, -1))] };
    const changed = await rooms.done<NurseView>(
      day.planner,
      'PUT',
      `/nurses/${made.id}`,
      change,
      made.version,
    );
    expect(changed).toMatchObject({ initials: 'Z', competences: [{ valid: false }] });
    expect(await rooms.refused(day.planner, 'PUT', `/nurses/${made.id}`, change, made.version)).toBe(
      'version-stale',
    );
    expect(await rooms.refused(day.stranger, 'PUT', `/nurses/${made.id}`, change, 2)).toBe('nurse-unknown');
    await day.house.owner.query(
      "update day_treatment_visit set nurse_id = $1 where half_day_id = $2 and state = 'planned'",
      [made.id, halfDay.id],
    );
    const nurses = [...day.nurses, made.id];
    const { version } = await rooms.halfDayOf(halfDay.id);
    const shift = `/half-days/${halfDay.id}/shift`;
    const there = await rooms.done<HalfDayView>(day.planner, 'PUT', shift, { nurses }, version);
    expect(there.visits[0]?.mustMove).toBe('no-competence');
    const left = { ...change, ended: true };
    await rooms.done<NurseView>(day.planner, 'PUT', `/nurses/${made.id}`, left, changed.version);
    const after = await rooms.halfDayOf(halfDay.id);
    expect(after.nurses.map(({ id }) => id)).not.toContain(made.id);
    expect(after.visits[0]?.mustMove).toBe('nurse-away');
    expect(await rooms.refused(day.planner, 'PUT', shift, { nurses }, after.version)).toBe('nurse-ended');
  });
});
