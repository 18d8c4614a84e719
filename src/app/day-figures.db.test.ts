import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { DayFigures } from '#modules/day-treatment/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import { act, checked, openActsHouse, wholeVisit } from './day-acts.fixture.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 8 * 60, 'Europe/Amsterdam');

let acts: Awaited<ReturnType<typeof openActsHouse>>;
beforeAll(async () => {
  acts = await openActsHouse(NOW, TODAY);
});
afterAll(() => acts.day.house.close());

const urlOf = (from: string, until: string) =>
  `/api/v1/day-rooms/${acts.day.unitId}/figures?from=${from}&until=${until}`;
const figures = async (
  from = TODAY,
  until = plusDays(TODAY, 1),
  who: Professional = acts.day.planner,
): Promise<DayFigures> => {
  const answer = await acts.day.house.call(who, 'GET', urlOf(from, until));
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<DayFigures>();
};

/** Eight chairs, and 270 minutes from half past eight to one o'clock. */
const OPEN = 270;

it('a day counted by hand: one treated, one sent home, one who did not come, one still there', async () => {
  const { day } = acts;
  const [morning, afternoon] = [acts.halfDay(0), acts.halfDay(1)];
  const at = (minutes: number) => morning.opens + minutes * MINUTE;
  const treated = await acts.planned(morning, 0);
  const home = await acts.planned(morning, 90);
  const missed = await acts.planned(morning, 170);
  const later = await acts.planned(afternoon, 30);
  // One nurse of three is ill in the afternoon.
  await day.house.owner.query(
    "update day_treatment_shift set absent = 'ill' where half_day_id = $1 and nurse_id = $2",
    [afternoon.id, day.nurses[2]],
  );
  day.house.clock.at = at(260);
  await acts.keep(morning, [
    // Came a minute late, sat 14 minutes to be placed, then 51 in the living room.
    ...wholeVisit(treated.id, at(0)),
    act(home.id, 'arrived', at(90), 0),
    ...checked(home.id, at(90), 4),
    act(home.id, 'not-given', at(90), 10, { why: 'Koorts.' }),
    act(missed.id, 'missed', at(170), 30),
  ]);
  day.house.clock.at = afternoon.opens + 70 * MINUTE;
  await acts.keep(afternoon, [
    act(later.id, 'arrived', afternoon.opens, 30),
    ...checked(later.id, afternoon.opens, 40),
    act(later.id, 'started', afternoon.opens, 45),
  ]);
  const { halfDays, weeks, notShown, asOf } = await figures();
  expect(halfDays).toMatchObject([
    {
      ...{ id: morning.id, part: 'morning', chairMinutes: 8 * OPEN, nurseMinutes: 3 * OPEN },
      // Treated 65 minutes (1 to 66), sent home after 10.
      usedMinutes: 65 + 10,
      plannedMinutes: 3 * 65,
      // Who was treated: 15 minutes of one nurse, then 50 shared by four.
      careMinutes: Math.round(15 + 50 / 4),
      ...{ visits: 3, given: 1, missed: 1, notGiven: 1 },
    },
    {
      ...{ id: afternoon.id, part: 'afternoon', chairMinutes: 8 * OPEN, nurseMinutes: 2 * OPEN },
      // Came at half past, and sits there still, forty minutes later.
      ...{ usedMinutes: 40, plannedMinutes: 65, careMinutes: Math.round(15 + 50 / 4) },
      ...{ visits: 1, given: 0, missed: 0, notGiven: 0 },
    },
  ]);
  expect(notShown).toEqual({ visits: 1, percent: 33.3 });
  expect(Date.parse(asOf)).toBe(day.house.clock.at);
  expect(weeks).toHaveLength(1);
});

it('half-days add up to their weeks, over a month, in every figure', async () => {
  const { halfDays, weeks } = await figures(TODAY, plusDays(TODAY, 28));
  expect(halfDays).toHaveLength(40);
  expect(weeks.map(({ from }) => from)).toEqual([0, 7, 14, 21].map((days) => plusDays(TODAY, days)));
  for (const { from, ...sums } of weeks)
    for (const [figure, sum] of Object.entries(sums)) {
      const own = halfDays.filter(({ day }) => day >= from && day < plusDays(from, 7));
      const added = own.reduce((so, halfDay) => so + halfDay[figure as keyof typeof sums], 0);
      expect([figure, sum]).toEqual([figure, added]);
    }
  expect(weeks[0]?.visits).toBe(4);
});

it('a half-day that is closed has no minutes, and is in the sums', async () => {
  const [, , closed] = acts.day.halfDays;
  await acts.day.house.owner.query("update day_treatment_half_day set closed = 'maintenance' where id = $1", [
    closed?.id,
  ]);
  const { halfDays } = await figures(closed?.day, plusDays(closed?.day ?? '', 1));
  expect(halfDays[0]).toMatchObject({ id: closed?.id, chairMinutes: 0, nurseMinutes: 0, visits: 0 });
  expect(halfDays[1]).toMatchObject({ chairMinutes: 8 * OPEN, nurseMinutes: 3 * OPEN });
});

it('are for the house itself, of days that make a stretch, and nobody stands in them', async () => {
  const { day } = acts;
  const other = await day.house.call(day.stranger, 'GET', urlOf(TODAY, plusDays(TODAY, 1)));
  expect(other.json()).toMatchObject({ code: 'other-unit' });
  const hospital = await day.house.call(day.specialist, 'GET', urlOf(TODAY, plusDays(TODAY, 1)));
  expect(hospital.json()).toMatchObject({ code: 'not-allowed' });
  for (const until of [TODAY, plusDays(TODAY, 500)])
    expect((await day.house.call(day.planner, 'GET', urlOf(TODAY, until))).statusCode).toBe(400);
  const { notShown } = await figures(plusDays(TODAY, 10), plusDays(TODAY, 11), day.nurse);
  expect(notShown).toEqual({ visits: 0, percent: null });
});
