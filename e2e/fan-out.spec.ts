import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askPlace, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser, type SIZES } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

/** The machine may be busy; a story only counts what the hand does. */
const SOON = { timeout: 15_000 };

interface Offer {
  readonly id: string;
  readonly state: string;
  readonly byItself: boolean;
  readonly extra: { readonly role: string; readonly reason: string } | null;
}

let browser: Browser;
let first: RunningServer;
let person: RunningServer;
let page: Page;
let clicks: () => Promise<number>;
let used = 0;

beforeAll(async () => {
  [browser, first, person] = await Promise.all([
    openBrowser(),
    startServer({ placesPerUnit: 12, autoNext: true }),
    startServer({ placesPerUnit: 12, autoNext: true, choice: 'person' }),
  ]);
});
afterEach(async () => {
  await page.close();
  used++;
});
afterAll(async () => {
  await leaveBrowser(browser);
  await first.close();
  await person.close();
});

const bed = (server: RunningServer, home: 0 | 1 = 0): string => server.small.places[home][used] as string;
const open = async (
  server: RunningServer,
  who: { id: string },
  path: string,
  size: keyof typeof SIZES = 'desktop',
): Promise<void> => {
  page = await openAs(browser, server.url, who.id, size);
  clicks = await countClicks(page);
  await page.goto(server.url + path);
};
const openWard = (server: RunningServer, home: 0 | 1 = 0, size: keyof typeof SIZES = 'desktop') =>
  open(server, server.small.wards[home], `/afdeling/${server.small.units[home]}`, size);
const doctorKnown = async (): Promise<void> => {
  await page.evaluate(() => localStorage.setItem('verkeerstoren.admitting-doctor', 'dr. K. Postma'));
  await page.reload();
};
const press = (name: string, within: Page | ReturnType<Page['getByRole']> = page): Promise<void> =>
  // The key that does the same is part of what is read aloud.
  within.getByRole('button', { name: new RegExp(`^${name}( [A-Z])?$`) }).click();
const seen = async (server: RunningServer, id: string): Promise<{ state: string; offers: Offer[] }> =>
  (
    await callAs<{ request: { state: string; offers: Offer[] } }>(
      server,
      server.small.gp,
      'GET',
      `/requests/${id}`,
    )
  ).request;
const statesOf = async (server: RunningServer, id: string): Promise<string[]> =>
  (await seen(server, id)).offers.map(({ state }) => state);

describe('a house says no', () => {
  it('in two presses, and the next is asked by itself; who asked reads after whose no', async () => {
    const { id } = await askPlace(first, 'Geertje Smid', [bed(first)]);
    await openWard(first);
    await press('Nee');
    await press('Geen personeel');
    await expect.poll(() => statesOf(first, id), SOON).toEqual(['refused', 'open']);
    expect(await clicks()).toBe(2);
    expect((await seen(first, id)).offers[1]?.byItself).toBe(true);
    await page.close();
    await open(first, first.small.gp, `/aanvragen/${id}`);
    await page.getByText('Huis zuid vanzelf gevraagd').waitFor();
    await page.getByText('na nee van Huis noord').waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe('a house can, but later', () => {
  it('says so in three presses; who asked agrees in one, and the ward says yes for that day', async () => {
    const { id } = await askPlace(first, 'Roelof Bakker', [bed(first)]);
    await openWard(first);
    await press('Ja, maar later');
    await page.getByRole('group', { name: 'Vanaf welke dag?' }).getByRole('button').nth(2).click();
    expect(await violationsOn(page)).toEqual([]);
    await press('Middag');
    await page.getByText('De verwijzer antwoordt voor').waitFor();
    expect(await clicks()).toBe(3);
    expect(await statesOf(first, id)).toEqual(['alternative']);

    await page.close();
    await open(first, first.small.gp, `/aanvragen/${id}`, 'phone');
    await page.getByRole('heading', { name: 'Kan, maar later' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await press('Dan pas, akkoord');
    await expect.poll(() => statesOf(first, id), SOON).toEqual(['open']);
    expect(await clicks()).toBe(1);

    await page.close();
    await openWard(first);
    await doctorKnown();
    await press('Ja');
    await page.getByRole('button', { name: /^Accepteer op bed/ }).click();
    await expect.poll(async () => (await seen(first, id)).state, SOON).toBe('accepted');
    expect(await clicks()).toBeLessThanOrEqual(3);
  });

  it('or who asked searches on with one press', async () => {
    const { id, offers } = await askPlace(first, 'Harm Dekker', [bed(first)]);
    const from = new Date(Date.now() + 3 * 86_400_000).toISOString();
    await callAs(first, first.small.wards[0], 'POST', `/offers/${offers[0]?.id}/alternative`, { from });
    await open(first, first.small.gp, `/aanvragen/${id}`);
    await press('Nee, zoek verder');
    await expect.poll(() => statesOf(first, id), SOON).toEqual(['withdrawn', 'open']);
  });
});

describe('the person chooses', () => {
  it('among the houses that said yes, with one press; the others hear that it is settled', async () => {
    const { id, offers } = await askPlace(person, 'Jantje Prins', [bed(person, 0), bed(person, 1)]);
    await openWard(person);
    await doctorKnown();
    await press('Ja');
    await page.getByRole('button', { name: /^Accepteer op bed/ }).click();
    await page.getByText('De familie kiest voor').waitFor();
    expect(await clicks()).toBeLessThanOrEqual(3);
    expect(await page.locator('body').innerText()).not.toContain('Jantje');
    await callAs(person, person.small.wards[1], 'POST', `/offers/${offers[1]?.id}/accept`, {
      doctor: 'dr. Zuid',
    });

    await page.close();
    await open(person, person.small.gp, `/aanvragen/${id}`);
    await page.getByRole('heading', { name: 'Welk huis wordt het?' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await press('Kies Huis zuid');
    await expect.poll(() => statesOf(person, id), SOON).toEqual(['withdrawn', 'accepted']);
    expect(await clicks()).toBe(1);
  });
});

describe('no bed is free, and it cannot wait', () => {
  it('the ward makes an extra place with its reason; the family reads it, and it is free for nobody else', async () => {
    const until = new Date(Date.now() + 5 * 86_400_000).toISOString();
    for (const placeId of first.small.places[1]) {
      const closing = { placeId, reason: 'maintenance', until };
      await callAs(first, first.small.wards[1], 'POST', `/units/${first.small.units[1]}/closures`, closing);
    }
    const { id } = await askPlace(first, 'Willem Kok', [], {
      reason: 'crisis',
      urgency: 'crisis',
      askNext: false,
    });
    const placeId = first.small.places[1][0];
    await callAs(first, first.small.desk, 'POST', `/requests/${id}/offers`, { placeId, hold: false });
    await openWard(first, 1);
    await doctorKnown();
    // Who has least time stands first, and a crisis has least.
    const asked = page.getByRole('region', { name: /Nieuwe aanvraag/ }).first();
    await press('Ja', asked);
    await page.getByLabel('Extra plek, want …').fill('crisis, en vannacht is er extra personeel');
    expect(await violationsOn(page)).toEqual([]);
    await press('Accepteer op een extra plek');
    await expect.poll(async () => (await seen(first, id)).state, SOON).toBe('accepted');
    expect(await clicks()).toBeLessThanOrEqual(3);
    const yes = (await seen(first, id)).offers.find(({ state }) => state === 'accepted');
    expect(yes?.extra).toEqual({ role: 'ward', reason: 'crisis, en vannacht is er extra personeel' });
    await page.locator('[data-bed]').getByText('Willem Kok').first().waitFor();
  });
});
