import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { writeRegion } from '#modules/region/index.ts';
import { newId } from '#platform/db/ids.ts';
import { askPlace, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;
let page: Page;
let clicks: () => Promise<number>;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer({ placesPerUnit: 10 })]);
});

afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});

afterEach(() => page.close());

const openDesk = async (search = ''): Promise<void> => {
  page = await openAs(browser, server.url, 'desk');
  clicks = await countClicks(page);
  await page.goto(`${server.url}/loket${search}`);
  await page.getByRole('region', { name: 'Rij' }).waitFor();
};

const strip = (code: string) => page.getByRole('region', { name: 'Rij' }).getByText(code);
const open = (code: string) => page.getByRole('region', { name: `Aanvraag ${code}` });

interface Asked {
  readonly request: { readonly state: string; readonly offers: { state: string }[] };
}
const asked = async (id: string): Promise<Asked['request']> =>
  (await callAs<Asked>(server, server.small.desk, 'GET', `/requests/${id}`)).request;

/** Another planner of the same desk, added while the house runs. */
const colleague = async (name: string): Promise<{ id: string }> => {
  const id = newId();
  const { desk } = server.small;
  await server.house.database.transaction({ actor: 'tester', organisationId: null }, (tx) =>
    writeRegion(tx, { professionals: [{ ...desk, id, name }] }, { actor: 'tester', now: Date.now() }),
  );
  return { id };
};

/** Counts the keys a planner presses. */
const countKeys = async (): Promise<() => Promise<number>> => {
  await page.evaluate(() => {
    const counted = window as unknown as { keys: number };
    counted.keys = 0;
    window.addEventListener('keydown', () => counted.keys++, true);
  });
  return () => page.evaluate(() => (window as unknown as { keys: number }).keys);
};

describe('a planner gives somebody a place', () => {
  it('in three presses at most, without the mouse', async () => {
    const { id, code } = await askPlace(server, 'Dijkema', []);
    await openDesk(`?aanvraag=${id}`);
    await open(code)
      .getByRole('button', { name: /Stuur aanvraag/ })
      .first()
      .waitFor();
    const keys = await countKeys();
    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    await open(code).getByText('Bed vastgehouden').waitFor();
    expect((await asked(id)).offers.map(({ state }) => state)).toEqual(['open']);
    expect((await keys()) + (await clicks())).toBeLessThanOrEqual(3);
  });

  it('sees a colleague who has the same request open, by a letter and no name', async () => {
    const { id, code } = await askPlace(server, 'Eising', []);
    await openDesk(`?aanvraag=${id}`);
    await open(code).waitFor();
    const roos = await colleague('Roos Veenstra');
    await callAs(server, roos, 'POST', `/requests/${id}/looking`, {});
    await open(code).getByText('R. (loket) kijkt hier ook').waitFor();
    await callAs(server, roos, 'POST', `/requests/${id}/looking`, { doing: 'calling' });
    await open(code).getByText('R. (loket) belt nu').waitFor();
    await strip(code).locator('xpath=ancestor::button').getByText('belt nu').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.locator('body').innerText()).not.toContain('Veenstra');
  });
});

describe('a proposal for the whole row', () => {
  const plan = () => page.getByRole('region', { name: 'Voorstel voor de hele rij' });
  const row = (code: string) => plan().getByText(`${code} ·`);
  const chosen = (code: string) => plan().locator('tbody[data-chosen]').getByText(`${code} ·`);

  it('is sent row by row by hand, and what is skipped stays', async () => {
    const first = await askPlace(server, 'Fokkens', [], { urgency: 'crisis' });
    const second = await askPlace(server, 'Geerts', [], { urgency: 'crisis' });
    await openDesk();
    await strip(second.code).waitFor();
    await page.keyboard.press('p');
    await row(second.code).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect((await asked(first.id)).offers, 'opening it sends nothing').toEqual([]);
    await chosen(first.code).waitFor();
    await page.keyboard.press('j');
    await chosen(second.code).waitFor();
    const site = await plan().locator('tbody[data-chosen] td b').first().innerText();
    await page.keyboard.press('Enter');
    await row(second.code).waitFor({ state: 'detached' });
    expect(await page.locator('body').innerText()).toContain(`Aanvraag gestuurd naar ${site}`);
    expect((await asked(second.id)).state).toBe('offered');
    expect((await asked(first.id)).state, 'who was skipped waits on').toBe('searching');
    await row(first.code).waitFor();
    await plan()
      .getByRole('button', { name: `Waarom niet die? ${first.code}` })
      .click();
    await plan()
      .getByRole('button', { name: /Stuur hierheen/ })
      .first()
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('p');
    await page.getByRole('region', { name: 'Rij' }).waitFor();
  });
});

describe('the handover of the shift', () => {
  it('is one sheet of codes with what was promised, and goes to paper without names', async () => {
    const { code } = await askPlace(server, 'Hulshof', []);
    await openDesk();
    await strip(code).waitFor();
    await page.keyboard.press('o');
    const sheet = page.getByRole('article');
    await sheet.getByText(`${code}: bel Praktijk uiterlijk`).waitFor();
    await sheet.getByRole('row', { name: new RegExp(code) }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await sheet.locator('hr').count(), 'room for notes').toBe(6);
    const printed = (): Promise<number> => page.evaluate(() => Number(document.body.dataset['printed'] ?? 0));
    await page.evaluate(() => {
      window.print = () => {
        document.body.dataset['printed'] = String(Number(document.body.dataset['printed'] ?? 0) + 1);
      };
    });
    // No line in the log, no paper.
    await page.route('**/api/v1/prints', (route) => route.abort());
    const print = page.getByRole('button', { name: 'Druk af' });
    await print.click();
    await page.getByText('Er is niet afgedrukt').waitFor();
    expect(await printed()).toBe(0);
    await page.unroute('**/api/v1/prints');
    const [answer] = await Promise.all([page.waitForResponse('**/api/v1/prints'), print.click()]);
    expect((await answer.json()).requests.length).toBeGreaterThan(0);
    await page.waitForFunction(() => document.body.dataset['printed'] === '1');
    await page.emulateMedia({ media: 'print' });
    await page.getByRole('navigation').first().waitFor({ state: 'hidden' });
    const text = await page.locator('body').innerText();
    expect(text).toContain(code);
    expect(text).not.toContain('Hulshof');
    expect(text).not.toContain('Gevallen in de keuken');
  });
});
