import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHouse, openApiHouse } from '#app/api-house.fixture.ts';
import type { Professional } from '#modules/region/types.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, openPage } from './browser.ts';
import { SOON } from './hand.ts';

/** A Monday at ten. */
const NOW = Date.parse('2026-11-23T09:00:00Z');
const EXAMPLE = join(import.meta.dirname, '../docs/examples/services.csv');
const CSV = { headers: { 'content-type': 'text/csv' } };

let house: ApiHouse;
let browser: Browser;
let page: Page;
let url: string;

beforeAll(async () => {
  const webFolder = join(import.meta.dirname, '../dist/web');
  [house, browser] = await Promise.all([openApiHouse({ now: NOW }, { webFolder }), openBrowser()]);
  const brought = await house.call(
    house.small.desk,
    'POST',
    '/api/v1/import/services',
    await readFile(EXAMPLE, 'utf8'),
    CSV,
  );
  expect(brought.statusCode).toBe(200);
  url = await house.house.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await leaveBrowser(browser);
  await house.close();
});
afterEach(async () => page.close());

const open = async (who: Professional | null): Promise<void> => {
  page = who === null ? await openPage(browser, 'phone') : await openAs(browser, url, who.id, 'desktop');
  await page.goto(`${url}/vraag`);
  await page.getByRole('textbox', { name: 'Wat is er aan de hand?' }).waitFor(SOON);
};
const say = (words: string) => page.getByRole('textbox', { name: 'Wat is er aan de hand?' }).fill(words);
const helpers = () => page.getByRole('main').getByRole('heading', { level: 3 }).allInnerTexts();

describe('a resident with a phone', () => {
  it('comes from the question to the call in three taps, and nothing that was typed leaves the page', async () => {
    await open(null);
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    let taps = 0;
    const tap = async (name: string): Promise<void> => {
      taps += 1;
      await page.getByRole('button', { name }).click(SOON);
    };
    await say('ik kan niet slaapen');
    expect(await page.getByRole('link', { name: 'Bel 112' }).getAttribute('href')).toBe('tel:112');
    await tap('Zoek wie kan helpen');
    await expect.poll(async () => (await helpers())[0], SOON).toBe('Beter slapen in zes weken');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByText('Kan helpen bij: slecht slapen').first().waitFor(SOON);
    await tap('schulden');
    await expect.poll(async () => (await helpers())[0], SOON).toBe('Eerste hulp bij geldzorgen');
    const call = page.getByRole('link', { name: /^Bel .*Eerste hulp bij geldzorgen$/ });
    expect(await call.getAttribute('href')).toMatch(/^tel:\d+$/);
    expect(taps + 1).toBeLessThanOrEqual(3);
    expect([page.url(), ...addresses].filter((address) => /slaa?p|schuld/.test(address))).toEqual([]);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(kept).not.toContain('slaapen');
  });

  it('sees 113 at once while typing, with the keyboard only', async () => {
    await open(null);
    await page.getByRole('textbox', { name: 'Wat is er aan de hand?' }).focus();
    await page.keyboard.type('ik wil niet meer leven');
    expect(await page.getByRole('link', { name: 'Bel 113' }).getAttribute('href')).toBe('tel:113');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 2, name: /past bij uw vraag|Niemand/ }).waitFor(SOON);
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('who-helps');
    expect(await page.getByRole('link', { name: 'Bel 113' }).count()).toBe(1);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('keeps the words when there is no connection, and tries again', async () => {
    await open(null);
    await say('ik kom niet rond');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Zoek wie kan helpen' }).click(SOON);
    const again = page.getByRole('button', { name: 'Probeer opnieuw' });
    await again.waitFor(SOON);
    await page.context().setOffline(false);
    await again.click(SOON);
    await expect.poll(async () => (await helpers())[0], SOON).toBe('Eerste hulp bij geldzorgen');
    expect(await page.getByRole('textbox', { name: 'Wat is er aan de hand?' }).inputValue()).toBe(
      'ik kom niet rond',
    );
  });
});

describe('a practice', () => {
  it('finds the door in its rail', async () => {
    await open(house.small.gp);
    await page.getByRole('link', { name: 'Eerste vraag' }).first().waitFor(SOON);
    await say('mijn moeder is eenzaam');
    await page.keyboard.press('Tab');
    await page.getByRole('button', { name: 'Zoek wie kan helpen' }).press('Enter');
    await page.getByRole('heading', { level: 3 }).first().waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
  });
});
