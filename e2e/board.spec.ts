import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askPlace, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, type SIZES } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

const HOUR = 3_600_000;
/** The machine may be busy; a story only counts what the hand does. */
const SOON = { timeout: 15_000 };
let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ placesPerUnit: 8 }), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});
afterEach(async () => page.close());

const openBoard = async (
  path = '/bord',
  size: keyof typeof SIZES = 'desktop',
  who: { readonly id: string } = server.small.gp,
  at: RunningServer = server,
) => {
  page = await openAs(browser, at.url, who.id, size);
  await page.goto(at.url + path);
  await page.getByText('Huis noord').first().waitFor();
};

/** The line of a house under a product: `ELV hoog complex`, `Huis noord`. */
const line = (product: string, house: string) =>
  page.locator('tbody', { hasText: product }).locator('tr', { hasText: house });

const freeIn = async (product: string, house: string): Promise<string> =>
  (await line(product, house).getByRole('cell').first().innerText()).replaceAll(/\s+/g, ' ').trim();

const closeBeds = async (home: 0 | 1, places: number): Promise<() => Promise<unknown>> => {
  const ward = server.small.wards[home];
  const until = new Date(Date.now() + 4 * HOUR).toISOString();
  const body = { placeId: null, places, reason: 'no-staff', until };
  const { closureId } = await callAs<{ closureId: string }>(
    server,
    ward,
    'POST',
    `/units/${server.small.units[home]}/closures`,
    body,
  );
  return () => callAs(server, ward, 'POST', `/closures/${closureId}/end`, {});
};

describe('the board', () => {
  it('moves by itself when a bed is held elsewhere, and the sum ends in the number', async () => {
    await openBoard();
    const free = await freeIn('ELV hoog complex', 'Huis noord');
    expect(free).toContain('8 vrij');
    await askPlace(server, 'Roelofje Vos', [server.small.places[0][0] as string]);
    await expect.poll(() => freeIn('ELV hoog complex', 'Huis noord'), SOON).toContain('7 vrij');
    await line('ELV hoog complex', 'Huis noord')
      .getByRole('button', { name: /Waarom\?/ })
      .last()
      .click();
    const sum = page.getByRole('dialog', { name: 'Waarom 7 vrij?' });
    await sum.getByText('Bedden voor deze zorg').waitFor();
    const text = (await sum.innerText()).replaceAll(/\s+/g, ' ');
    expect(text).toMatch(/Bedden voor deze zorg 8 .*– 1 .*7/);
    await sum.getByRole('button', { name: 'Toon bedden' }).click();
    await expect.poll(() => sum.getByRole('listitem').count(), SOON).toBe(8);
    expect(await sum.innerText()).not.toContain('Roelofje');
    expect(await violationsOn(page)).toEqual([]);
    await sum.getByRole('button', { name: 'Klopt niet' }).click();
    await sum.getByRole('link', { name: '0592-00 41 41' }).waitFor();
  });

  it('keeps its filters in the address', async () => {
    await openBoard();
    await page.keyboard.press('2');
    await expect.poll(() => page.url(), SOON).toContain('product=elv-high');
    expect(await page.getByText('ELV laag complex').count()).toBe(0);
    await page.reload();
    await page.getByText('ELV hoog complex').waitFor();
    expect(await page.getByText('ELV laag complex').count()).toBe(0);
    await page.keyboard.press('0');
    await page.getByText('ELV laag complex').waitFor();
    expect(page.url()).not.toContain('product');
  });

  it('measures from a town when the reader has no site of their own', async () => {
    await openBoard();
    await page.keyboard.press('f');
    await page.getByRole('combobox', { name: 'Meet vanaf' }).selectOption('Assen');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Binnen 15 km van Assen' }).waitFor();
    expect(page.url()).toContain('van=Assen');
    expect(await line('ELV hoog complex', 'Huis noord').innerText()).toMatch(/Assen \d,\d km/);
  });

  it('is read, explained and opened by keyboard alone', async () => {
    await openBoard();
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    await page.keyboard.press('w');
    await page.getByRole('dialog', { name: /^Waarom \d vrij\?/ }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count(), SOON).toBe(0);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Huis zuid');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/afdeling/${server.small.units[1]}`));
  });

  it('never moves rows under the focus: the change waits in a line', async () => {
    await openBoard('/bord?product=elv-high&vol=nee');
    await page.keyboard.press('j');
    const open = await closeBeds(1, 8);
    await page.getByRole('button', { name: '1 wijziging, toon' }).waitFor();
    expect(await freeIn('ELV hoog complex', 'Huis zuid')).toContain('0 vol');
    await page.getByRole('button', { name: '1 wijziging, toon' }).click();
    await expect.poll(() => page.getByText('Huis zuid').count(), SOON).toBe(0);
    await open();
  });

  it('says what to do next when nothing fits the filter', async () => {
    await openBoard();
    await page.goto(`${server.url}/bord?product=grz`);
    await page
      .getByText('In deze regio staat nu geen plek die u zoekt')
      .or(page.getByText('Hier staat nu geen plek die u zoekt'))
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Toon de hele regio' }).click();
    await page.getByText('Huis noord').first().waitFor();
  });

  it('asks a place from the chosen line with A, for who may ask', async () => {
    await openBoard('/bord?product=elv-high');
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await page.waitForURL(/\/aanvraag\?product=elv-high&locatie=/);
  });
});

