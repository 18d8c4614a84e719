import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AlertsView } from '#modules/review/contract.ts';
import { callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, SIZES } from './browser.ts';
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

it('the emergency button stands before the security officer at once, who closes it with the keyboard and a reason', async () => {
  const { gp, wards, officers, places } = server.small;
  await callAs(server, gp, 'POST', '/requests', {
    ...{ reason: 'recovery', weight: 'high', callbackPhone: '0592-00 17 20' },
    person: { name: 'Geertje Hofsteenge', birthDate: '1941-05-02', sex: 'female' },
    offers: [{ placeId: places[0][0] }],
  });
  const page = await openAs(browser, server.url, officers[1].id);
  await page.goto(`${server.url}/`);
  await page.getByText('Er is niets om na te kijken').waitFor();
  expect(page.url()).toBe(`${server.url}/nakijken`);
  expect(await violationsOn(page)).toEqual([]);

  // Somebody of the second home presses; the page hears of it by itself.
  const pressed = performance.now();
  await callAs(server, wards[1], 'POST', '/emergency', {
    ...{ name: 'Geertje Hofsteenge', birthDate: '1941-05-02' },
    reason: 'benauwd, geen tijd om te vragen',
  });
  await page.getByText('“benauwd, geen tijd om te vragen”').waitFor();
  expect(performance.now() - pressed).toBeLessThan(5_000);
  expect(await page.locator('main').textContent()).toMatch(/vrouw 85–89 \(nummer [0-9A-F]{6}\)/);
  expect(await page.locator('main').textContent()).not.toContain('Hofsteenge');

  await page.getByRole('button', { name: /^Beoordeel/ }).press('Enter');
  await page.keyboard.press('Space');
  await page.getByRole('radio', { name: /^Terecht/, checked: true }).waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.type('te kort');
  await page.keyboard.press('Tab');
  expect(await page.getByRole('button', { name: 'Sluit af' }).getAttribute('aria-disabled')).toBe('true');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type(' is het niet: huisarts gebeld');
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByText('Er is niets om na te kijken').waitFor();

  await page.getByRole('button', { name: 'Afgesloten' }).press('Enter');
  await page.getByText('“te kort is het niet: huisarts gebeld”').waitFor();
  expect(await violationsOn(page)).toEqual([]);

  await page.getByRole('button', { name: 'Maandrapport' }).press('Enter');
  await page.getByText('Noodknop gebruikt').waitFor();
  await page.setViewportSize(SIZES.phone);
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.emulateMedia({ media: 'print' });
  const paper = page.locator('article');
  await paper.getByText('Zuid Zorg').waitFor();
  expect(await paper.textContent()).toMatch(/1 keer de noodknop.*1 melding.*0 nog open/);
  await page.close();

  // Another home has nothing of it, and who presses does not judge.
  expect(await callAs<AlertsView>(server, officers[0], 'GET', '/review/alerts?state=closed')).toEqual({
    ...{ alerts: [], open: 0 },
  });
  await expect(callAs(server, wards[1], 'GET', '/review/alerts')).rejects.toThrow('not-allowed');
});
