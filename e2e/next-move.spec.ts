import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { NextMoves } from '#tower/contract.ts';
import { admitted, askPlace, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser, type SIZES } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer({ placesPerUnit: 3 })]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});
afterEach(() => page.close());

const moves = () => page.getByRole('region', { name: 'Beste volgende zet' });

const openMoves = async (size: keyof typeof SIZES = 'desktop'): Promise<void> => {
  page = await openAs(browser, server.url, 'desk', size);
  await page.goto(`${server.url}/loket?plan=1&zet=1`);
  await moves().getByRole('list', { name: 'Beste volgende zet' }).waitFor();
};

describe('the best next move of the desk', () => {
  it('is two presses from the row: what can be done now, what waiting would bring, and why; it places nobody', async () => {
    const { id, code } = await askPlace(server, 'Dijkema', []);
    await askPlace(server, 'Eising', []);
    page = await openAs(browser, server.url, 'desk');
    const clicks = await countClicks(page);
    await page.goto(`${server.url}/loket`);
    await page.getByRole('region', { name: 'Rij' }).getByText(code).first().waitFor();
    await page.keyboard.press('p');
    await page.getByRole('button', { name: 'Ook wat vrijkomt' }).click();
    const row = moves().getByRole('listitem').filter({ hasText: code });
    await row.getByText('Neem nu een plek').waitFor();
    await row.getByText('Er is haast: niet wachten.').waitFor();
    expect(await clicks()).toBe(1);
    // A region of an hour old cannot look ahead, and says so.
    await moves().getByText('Nog geen verwachting').waitFor();
    expect(await row.getByText('Niets te verwachten in 14 dagen').count()).toBe(1);
    await row.getByRole('button', { name: `Open aanvraag ${code}` }).click();
    await page.getByRole('region', { name: `Aanvraag ${code}` }).waitFor();
    const { request } = await callAs<{ request: { offers: unknown[] } }>(
      server,
      server.small.desk,
      'GET',
      `/requests/${id}`,
    );
    expect(request.offers, 'nobody was asked').toHaveLength(0);
  });

  it('is walked with the keys: J to the next, Enter opens it', async () => {
    await openMoves();
    const { rows } = await callAs<NextMoves>(server, server.small.desk, 'GET', '/next-moves');
    await page.keyboard.press('j');
    await moves()
      .locator('[data-chosen]')
      .getByText(rows[1]?.code ?? '')
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: `Aanvraag ${rows[1]?.code}` }).waitFor();
  });

  it('is readable for everybody, also on a phone and in the dark', async () => {
    for (const size of ['desktop', 'phone'] as const) {
      await openMoves(size);
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        expect(await violationsOn(page), `${size} ${scheme}`).toEqual([]);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
      expect(wide, 'nothing hangs over the edge').toBe(false);
      if (size === 'desktop') await page.close();
    }
  });
});

describe('what frees most on a ward', () => {
  it('stands under the beds with who is to act, and opens the stay', async () => {
    const [ward] = server.small.wards;
    const { stayId } = await admitted(server, 'Feenstra', 0);
    const day = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const owned = { owner: 'home-care', ownerName: 'Icare', due: day };
    await callAs(server, ward, 'POST', `/stays/${stayId}/barriers`, { code: 'home-care', ...owned });
    page = await openAs(browser, server.url, ward.id);
    await page.goto(`${server.url}/afdeling/${ward.unitId}`);
    const panel = page.getByRole('region', { name: 'Wat maakt het meeste vrij?' });
    await panel.getByText(/^Scheelt .*beddag/).waitFor();
    await panel.getByText('Aan zet: Icare').waitFor();
    await panel.getByRole('button', { name: 'Wie het oplost' }).click();
    await panel.getByRole('heading', { name: 'thuiszorg' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await panel.getByRole('link', { name: /^Open verblijf: bed/ }).click();
    await page.waitForURL(`**/verblijf/${stayId}`);
  });
});