describe('the board everywhere', () => {
  it.each(['desktop', 'tablet', 'phone'] as const)(
    'has nothing against WCAG 2.2 AA on a %s',
    async (size) => {
      await openBoard('/bord', size);
      expect(await violationsOn(page)).toEqual([]);
    },
  );

  it('has nothing against it in the dark', async () => {
    await openBoard();
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOn(page)).toEqual([]);
  });

  it('on a phone is a card per house that explains its number', async () => {
    await openBoard('/bord', 'phone');
    await page.getByRole('button', { name: /Huis zuid, ELV hoog/ }).click();
    await page.getByRole('dialog', { name: 'Waarom 8 vrij?' }).waitFor();
    const box = await page.getByRole('dialog').boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(390);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('on the wall has numbers, no controls and no names', async () => {
    await openBoard('/bord?wand=1', 'desktop', server.small.desk);
    expect(await page.locator('button, a, input').count()).toBe(0);
    const high = page.getByRole('region', { name: 'ELV hoog complex' });
    expect(await high.innerText()).toMatch(/15\s+nu vrij/);
    const code = page.getByText(/· ELV hoog · /).first();
    await code.waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Roelofje');
    expect(await violationsOn(page)).toEqual([]);
  });

  it('on paper has a telephone per house and nothing to press', async () => {
    await openBoard();
    await page.emulateMedia({ media: 'print' });
    await page.getByText('Geen namen op dit blad').waitFor();
    expect(await page.getByRole('cell', { name: '0592-00 41 41' }).count()).toBeGreaterThan(1);
    expect(await page.locator('button:visible, nav:visible').count()).toBe(0);
  });
});

describe('figures nobody stood by', () => {
  let silent: RunningServer;
  beforeAll(async () => {
    silent = await startServer({ placesPerUnit: 2, confirmed: false });
  });
  afterAll(() => silent.close());

  it('are unknown, with the telephone; they never count as free', async () => {
    await openBoard('/bord', 'desktop', silent.small.gp, silent);
    const row = line('ELV hoog complex', 'Huis noord');
    expect(await row.innerText()).toContain('onbekend');
    await row.getByRole('link', { name: /Bel/ }).waitFor();
    expect(await page.locator('tbody').first().innerText()).toMatch(
      /0 vrij[\s\S]*2 locaties tellen niet mee/,
    );
    await row
      .getByRole('button', { name: /Waarom\?/ })
      .first()
      .click();
    await page.getByRole('dialog', { name: 'Waarom onbekend?' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });
});
