import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { somebody } from '#app/api-house.fixture.ts';
import { act, wholeVisit } from '#app/day-acts.fixture.ts';
import { openDayHouse } from '#app/day-house.fixture.ts';
import { instantOf } from '#kernel/calendar.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { DayFigures, DayRooms, DayStaff } from '#modules/day-treatment/contract.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, type SIZES } from './browser.ts';
import { SOON } from './hand.ts';

/** A Thursday, in the morning. */
const TODAY = '2026-10-22';
const NOW = instantOf(TODAY, 11 * 60 + 41, 'Europe/Amsterdam');

let day: Awaited<ReturnType<typeof openDayHouse>>;
let browser: Browser;
let page: Page;
let url: string;

/** This morning one was treated and one did not come. */
beforeAll(async () => {
  const webFolder = join(import.meta.dirname, '../dist/web');
  [day, browser] = await Promise.all([openDayHouse(NOW, TODAY, { webFolder }), openBrowser()]);
  url = await day.house.house.app.listen({ host: '127.0.0.1', port: 0 });
  const [morning] = day.halfDays;
  if (morning === undefined) throw new Error('no half-day');
  const visits: string[] = [];
  for (const start of [0, 100]) {
    const order = await day.signed({
      person: somebody({ name: `Kanarie ${start}`, birthDate: '1941-05-02' }),
    });
    const [visit] = order.visitList;
    if (visit === undefined) throw new Error('no visit');
    await day.plan(visit, morning, start);
    visits.push(visit.id);
  }
  const [treated = '', missed = ''] = visits;
  const acts = [
    ...wholeVisit(treated, morning.opens),
    act(missed, 'missed', morning.opens + 100 * MINUTE, 20),
  ];
  const kept = await day.house.call(day.nurse, 'POST', `/api/v1/half-days/${morning.id}/acts`, { acts });
  expect(kept.statusCode, kept.body).toBe(200);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await day.house.close();
});
afterEach(async () => page.close());

const read = async <Body>(path: string): Promise<Body> => {
  const answer = await day.house.call(day.planner, 'GET', `/api/v1${path}`);
  return answer.json<Body>();
};
const open = async (
  where: string,
  who = day.planner,
  size: keyof typeof SIZES = 'desktop',
): Promise<void> => {
  page = await openAs(browser, url, who.id, size);
  await page.goto(`${url}/thuiskamer/${where}`);
  await page.getByRole('navigation', { name: 'Bladen van de Thuiskamer' }).waitFor(SOON);
};
const panel = (name: string) => page.getByRole('region', { name });

