import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { somebody } from '#app/api-house.fixture.ts';
import { openDayHouse } from '#app/day-house.fixture.ts';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import type { DayStaff, DayWeek, StaffHalfDay } from '#modules/day-treatment/contract.ts';
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

/** Two who come on Monday and Tuesday, set up by the first nurse. */
beforeAll(async () => {
  const webFolder = join(import.meta.dirname, '../dist/web');
  [day, browser] = await Promise.all([openDayHouse(NOW, TODAY, { webFolder }), openBrowser()]);
  url = await day.house.house.app.listen({ host: '127.0.0.1', port: 0 });
  for (const [n, name] of ['Harm Sikkens', 'Trijntje Reinders'].entries()) {
    const order = await day.signed({ person: somebody({ name, birthDate: `194${n}-05-02` }), visits: 1 });
    const [visit, halfDay] = [order.visitList[0], halfDayOn(`2026-10-2${6 + n}`)];
    if (visit !== undefined && halfDay !== undefined) await day.plan(visit, halfDay, 30);
  }
});
afterAll(async () => {
  await leaveBrowser(browser);
  await day.house.close();
});
afterEach(async () => page.close());

const halfDayOn = (on: string, part = 'morning') =>
  day.halfDays.find((each) => each.day === on && each.part === part);
const read = async <Body>(path: string): Promise<Body> => {
  const answer = await day.house.call(day.planner, 'GET', `/api/v1/day-rooms/${day.unitId}${path}`);
  return answer.json<Body>();
};
const halfOf = async (on: string, part = 'morning'): Promise<StaffHalfDay | undefined> =>
  (await read<DayStaff>('/staff?from=2026-10-19')).halfDays.find(
    (each) => each.day === on && each.part === part,
  );
const standings = async (on: string, part = 'morning') =>
  (await halfOf(on, part))?.nurses.map(({ absent }) => absent);
const weekOf = (from: string) => read<DayWeek>(`/week?from=${from}`);

const open = async (
  who: { readonly id: string } = day.planner,
  size: keyof typeof SIZES = 'desktop',
  path = '/bezetting',
): Promise<void> => {
  page = await openAs(browser, url, who.id, size);
  await page.goto(`${url}/thuiskamer${path}`);
  await page.getByRole('navigation', { name: 'Bladen van de Thuiskamer' }).waitFor(SOON);
};
const rota = () => page.getByRole('region', { name: 'Wie er is, per dagdeel' });
const cell = (name: RegExp) => rota().getByRole('button', { name });
const said = (words: RegExp) =>
  expect.poll(async () => (await page.getByRole('status').allInnerTexts()).join(' '), SOON).toMatch(words);

