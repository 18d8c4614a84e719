import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer({ placesPerUnit: 20 })]);
});

afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});

const openForm = async (size: 'desktop' | 'phone' = 'desktop', url = server.url): Promise<Page> => {
  const page = await openAs(browser, url, 'gp', size);
  await page.goto(`${url}/aanvraag`);
  await page.getByLabel('Naam').waitFor();
  return page;
};

/** Types the person with the keyboard alone, as somebody does who has the file beside them. */
const typePerson = async (page: Page, name: string): Promise<void> => {
  await page.getByLabel('Naam').focus();
  for (const text of [name, '12-03-1942']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('1');
  await page.keyboard.press('Tab');
  await page.keyboard.type('9405');
};

const best = (page: Page) => page.getByText('Past het best');
const title = (page: Page, text: string | RegExp) => page.getByText(text).first();

describe('a practice asks for a bed', () => {
  it('holds one within a minute and eight presses, and says so only after the server did', async () => {
    const page = await openAs(browser, server.url, 'gp');
    const clicks = await countClicks(page);
    const begun = Date.now();
    await page.goto(`${server.url}/aanvraag`);
    await page.getByLabel('Naam').waitFor();
    await typePerson(page, 'Hoving');
    await page.getByText('Herstel', { exact: true }).click();
    await page.getByText('Hoog', { exact: true }).click();
    await title(page, 'Mw. Hoving, 84 jaar').waitFor();
    await best(page).waitFor();
    await page.getByRole('button', { name: 'Ja, dit klopt allemaal' }).click();
    const sending = page.waitForResponse(
      (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/requests'),
    );
    await page.route('**/api/v1/requests', async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.getByRole('button', { name: /Verstuur aanvraag/ }).click();
    await page.getByRole('button', { name: 'Vasthouden…' }).waitFor();
    expect(page.url(), 'nothing is shown as held before the server said so').toContain('/aanvraag');
    expect((await sending).status()).toBe(200);
    await title(page, /antwoordt uiterlijk/).waitFor();
    expect(Date.now() - begun).toBeLessThan(60_000);
    expect(await clicks()).toBeLessThanOrEqual(8);
    await title(page, 'U hoeft niets te doen').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
  });

  it('can be done without a mouse, and taken back with Z', async () => {
    const page = await openForm();
    await typePerson(page, 'Sloots');
    // Past the BSN to the first question; digits choose in the question with the focus.
    for (const key of ['Tab', 'Tab', '1']) await page.keyboard.press(key);
    await title(page, 'Mw. Sloots, 84 jaar').waitFor();
    for (const key of ['Tab', '2']) await page.keyboard.press(key);
    await best(page).waitFor();
    const second = page.getByRole('radiogroup', { name: 'Plekken die passen' }).getByRole('radio').nth(1);
    await page.keyboard.press('Alt+2');
    await expect.poll(() => second.isChecked()).toBe(true);
    await page.keyboard.press('Control+Enter');
    await title(page, /Verstuurd om .* antwoordt uiterlijk/).waitFor();
    await page.keyboard.press('z');
    await page.waitForURL('**/aanvraag');
    await title(page, 'Mw. Sloots, 84 jaar').waitFor();
    await page.close();
  });

  it('tells below each field what is missing, and goes to the first', async () => {
    const page = await openForm();
    await page.keyboard.press('Control+Enter');
    await title(page, 'Nog 5 antwoorden nodig').waitFor();
    const focused = page.locator(':focus');
    await expect
      .poll(() => focused.evaluate((field) => field.closest('[data-field]')?.getAttribute('data-field')))
      .toBe('name');
    await page.getByLabel('Waar bellen we u?').fill('0592-17');
    await title(page, 'Dit nummer is te kort').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
  });

  it('keeps every answer when the line fails, and sends them once when it is back', async () => {
    const page = await openForm();
    const keys: (string | undefined)[] = [];
    let line: 'cut after' | 'open' = 'cut after';
    await page.route('**/api/v1/requests', async (route) => {
      keys.push(route.request().headers()['idempotency-key']);
      if (line === 'open') return route.continue();
      // The worst moment: the server did it, and its answer never came.
      await route.fetch();
      return route.abort();
    });
    await typePerson(page, 'Venema');
    await page.getByText('Herstel', { exact: true }).click();
    await page.getByText('Laag', { exact: true }).click();
    await best(page).waitFor();
    await page.keyboard.press('Control+Enter');
    await title(page, 'Er is nu geen verbinding.').waitFor();
    await title(page, 'Mw. Venema, 84 jaar').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    line = 'open';
    await page.keyboard.press('Control+Enter');
    await title(page, /antwoordt uiterlijk/).waitFor();
    await expect.poll(() => keys.length).toBe(2);
    expect(keys[0]).toBe(keys[1]);
    const stored = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(stored, 'nothing of a person stays in the browser').not.toContain('Venema');
    const { requests } = await page.evaluate(async () => (await fetch('/api/v1/requests')).json());
    expect(
      requests.filter(({ person }: { person: { name: string } }) => person.name === 'Venema'),
    ).toHaveLength(1);
    await page.close();
  });

  it('puts a request on the waiting list when nothing fits, with why not', async () => {
    const page = await openForm();
    await typePerson(page, 'Kremer');
    await page.getByText('Observatie (REO)').click();
    await page.getByText('Weet ik niet').click();
    await title(page, 'Nu geen vrij bed dat past').waitFor();
    await title(page, '2 plekken passen niet').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Zet op wachtlijst, loket zoekt' }).click();
    await title(page, 'Het loket zoekt een plek').waitFor();
    await page.close();
  });
});

describe('on a phone', () => {
  it('folds what was answered into chips, keeps the two buttons in sight, and shows one clock', async () => {
    const page = await openForm('phone');
    await typePerson(page, 'Boer');
    await page.getByText('Herstel', { exact: true }).click();
    await page.getByText('Hoog', { exact: true }).click();
    await best(page).waitFor();
    expect(await page.getByText('Waarom een plek?').count()).toBe(0);
    await page.getByRole('list', { name: 'Wat u al antwoordde' }).getByText('Vandaag').waitFor();
    const buttons = page.getByRole('button', { name: /Loket regelt|Verstuur aanvraag/ });
    for (const box of [await buttons.nth(0).boundingBox(), await buttons.nth(1).boundingBox()]) {
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThanOrEqual(844);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await violationsOn(page)).toEqual([]);
    await buttons.nth(1).click();
    await page.getByRole('timer').getByText('minuten').waitFor();
    await page.getByRole('button', { name: 'Trek terug' }).click();
    await page.getByRole('button', { name: 'Ja, trek terug' }).click();
    await title(page, 'Ingetrokken').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
  });
});

describe('two practices want the last bed', () => {
  let small: RunningServer;
  beforeAll(async () => {
    small = await startServer({ placesPerUnit: 1 });
  });
  afterAll(() => small?.close());

  it('gives it to one; the other has the next best at once, and Enter takes it', async () => {
    const pages = await Promise.all(
      ['Hoving', 'Sibma'].map(async (name) => {
        const page = await openForm('desktop', small.url);
        await typePerson(page, name);
        await page.getByText('Herstel', { exact: true }).click();
        await page.getByText('Hoog', { exact: true }).click();
        await best(page).waitFor();
        return page;
      }),
    );
    const refused = pages.map((page) =>
      page
        .waitForResponse((answer) => answer.status() === 409 && answer.url().endsWith('/requests'))
        .then(() => page),
    );
    await Promise.all(pages.map((page) => page.keyboard.press('Control+Enter')));
    const loser = await Promise.race(refused);
    const take = loser.getByRole('button', { name: /Neem Huis/ });
    await take.waitFor();
    expect(await loser.getByText(/is net vergeven, om \d\d:\d\d/).count()).toBe(1);
    const told = await loser.locator('main').innerText();
    for (const name of ['Sibma', 'Hoving'])
      if (!told.includes(`Mw. ${name}`)) expect(told).not.toContain(name);
    await expect.poll(() => take.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await violationsOn(loser)).toEqual([]);
    await loser.keyboard.press('Enter');
    for (const page of pages) await title(page, /antwoordt uiterlijk/).waitFor();
    const sites = await Promise.all(
      pages.map((page) => page.getByRole('heading', { name: /antwoordt uiterlijk/ }).innerText()),
    );
    expect(new Set(sites.map((site) => site.split(' antwoordt')[0])).size, 'two beds, two houses').toBe(2);
    refused.forEach((waiting) => void waiting.catch(() => undefined));
    await Promise.all(pages.map((page) => page.close()));
  });
});
