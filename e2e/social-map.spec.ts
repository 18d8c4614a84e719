import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type ApiHouse, openApiHouse } from '#app/api-house.fixture.ts';
import { writeRegion } from '#modules/region/index.ts';
import type { Professional } from '#modules/region/types.ts';
import { newId } from '#platform/db/ids.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, openPage, type SIZES } from './browser.ts';
import { SOON } from './hand.ts';

/** A Monday at ten. */
const NOW = Date.parse('2026-11-23T09:00:00Z');
const EXAMPLE = join(import.meta.dirname, '../docs/examples/services.csv');
const CSV = { headers: { 'content-type': 'text/csv' } };

let house: ApiHouse;
let browser: Browser;
let page: Page;
let url: string;
let worker: Professional;

beforeAll(async () => {
  const webFolder = join(import.meta.dirname, '../dist/web');
  [house, browser] = await Promise.all([openApiHouse({ now: NOW }, { webFolder }), openBrowser()]);
  const welfare = {
    ...{ id: newId(), code: 'WELZIJN', name: 'Welzijn De Linde', kind: 'welfare' as const, phone: null },
    ...{ email: null, party: true, ura: null, agb: null },
  };
  worker = {
    ...{ id: newId(), organisationId: welfare.id, siteId: null, unitId: null },
    ...{ name: 'M. Oosting', role: 'welfare-worker', phone: null },
  };
  await house.house.database.transaction({ actor: 'maker', organisationId: null }, (tx) =>
    writeRegion(
      tx,
      {
        organisations: [welfare],
        professionals: [worker],
        postcodes: [{ pc4: '9401', town: 'Assen', lat: 52.9862, lon: 6.559 }],
      },
      { actor: 'maker', now: NOW },
    ),
  );
  house.house.door.committed();
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

const open = async (who: Professional | null, size: keyof typeof SIZES): Promise<void> => {
  page = who === null ? await openPage(browser, size) : await openAs(browser, url, who.id, size);
  await page.goto(`${url}/sociale-kaart`);
  await page.getByRole('searchbox').waitFor(SOON);
};
const found = () => page.getByRole('main').getByRole('heading', { level: 2 }).allInnerTexts();

describe('a resident who cannot sleep', () => {
  it('types it and finds who can help, with why, on a phone and without signing in', async () => {
    await open(null, 'phone');
    await page.getByRole('searchbox').fill('ik kan niet slaapen');
    await page.getByLabel('Postcode').fill('9401');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await found())[0], SOON).toBe('Beter slapen in zes weken');
    expect(await found()).toContain('Eerste hulp bij geldzorgen');
    await page.getByText('Kan helpen bij: slecht slapen').first().waitFor(SOON);
    expect(page.url()).not.toContain('slaap');
    expect(await violationsOn(page)).toEqual([]);
  });

  it('opens a service, reads how to join, and comes back', async () => {
    await open(null, 'phone');
    await page.getByRole('link', { name: 'Taalhuis' }).click(SOON);
    await page.getByText('Kom langs bij de balie.').waitFor(SOON);
    expect(await page.getByRole('button', { name: 'Tekst klopt nog' }).count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Terug naar zoeken' }).click(SOON);
    await page.getByRole('searchbox').waitFor(SOON);
  });

  it('is told what to do when nobody answers', async () => {
    await open(null, 'phone');
    await page.getByRole('searchbox').fill('xqzt wvbn');
    await page.keyboard.press('Enter');
    await page.getByText('Hier staat niemand voor op de kaart').waitFor(SOON);
  });

  it('reads what is the matter when there is no line or the house is ill, and keeps the words', async () => {
    await open(null, 'phone');
    await page.getByRole('heading', { level: 2 }).first().waitFor(SOON);
    await page.route('**/api/v1/social/searches', (route) => route.fulfill({ status: 500, body: '' }));
    await page.getByRole('searchbox').fill('ik snap mijn post niet');
    await page.keyboard.press('Enter');
    const again = page.getByRole('button', { name: 'Probeer opnieuw' });
    await again.waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
    await page.unroute('**/api/v1/social/searches');
    await page.context().setOffline(true);
    await again.click(SOON);
    await page.getByText('geen verbinding').first().waitFor(SOON);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Probeer opnieuw' }).first().click(SOON);
    await page.getByText('Kan helpen bij: post en formulieren').first().waitFor(SOON);
    expect(await page.getByRole('searchbox').inputValue()).toBe('ik snap mijn post niet');
  });
});

describe('a welfare worker', () => {
  it('says in one tap that people wait, and in one that the words are true; who looks sees it', async () => {
    await open(worker, 'desktop');
    const own = page.getByRole('group', { name: 'Is er plek bij Beter slapen in zes weken?' });
    await own.getByRole('button', { name: 'Wachten' }).click(SOON);
    await page.getByText('Wachttijd 4 weken').first().waitFor(SOON);
    await page.getByRole('button', { name: '8 weken' }).click(SOON);
    await page.getByText('Wachttijd 8 weken').first().waitFor(SOON);
    await page.getByRole('button', { name: 'Tekst klopt nog' }).first().click(SOON);
    await page.getByText('Dank u.').first().waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
    const { rows } = await house.owner.query<{ day: string }>(
      "select assured::text as day from social_look where name = 'Beter slapen in zes weken'",
    );
    expect(rows[0]?.day).toBe('2026-11-23');
  });

  it('says until which day it is full; a day that has passed is refused in a sentence and stays typed', async () => {
    await open(worker, 'desktop');
    const own = page.getByRole('listitem').filter({ hasText: 'Eerste hulp bij geldzorgen' }).first();
    await own.getByRole('button', { name: 'Vol' }).click(SOON);
    const day = own.getByLabel('Vol tot (dag)');
    await day.fill('2026-11-01');
    await own.getByRole('button', { name: 'Zeg deze dag' }).click(SOON);
    await own.getByText('Deze dag is al voorbij.').waitFor(SOON);
    expect(await day.inputValue()).toBe('2026-11-01');
    await day.fill('2027-01-11');
    await own.getByRole('button', { name: 'Zeg deze dag' }).click(SOON);
    await page
      .getByText(/Geen plek tot .*11 jan/)
      .first()
      .waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
  });
});
