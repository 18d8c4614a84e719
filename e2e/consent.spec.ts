import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { SmallWelfare } from '#demo/small.ts';
import { type AskedRequest, askPlace, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser, SIZES } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

const NAME = 'Geertje Hofsteenge';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ placesPerUnit: 2, welfare: true }), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

/** The practice asks the welfare house, which says yes. */
const accepted = async ({ ward, places }: SmallWelfare): Promise<AskedRequest> => {
  const request = await askPlace(server, NAME, [places[0] as string]);
  await callAs(server, ward, 'POST', `/offers/${request.offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });
  return request;
};

/** The person at the own view, by the letter of the practice. */
const openOwn = async (personId: string) => {
  const { token } = await callAs<{ token: string }>(
    server,
    server.small.gp,
    'POST',
    `/persons/${personId}/door`,
    {},
  );
  const context = await browser.newContext({ viewport: SIZES.phone, timezoneId: 'Europe/Amsterdam' });
  const page = await context.newPage();
  await page.goto(`${server.url}/mijn#${token}`);
  await page.getByLabel('Uw geboortedatum').fill('2-5-1943');
  await page.keyboard.press('Enter');
  const code = page.locator('b').filter({ hasText: /^\d{6}$/ });
  const said = (await code.textContent()) ?? '';
  await page.getByLabel('Code van zes cijfers').fill(said);
  await page.keyboard.press('Enter');
  return page;
};

it('a welfare house reads a name only as long as the person says yes, on a screen that stays open', async () => {
  const social = server.small.welfare as SmallWelfare;
  const request = await accepted(social);
  const house = await openAs(browser, server.url, social.ward.id);
  await house.goto(`${server.url}/afdeling/${social.unit}`);
  const bed = house.locator(`[data-bed="${social.places[0]}"]`);
  await bed.getByText(/opname/).waitFor();
  expect(await house.locator('body').innerText()).not.toContain('Hofsteenge');
  await bed.click();
  await house.getByText('Naam en brief volgen na toestemming').waitFor();
  expect(await violationsOn(house)).toEqual([]);

  const practice = await openAs(browser, server.url, server.small.gp.id, 'phone');
  const clicks = await countClicks(practice);
  await practice.goto(`${server.url}/aanvragen/${request.id}`);
  await practice.getByText('Ontbreekt nog: toestemming').waitFor();
  await practice.getByRole('button', { name: 'Leg een ja vast' }).click();
  expect(await violationsOn(practice)).toEqual([]);
  await practice.getByRole('button', { name: 'Leg het ja vast' }).click();
  await practice.getByText('de persoon zei ja').waitFor();
  expect(await clicks()).toBeLessThanOrEqual(3);
  await house.getByText(NAME).first().waitFor();

  const { request: known } = await callAs<{ request: { person: { id: string } } }>(
    server,
    server.small.gp,
    'GET',
    `/requests/${request.id}`,
  );
  const own = await openOwn(known.person.id);
  await own.getByRole('button', { name: 'Toestemming' }).press('Enter');
  await own.getByText('Mijn gegevens meegeven naar mijn plek').waitFor();
  await own.getByRole('button', { name: 'Trek in' }).press('Enter');
  await own.getByText('Ingetrokken op').waitFor();
  await expect.poll(() => house.getByText(NAME).count()).toBe(0);
  await practice.getByText('Ontbreekt nog: toestemming').waitFor();

  // With the keyboard: a yes to the whole kind, and taken back by who wrote it down.
  await practice.getByRole('button', { name: 'Leg een ja vast' }).press('Enter');
  await practice.getByRole('button', { name: 'Welzijn', exact: true }).press('Enter');
  await practice.getByRole('button', { name: 'Leg het ja vast' }).press('Enter');
  await house.getByText(NAME).first().waitFor();
  await practice.getByRole('button', { name: /^Trek in: .* met welzijn/ }).press('Enter');
  expect(await violationsOn(practice)).toEqual([]);
  await practice.getByRole('button', { name: 'Trek de toestemming in' }).press('Enter');
  await expect.poll(() => house.getByText(NAME).count()).toBe(0);
});
