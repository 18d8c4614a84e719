import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { somebody } from '#app/api-house.fixture.ts';
import { type OpenHalfDay, openDayHouse } from '#app/day-house.fixture.ts';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import type { DayWeek, GridVisit } from '#modules/day-treatment/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser } from './browser.ts';
import { SOON } from './hand.ts';

/** A Thursday, when somebody calls in sick for next Wednesday. */
const TODAY = '2026-10-22';
const START = instantOf(TODAY, 9 * 60, 'Europe/Amsterdam');

let day: Awaited<ReturnType<typeof openDayHouse>>;
let browser: Browser;
let planner: Page;

beforeAll(async () => {
  const webFolder = join(import.meta.dirname, '../dist/web');
  [day, browser] = await Promise.all([openDayHouse(START, TODAY, { webFolder }), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await day.house.close();
});

const weekOf = async (from: string): Promise<DayWeek> => {
  const url = `/api/v1/day-rooms/${day.unitId}/week?from=${from}`;
  return (await day.house.call(day.planner, 'GET', url)).json<DayWeek>();
};
/** Where the visit of an order stands in the week of that morning. */
const standing = async (orderId: string): Promise<GridVisit | undefined> =>
  (await weekOf(plusDays(TODAY, 4))).halfDays
    .flatMap(({ visits }) => visits)
    .find((each) => each.orderId === orderId);

/** What must go through, as the API takes it. */
const did = async (who: Professional, path: string, body: object, version?: number): Promise<void> => {
  const answer = await day.house.post(who, path, body, version === undefined ? {} : { version });
  expect(answer.statusCode, answer.body).toBe(200);
};

/** Two are set up by the first nurse, two by the second; one of these stands fast. */
const PEOPLE = [
  ['Aaltje Adema', 0],
  ['Berend Bruins', 0],
  ['Klaasje Clewits', 1],
  ['Derk Doorn', 1],
] as const;
const MOVING = ['Aaltje Adema', 'Berend Bruins'] as const;
const FAST = 'Klaasje Clewits';

/** A morning of next week in which these four come, one after the other. */
const fillMorning = async (): Promise<{ halfDay: OpenHalfDay; orders: Map<string, string> }> => {
  const halfDay = day.halfDays.find((each) => each.day === plusDays(TODAY, 6) && each.part === 'morning');
  if (halfDay === undefined) throw new Error('the house is shut next Wednesday');
  const orders = new Map<string, string>();
  for (const [n, [name, nurse]] of PEOPLE.entries()) {
    const made = await day.signed({ person: somebody({ name, birthDate: `194${n}-05-02` }) });
    orders.set(name, made.id);
    for (const first of made.visitList) await day.plan(first, halfDay, 50 * n, nurse);
  }
  return { halfDay, orders };
};

/** When somebody comes, and to whom. */
const momentOf = async (orderId = '') => {
  const { from, nurseId, locked, mustMove } = (await standing(orderId)) ?? {};
  return { from, nurseId, locked, mustMove };
};

describe('a nurse who falls ill', () => {
  let halfDay: OpenHalfDay;
  let orders: Map<string, string>;
  const moments = async () =>
    new Map(
      await Promise.all(PEOPLE.map(async ([name]) => [name, await momentOf(orders.get(name))] as const)),
    );

  it('leaves two who must move, in sight at once', async () => {
    ({ halfDay, orders } = await fillMorning());
    const fast = await standing(orders.get(FAST) ?? '');
    await did(day.planner, `/visits/${fast?.id}/lock`, { locked: true });
    const url = await day.house.house.app.listen({ host: '127.0.0.1', port: 0 });
    planner = await openAs(browser, url, day.planner.id);
    planner.setDefaultTimeout(SOON.timeout);
    await planner.goto(`${url}/thuiskamer`);
    await planner.getByRole('button', { name: 'Volgende week' }).click();
    const { halfDays } = await weekOf(halfDay.day);
    const version = halfDays.find(({ id }) => id === halfDay.id)?.version;
    await did(day.nurse, `/half-days/${halfDay.id}/absent`, { nurse: day.nurses[0], why: 'ill' }, version);
    const moving = planner.getByRole('region', { name: /Moet verzet/ });
    for (const name of MOVING) await moving.getByText(name).waitFor(SOON);
    expect(await moving.getByRole('listitem').count()).toBe(MOVING.length);
    expect(await violationsOn(planner)).toEqual([]);
  });

  it('costs two moves and no more, and who stands fast stays', async () => {
    const before = await moments();
    const box = planner.getByRole('region', { name: 'Weekplan' });
    await planner.getByRole('button', { name: 'Zoek nieuwe momenten' }).click();
    await box.getByRole('button', { name: 'Neem dit plan over' }).click({ timeout: 60_000 });
    await planner
      .getByRole('region', { name: /Moet verzet/ })
      .waitFor({ state: 'detached', timeout: 60_000 });
    const after = await moments();
    const moved = [...before].filter(
      ([name, was]) => JSON.stringify(was) !== JSON.stringify(after.get(name)),
    );
    expect(moved.map(([name]) => name)).toEqual(MOVING);
    for (const name of MOVING) {
      expect(after.get(name)).toMatchObject({ mustMove: null });
      expect(after.get(name)?.nurseId).not.toBe(day.nurses[0]);
    }
    expect(after.get(FAST)).toMatchObject({ locked: true, mustMove: null });
    await planner.close();
  });
});
