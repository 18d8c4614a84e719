import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ placesPerUnit: 4 }), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

it('the emergency button opens somebody with the keyboard, and says beforehand that the person will read why', async () => {
  const { gp, transfer, places } = server.small;
  const sent = await callAs<{ request: { id: string } }>(server, gp, 'POST', '/requests', {
    ...{ reason: 'recovery', weight: 'high', callbackPhone: '0592-00 17 20' },
    person: { name: 'Geertje Hofsteenge', birthDate: '1941-05-02', sex: 'female' },
    offers: [{ placeId: places[0][0] }],
  });
  const page = await openAs(browser, server.url, transfer.id);
  await page.goto(`${server.url}/aanvragen/${sent.request.id}`);
  await page.getByRole('link', { name: 'Noodknop' }).press('Enter');
  await page.getByText('De persoon leest wie u bent en waarom u keek').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByLabel('Naam van de persoon').focus();
  await page.keyboard.type('Geertje Hofsteenge');
  await page.keyboard.press('Tab');
  await page.keyboard.type('2-5-1941');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Gevallen op de gang, wie is de huisarts?');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Geertje Hofsteenge' }).waitFor();
  await page.getByText('De persoon ziet dit in het eigen overzicht').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.close();
});
