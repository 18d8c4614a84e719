import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer({ placesPerUnit: 3, confirmed: false })]);
});

afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});

it('a ward that is called tells its figures, and counts again after two presses', async () => {
  page = await openAs(browser, server.url, 'desk');
  const clicks = await countClicks(page);
  await page.goto(`${server.url}/loket`);
  await page.getByRole('button', { name: 'Bel ze na' }).click();
  const called = page.getByRole('listitem').filter({ hasText: 'Huis noord' });
  expect(await violationsOn(page)).toEqual([]);
  await called.getByRole('button', { name: 'Klopt, gebeld' }).click();
  await called.waitFor({ state: 'detached' });
  expect(await clicks()).toBeLessThanOrEqual(2);
  await page.goto(`${server.url}/bord`);
  await page.getByRole('row').filter({ hasText: 'Huis noord' }).first().getByText('vrij').first().waitFor();
  expect(await page.getByRole('row').filter({ hasText: 'Huis zuid' }).first().innerText()).toContain(
    'onbekend',
  );
});
