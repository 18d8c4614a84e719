import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { localDay, plusDays } from '#kernel/calendar.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser, openPage } from './browser.ts';
import { startPracticeRegion } from './server.ts';

/** Follows docs/nl/het-verhaal-van-de-toren.md press by press, in the practice region; a step that changes there changes here. */

const SOON = 30_000;
/** Playing years takes longer on a busy machine than any answer of the server. */
const PLAYED = { timeout: 90_000 };
/** From the page of the scenarios: a new one, compare, print. Sliders and names go by keyboard. */
const CLICKS_COMPARE = 4;
/** From the queue: the proposal, also what comes free, open one. */
const CLICKS_MOVE = 3;
/** On, another bound, keep. */
const CLICKS_ALERT = 3;
const NAME = 'Dag en nacht open';

let browser: Browser;
let server: Awaited<ReturnType<typeof startPracticeRegion>>;
let page: Page;
let clicks: () => Promise<number>;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startPracticeRegion()]);
}, 600_000);
afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});

const as = async (role: string, path: string): Promise<void> => {
  await page?.close();
  page = await openAs(browser, server.url, role);
  page.setDefaultTimeout(SOON);
  clicks = await countClicks(page);
  await page.goto(server.url + path);
};
const button = (name: string | RegExp) => page.getByRole('button', { name }).first();
const press = (name: string | RegExp): Promise<void> => button(name).click();
const sound = async (): Promise<void> => expect(await violationsOn(page)).toEqual([]);
const played = () => page.getByText(/keer nagespeeld in/).waitFor(PLAYED);
const fan = () => page.getByRole('img', { name: /Over 14 dagen verwachten we er/ });
const turnTo = async (lever: string, steps: number): Promise<void> => {
  await page.getByRole('slider', { name: lever }).focus();
  await page.keyboard.press('Home');
  for (let each = 0; each < steps; each++) await page.keyboard.press('ArrowRight');
};
const saysOf = (lever: string) => page.getByRole('slider', { name: lever }).getAttribute('aria-valuetext');

/** The last Tuesday before today, at two in the afternoon, as a moment is typed. */
const lastTuesday = (): string => {
  const today = localDay(Date.now(), 'Europe/Amsterdam');
  const back = [1, 2, 3, 4, 5, 6, 7].find((days) => new Date(plusDays(today, -days)).getUTCDay() === 2);
  return `${plusDays(today, -(back ?? 7))}T14:00`;
};

