import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser } from './browser.ts';
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

const openLinks = async (size: 'desktop' | 'phone' = 'desktop'): Promise<Page> => {
  const page = await openAs(browser, server.url, server.small.desk.id, size);
  await page.goto(`${server.url}/koppelingen`);
  await page.getByRole('heading', { name: 'Uw koppelingen' }).waitFor();
  return page;
};

it('a link to this machine is refused in words; one to the internet shows its secret, and is taken away again', async () => {
  const page = await openLinks();
  const address = page.getByLabel('Adres van het andere systeem');
  await address.fill('https://127.0.0.1/aan');
  await address.press('Enter');
  await page.getByText('Daar stuurt de toren niets heen.').waitFor();
  expect(await page.getByText('Er is nog geen koppeling.').count()).toBe(1);
  expect(await violationsOn(page)).toEqual([]);
  await address.fill('https://93.184.216.34/aan');
  await address.press('Enter');
  await page.getByText(/^whsec_.{20,}$/).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ik heb het bewaard' }).click();
  await page.getByRole('button', { name: 'Verwijder 93.184.216.34' }).click();
  await page.getByRole('button', { name: 'Verwijder deze koppeling' }).click();
  await page.getByText('Er is nog geen koppeling.').waitFor();
  await page.close();
});

it('an address for letters is filled in on a phone, and stands there', async () => {
  const page = await openLinks('phone');
  await page.getByText('Deze toren stuurt geen e-mail.').waitFor();
  await page.getByText('adressen ingevuld').click();
  await page.getByRole('button', { name: 'Wijzig Huis noord, Afdeling 1' }).click();
  const email = page.getByLabel('Huis noord, Afdeling 1');
  await email.fill('noord@huis.example');
  await page.getByRole('button', { name: 'Bewaar' }).click();
  await page.getByText('noord@huis.example').waitFor();
  await page.getByText('1 van 7 adressen ingevuld').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.close();
});
