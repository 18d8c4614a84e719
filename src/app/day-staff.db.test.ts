import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import type { DayStaff, HalfDayView, RotaAnswer, StaffNurse } from '#modules/day-treatment/contract.ts';
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

const path = () => `/day-rooms/${day.unitId}/staff`;
const staffOf = async (who: Professional = day.planner): Promise<DayStaff> => {
  const answer = await day.house.call(who, 'GET', `/api/v1${path()}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<DayStaff>();
};
const nurseOf = async (id: string | undefined): Promise<StaffNurse> => {
  const found = (await staffOf()).nurses.find((nurse) => nurse.id === id);
  if (found === undefined) throw new Error('the nurse is not there');
  return found;
};
const halfOf = async (id: string) => (await staffOf()).halfDays.find((halfDay) => halfDay.id === id);
const rota = (halfDays: readonly object[]) =>
  rooms.send(day.planner, 'PUT', `/day-rooms/${day.unitId}/rota`, { halfDays });

describe('the staff of four weeks', () => {
  it('says who is there and how many come, and names nobody who comes', async () => {
    const halfDay = rooms.freshHalfDay();
    await rooms.somebodyIn(halfDay);
    const staff = await staffOf();
    expect(staff).toMatchObject({ from: TODAY, until: '2026-12-21' });
    expect(staff.halfDays).toHaveLength(40);
    expect(await halfOf(halfDay.id)).toMatchObject({ visits: 1, mustMove: 0, standstill: null });
    expect(staff.nurses.map(({ initials, away }) => [initials, away])).toEqual([
      ['A', []],
      ['B', []],
      ['C', []],
    ]);
    expect(JSON.stringify(staff)).not.toContain('Hofsteenge');
  });

  it('is for who works in that house', async () => {
    expect((await staffOf(day.nurse)).nurses).toHaveLength(3);
    const asked = await day.house.call(day.stranger, 'GET', `/api/v1${path()}`);
    expect(asked.json<{ code: string }>().code).toBe('other-unit');
    const hospital = await day.house.call(day.specialist, 'GET', `/api/v1${path()}`);
    expect(hospital.statusCode).toBe(403);
  });
});

describe('a nurse who is away', () => {
  it('is on no half-day of those days, also when the rota is made later, until they are back', async () => {
    const halfDay = rooms.freshHalfDay();
    await rooms.somebodyIn(halfDay);
    const [first, second] = day.nurses;
    const last = plusDays(halfDay.day, 7);
    const { version } = await nurseOf(first);
    const said = { from: halfDay.day, last, why: 'ill' };
    const ill = await rooms.done<StaffNurse>(day.planner, 'POST', `/nurses/${first}/away`, said, version);
    expect(ill.away).toMatchObject([said]);
    const after = await halfOf(halfDay.id);
    expect(after).toMatchObject({ mustMove: 1, standstill: null });
    expect(after?.nurses.find(({ id }) => id === first)?.absent).toBe('ill');
    const late = day.halfDays.find(({ day: on }) => on > last)?.id ?? '';
    expect((await halfOf(late))?.nurses.find(({ id }) => id === first)?.absent).toBeNull();
    // Taken off and put on again: they are ill still.
    const off = await rota([{ id: halfDay.id, version: after?.version, nurses: [second] }]);
    const [without] = off.json<RotaAnswer>().halfDays;
    const on = await rota([{ id: halfDay.id, version: without?.version, nurses: [first, second] }]);
    expect(on.json<RotaAnswer>().halfDays[0]?.nurses.find(({ id }) => id === first)?.absent).toBe('ill');
    const back = { away: ill.away[0]?.id, from: halfDay.day };
    const well = await rooms.done<StaffNurse>(
      ...([day.planner, 'POST', `/nurses/${first}/back`, back, ill.version] as const),
    );
    expect(well.away).toEqual([]);
    expect((await halfOf(halfDay.id))?.nurses.every(({ absent }) => absent === null)).toBe(true);
    expect(await halfOf(halfDay.id)).toMatchObject({ mustMove: 0 });
  });

  it('is back from a day on: the days before stay, and what was said for another reason too', async () => {
    const [, second] = day.nurses;
    const days = [...new Set(day.halfDays.map(({ day: on }) => on))].slice(-4);
    const [from = '', , third = '', fourth = ''] = days;
    const apart = day.halfDays.find(({ day: on }) => on === fourth)?.id ?? '';
    const version = (await halfOf(apart))?.version;
    const absent = { nurse: second, why: 'elsewhere' };
    await rooms.done<HalfDayView>(day.nurse, 'POST', `/half-days/${apart}/absent`, absent, version);
    const said = { from, last: null, why: 'leave' };
    const read = await nurseOf(second);
    const away = await rooms.done<StaffNurse>(
      ...([day.planner, 'POST', `/nurses/${second}/away`, said, read.version] as const),
    );
    const back = { away: away.away[0]?.id, from: third };
    const there = await rooms.done<StaffNurse>(
      ...([day.planner, 'POST', `/nurses/${second}/back`, back, away.version] as const),
    );
    expect(there.away).toMatchObject([{ from, last: plusDays(third, -1) }]);
    const seen = (await staffOf()).halfDays
      .filter(({ day: on }) => days.includes(on))
      .map(({ nurses }) => nurses.find(({ id }) => id === second)?.absent);
    expect(seen).toEqual(['leave', 'leave', 'leave', 'leave', null, null, 'elsewhere', null]);
  });

  it('is said by the planner of that house, in the version that was read, of days to come', async () => {
    const [, , third] = day.nurses;
    const { version } = await nurseOf(third);
    const url = `/nurses/${third}/away`;
    const today = { from: TODAY, why: 'ill' };
    const past = { from: plusDays(TODAY, -7), last: plusDays(TODAY, -1), why: 'leave' };
    expect(await rooms.refused(day.planner, 'POST', url, past, version)).toBe('away-past');
    expect(await rooms.refused(day.planner, 'POST', url, today, version + 1)).toBe('version-stale');
    expect(await rooms.refused(day.nurse, 'POST', url, today, version)).toBe('not-allowed');
    expect(await rooms.refused(day.stranger, 'POST', url, today, version)).toBe('nurse-unknown');
    const turned = { from: plusDays(TODAY, 2), last: TODAY, why: 'ill' };
    expect(await rooms.refused(day.planner, 'POST', url, turned, version)).toBe('invalid-input');
    const back = { away: day.unitId, from: TODAY };
    expect(await rooms.refused(day.planner, 'POST', `/nurses/${third}/back`, back, version)).toBe(
      'away-unknown',
    );
  });
});

describe('the rota of several half-days', () => {
  it('is said at once, or not at all when one was changed by somebody else', async () => {
    const [one, two] = [rooms.freshHalfDay(), rooms.freshHalfDay()];
    const before = [await halfOf(one.id), await halfOf(two.id)];
    const nurses = day.nurses.slice(0, 1);
    const line = (id: string, version = 0) => ({ id, version, nurses });
    const stale = await rota([line(one.id, before[0]?.version), line(two.id, 99)]);
    expect(stale.json<{ code: string }>().code).toBe('version-stale');
    expect((await halfOf(one.id))?.nurses).toHaveLength(3);
    const done = await rota([line(one.id, before[0]?.version), line(two.id, before[1]?.version)]);
    expect(done.json<RotaAnswer>().halfDays.map(({ standstill }) => standstill)).toEqual([
      'too-few-nurses',
      'too-few-nurses',
    ]);
    const elsewhere = await rooms.refused(
      ...([day.stranger, 'PUT', `/day-rooms/${day.unitId}/rota`, { halfDays: [line(one.id, 2)] }] as const),
    );
    expect(elsewhere).toBe('other-unit');
    day.house.clock.at = NOW + 40 * DAY;
    const over = await rota([line(one.id, (before[0]?.version ?? 0) + 1)]);
    expect(over.json<{ code: string }>().code).toBe('half-day-over');
  });
});
