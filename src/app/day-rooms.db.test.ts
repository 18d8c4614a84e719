import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import type { DayRooms, DayWeek } from '#modules/day-treatment/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import { openDayRooms } from './day-rooms.fixture.ts';
import { extendAllHalfDays } from './half-days.ts';

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

describe('the rooms of the region', () => {
  it('are known to every party with their chairs; the own house comes first', async () => {
    const { small } = day.house;
    const seenBy = async (who: Professional): Promise<DayRooms['rooms']> =>
      (await day.house.call(who, 'GET', '/api/v1/day-rooms')).json<DayRooms>().rooms;
    const [seen] = await seenBy(small.gp);
    expect(seen).toMatchObject({ unit: { id: day.unitId, name: 'Thuiskamer' }, own: false, town: 'Assen' });
    expect(seen?.chairs.map(({ code }) => code)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6', 'S7', 'S8']);
    expect(seen?.chairs[0]).toMatchObject({ room: 'treatment', lying: true });
    expect((await seenBy(day.planner))[0]?.own).toBe(true);
  });

  it('are said by the planner of that house only, chair by chair', async () => {
    const body = { route: 'Bus 3, halte Brink', emergency: ['Noodkoffer'], chairs: [] as object[] };
    const chairs = day.chairs.map(({ code, room, lying }) => ({ code, room, lying }));
    const more = [...chairs, { code: 'S9', room: 'living' }];
    const url = `/day-rooms/${day.unitId}`;
    const room = await rooms.done<DayRooms['rooms'][0]>(day.planner, 'PUT', url, { ...body, chairs: more });
    expect(room).toMatchObject({ route: 'Bus 3, halte Brink', emergency: ['Noodkoffer'] });
    expect(room.chairs.map(({ id }) => id)).toEqual(expect.arrayContaining(day.chairs.map(({ id }) => id)));
    expect(room.chairs).toHaveLength(9);
    expect(await rooms.refused(day.stranger, 'PUT', url, { ...body, chairs })).toBe('other-unit');
    expect(await rooms.refused(day.nurse, 'PUT', url, { ...body, chairs })).toBe('not-allowed');
    const less = await rooms.done<DayRooms['rooms'][0]>(day.planner, 'PUT', url, { ...body, chairs });
    expect(less.chairs).toHaveLength(8);
    const again = await rooms.done<DayRooms['rooms'][0]>(day.planner, 'PUT', url, { ...body, chairs: more });
    expect(again.chairs.at(-1)).toMatchObject({ code: 'S9' });
    await rooms.done(day.planner, 'PUT', url, { ...body, chairs });
  });

  it('keep a chair on which somebody is planned, and give it no number of a bed', async () => {
    await rooms.somebodyIn(rooms.freshHalfDay());
    const chairs = day.chairs.slice(1).map(({ code, room, lying }) => ({ code, room, lying }));
    expect(await rooms.refused(day.planner, 'PUT', `/day-rooms/${day.unitId}`, { chairs })).toBe(
      'chair-in-use',
    );
    expect((await rooms.weekOf(day.planner)).room.chairs).toHaveLength(8);
    const ward = day.house.small.units[0];
    const bed = { chairs: [{ code: '1', room: 'living' }] };
    expect(await rooms.refused(day.planner, 'PUT', `/day-rooms/${ward}`, bed)).toBe('chair-number-taken');
  });
});

describe('the ordinary week', () => {
  const FROM = '2026-12-28';
  const url = () => `/day-rooms/${day.unitId}/openings`;
  const line = (weekday: number, part = 'morning', opens = 510, closes = 750) => ({
    ...{ weekday, part, opens, closes },
  });
  const thursday = [line(4), line(4, 'afternoon', 780, 1020)];

  it('makes half-days twenty-six weeks ahead, closed on a holiday, and a day more every day', async () => {
    await rooms.done(day.planner, 'PUT', url(), { from: FROM, week: [line(1), ...thursday, line(5)] });
    const { halfDays } = await rooms.weekOf(day.planner, FROM);
    expect(halfDays.map(({ day: on, part, closed, holiday }) => [on, part, closed, holiday])).toEqual([
      ['2026-12-28', 'morning', null, null],
      ['2026-12-31', 'morning', null, null],
      ['2026-12-31', 'afternoon', null, null],
      ['2027-01-01', 'morning', 'holiday', 'new-year'],
    ]);
    expect(halfDays[0]).toMatchObject({ opens: '2026-12-28T07:30:00Z', standstill: 'too-few-nurses' });
    expect((await rooms.weekOf(day.planner, '2027-05-17')).halfDays).toHaveLength(4);
    expect((await rooms.weekOf(day.planner, '2027-05-24')).halfDays).toEqual([]);
    const extend = (days: number) => extendAllHalfDays(day.house.house.database, NOW + days * DAY);
    expect(await extend(0)).toBe(0);
    expect(await extend(7)).toBe(4);
    expect(await extend(7)).toBe(0);
    expect((await rooms.weekOf(day.planner, '2027-05-24')).halfDays).toHaveLength(4);
  });

  it('said anew moves what stands, and keeps a half-day in which somebody is planned, closed', async () => {
    const find = async (on: string) =>
      (await rooms.weekOf(day.planner, '2027-01-04')).halfDays.find((each) => each.day === on);
    const monday = await find('2027-01-04');
    const tied = {
      ...{ id: monday?.id ?? '', day: '2027-01-04', part: 'morning' as const },
      ...{ opens: Date.parse(monday?.opens ?? ''), closes: Date.parse(monday?.closes ?? '') },
    };
    await rooms.somebodyIn(tied);
    const later = [line(4, 'morning', 540, 780)];
    await rooms.done(day.planner, 'PUT', url(), { from: '2027-01-04', week: later });
    const { halfDays } = await rooms.weekOf(day.planner, '2027-01-04');
    expect(halfDays.map(({ day: on, part, opens, closed }) => [on, part, opens, closed])).toEqual([
      ['2027-01-04', 'morning', '2027-01-04T07:30:00Z', 'other'],
      ['2027-01-07', 'morning', '2027-01-07T08:00:00Z', null],
    ]);
    expect(halfDays[0]?.visits[0]?.mustMove).toBe('closed');
    expect((await rooms.weekOf(day.planner, FROM)).halfDays).toHaveLength(4);
  });

  it('is refused when it cannot be kept', async () => {
    const say = (week: object[], from = FROM) => rooms.refused(day.planner, 'PUT', url(), { from, week });
    expect(await say([line(1, 'morning', 600, 600)])).toBe('opening-hours');
    expect(await say([line(1), line(1)])).toBe('opening-hours');
    expect(await say([line(1), line(1, 'afternoon', 700, 900)])).toBe('opening-hours');
    expect(await say([line(1)], '2026-11-22')).toBe('opening-past');
    expect(await rooms.refused(day.stranger, 'PUT', url(), { from: FROM, week: [line(1)] })).toBe(
      'other-unit',
    );
  });
});

describe('the week of a room', () => {
  it('shows a visit with its phases and chairs; the name only to who treats', async () => {
    const halfDay = rooms.freshHalfDay();
    const order = await rooms.somebodyIn(halfDay, 60);
    const at = (minutes: number) =>
      new Date(halfDay.opens + minutes * 60_000).toISOString().replace('.000Z', 'Z');
    const own = await rooms.halfDayOf(halfDay.id);
    expect(own.visits).toMatchObject([
      {
        ...{ orderId: order.id, group: 'iron', number: 1, of: 1, person: { name: 'Geertje Hofsteenge' } },
        ...{ from: at(60), setUpUntil: at(75), until: at(125), mustMove: null },
        seats: [
          { chairId: day.chairs[0]?.id, from: at(60), until: at(75) },
          { chairId: day.chairs[3]?.id, from: at(75), until: at(125) },
        ],
      },
    ]);
    expect(own.taken).toEqual([]);
    const hospital = await rooms.halfDayOf(halfDay.id, day.specialist);
    expect(hospital).toMatchObject({ load: null, visits: [{ person: { name: 'Geertje Hofsteenge' } }] });
    const strange = await rooms.halfDayOf(halfDay.id, day.stranger);
    expect(strange).toMatchObject({ visits: [], load: null });
    expect(strange.taken).toHaveLength(2);
    expect(JSON.stringify(await rooms.weekOf(day.stranger, halfDay.day))).not.toContain('Hofsteenge');
  });

  it('writes down one look for each visit that was seen', async () => {
    const looks = async (): Promise<number> => {
      const { rows } = await day.house.owner.query<{ count: string }>(
        "select set_config('app.keeper', 'on', false), count(*) from platform_access where object_type = 'order' and event = 'list'",
      );
      return Number(rows[0]?.count);
    };
    const before = await looks();
    const seen = (await rooms.weekOf(day.planner)).halfDays.flatMap(({ visits }) => visits);
    expect(seen.length).toBeGreaterThan(0);
    expect((await looks()) - before).toBe(seen.length);
  });

  it('begins on Monday when nobody says when, and is not there for a unit without chairs', async () => {
    day.house.clock.at = NOW + 3 * DAY;
    const answer = await day.house.call(day.planner, 'GET', `/api/v1/day-rooms/${day.unitId}/week`);
    expect(answer.json<DayWeek>()).toMatchObject({ from: TODAY, until: '2026-11-30' });
    const none = await day.house.call(
      day.planner,
      'GET',
      `/api/v1/day-rooms/${day.house.small.units[0]}/week`,
    );
    expect(none.statusCode).toBe(404);
  });
});
