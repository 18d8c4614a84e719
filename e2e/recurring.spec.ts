import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { localDay, plusDays } from '#kernel/calendar.ts';
import { callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, SIZES } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ placesPerUnit: 2 }), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

/** Six times in 85 days for sleep, and never for anything else. */
const sleepless = (number: string) => {
  const today = localDay(Date.now(), 'Europe/Amsterdam');
  return Array.from({ length: 6 }, (_, at) => ({
    ...{ number, birthDate: '1961-04-03', sex: 'female', day: plusDays(today, -17 * at) },
    ...{ kind: 'consult', reason: 'P06', helper: 'HA-1' },
  }));
};

it('a practice sees why a question comes back, asks the person first, and leaves who says no alone for a term', async () => {
  const { gp } = server.small;
  const page = await openAs(browser, server.url, gp.id);
  await page.goto(`${server.url}/terugkerend`);
  await page.getByText('Er zijn nog geen contacten ingebracht').waitFor();
  expect(await violationsOn(page)).toEqual([]);

  // What comes in is gone over by itself; the page hears of it.
  await callAs(server, gp, 'POST', '/contacts', { contacts: [...sleepless('10423'), ...sleepless('10424')] });
  const cards = page.getByRole('list', { name: 'Nu' }).locator('> li');
  await cards.nth(1).waitFor();
  const first = cards.filter({ hasText: 'Nummer 10423' });
  expect(await first.textContent()).toContain('6 contacten in 90 dagen voor slapen (P06).');
  expect(await first.textContent()).toContain('Geen contact met welzijn in het laatste jaar.');
  expect(await violationsOn(page)).toEqual([]);

  // By keyboard: nothing is settled for who was not asked.
  expect(await first.getByRole('button', { name: /^Ja/ }).count()).toBe(0);
  await first.getByRole('button', { name: /^Ik vraag of/ }).press('Enter');
  await first.getByText('Wat zei de persoon?').waitFor();
  await first.getByRole('button', { name: /^Nee, of nu niet/ }).press('Enter');
  await first.getByRole('radio', { name: /^De persoon wil niet/, checked: true }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await first.getByRole('button', { name: 'Over een jaar' }).press('Enter');
  await first.getByRole('button', { name: 'Leg opzij' }).press('Enter');
  await expect.poll(() => cards.count()).toBe(1);

  await page.getByRole('button', { name: 'Opzij gelegd' }).press('Enter');
  await page.getByText(/Opzij gelegd door .* Komt terug na/).waitFor();
  expect(await violationsOn(page)).toEqual([]);

  await page.goto(`${server.url}/terugkerend`);
  await page.setViewportSize(SIZES.phone);
  await page.getByRole('button', { name: /^Ik vraag of/ }).click();
  await page.getByRole('button', { name: /^Ja, een gesprek/ }).click();
  await page.getByText('Er komt nu bij niemand een vraag terug').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  // A third says yes to working together with others: the case is open in one step.
  await callAs(server, gp, 'POST', '/contacts', { contacts: sleepless('10426') });
  await page.getByRole('button', { name: /^Ik vraag of/ }).click();
  await page.getByRole('button', { name: /^Ja, samen met anderen/ }).click();
  expect(await page.getByLabel('Geboortedatum').inputValue()).toBe('03-04-1961');
  await page.getByLabel('Naam').fill('Roelof Nijhof');
  await page.getByRole('radio', { name: 'Man' }).check();
  await page.getByLabel('Wat is de vraag').fill('Ik lig wakker van het geld.');
  await page.getByRole('radio', { name: 'De persoon zei zelf ja' }).check();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Open de samenwerking' }).click();
  await page.getByText('“Ik lig wakker van het geld.”').waitFor();
  await page.close();
});

it('somebody else than the practice gets no list, and without a connection nothing is lost', async () => {
  const { gp, desk } = server.small;
  const other = await openAs(browser, server.url, desk.id);
  await other.goto(`${server.url}/terugkerend`);
  await other.getByText('Deze lijst is van de huisartsenpraktijk').waitFor();
  expect(await violationsOn(other)).toEqual([]);
  await other.close();

  await callAs(server, gp, 'POST', '/contacts', { contacts: sleepless('10425') });
  const page = await openAs(browser, server.url, gp.id);
  await page.goto(`${server.url}/terugkerend`);
  const ask = page.getByRole('button', { name: /^Ik vraag of/ });
  await ask.waitFor();
  await page.context().setOffline(true);
  await ask.click();
  await page.getByText('Er is nu geen verbinding.').first().waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.context().setOffline(false);
  await ask.click();
  await page.getByText('Wat zei de persoon?').waitFor();
  await page.close();
});
