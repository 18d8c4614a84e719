import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { askPlace, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

const NAME = 'Geertje Hofsteenge';
/** As much as a nurse usually writes under one head. */
const USUAL = 'Loopt met rollator, hulp van één persoon. Eet goed als iemand erbij zit, drinkt te weinig.';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ placesPerUnit: 4 }), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

/** How many sheets a PDF has. */
const sheetsOf = (pdf: Buffer): number =>
  (pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;

let bed = 0;

/** Somebody the first home said yes to; the practice asked. */
const accepted = async (): Promise<string> => {
  const { places, wards } = server.small;
  const request = await askPlace(server, NAME, [places[0][bed++] as string]);
  await callAs(server, wards[0], 'POST', `/offers/${request.offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });
  return request.id;
};

const writeIn = async (page: Page, section: string, text: string): Promise<void> => {
  await page.getByRole('region', { name: section }).getByRole('textbox').fill(text);
};

it('a handover is filled, sent within ten clicks, confirmed by the other side, and one sheet on paper', async () => {
  const requestId = await accepted();
  const gp = await openAs(browser, server.url, server.small.gp.id);
  const clicks = await countClicks(gp);
  await gp.goto(`${server.url}/aanvragen/${requestId}`);
  await gp
    .getByText(/Ontbreekt nog 5/)
    .first()
    .waitFor();
  await gp.getByRole('button', { name: 'Maak overdracht' }).click();
  await gp.getByRole('heading', { name: `Overdracht van ${NAME}` }).waitFor();
  for (const title of ['Voorgeschiedenis', 'Allergieën', 'Let op'])
    await gp.getByRole('button', { name: `Geen ${title}` }).click();
  // A line that is known stays; there is nothing beside it.
  await gp.getByRole('button', { name: 'Verder geen', pressed: true }).waitFor();
  await writeIn(gp, 'Medicatie', 'Metoprolol 50 mg 1x per dag, paracetamol 1000 mg 3x per dag.');
  await writeIn(gp, 'Naaste en wilsverklaring', 'Dochter Roelien beslist mee. Niet reanimeren.');
  await gp.getByText('Alles staat erin.').waitFor();
  expect(await violationsOn(gp)).toEqual([]);
  await gp.getByRole('button', { name: 'Overdracht klaar' }).click();
  await gp.getByText('Nog niet bevestigd').first().waitFor();
  expect(await clicks()).toBeLessThanOrEqual(10);

  const pdf = await gp.pdf({ preferCSSPageSize: true, printBackground: false });
  expect(sheetsOf(pdf)).toBe(1);
  const ward = await openAs(browser, server.url, server.small.wards[0].id);
  await ward.goto(`${server.url}/verblijf`);
  await ward.getByText('1 overdracht wacht op uw bevestiging').waitFor();
  await ward.getByRole('link', { name: /Bekijk en bevestig/ }).click();
  await ward.getByRole('region', { name: 'Naaste en wilsverklaring' }).waitFor();
  expect(await violationsOn(ward)).toEqual([]);
  await ward.getByRole('button', { name: 'Bevestig ontvangst' }).click();
  await ward
    .getByText(/dr\. Oefen neemt het over/)
    .first()
    .waitFor();
  // Who sent it sees it by itself.
  await gp
    .getByText(/dr\. Oefen neemt het over/)
    .first()
    .waitFor();
});

it('what two people write at once is lost of neither', async () => {
  const requestId = await accepted();
  const [first, second] = await Promise.all([
    openAs(browser, server.url, server.small.gp.id),
    openAs(browser, server.url, server.small.gp.id),
  ]);
  await first.goto(`${server.url}/aanvragen/${requestId}`);
  await first.getByRole('button', { name: 'Maak overdracht' }).click();
  await first.waitForURL(/overdracht/);
  await second.goto(first.url());
  for (const page of [first, second]) await page.getByRole('region', { name: 'Voeding' }).waitFor();
  await writeIn(first, 'Voeding', 'Dik drinken.');
  await writeIn(second, 'Voeding', 'Zoutarm dieet.');
  await Promise.race(
    [first, second].map((page) => page.getByText('Iemand anders schreef hier ook').waitFor()),
  );
  const late = (await second.getByText('Iemand anders schreef hier ook').isVisible()) ? second : first;
  const mine = late === second ? 'Zoutarm dieet.' : 'Dik drinken.';
  expect(await late.getByRole('region', { name: 'Voeding' }).getByRole('textbox').inputValue()).toBe(mine);
  expect(await violationsOn(late)).toEqual([]);
  await late.getByRole('button', { name: 'Bewaar mijn tekst' }).click();
  await late.getByText('Alles is bewaard.').waitFor();

  // Everything written, two sentences each: still one sheet.
  for (const box of await late.getByRole('region').getByRole('textbox').all()) await box.fill(USUAL);
  await late.getByText('Alles is bewaard.').waitFor();
  await late.locator('article').getByText(USUAL).nth(11).waitFor({ state: 'attached' });
  expect(sheetsOf(await late.pdf({ preferCSSPageSize: true }))).toBe(1);
});

it('a house hands over to the practice, which confirms with its doctor', async () => {
  const requestId = await accepted();
  const { small } = server;
  await callAs(server, small.wards[0], 'POST', `/requests/${requestId}/arrival`, {});
  const ward = await openAs(browser, server.url, small.wards[0].id);
  await ward.goto(`${server.url}/verblijf`);
  await ward.getByText(NAME).first().click();
  await ward.getByRole('button', { name: 'Maak overdracht' }).click();
  await ward.getByLabel('Wie krijgt de overdracht?').waitFor();
  // The practice that asked is the one that receives, unless the house says otherwise.
  await ward.getByText('Nog niet verstuurd. Gaat naar: Praktijk.').waitFor();
  await ward.getByRole('button', { name: 'Overdracht klaar' }).click();
  await ward.getByText('Nog niet bevestigd').first().waitFor();
  expect(await violationsOn(ward)).toEqual([]);

  const gp = await openAs(browser, server.url, small.gp.id, 'phone');
  await gp.goto(`${server.url}/aanvragen`);
  await gp.getByRole('link', { name: /Bekijk en bevestig/ }).click();
  await gp.getByText(/onderdelen ontbreken nog/).waitFor();
  expect(await violationsOn(gp)).toEqual([]);
  await gp.getByRole('button', { name: 'Bevestig ontvangst' }).click();
  await gp
    .getByText(/Oefen gp neemt het over/)
    .first()
    .waitFor();
});
