import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser, openPage, type SIZES } from './browser.ts';
import { SOON } from './hand.ts';
import { startThursday } from './server.ts';

let server: Awaited<ReturnType<typeof startThursday>>;
let browser: Browser;
let page: Page;

/** Playing years takes longer on a busy machine than any answer of the server. */
const PLAYED = { timeout: 60_000 };

beforeAll(async () => {
  [server, browser] = await Promise.all([startThursday(), openBrowser()]);
}, 400_000);
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});
afterEach(async () => page.close());

const open = async (role: string, size: keyof typeof SIZES = 'desktop'): Promise<void> => {
  page = await openAs(browser, server.url, role, size);
  await page.goto(`${server.url}/vooruit?soort=elv-low`);
  await page.getByRole('heading', { name: 'Vrije plekken, 14 dagen vooruit' }).waitFor(SOON);
};
const played = () => page.getByText(/keer nagespeeld in/).waitFor(PLAYED);
const party = (name: RegExp) => page.getByRole('row', { name });
const conclusion = () => page.getByRole('region', { name: 'Wat dit doet' });
const turnTo = async (lever: string | RegExp, keys: readonly string[]): Promise<void> => {
  await page.getByRole('slider', { name: lever }).focus(SOON);
  for (const key of keys) await page.keyboard.press(key);
};
const nameIt = async (name: string): Promise<void> => {
  await page.getByLabel('Naam van dit scenario').fill(name, SOON);
  await page.keyboard.press('Enter');
};
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click(SOON);
const isAsWideAsTheScreen = async (): Promise<boolean> =>
  (await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0;

describe('looking ahead', () => {
  it('lets a manager compare three scenarios and print one sheet within two minutes', async () => {
    page = await openAs(browser, server.url, 'region-manager');
    const clicks = await countClicks(page);
    await page.goto(`${server.url}/vooruit?soort=elv-low`);
    const begun = performance.now();
    await press('Nieuw scenario');
    await turnTo('Tijd voor overdracht', ['Home', 'ArrowRight', 'ArrowRight']);
    await nameIt('Snelle overdracht');
    await press('Nieuw scenario');
    await turnTo(/^Bedden ELV laag/, ['ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight']);
    await nameIt('Vier bedden erbij');
    await press('Nieuw scenario');
    await turnTo('Opname kan', ['End']);
    await nameIt('Dag en nacht open');
    await press(/^Vergelijk 3/);
    const compared = page.getByRole('table', { name: /^Scenario’s naast elkaar/ });
    await compared.waitFor(PLAYED);
    await expect.poll(() => compared.getByText('wordt nagespeeld').count(), PLAYED).toBe(0);
    for (const name of [/Snelle overdracht$/, /Vier bedden erbij$/, /Dag en nacht open$/])
      await compared.getByRole('columnheader', { name }).waitFor(SOON);
    await page.evaluate(() => {
      window.addEventListener('beforeprint', () => document.body.setAttribute('data-printed', ''));
    });
    await press(/^Print 1 blad/);
    await page.locator('body[data-printed]').waitFor(SOON);
    const sheet = (await page.pdf({ format: 'A4', printBackground: false })).toString('latin1');
    expect([...sheet.matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(1);
    expect((performance.now() - begun) / 1000).toBeLessThan(120);
    expect(await clicks()).toBeLessThanOrEqual(5);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('answers by formulas at once, plays by keyboard alone, and says everything as a table too', async () => {
    await open('region-manager');
    await played();
    await turnTo('Tijd voor overdracht', ['Home']);
    await page.getByText('Eerste schatting met formules:').waitFor(SOON);
    await conclusion().waitFor(PLAYED);
    await conclusion()
      .getByText(/95 van de 100 keer/)
      .waitFor(SOON);
    expect(await party(/^Inwoners/).innerText()).toMatch(/%/);
    await page.keyboard.press('t');
    const table = page.getByRole('table', { name: 'Vrije plekken, 14 dagen vooruit' });
    await table.waitFor(SOON);
    await expect.poll(() => table.getByRole('row').count(), SOON).toBe(15);
    expect(await violationsOn(page)).toEqual([]);
    await turnTo('Tijd voor overdracht', Array<string>(60).fill('ArrowRight'));
    expect(await page.getByRole('slider', { name: 'Tijd voor overdracht' }).inputValue()).toBe('48');
  });

  it('keeps a scenario, and who has the link reads it without an account', async () => {
    await open('region-manager');
    await press('Nieuw scenario');
    await turnTo('Tijd voor overdracht', ['Home', 'ArrowRight']);
    await nameIt('Eén uur overdracht');
    await conclusion().waitFor(PLAYED);
    await press('Bewaar');
    await press(/^Deel 30 dagen/);
    const link = await page.getByLabel(/^Link zonder account/).inputValue(SOON);
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
    page = await openPage(browser, 'phone');
    await page.goto(link);
    await page.getByRole('heading', { name: 'Eén uur overdracht' }).waitFor(SOON);
    await page.getByText('Tijd voor overdracht: 1 uur').waitFor(SOON);
    await party(/^Huisartsen/).waitFor(SOON);
    expect(await isAsWideAsTheScreen()).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await page.goto('about:blank');
    await page.goto(`${server.url}/vooruit/gedeeld#niet-een-link-van-ons`);
    await page.getByRole('status').getByRole('button', { name: 'Probeer opnieuw' }).waitFor(SOON);
  });

  it('shows every number it rests on, and plays with the number a manager knows better', async () => {
    await open('region-manager');
    await played();
    await press('Bekijk de aannames');
    const drawer = page.getByRole('dialog', { name: /aannames$/ });
    await drawer.getByLabel('Zoek een aanname').fill('bedden', SOON);
    const first = drawer.getByRole('listitem').first();
    await first.getByRole('textbox').fill('12', SOON);
    await first.getByText('door u ingevuld').waitFor(SOON);
    expect(await violationsOn(page, '[role=dialog]')).toEqual([]);
  });

  it('shows a GP what is expected and nothing to turn, on a phone', async () => {
    await open('gp', 'phone');
    await page.getByRole('heading', { name: 'Hoe goed voorspelden we?' }).waitFor(SOON);
    expect(await page.getByRole('slider').count()).toBe(0);
    expect(await isAsWideAsTheScreen()).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('goes on playing without a network, and says why keeping does not work then', async () => {
    await open('region-manager', 'phone');
    await turnTo('Tijd voor overdracht', ['Home']);
    await conclusion().waitFor(PLAYED);
    await page.context().setOffline(true);
    await press('Bewaar');
    await page
      .getByText(/verbinding/)
      .first()
      .waitFor(SOON);
    await page.context().setOffline(false);
    expect(await isAsWideAsTheScreen()).toBe(true);
  });
});
