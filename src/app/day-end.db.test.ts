import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantOf } from '#kernel/calendar.ts';
import { HOUR } from '#kernel/interval.ts';
import { act, checked, openActsHouse } from './day-acts.fixture.ts';
import { endAllForgotten } from './half-days.ts';

const TODAY = '2026-11-23';
const NOW = instantOf(TODAY, 9 * 60, 'Europe/Amsterdam');

let acts: Awaited<ReturnType<typeof openActsHouse>>;
beforeAll(async () => {
  acts = await openActsHouse(NOW, TODAY);
});
afterAll(() => acts.day.house.close());

it('who was treated and never told as left is done the next day, marked so; who only came stays', async () => {
  const halfDay = acts.halfDay(0);
  const [treated, came] = [await acts.planned(halfDay, 0), await acts.planned(halfDay, 90)];
  await acts.keep(halfDay, [
    act(treated.id, 'arrived', treated.at, 1),
    ...checked(treated.id, treated.at, 5),
    act(treated.id, 'started', treated.at, 15),
    act(came.id, 'arrived', came.at, 0),
  ]);
  const { database } = acts.day.house.house;
  expect(await endAllForgotten(database, halfDay.closes + 11 * HOUR)).toBe(0);
  expect((await acts.row(treated.id)).state).toBe('arrived');
  const next = halfDay.closes + 13 * HOUR;
  expect(await endAllForgotten(database, next)).toBe(1);
  expect(await endAllForgotten(database, next)).toBe(0);
  expect(await acts.row(treated.id)).toMatchObject({ state: 'done', ended_why: 'Einde niet gemeld.' });
  expect(await acts.sittings(treated.claims)).toEqual(['left', 'left']);
  expect((await acts.row(came.id)).state).toBe('arrived');
  // What the tablet still had comes late, and changes nothing about that it was given.
  await acts.keep(halfDay, [
    act(treated.id, 'stopped', treated.at, 36),
    act(treated.id, 'left', treated.at, 66),
  ]);
  expect((await acts.row(treated.id)).state).toBe('done');
  const record = await acts.record(acts.day.specialist, treated.order.id);
  expect(record.visits[0]).toMatchObject({ state: 'done', phase: 'left' });
});
