import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { somebody } from '#app/api-house.fixture.ts';
import { openDayHouse } from '#app/day-house.fixture.ts';
import { instantOf } from '#kernel/calendar.ts';
import type { Choices, DayWeek, GridVisit, ToPlanList } from '#modules/day-treatment/contract.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, type SIZES } from './browser.ts';
import { SOON } from './hand.ts';

/** A Thursday, in the morning. */
const TODAY = '2026-10-22';
const NOW = instantOf(TODAY, 11 * 60 + 41, 'Europe/Amsterdam');
const PEOPLE = ['Harm Sikkens', 'Trijntje Reinders', 'Berend Schuring'];

let day: Awaited<ReturnType<typeof openDayHouse>>;
let browser: Browser;
let page: Page;
let url: string;
let names: string[];

beforeAll(async () => {
  const webFolder = join(import.meta.dirname, '../dist/web');
  [day, browser] = await Promise.all([openDayHouse(NOW, TODAY, { webFolder }), openBrowser()]);
  const { app } = day.house.house;
  url = await app.listen({ host: '127.0.0.1', port: 0 });
  names = PEOPLE;
  for (const [n, name] of names.entries())
    await day.signed({ person: somebody({ name, birthDate: `194${n}-05-02` }), visits: 1 });
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
const waiting = async (): Promise<string[]> =>
  (await read<ToPlanList>(`/day-rooms/${day.unitId}/to-plan`)).visits.map(({ person }) => person?.name ?? '');
const planned = async (from: string): Promise<GridVisit[]> =>
  (await read<DayWeek>(`/day-rooms/${day.unitId}/week?from=${from}`)).halfDays.flatMap(
    ({ visits }) => visits,
  );

const open = async (who: { readonly id: string }, size: keyof typeof SIZES = 'desktop'): Promise<void> => {
  page = await openAs(browser, url, who.id, size);
  await page.goto(`${url}/thuiskamer`);
  await page.getByRole('heading', { level: 1 }).waitFor(SOON);
};
const moments = () => page.getByRole('radiogroup', { name: /moment(en)? d/ });
/** The grid stands at the week of the best moment; this leafs to the days of now. */
const thisWeek = async (): Promise<void> => {
  await moments().waitFor(SOON);
  await page.getByRole('button', { name: 'Deze week', exact: true }).click(SOON);
};
const said = (words: RegExp) =>
  expect.poll(async () => (await page.getByRole('status').allInnerTexts()).join(' '), SOON).toMatch(words);

describe('a planner', () => {
  it('gives somebody the second moment with two keys, and takes it back with one', async () => {
    await open(day.planner);
    await moments().waitFor(SOON);
    expect(await moments().getByRole('radio').count()).toBe(3);
    const first = (await waiting())[0] ?? '';
    await page.getByRole('heading', { level: 3, name: first }).waitFor(SOON);
    const visitId = (await read<ToPlanList>(`/day-rooms/${day.unitId}/to-plan`)).visits[0]?.visitId;
    const { choices } = await read<Choices>(`/visits/${visitId}/choices?unit=${day.unitId}`);
    await page.keyboard.press('2');
    expect(await moments().getByRole('radio').nth(1).isChecked()).toBe(true);
    await page.keyboard.press('Enter');
    await said(new RegExp(`${first} komt`));
    const there = async () => (await planned(choices[1]?.day ?? '')).find(({ id }) => id === visitId);
    await expect.poll(async () => (await there())?.from, SOON).toBe(choices[1]?.from);
    expect(await waiting()).not.toContain(first);
    await page.keyboard.press('z');
    await expect.poll(waiting, SOON).toContain(first);
    expect(await there()).toBeUndefined();
  });

  it('walks to somebody on the grid with the arrows and sets them fast', async () => {
    await open(day.planner);
    await moments().waitFor(SOON);
    const [, second = ''] = await waiting();
    await page.keyboard.press('j');
    await page.getByRole('heading', { level: 3, name: second }).waitFor(SOON);
    await moments().waitFor(SOON);
    await page.keyboard.press('Enter');
    await said(new RegExp(`${second} komt`));
    // The grid goes on to whoever is next; only then it stands still.
    const [next = ''] = await waiting();
    await page.getByRole('heading', { level: 3, name: next }).waitFor(SOON);
    await moments().waitFor(SOON);
    const box = page.locator('button[data-visit]').filter({ hasText: second });
    const half = page.locator('[data-half-day][aria-expanded="true"]');
    // Back to where this one stands.
    for (let tries = 0; tries < 10 && (await box.count()) === 0; tries++)
      await page.keyboard.press('ArrowLeft');
    for (let tries = 0; tries < 10 && (await box.count()) === 0; tries++)
      await page.keyboard.press('ArrowRight');
    expect(await half.count()).toBe(1);
    await page.keyboard.press('ArrowDown');
    await expect
      .poll(() => page.locator('[data-visit]:focus').allInnerTexts(), SOON)
      .toEqual([expect.stringContaining(second)]);
    await page.keyboard.press('l');
    await said(/staat vast/);
    await expect.poll(() => box.first().innerText(), SOON).toContain('staat vast');
    expect(await violationsOn(page)).toEqual([]);
  });

  it('sees why a half-day is shut, and how much care there may be', async () => {
    const friday = day.halfDays.find(({ day: on, part }) => on === '2026-10-23' && part === 'afternoon');
    await day.house.post(
      day.planner,
      `/half-days/${friday?.id}/close`,
      { reason: 'maintenance' },
      { version: 1 },
    );
    await open(day.planner);
    await thisWeek();
    await page.getByRole('button', { name: /vr 23 okt middag.*Dicht: onderhoud/ }).waitFor(SOON);
    await page.getByText('hoogstens 12').first().waitFor(SOON);
    await page.getByText(/Week 43 .* dagdelen open · 8 stoelen/).waitFor(SOON);
  });

  it.each(['tablet', 'phone'] as const)('has one day at a time on a %s', async (size) => {
    await open(day.planner, size);
    await thisWeek();
    await page.getByRole('group', { name: 'Welke dag' }).getByRole('button', { name: 'vr 23' }).click(SOON);
    await page
      .getByText(/Dicht: onderhoud/)
      .first()
      .waitFor(SOON);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe('a moment that came free', () => {
  const free = () => page.getByRole('region', { name: /Vrijgekomen/ });
  /** Somebody has a moment and has to wait again; the next who waits is offered it. */
  const comesFree = async (): Promise<void> => {
    const [visit] = (await read<ToPlanList>(`/day-rooms/${day.unitId}/to-plan`)).visits;
    const { choices } = await read<Choices>(`/visits/${visit?.visitId}/choices?unit=${day.unitId}`);
    const [choice] = choices;
    if (visit === undefined || choice === undefined) throw new Error('nobody waits, or no moment is left');
    const { halfDayId, start, chairs, nurse, halfDayVersion: version } = choice;
    const place = { halfDayId, start, chairs: chairs.map(({ id }) => id), nurseId: nurse.id };
    await day.house.post(day.planner, `/visits/${visit.visitId}/plan`, place, { version });
    await day.house.post(day.planner, `/visits/${visit.visitId}/unplan`, {});
  };
  const asideAll = async (): Promise<void> => {
    const { offers } = await read<ToPlanList>(`/day-rooms/${day.unitId}/to-plan`);
    for (const { id, visitId } of offers)
      await day.house.post(day.planner, `/visits/${visitId}/offers/${id}/aside`, {});
  };

  it.each(['desktop', 'phone'] as const)(
    'stands on a %s beside who waits, and is given or put aside with one press',
    async (size) => {
      await asideAll();
      await comesFree();
      await open(day.planner, size);
      await free().getByText('Wie hier stond, komt dan niet meer.').waitFor(SOON);
      expect(await violationsOn(page)).toEqual([]);
      const before = await waiting();
      await free()
        .getByRole('button', { name: /^Niet nu: / })
        .press('Enter');
      await said(/krijgt dit moment niet/);
      await expect.poll(() => free().count(), SOON).toBe(0);
      expect(await waiting()).toEqual(before);
      await comesFree();
      const give = free().getByRole('button', { name: /^Geef dit moment aan / });
      await give.waitFor(SOON);
      const name = (await give.getAttribute('aria-label'))?.match(/aan (.*): /)?.[1] ?? '';
      await give.press('Enter');
      await said(new RegExp(`${name} komt`));
      expect(await waiting()).not.toContain(name);
      await expect.poll(() => free().count(), SOON).toBe(0);
      await page.keyboard.press('z');
      await expect.poll(waiting, SOON).toContain(name);
    },
  );
});

describe('a plan of four weeks', () => {
  it('says how far it is from the best at most, and changes nothing until it is taken', async () => {
    await open(day.planner);
    const before = await waiting();
    expect(before.length).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Maak een plan van 4 weken' }).click(SOON);
    const box = page.getByRole('region', { name: 'Weekplan' });
    await box.getByText(/hooguit .* %/).waitFor(SOON);
    expect(await waiting()).toEqual(before);
    await box.getByRole('button', { name: 'Neem dit plan over' }).click(SOON);
    await page.getByText('Iedereen heeft een moment').waitFor(SOON);
    expect(await waiting()).toEqual([]);
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe('somebody of another house', () => {
  it('sees that chairs are taken, and no name', async () => {
    await open(day.stranger);
    await page.getByRole('region', { name: 'De week, per stoel' }).waitFor(SOON);
    await page.getByRole('button', { name: 'Volgende week' }).click(SOON);
    await page
      .getByText('bezet', { exact: true })
      .first()
      .waitFor({ ...SOON, state: 'attached' });
    const text = await page.locator('body').innerText();
    for (const name of names) expect(text).not.toContain(name.split(' ')[1]);
    expect(await page.locator('button[data-visit]').count()).toBe(0);
    expect(await moments().count()).toBe(0);
  });
});