describe('the figures of a room', () => {
  it('stand in a drawing, and the same in a table; what each is, one press away', async () => {
    const { weeks } = await read<DayFigures>(
      `/day-rooms/${day.unitId}/figures?from=2026-10-19&until=2026-10-26`,
    );
    expect(weeks[0]).toMatchObject({ visits: 2, given: 1, missed: 1 });
    await open('cijfers');
    const tile = page.getByRole('listitem').filter({ hasText: 'Niet gekomen' }).first();
    await tile.getByText('50 %').waitFor(SOON);
    await tile.getByText('1 van 2 beurten').waitFor(SOON);
    await tile.getByRole('button', { name: /Wat is dit/ }).click(SOON);
    await tile.getByText(/Beurten waarvoor niemand kwam/).waitFor(SOON);
    const visits = panel('Wat er van de beurten werd');
    await visits.getByRole('img', { name: /per week, \d staven/ }).waitFor(SOON);
    await visits.getByRole('button', { name: /Toon als tabel/ }).click(SOON);
    const row = visits.getByRole('row', { name: /^Week 43/ });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['1', '1', '0', '0']);
    const chairs = panel('Gebruik van de stoelen');
    await chairs.getByRole('button', { name: /Toon als tabel/ }).click(SOON);
    const used = weeks[0] === undefined ? 0 : (100 * weeks[0].usedMinutes) / weeks[0].chairMinutes;
    expect(used).toBeGreaterThan(0);
    const [first] = await chairs
      .getByRole('row', { name: /^Week 43/ })
      .getByRole('cell')
      .allInnerTexts();
    expect(Number(first?.replace(' %', '').replace(',', '.'))).toBeCloseTo(used, 1);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('go by half-day, and over days one chooses', async () => {
    await open('cijfers?per=dagdeel');
    await page.getByRole('button', { name: 'Zelf kiezen' }).click(SOON);
    await page.getByLabel('Eerste dag').fill('2026-10-22');
    await page.getByLabel('Laatste dag').fill('2026-10-23');
    await page.getByRole('button', { name: 'Toon', exact: true }).click(SOON);
    await page.getByText('do 22 okt t/m vr 23 okt').waitFor(SOON);
    const visits = panel('Wat er van de beurten werd');
    await visits.getByRole('img', { name: /per dagdeel, 4 staven/ }).waitFor(SOON);
    await visits.getByRole('button', { name: /Toon als tabel/ }).click(SOON);
    const row = visits.getByRole('row', { name: /^do 22 okt ochtend/ });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['1', '1', '0', '0']);
    await page.getByRole('button', { name: '13 weken' }).click(SOON);
    await page.getByText(/^ma 27 jul/).waitFor(SOON);
  });

  it.each(['tablet', 'phone'] as const)('fit on a %s', async (size) => {
    await open('cijfers', day.nurse, size);
    await page.getByRole('img').first().waitFor(SOON);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe('what a room is', () => {
  const roomOf = async () =>
    (await read<DayRooms>('/day-rooms')).rooms.find(({ unit }) => unit.id === day.unitId);

  it('is said by its planner: a chair more, what is at hand, the way there', async () => {
    await open('kamer');
    await page.getByRole('button', { name: 'Voeg stoel toe' }).click(SOON);
    await page
      .getByRole('group', { name: 'Wat stoel S9 is' })
      .getByRole('button', { name: 'behandelkamer' })
      .click(SOON);
    await page.getByLabel('Wat er is bij een reactie').fill('Noodkoffer\nZuurstof');
    await page.getByLabel('Hoe komt u er').fill('Bus 3, halte Brink');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click(SOON);
    await page.getByText('Bewaard', { exact: true }).waitFor(SOON);
    const room = await roomOf();
    expect(room).toMatchObject({ emergency: ['Noodkoffer', 'Zuurstof'], route: 'Bus 3, halte Brink' });
    expect(room?.chairs.at(-1)).toMatchObject({ code: 'S9', room: 'treatment', lying: false });
    await page.getByRole('button', { name: 'Haal weg: stoel S9' }).click(SOON);
    await page.getByRole('button', { name: 'Bewaar', exact: true }).click(SOON);
    await expect.poll(async () => (await roomOf())?.chairs.length, SOON).toBe(8);
  });

  it('gets its ordinary week; the half-days follow, and until when one can begin is seen', async () => {
    await open('kamer');
    await page.getByLabel('za ochtend open vanaf').fill('09:00');
    // Half typed hours cannot be sent.
    const save = page.getByRole('button', { name: 'Bewaar deze week' });
    await expect.poll(() => save.getAttribute('aria-disabled'), SOON).toBe('true');
    await page.getByText('Vul bij elk dagdeel beide tijden in').waitFor(SOON);
    expect((await roomOf())?.openings).toEqual([]);
    await page.getByLabel('za ochtend open tot').fill('12:00');
    await save.click(SOON);
    await page.getByText('De openingstijden zijn bewaard').waitFor(SOON);
    await page.getByRole('row', { name: /65 min 10:40/ }).waitFor(SOON);
    expect((await roomOf())?.openings).toMatchObject([{ weekday: 6, opens: 540, closes: 720 }]);
    const staff = await read<DayStaff>(`/day-rooms/${day.unitId}/staff?from=2026-10-26`);
    expect(staff.halfDays.map(({ day: on }) => on)).toContain('2026-10-31');
  });

  it('is read and not changed by a nurse', async () => {
    await open('kamer', day.nurse, 'phone');
    await page.getByText('S1', { exact: true }).waitFor(SOON);
    expect(await page.getByRole('button', { name: /Bewaar|Voeg stoel toe|Haal/ }).count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
  });
});
