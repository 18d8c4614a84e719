import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay, plusDays, weekdayOf } from '#kernel/calendar.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser, openPage } from './browser.ts';
import { SOON } from './hand.ts';
import { startPracticeRegion } from './server.ts';

/** Follows docs/nl/het-verhaal-van-de-toren.md press by press; a step that changes there changes here. */

let server: Awaited<ReturnType<typeof startPracticeRegion>>;
let browser: Browser;
let manager: Page;

/** Playing years takes longer on a busy machine than any answer of the server. */
const PLAYED = { timeout: 60_000 };
const ZONE = 'Europe/Amsterdam';
const TODAY = localDay(Date.now(), ZONE);

beforeAll(async () => {
  [server, browser] = await Promise.all([startPracticeRegion(), openBrowser()]);
}, 400_000);
afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});

const as = async (role: string): Promise<Page> => {
  const page = await openAs(browser, server.url, role);
  page.setDefaultTimeout(SOON.timeout);
  return page;
};

/** Chooses a part of the house at the side, as the guide says: *open …*. */
const openRoom = (page: Page, name: string): Promise<void> =>
  page
    .getByRole('navigation')
    .getByRole('link', { name: new RegExp(`^${name}`) })
    .first()
    .click();

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name }).first().click();

const sound = async (page: Page): Promise<void> => expect(await violationsOn(page)).toEqual([]);

const played = (page: Page): Promise<void> => page.getByText(/keer nagespeeld in/).waitFor(PLAYED);

/** Turns a slider with the keys until it says this. */
const turnTo = async (page: Page, lever: string, wanted: string): Promise<void> => {
  const slider = page.getByRole('slider', { name: lever });
  await slider.focus();
  await page.keyboard.press('Home');
  for (let tries = 0; tries < 60; tries++) {
    if ((await slider.getAttribute('aria-valuetext'))?.startsWith(wanted)) return;
    await page.keyboard.press('ArrowRight');
  }
  throw new Error(`the slider ${lever} never said ${wanted}`);
};

/** The last Tuesday that is over. */
const lastTuesday = (): string => {
  const back = [1, 2, 3, 4, 5, 6, 7].map((days) => plusDays(TODAY, -days));
  return back.find((day) => weekdayOf(day) === 2) ?? TODAY;
};

