import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openDayHouse } from '#app/day-house.fixture.ts';
import { instantOf } from '#kernel/calendar.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, type SIZES } from './browser.ts';
import { SOON } from './hand.ts';

/** A Thursday, in the morning. */
const TODAY = '2026-10-22';
const NOW = instantOf(TODAY, 11 * 60 + 41, 'Europe/Amsterdam');
const WEEK = [2, 4].map((weekday) => ({ weekday, part: 'morning', opens: 510, closes: 780 }));

let day: Awaited<ReturnType<typeof openDayHouse>>;
let browser: Browser;
let page: Page;
let url: string;

beforeAll(async () => {
  const webFolder = join(import.meta.dirname, '../dist/web');
  [day, browser] = await Promise.all([openDayHouse(NOW, TODAY, { webFolder }), openBrowser()]);
  url = await day.house.house.app.listen({ host: '127.0.0.1', port: 0 });
  const body = { from: TODAY, week: WEEK };
  const said = await day.house.call(day.planner, 'PUT', `/api/v1/day-rooms/${day.unitId}/openings`, body);
  if (said.statusCode !== 200) throw new Error(said.body);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await day.house.close();
});
afterEach(async () => page.close());

const open = async (
  path: 'groei' | 'lijst',
  who: { readonly id: string } = day.planner,
  size: keyof typeof SIZES = 'desktop',
): Promise<void> => {
  page = await openAs(browser, url, who.id, size);
  await page.goto(`${url}/thuiskamer/${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor(SOON);
};
const answer = () => page.getByRole('region', { name: 'De uitkomst' });
const outcome = (row: RegExp) => answer().getByRole('row', { name: row });
const isAsWideAsTheScreen = async (): Promise<boolean> =>
  (await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0;

/** Fills in, where nobody was ordered yet, how many are expected; with the keyboard alone. */
const expectPeople = async (people: string, visits: string): Promise<void> => {
  await page.getByText('Er is nog niets om mee te rekenen').waitFor(SOON);
  await page.getByLabel('Voeg een behandeling toe').focus();
  await page.keyboard.press('ArrowDown');
  for (const [field, typed] of [
    [/^Mensen per jaar/, people],
    [/^Keer per mens/, visits],
  ] as const) {
    await page.getByRole('textbox', { name: field }).focus(SOON);
    await page.keyboard.press('Control+a');
    await page.keyboard.type(typed);
  }
  const reckon = page.getByRole('button', { name: 'Reken uit' });
  await reckon.focus();
  await page.keyboard.press('Enter');
  await answer().waitFor(SOON);
};

describe('growth', () => {
  it('begins with what is expected, and says in a sentence what more half-days come to', async () => {
    await open('groei');
    await expectPeople('3000', '2');
    await answer()
      .getByText(/^Zoals het nu is komen er ongeveer .* per jaar; wie belt wacht/)
      .waitFor(SOON);
    expect(await outcome(/^Mensen die komen/).innerText()).toMatch(/gelijk/);
    await page.getByRole('button', { name: 'Dagdelen per week: één meer' }).click(SOON);
    await page.getByRole('button', { name: 'Dagdelen per week: één meer' }).click(SOON);
    await page.getByText('De uitkomst hieronder hoort nog bij uw vorige vraag.').waitFor(SOON);
    await page.getByRole('button', { name: 'Reken uit' }).click(SOON);
    await answer()
      .getByText(/^Met 4 dagdelen komen er ongeveer .* meer per jaar/)
      .waitFor(SOON);
    expect(await outcome(/^Mensen die komen/).innerText()).toMatch(/mensen meer$/);
    expect(await outcome(/^Mensen voor wie geen plek was/).innerText()).toMatch(/tussen \S+ en \S+/);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Toon als tabel' }).press('Enter');
    await answer().getByRole('table', { name: 'Mensen per jaar' }).waitFor(SOON);
    await answer()
      .getByText(/Feestdagen/)
      .waitFor(SOON);
  });

  it('fits on a phone, with the numbers that are filled in opened', async () => {
    await open('groei', day.planner, 'phone');
    await expectPeople('40', '1');
    expect(await isAsWideAsTheScreen()).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('is not for a nurse', async () => {
    await open('groei', day.nurse);
    await page.getByText('Dit mag uw rol niet.').first().waitFor(SOON);
    expect(await page.getByRole('link', { name: 'Groei' }).count()).toBe(0);
  });
});

describe('the list of a hospital', () => {
  const pick = (text: string, name = 'lijst.csv') =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer: Buffer.from(text) }, SOON);
  const result = () => page.getByRole('region', { name: 'De uitkomst van uw lijst' });

  it('says a specialist who could come and why others cannot, and saves what is in sight', async () => {
    await open('lijst', day.specialist);
    await page.getByText(/Wij bewaren niets van uw lijst/).waitFor(SOON);
    await pick(await readFile('docs/examples/day-care-list.csv', 'utf8'));
    await result().getByText('1 van de 8 op deze lijst kan dichter bij huis.').waitFor(SOON);
    await result().getByText('Kan naar Thuiskamer').waitFor(SOON);
    await result()
      .getByRole('button', { name: /^Nog niet getekend/ })
      .press('Enter');
    await expect.poll(() => result().getByRole('row').count(), SOON).toBe(6);
    const [saved] = await Promise.all([
      page.waitForEvent('download', SOON),
      page.getByRole('button', { name: 'Bewaar wat u ziet als CSV' }).press('Enter'),
    ]);
    const text = await readFile((await saved.path()) ?? '', 'utf8');
    expect(text.trim().split('\n')).toHaveLength(6);
    expect(text).toContain('nog geen behandelaar van de regio getekend');
    expect(await violationsOn(page)).toEqual([]);
  });

  it('reads the example it gives, names what is wrong with a line, and refuses another file', async () => {
    await open('lijst', day.planner, 'phone');
    const example = page.getByRole('button', { name: 'Haal een voorbeeld op' });
    await expect.poll(() => example.getAttribute('aria-disabled'), SOON).toBeNull();
    const [given] = await Promise.all([page.waitForEvent('download', SOON), example.press('Enter')]);
    await pick(await readFile((await given.path()) ?? '', 'utf8'));
    await result()
      .getByText(/op deze lijst kan/)
      .waitFor(SOON);
    expect(
      await result()
        .getByText(/in uw lijst$/)
        .count(),
    ).toBe(0);
    expect(await isAsWideAsTheScreen()).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await pick('number;treatment;given;visits\nA;ferric-derisomaltose;x;1\n');
    await page.getByText(/^Rij 2, given/).waitFor(SOON);
    await pick('naam\nJan\n');
    await page.getByRole('status').getByText(/kolom/).first().waitFor(SOON);
  });
});
