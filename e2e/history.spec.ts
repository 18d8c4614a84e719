import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DAY } from '#kernel/interval.ts';
import { machineClock } from '#platform/clock.ts';
import { askPlace, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

/** Two days of life before the story begins: everybody of the region lives by this clock. */
let ago = 2 * DAY;
let browser: Browser;
let server: RunningServer;

/** The practice asks a bed in the first house, which says yes, and the person comes. */
const comes = async (name: string, bed: number): Promise<void> => {
  const [ward] = server.small.wards;
  const { id, offers } = await askPlace(server, name, [server.small.places[0][bed] ?? '']);
  await callAs(server, ward, 'POST', `/offers/${offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });
  const at = new Date(machineClock.now() - ago).toISOString();
  await callAs(server, ward, 'POST', `/requests/${id}/arrival`, { at });
};

beforeAll(async () => {
  const clock = { now: () => machineClock.now() - ago };
  [browser, server] = await Promise.all([openBrowser(), startServer({ placesPerUnit: 12 }, { clock })]);
  const { small } = server;
  for (const [index, unit] of small.units.entries())
    await callAs(server, small.wards[index === 0 ? 0 : 1], 'POST', `/units/${unit}/confirmations`, {
      source: 'tap',
    });
  for (const [bed, name] of ['Anna', 'Bea', 'Cor', 'Dirk', 'Els', 'Fien'].entries())
    await comes(`${name} Oefen`, bed);
  ago = 0;
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});

const titleOf = (page: Page): Promise<string> =>
  page.getByRole('heading', { name: /^Het bord op/ }).innerText();

it('the desk sees the board of yesterday beside now, and walks through the past with the keyboard', async () => {
  const page = await openAs(browser, server.url, 'desk');
  await page.goto(`${server.url}/wachttijd`);
  await page.getByRole('link', { name: 'Kijk terug' }).press('Enter');
  const board = page.getByRole('table', { name: /^Bedden per locatie toen/ });
  await board.waitFor();
  expect(await board.getByRole('row').count()).toBeGreaterThan(3);
  expect(await violationsOn(page)).toEqual([]);
  const first = await titleOf(page);
  await page.keyboard.press('j');
  await expect.poll(() => titleOf(page)).not.toBe(first);
  const dayBefore = await titleOf(page);
  await page.keyboard.press('ArrowLeft');
  await expect.poll(() => titleOf(page)).not.toBe(dayBefore);
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('k');
  await expect.poll(() => titleOf(page)).toBe(first);
  // A moment long ago was not kept: that is said, not drawn.
  await page.getByLabel('Kies een moment').fill('2020-01-07T14:00');
  await page.getByText('Van dat moment is niet alles bewaard.').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.close();
});

it('every picture has a table with the same counts, and every number its meaning', async () => {
  const page = await openAs(browser, server.url, 'desk');
  await page.goto(`${server.url}/vooruit/terug`);
  const picture = page.getByRole('img', { name: /^De weg van \d+ mensen/ });
  await picture.waitFor();
  await page.getByRole('img', { name: /^Per dag: bedden/ }).waitFor();
  const drawn = Number(/van (\d+)/.exec((await picture.getAttribute('aria-label')) ?? '')?.[1]);
  // A stop of the picture opens the list of everybody who came by.
  await page.getByRole('button', { name: /^Thuis \d+ Mensen$/ }).press('Enter');
  const list = page.getByRole('dialog', { name: 'Achter dit getal' });
  await list.getByRole('heading', { name: `${drawn} aanvragen` }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  await page.keyboard.press('t');
  const flows = page.getByRole('table', { name: 'Van waar naar waar' });
  await flows.waitFor();
  const people = (await flows.locator('tbody td:nth-of-type(3)').allInnerTexts()).map((text) =>
    Number.parseInt(text, 10),
  );
  expect(people.reduce((sum, each) => sum + each, 0)).toBe(drawn);
  expect(Math.min(...people)).toBeGreaterThanOrEqual(5);
  await page.getByRole('region', { name: 'Tabel per dag, nieuwste eerst' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page
    .getByRole('button', { name: /^Keer nee/ })
    .first()
    .press('Enter');
  const meaning = page.getByRole('dialog', { name: /^Keer nee/ });
  await meaning.getByText('Keren dat een afdeling op die dag nee zei.').waitFor();
  await meaning.getByText(/^Versie 1, sinds/).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await meaning.waitFor({ state: 'detached' });
  await page.close();
});

it('a number opens its list by the keyboard: what it means on top, as many rows as it says below', async () => {
  const page = await openAs(browser, server.url, 'desk');
  await page.goto(`${server.url}/vooruit/terug`);
  const board = page.getByRole('table', { name: /^Bedden per locatie toen/ });
  await board.waitFor();
  const moment = await titleOf(page);
  const beds = board.getByRole('button', { name: /^12 Bedden, ELV hoog, Huis noord/ });
  await beds.focus();
  // On a number the arrows go from number to number, and the moment stays.
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowRight');
  const occupied = board.getByRole('button', { name: /^6 Bezet, ELV hoog, Huis noord/ });
  await expect.poll(() => occupied.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await titleOf(page)).toBe(moment);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: 'Achter dit getal' });
  await panel.getByText(/^Bedden waarin op dat moment iemand lag/).waitFor();
  await panel.getByText(/^Versie 1, sinds/).waitFor();
  expect(await panel.getByRole('listitem').count()).toBe(6);
  expect(await panel.getByText(/Anna|Bea|Cor|Oefen/).count()).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await panel.waitFor({ state: 'detached' });
  await expect.poll(() => occupied.evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  await panel
    .getByRole('link', { name: /^Open aanvraag/ })
    .first()
    .press('Enter');
  await page.waitForURL(/\/aanvragen\//);
  await page.close();
});

it('another house sees in the list of a mean only days, and the list goes along as a file', async () => {
  const [north, south] = server.small.wards;
  for (const [who, open] of [[north, true] as const, [south, false] as const]) {
    const page = await openAs(browser, server.url, who.id);
    await page.goto(`${server.url}/vooruit/terug?tabel=1`);
    const days = page.getByRole('region', { name: 'Tabel per dag, nieuwste eerst' });
    await days
      .getByRole('button', { name: /^6 Bezet, ELV hoog/ })
      .first()
      .click();
    const panel = page.getByRole('dialog', { name: 'Achter dit getal' });
    await panel.getByText(/^Samen .* uur, gedeeld door .* uur: gemiddeld 6\.$/).waitFor();
    expect(await panel.getByRole('listitem').count()).toBe(6);
    expect(await panel.getByRole('link', { name: /^Open aanvraag/ }).count()).toBe(open ? 6 : 0);
    expect(await panel.getByText('U ziet hier alleen de dagen.').count()).toBe(open ? 0 : 1);
    expect(await panel.getByText(/uur van de dag/).count()).toBe(open ? 6 : 0);
    expect(await violationsOn(page)).toEqual([]);
    const saved = page.waitForEvent('download');
    await panel.getByRole('button', { name: 'Bewaar lijst' }).click();
    expect((await saved).suggestedFilename()).toBe('achter-het-getal.csv');
    await page.close();
  }
});

it('on a phone the tables stand there at once, and nothing falls off the screen', async () => {
  const page = await openAs(browser, server.url, server.small.gp.id, 'phone');
  await page.goto(`${server.url}/vooruit/terug?zorg=elv-high&dagen=90`);
  await page.getByRole('table', { name: 'Van waar naar waar' }).waitFor();
  await page.getByRole('table', { name: /^Bedden per locatie toen/ }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page
    .getByRole('button', { name: /^\d+ Aangevraagd, .*dagen$/ })
    .first()
    .click();
  const sheet = page.getByRole('dialog', { name: 'Achter dit getal' });
  await sheet.getByText(/^Aanvragen die op die dag zijn verstuurd/).waitFor();
  await expect.poll(async () => (await sheet.boundingBox())?.width).toBe(390);
  expect(await violationsOn(page)).toEqual([]);
  await page.close();
});
