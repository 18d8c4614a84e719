import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { plusDays, plusMonths } from '#kernel/calendar.ts';
import type { StayAnswer } from '#modules/stay/contract.ts';
import { admitted, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser } from './browser.ts';
import { SOON } from './hand.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServer({ placesPerUnit: 3, products: ['elv-high'] }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

const nurse = () => server.small.wards[0];

const stayNow = async (stayId: string) =>
  (await callAs<StayAnswer>(server, nurse(), 'GET', `/stays/${stayId}`)).stay;

const panel = (page: Page, name: RegExp) => page.getByRole('region', { name });
/** The focus goes to the first field of a form by itself; then one types on. */
const inForm = (page: Page) => page.locator('form :focus').first().waitFor();

const addBarrier = async (page: Page, stayId: string): Promise<void> => {
  const barriers = panel(page, /Wat houdt thuis tegen/);
  await page.keyboard.press('h');
  await inForm(page);
  await page.getByRole('button', { name: 'Wmo-besluit', exact: true }).press('Enter');
  await page.getByLabel('In een woord, mag leeg').fill('traplift');
  await page.getByLabel('Klaar op uiterlijk').fill('2020-01-01');
  await page.keyboard.press('Enter');
  // The field itself says what is wrong with it.
  await expect.poll(() => barriers.locator('[aria-invalid]').count(), SOON).toBe(1);
  expect(await violationsOn(page)).toEqual([]);
  const due = plusDays((await stayNow(stayId)).arrivedDay, 4);
  await page.getByLabel('Klaar op uiterlijk').fill(due);
  await page.keyboard.press('Enter');
  await barriers.getByText('traplift').waitFor();
  expect((await stayNow(stayId)).barriers).toMatchObject([{ code: 'wmo', owner: 'municipality', due }]);
};

const solveAndTakeBack = async (page: Page, stayId: string): Promise<void> => {
  await page.getByRole('button', { name: 'Opgelost: traplift' }).press('Enter');
  await page.getByText('1 opgelost').waitFor();
  await page.keyboard.press('z');
  await page.getByRole('button', { name: 'Opgelost: traplift' }).waitFor();
  expect((await stayNow(stayId)).barriers[0]?.solvedDay).toBeNull();
};

const holdTalk = async (page: Page, stayId: string): Promise<void> => {
  const day = plusDays((await stayNow(stayId)).arrivedDay, 20);
  await page.keyboard.press('o');
  await inForm(page);
  await page.getByLabel('Dag van vertrek').fill(day);
  await page.getByLabel('Welke zorg is thuis nodig?').fill('Wijkverpleging twee keer per dag');
  await page.getByLabel('Dag van vertrek').press('Enter');
  await panel(page, /^Overleg/)
    .locator('dd', { hasText: 'Wijkverpleging twee keer per dag' })
    .waitFor();
  const { meetings, expectedEnd } = await stayNow(stayId);
  expect(meetings[0]).toMatchObject({ kind: 'day-14', departureDay: day });
  // The day on which they agreed is from then on the expected end.
  expect(expectedEnd?.slice(0, 10)).toBe(day);
};

const extend = async (page: Page, stayId: string): Promise<void> => {
  const { arrivedDay } = await stayNow(stayId);
  const until = plusDays(plusMonths(arrivedDay, 3), 12);
  await page.keyboard.press('e');
  await inForm(page);
  await page.getByLabel('Verwacht weg').fill(`${until}T10:30`);
  await page.getByLabel('Waarom langer?').fill('Wacht op een huis dat past.');
  await page.getByLabel('Wie besluit?').fill('dr. K. Postma');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByLabel('Wie besluit?').press('Enter');
  await panel(page, /^Dag 1 van/)
    .getByText('Wacht op een huis dat past.')
    .waitFor();
  expect(await stayNow(stayId)).toMatchObject({
    lastDay: until,
    extensions: [{ untilDay: until, decidedBy: 'dr. K. Postma' }],
  });
};

describe('a stay in the hands of a nurse', () => {
  it('is found in the list, unstuck, talked about and lengthened, by keyboard alone', async () => {
    const { stayId } = await admitted(server, 'Jantje Mulder', 0);
    const page = await openAs(browser, server.url, nurse().id);
    const clicks = await countClicks(page);
    await page.goto(`${server.url}/verblijf`);
    await page.getByRole('link', { name: /Jantje Mulder/ }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: /Jantje Mulder, / }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await addBarrier(page, stayId);
    await solveAndTakeBack(page, stayId);
    await holdTalk(page, stayId);
    await extend(page, stayId);
    expect(await clicks()).toBe(0);
    await page.goto(`${server.url}/afdeling/${server.small.units[0]}`);
    await page.getByRole('button', { name: /Jantje Mulder/ }).press('Enter');
    await page
      .getByRole('dialog')
      .getByText(/wacht op traplift, gemeente/)
      .waitFor();
    await page.getByRole('link', { name: 'Naar het verblijf' }).press('Enter');
    await page.getByRole('heading', { level: 1, name: /Jantje Mulder, / }).waitFor();
    await page.close();
  });

  it('is for the GP a page to read, in the hand too: nothing to press that the house decides', async () => {
    const { stayId } = await admitted(server, 'Berend Kuipers', 1);
    const page = await openAs(browser, server.url, server.small.gp.id, 'phone');
    await page.goto(`${server.url}/verblijf`);
    await page.getByRole('link', { name: /Berend Kuipers/ }).click();
    await panel(page, /Wat houdt thuis tegen/).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.getByRole('button', { name: /Toevoegen/ }).count()).toBe(0);
    expect(await page.getByRole('button', { name: /Leg vast/ }).count()).toBe(0);
    expect(page.url()).toContain(stayId);
    await page.close();
  });
});