describe('a planner', () => {
  it('takes somebody out in two presses and puts them in with one; each comes back with Z', async () => {
    await open();
    await cell(/^A\. Visser, do 29 okt ochtend: is er/).click(SOON);
    await page.getByRole('button', { name: 'Haal eruit' }).click(SOON);
    await expect.poll(() => standings('2026-10-29'), SOON).toHaveLength(2);
    await cell(/^A\. Visser, do 29 okt ochtend: niet ingepland/).click(SOON);
    await expect.poll(() => standings('2026-10-29'), SOON).toHaveLength(3);
    await said(/A is er do 29 okt ochtend/);
    await page.keyboard.press('z');
    await expect.poll(() => standings('2026-10-29'), SOON).toHaveLength(2);
    await cell(/^A\. Visser, do 29 okt ochtend: niet ingepland/).waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('walks over the rota with the arrows, and says that somebody is ill with the keys alone', async () => {
    await open();
    await cell(/^A\. Visser, do 22 okt ochtend/).focus();
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    const label = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label'));
    expect(await label()).toBe('B. Kuipers, vr 23 okt middag: is er');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Ziek' }).waitFor(SOON);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.getByRole('dialog').getByRole('button', { name: 'Ziek' }).press('Enter');
    await expect.poll(() => standings('2026-10-23', 'afternoon'), SOON).toContain('ill');
    await cell(/^B\. Kuipers, vr 23 okt middag: Ziek/).waitFor(SOON);
    await page.keyboard.press('ArrowUp');
    await expect.poll(label, SOON).toBe('A. Visser, vr 23 okt middag: is er');
  });

  it('sees a half-day without two nurses, in words and with its mark', async () => {
    const halfDay = halfDayOn('2026-11-06');
    const { version } = (await halfOf('2026-11-06')) as StaffHalfDay;
    const shift = { nurses: day.nurses.slice(0, 1) };
    await day.house.call(day.planner, 'PUT', `/api/v1/half-days/${halfDay?.id}/shift`, shift, { version });
    await open();
    const heed = page.getByRole('region', { name: 'Let op deze dagdelen' });
    await heed.getByText('Geen twee verpleegkundigen: er kan niets lopen').waitFor(SOON);
    await heed.getByText('vr 6 nov ochtend').waitFor(SOON);
    expect(
      await rota()
        .getByRole('button', { name: /vr 6 nov ochtend Geen twee/ })
        .count(),
    ).toBe(1);
  });

  it('copies a week to the next', async () => {
    expect(await standings('2026-11-05')).toHaveLength(3);
    await open();
    await page.getByRole('button', { name: 'Zet week 44 over naar 45' }).click(SOON);
    await said(/Week 45 volgt week 44/);
    // On Thursday somebody had been taken out; on Friday two are there again.
    await expect.poll(() => standings('2026-11-05'), SOON).toHaveLength(2);
    expect(await standings('2026-11-06')).toHaveLength(3);
  });

  it('closes a half-day with its reason and opens it again', async () => {
    await open();
    await rota()
      .getByRole('button', { name: /^wo 11 nov middag/ })
      .click(SOON);
    await page.getByRole('button', { name: 'Sluit dit dagdeel' }).click(SOON);
    await page.getByRole('button', { name: 'onderhoud' }).click(SOON);
    await expect
      .poll(async () => (await halfOf('2026-11-11', 'afternoon'))?.closed, SOON)
      .toBe('maintenance');
    await rota()
      .getByRole('button', { name: /wo 11 nov middag Dicht: onderhoud/ })
      .waitFor(SOON);
    await page.getByRole('button', { name: 'Toch open' }).click(SOON);
    await expect.poll(async () => (await halfOf('2026-11-11', 'afternoon'))?.closed, SOON).toBeNull();
  });

  it('keeps who works here, and is told in time that a proof runs out', async () => {
    await open();
    await page.getByRole('button', { name: 'Voeg verpleegkundige toe' }).click(SOON);
    const form = page.getByRole('form', { name: 'Voeg verpleegkundige toe' });
    await form.getByLabel('Naam').fill('D. Zeven');
    await form.getByLabel('Letters op het rooster').fill('DZ');
    await form.getByLabel('infuus').fill(plusDays(TODAY, 59));
    await form.getByLabel('prik').fill(plusDays(TODAY, -1));
    await form.getByRole('button', { name: 'Bewaar' }).click(SOON);
    await page.getByText('verloopt over 59 dagen').waitFor(SOON);
    await page.getByText('verlopen: niet inplannen').waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Wijzig D. Zeven' }).click(SOON);
    await page.getByRole('form', { name: 'Wijzig D. Zeven' }).getByLabel('infuus').fill(plusDays(TODAY, 400));
    await page.getByRole('button', { name: 'Bewaar' }).click(SOON);
    await expect.poll(() => page.getByText('verloopt over 59 dagen').count(), SOON).toBe(0);
    await page.getByRole('button', { name: 'Wijzig D. Zeven' }).click(SOON);
    await page.getByRole('button', { name: 'Werkt hier niet meer' }).click(SOON);
    await page.getByRole('button', { name: 'Haal van alle dagdelen' }).click(SOON);
    await expect.poll(() => page.getByRole('heading', { name: 'D. Zeven' }).count(), SOON).toBe(0);
  });
});

describe('when a nurse falls ill', () => {
  it('the planner sees who must move, asks new moments with one press, and takes them', async () => {
    await open();
    await page.getByRole('button', { name: 'Ziek of vrij: A. Visser' }).click(SOON);
    await page.getByRole('button', { name: 'Meld: Ziek vanaf do 22 okt' }).click(SOON);
    await page.getByText('2 beurten kunnen niet blijven staan').waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
    const before = await weekOf('2026-10-26');
    expect(before.halfDays.flatMap(({ visits }) => visits.map(({ mustMove }) => mustMove))).toEqual([
      'nurse-away',
      'nurse-away',
    ]);
    await page.getByRole('link', { name: 'Naar week 44: 2 beurten' }).click(SOON);
    const must = page.getByRole('region', { name: /Moet verzet/ });
    await must.getByText('Harm Sikkens').waitFor(SOON);
    await must.getByRole('button', { name: 'Zoek nieuwe momenten' }).click(SOON);
    const plan = page.getByRole('region', { name: 'Weekplan' });
    await plan.getByText('Het plan verzet 2 beurten.').waitFor(SOON);
    await plan.getByRole('button', { name: 'Neem dit plan over' }).click(SOON);
    await must.waitFor({ ...SOON, state: 'detached' });
    const weeks = await Promise.all(['2026-10-19', '2026-10-26', '2026-11-02', '2026-11-09'].map(weekOf));
    const visits = weeks.flatMap(({ halfDays }) => halfDays).flatMap((halfDay) => halfDay.visits);
    expect(visits.map(({ mustMove, nurseId }) => [mustMove, nurseId === day.nurses[0]])).toEqual([
      [null, false],
      [null, false],
    ]);
    await page.getByRole('link', { name: 'Bezetting' }).click(SOON);
    await page.getByRole('button', { name: /A\. Visser is er weer/ }).click(SOON);
    await said(/A is er weer/);
    await expect.poll(() => page.getByText(/kunnen niet blijven staan/).count(), SOON).toBe(0);
  });
});

describe('a nurse', () => {
  it('tells that a colleague is ill, and says nothing else of the rota', async () => {
    await open(day.nurse);
    await cell(/^C\. Dijkema, vr 13 nov middag: is er/).click(SOON);
    expect(await page.getByRole('button', { name: 'Haal eruit' }).count()).toBe(0);
    await page.getByRole('dialog').getByRole('button', { name: 'Ziek' }).click(SOON);
    await expect.poll(() => standings('2026-11-13', 'afternoon'), SOON).toContain('ill');
    expect(await page.getByRole('button', { name: 'Voeg verpleegkundige toe' }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /^Zet week/ }).count()).toBe(0);
  });
});

describe('somebody of another house', () => {
  it('is told that they work in no day room', async () => {
    page = await openAs(browser, url, day.stranger.id);
    await page.goto(`${url}/thuiskamer/bezetting`);
    await page.getByText('U werkt niet in een Thuiskamer').waitFor(SOON);
    expect(await page.locator('body').innerText()).not.toContain('Visser');
  });
});

describe.each(['tablet', 'phone'] as const)('on a %s', (size) => {
  it('has one week at a time, and no wider than the glass', async () => {
    await open(day.planner, size);
    await page.getByRole('group', { name: 'Welke week' }).getByRole('button', { name: 'wk 45' }).click(SOON);
    await page
      .getByRole('button', { name: /^B\. Kuipers,? di 3 nov ochtend/ })
      .first()
      .waitFor(SOON);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await violationsOn(page)).toEqual([]);
  });
});