describe('the story of the tower, as the guide tells it', () => {
  it('1: the manager sees the coming fourteen days, also as a table, and how good that was before', async () => {
    manager = await as('region-manager');
    await manager.goto(server.url);
    await openRoom(manager, 'Vooruit');
    await manager.getByRole('heading', { name: 'Vrije plekken, 14 dagen vooruit' }).waitFor();
    await manager.getByText('Licht vlak: 9 van 10 keer ligt het hierin.').first().waitFor();
    await manager.getByText(/^\d+ van \d+ dagen$/).waitFor();
    await manager.keyboard.press('t');
    const table = manager.getByRole('table', { name: 'Vrije plekken, 14 dagen vooruit' });
    await table.waitFor();
    await manager.keyboard.press('t');
    await table.waitFor({ state: 'detached' });
    await manager.getByLabel('Soort plek').selectOption({ label: 'GRZ' });
    await manager.getByRole('heading', { name: 'Hoe goed voorspelden we?' }).waitFor();
    await manager.getByText(/^\d+ van \d+ dagen$/).waitFor();
    await manager.getByText(/Met ‘zelfde als nu’/).waitFor();
    await sound(manager);
    await manager.getByLabel('Soort plek').selectOption({ label: 'ELV hoog' });
  });

  it('2: two scenarios stand ready, a third is turned, compared with both and kept', async () => {
    await press(manager, /^A Avond en weekend/);
    await played(manager);
    await manager.getByRole('region', { name: 'Wat dit doet' }).waitFor(PLAYED);
    await manager.getByRole('row', { name: /^Ziekenhuis/ }).waitFor();
    await press(manager, /^B 4 bedden erbij/);
    await played(manager);
    await press(manager, 'Nieuw scenario');
    await turnTo(manager, 'Opname kan', 'dag en nacht');
    await turnTo(manager, 'Tijd voor overdracht', '4 uur');
    await press(manager, /^Vergelijk 3/);
    const compared = manager.getByRole('table', { name: /^Scenario’s naast elkaar/ });
    await compared.waitFor(PLAYED);
    await expect.poll(() => compared.getByText('wordt nagespeeld').count(), PLAYED).toBe(0);
    await sound(manager);
    await manager.getByLabel('Naam van dit scenario').fill('Weekend en snelle overdracht');
    await press(manager, /^Bewaar( |$)/);
    await press(manager, 'Bekijk de aannames');
    const drawer = manager.getByRole('dialog', { name: /aannames$/ });
    await drawer.getByText('een schatting van ons').first().waitFor();
    await drawer
      .getByText(/uit de eigen geschiedenis/)
      .first()
      .waitFor();
    await manager.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  it('3: one sheet for the parties, and a link that opens without an account', async () => {
    await manager.evaluate(() => {
      window.addEventListener('beforeprint', () => document.body.setAttribute('data-printed', ''));
    });
    await manager.keyboard.press('p');
    await manager.locator('body[data-printed]').waitFor();
    await manager.keyboard.press('d');
    const link = await manager.getByLabel(/^Link zonder account/).inputValue();
    const party = await openPage(browser, 'phone');
    await party.goto(link);
    await party.getByRole('heading', { name: 'Weekend en snelle overdracht' }).waitFor(SOON);
    await party.getByRole('row', { name: /^Huisartsen/ }).waitFor(SOON);
    await sound(party);
    await party.context().close();
  });

  it('4: the desk gets a move for everybody who waits, two presses from the row; the ward sees what frees most', async () => {
    const desk = await as('desk');
    const clicks = await countClicks(desk);
    await desk.goto(`${server.url}/loket`);
    await desk.getByRole('region', { name: 'Rij' }).waitFor();
    await press(desk, /^Voorstel voor de hele rij/);
    await press(desk, 'Ook wat vrijkomt');
    const moves = desk.getByRole('list', { name: 'Beste volgende zet' });
    await moves
      .getByText(/^(Neem nu een plek|Wacht op een (betere )?plek|Zoek breder)/)
      .first()
      .waitFor();
    await moves
      .getByText(/^Verwacht: .*kans \d+ %/)
      .first()
      .waitFor();
    await moves
      .getByText(/Wachten kost/)
      .first()
      .waitFor();
    expect(await clicks()).toBe(2);
    await sound(desk);
    await desk.close();
    const ward = await as('ward');
    await ward.goto(server.url);
    await ward.getByRole('region', { name: 'Wat maakt het meeste vrij?' }).waitFor();
    await sound(ward);
    await ward.close();
  });

  it('5: the region says when it wants to hear, and reads how often it was right', async () => {
    await openRoom(manager, 'Vooruit');
    await manager.getByRole('link', { name: 'Meldingen' }).click();
    await manager.getByText(/^\d+ van \d+ klopten?$/).waitFor();
    const row = manager.getByRole('listitem').filter({ hasText: 'Geen plek ELV laag' });
    await row.getByRole('button', { name: 'Aan' }).click();
    await row.getByRole('button', { name: /^Bewaar/ }).click();
    await row.getByRole('button', { name: /^Bewaar/ }).waitFor({ state: 'detached' });
    await sound(manager);
  });

  it('6: it looks back at last Tuesday, two in the afternoon', async () => {
    await openRoom(manager, 'Vooruit');
    await manager.getByRole('link', { name: 'Terugkijken' }).click();
    await manager.getByLabel('Kies een moment').fill(`${lastTuesday()}T14:00`);
    await manager.getByRole('heading', { name: /^Het bord op dinsdag .* om 14:00$/ }).waitFor();
    const board = manager.getByRole('table', { name: /^Bedden per locatie toen/ });
    await board.waitFor();
    expect(await board.getByRole('row').count()).toBeGreaterThan(10);
    await manager.getByRole('img', { name: /^De weg van \d+ mensen/ }).waitFor();
    await manager
      .getByRole('button', { name: /^Keer nee/ })
      .first()
      .click();
    await manager
      .getByRole('dialog', { name: /^Keer nee/ })
      .getByText(/^Versie 1, sinds/)
      .waitFor();
    await sound(manager);
  });
});
