import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { openReferralHouse, type ReferralHouse } from '#app/referral-house.fixture.ts';
import type { Professional } from '#modules/region/types.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, SIZES } from './browser.ts';

/** Picking up and reporting back is done in so many presses. */
const PRESSES = 5;

let world: ReferralHouse;
let browser: Browser;
let url: string;
const pages: Page[] = [];

beforeAll(async () => {
  const webFolder = join(import.meta.dirname, '../dist/web');
  [world, browser] = await Promise.all([openReferralHouse({ webFolder }), openBrowser()]);
  url = await world.house.house.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await leaveBrowser(browser);
  await world.house.close();
});
afterEach(async () => {
  for (const page of pages.splice(0)) await page.close();
});

const opened = async (who: Professional, path: string): Promise<Page> => {
  const page = await openAs(browser, url, who.id);
  pages.push(page);
  await page.goto(`${url}${path}`);
  return page;
};

/** Counts every press of the mouse on this page. */
const countPresses = async (page: Page): Promise<() => Promise<number>> => {
  await page.evaluate(() => {
    const counted = window as unknown as { presses: number };
    counted.presses = 0;
    addEventListener('pointerdown', () => {
      counted.presses += 1;
    });
  });
  return () => page.evaluate(() => (window as unknown as { presses: number }).presses);
};

it('the GP refers somebody the practice knows in two fields, and hears what became of it', async () => {
  // The practice knows her from an earlier time.
  const before = await world.refer();
  await world.act(world.gp, `/${before.id}/withdrawn`, {}, { 'if-match': '"1"' });
  const page = await opened(world.gp, `/sociale-kaart/${world.service}`);
  await page.getByRole('link', { name: 'Verwijs', exact: true }).click();
  await page.getByRole('button', { name: 'Verwijs', exact: true }).click();
  await page.getByText('Vul de naam in.').waitFor();
  expect(await violationsOn(page)).toEqual([]);

  await page.getByRole('textbox', { name: 'Wie?' }).fill('hofst');
  await page.getByRole('button', { name: /Geertje Hofsteenge/ }).click();
  await page.getByRole('textbox', { name: /Wat is de vraag/ }).fill('Ik durf de post niet open te maken.');
  await page.getByRole('checkbox').check();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Verwijs', exact: true }).click();
  await page.getByText(/V-\d+ is verstuurd naar Welzijn NAOBER/).waitFor();
  await page.getByRole('link', { name: 'Naar uw verwijzingen' }).click();
  const mine = page.getByRole('list', { name: 'Verwijzingen' }).locator('> li').first();
  await mine.getByText('Verstuurd').waitFor();

  const inbox = await opened(world.worker, '/binnengekomen');
  const card = inbox.getByRole('list', { name: 'Binnengekomen' }).locator('> li').first();
  await card.getByText('0592-00 17 20').waitFor();
  expect(await violationsOn(inbox)).toEqual([]);
  expect(await inbox.content()).not.toContain('1941');
  world.house.clock.at += 60_000;
  const began = performance.now();
  const presses = await countPresses(inbox);
  await card.getByRole('button', { name: /^Opgepakt/ }).click();
  await card.getByRole('button', { name: /^Eerste contact gehad/ }).click();
  await card.getByRole('button', { name: /^Hulp loopt/ }).waitFor();
  await mine.getByText('Nieuw').waitFor();
  await card.getByRole('button', { name: /^Klaar/ }).click();
  await card.getByRole('radio', { name: /^Geholpen/ }).click();
  expect(await violationsOn(inbox)).toEqual([]);
  await card.getByRole('button', { name: 'Meld terug' }).click();
  await inbox.getByText('1 verwijzing is klaar').waitFor();
  expect(await presses()).toBeLessThanOrEqual(PRESSES);
  expect(performance.now() - began).toBeLessThan(90_000);

  await mine.getByText('Geholpen: vraag beantwoord').waitFor();
  await mine.getByRole('button', { name: /^Bekijk/ }).click();
  await mine.getByText('Eerste contact gehad').waitFor();
  await expect.poll(() => mine.getByText('Nieuw').count()).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
});

it('what cannot be done goes back by keyboard, what fits better goes on, and a yes taken back leaves an empty screen', async () => {
  const [one] = [await world.refer(), await world.refer()];
  const inbox = await opened(world.worker, '/binnengekomen');
  await inbox.setViewportSize(SIZES.phone);
  const cards = inbox.getByRole('list', { name: 'Binnengekomen' }).locator('> li');
  await cards.nth(1).waitFor();
  expect(await inbox.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await cards
    .first()
    .getByRole('button', { name: /^Dit kan niet bij ons/ })
    .press('Enter');
  await cards
    .first()
    .getByRole('radio', { name: /^Niet geholpen/ })
    .press('Space');
  await cards.first().getByRole('button', { name: 'Meld terug' }).press('Enter');
  await expect.poll(() => cards.count()).toBe(1);
  expect((await world.see(world.gp, one?.id ?? '')).of?.steps.at(-1)).toMatchObject({ reason: 'no-room' });

  await cards
    .first()
    .getByRole('button', { name: /^Geef door/ })
    .click();
  await cards
    .first()
    .getByRole('textbox', { name: /Welke hulp past beter/ })
    .fill('maatje');
  await cards
    .first()
    .getByRole('radio', { name: /^Maatje/ })
    .check();
  await cards.first().getByRole('checkbox').check();
  expect(await violationsOn(inbox)).toEqual([]);
  await cards.first().getByRole('button', { name: 'Geef door' }).last().click();
  await inbox.getByText('Er wacht niemand').waitFor();

  const theirs = await opened(world.other, '/binnengekomen');
  await theirs.getByRole('heading', { name: 'Geertje Hofsteenge' }).waitFor();
  // The person takes the yes to them back: their screen closes by itself.
  const passed = await world.house.owner.query(
    'select person_id, consent_id from social_referral where passed_from is not null',
  );
  const { person_id: person, consent_id: consent } = passed.rows[0];
  await world.house.post(world.gp, `/persons/${person}/consents/${consent}/revoke`, {});
  await theirs.getByText('Er wacht niemand').waitFor();
});

it('a service that takes no referrals here says how to join, and who may not refer is told so', async () => {
  const page = await opened(world.gp, `/verwijzen/${world.nobodys}`);
  await page.getByText('Organisatie Koffie neemt hier geen verwijzingen aan').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  const desk = await opened(world.house.small.desk, '/binnengekomen');
  await desk.getByText('Deze lijst is voor wie verwijst of hulp geeft').waitFor();
});