describe('the story of the tower, as the guide tells it', () => {
  it('1: the manager sees what is coming, as a picture and as a table, and how good the forecast was', async () => {
    await as('region-manager', '/bord');
    await page
      .getByRole('link', { name: /^Vooruit/ })
      .first()
      .click();
    await fan().waitFor();
    await page.getByRole('heading', { name: 'Hoe goed voorspelden we?' }).waitFor();
    await page.getByText(/in het lichte vlak\. Dat hoort/).waitFor();
    await page.keyboard.press('t');
    const table = page.getByRole('table', { name: 'Vrije plekken, 14 dagen vooruit' });
    await table.waitFor();
    expect(await table.getByRole('row').count(), 'fourteen days under their heads').toBe(15);
    await page.keyboard.press('t');
    await fan().waitFor();
    const house = page.getByRole('combobox', { name: /^Waar/ });
    await house.selectOption({ index: 1 });
    await page.waitForURL(/locatie=/);
    await fan().waitFor();
    await house.selectOption({ label: 'De hele regio' });
    await page.getByLabel('Soort plek').selectOption({ label: 'ELV laag' });
    await fan().waitFor();
    await page.getByLabel('Soort plek').selectOption({ label: 'ELV hoog' });
    await fan().waitFor();
    await sound();
  });

  it('2: two scenarios stand ready; a third of her own is compared with them in a few presses', async () => {
    await press('A Avond en weekend');
    await played();
    await page
      .getByRole('table', { name: /per partij/ })
      .getByRole('row', { name: /^Inwoners/ })
      .waitFor();
    await page
      .getByRole('region', { name: 'Wat dit doet' })
      .getByText(/100 keer/)
      .waitFor();
    expect(await saysOf('Tijd voor overdracht')).toMatch(/^4 uur, nu /);
    await press('B 4 bedden erbij');
    await page.getByRole('region', { name: 'Wat dit doet' }).waitFor(PLAYED);
    const before = await clicks();
    await press('Nieuw scenario');
    await turnTo('Opname kan', 4);
    expect(await saysOf('Opname kan')).toMatch(/^dag en nacht, nu /);
    await turnTo('Tijd voor overdracht', 4);
    expect(await saysOf('Tijd voor overdracht')).toMatch(/^4 uur, nu /);
    await page.getByText('Eerste schatting met formules:').waitFor();
    await press(/^Vergelijk 3/);
    const compared = page.getByRole('table', { name: /^Scenario’s naast elkaar/ });
    await compared.waitFor(PLAYED);
    await expect.poll(() => compared.getByText('wordt nagespeeld').count(), PLAYED).toBe(0);
    expect(await compared.getByRole('columnheader').count(), 'per party, now, and three scenarios').toBe(5);
    await page.getByLabel('Naam van dit scenario').fill(NAME);
    await page.keyboard.press('Enter');
    await compared.getByRole('columnheader', { name: `C ${NAME}` }).waitFor();
    await press(/^Bewaar$/);
    await button(/^Deel 30 dagen/).waitFor();
    expect((await clicks()) - before, 'presses to compare three and keep one').toBeLessThanOrEqual(
      CLICKS_COMPARE,
    );
    await sound();
  });

  it('2b: every assumption says where it comes from, and her own number counts', async () => {
    await press('Bekijk de aannames');
    const drawer = page.getByRole('dialog', { name: /aannames$/ });
    for (const words of [/uit de eigen geschiedenis/, /een schatting van ons/])
      await drawer.getByText(words).first().waitFor();
    await sound();
    await page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  it('3: P prints one sheet, and D makes a link that is read without an account', async () => {
    await page.evaluate(() => {
      window.addEventListener('beforeprint', () => document.body.setAttribute('data-printed', ''));
    });
    await page.keyboard.press('p');
    await page.locator('body[data-printed]').waitFor();
    const sheet = (await page.pdf({ format: 'A4', printBackground: false })).toString('latin1');
    expect([...sheet.matchAll(/\/Type\s*\/Page\b/g)]).toHaveLength(1);
    await page.keyboard.press('d');
    const link = await page.getByLabel(/^Link zonder account/).inputValue();
    const partner = await openPage(browser, 'phone');
    await partner.goto(link);
    await partner.getByRole('heading', { name: NAME }).waitFor({ timeout: SOON });
    await partner.getByText('Tijd voor overdracht: 4 uur').waitFor();
    expect(await partner.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await violationsOn(partner)).toEqual([]);
    await partner.close();
  });

  it('4: the desk reads the best next move for everybody who waits, and opens one; nobody is placed', async () => {
    await as('desk', '/loket');
    await press(/^Voorstel voor de hele rij/);
    await press('Ook wat vrijkomt');
    const moves = page.getByRole('list', { name: 'Beste volgende zet' });
    await moves.waitFor();
    await moves
      .getByText(/^(Neem nu een plek|Wacht op een (betere )?plek|Zoek breder)/)
      .first()
      .waitFor();
    await sound();
    await press(/^Open aanvraag /);
    await page.getByRole('region', { name: /^Aanvraag / }).waitFor();
    expect(await clicks()).toBeLessThanOrEqual(CLICKS_MOVE);
  });

  it('4b: a ward reads what frees most, who is to act and how many days it is worth', async () => {
    await as('ward', '/');
    await page
      .getByRole('link', { name: /^Afdeling|^Mijn afdeling|^Bedden/ })
      .first()
      .click();
    const panel = page.getByRole('region', { name: 'Wat maakt het meeste vrij?' });
    await panel
      .getByText(/^Scheelt .*beddag/)
      .first()
      .waitFor();
    await panel
      .getByText(/^Aan zet: /)
      .first()
      .waitFor();
    await sound();
  });

  it('5: the manager sets from which chance the region hears, and sees how often an alert was right', async () => {
    await as('region-manager', '/vooruit');
    await page.getByRole('link', { name: 'Meldingen' }).first().click();
    const row = page.getByRole('listitem').filter({ hasText: 'Geen plek ELV laag' });
    await row.getByRole('button', { name: 'Aan' }).waitFor();
    const before = await clicks();
    await row.getByRole('button', { name: 'Aan' }).click();
    await row.getByRole('group', { name: /kans/i }).getByRole('textbox').fill('40');
    await row.getByRole('button', { name: /^Bewaar/ }).click();
    await row.getByRole('button', { name: /^Bewaar/ }).waitFor({ state: 'detached' });
    expect((await clicks()) - before).toBeLessThanOrEqual(CLICKS_ALERT);
    await page.reload();
    expect(await row.getByRole('group', { name: /kans/i }).getByRole('textbox').inputValue()).toMatch(/^40/);
    await page
      .getByText(/\d+ van \d+ klopten/)
      .first()
      .waitFor();
    await page.getByRole('table', { name: 'Wat maakt het meeste vrij?' }).waitFor();
    await sound();
  });

  it('6: last Tuesday at two stands beside now, with where people went and what the words mean', async () => {
    await page.goto(`${server.url}/vooruit`);
    await page.getByRole('link', { name: 'Terugkijken' }).click();
    const title = page.getByRole('heading', { name: /^Het bord op/ });
    await title.waitFor();
    await page.getByLabel('Kies een moment').fill(lastTuesday());
    await expect.poll(() => title.innerText(), { timeout: SOON }).toMatch(/di.* 14:00/);
    const board = page.getByRole('table', { name: /^Bedden per locatie toen/ });
    await board.waitFor();
    expect(await board.getByRole('row').count()).toBeGreaterThan(3);
    await page.getByRole('img', { name: /^De weg van \d+ mensen/ }).waitFor();
    await page
      .getByRole('button', { name: /^Keer nee/ })
      .first()
      .click();
    await page.getByRole('dialog', { name: /^Keer nee/ }).waitFor();
    await sound();
    await page.keyboard.press('Escape');
    await board
      .getByRole('button', { name: /^[1-9]\d* Bezet, / })
      .first()
      .click();
    await page
      .getByRole('dialog', { name: 'Achter dit getal' })
      .getByText(/^Versie 1, sinds/)
      .waitFor();
    await sound();
    await page.close();
  });
});
