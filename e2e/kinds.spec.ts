import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { putTeams } from '#modules/capacity/index.ts';
import { newId } from '#platform/db/ids.ts';
import { callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser, type SIZES } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

/** Servers and screens share two cores: what comes by the live feed may take a while. */
const SOON = { timeout: 15_000 };

let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await startServer({ placesPerUnit: 6, products: ['elv-high'], confirmed: false });
  browser = await openBrowser();
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});
beforeEach(() => () => page?.close());

const open = async (
  who: { readonly id: string },
  path: string,
  size: keyof typeof SIZES = 'desktop',
): Promise<Page> => {
  page = await openAs(browser, server.url, who.id, size);
  await page.goto(server.url + path);
  return page;
};

const teamOf = async (organisationId: string): Promise<string> => {
  const id = newId();
  await server.house.database.transaction({ actor: 'tester', organisationId: null }, async (tx) => {
    const where = { neighbourhood: 'Peelo', pc4s: ['9403'], phone: '0592-00 52 01' };
    await putTeams(tx, [{ id, organisationId, name: 'Team Peelo', kind: 'home-care', ...where }]);
  });
  return id;
};

describe('a house that reports only numbers', () => {
  const row = () => page.getByRole('row').filter({ has: page.getByRole('link', { name: 'Huis noord' }) });

  it('publishes two on its own screen, in two presses of plus and one of the button', async () => {
    const [ward] = server.small.wards;
    await callAs(server, ward, 'POST', `/units/${server.small.units[0]}/counts`, {
      counts: [{ product: 'elv-high', free: 0 }],
    });
    await open(ward, `/afdeling/${server.small.units[0]}`);
    const clicks = await countClicks(page);
    await page.reload();
    const numbers = page.getByRole('region', { name: 'Wij geven alleen aantallen door' });
    await numbers.getByRole('button', { name: 'Nu vrij, ELV hoog: één meer' }).click();
    await numbers.getByRole('button', { name: 'Nu vrij, ELV hoog: één meer' }).click();
    await numbers.getByRole('button', { name: 'Zet op het bord' }).click();
    await expect.poll(() => page.getByRole('status').first().innerText(), SOON).toContain('op het bord');
    expect(await clicks()).toBe(3);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('shows two on the board; two holds take them, and the third is refused with a next step', async () => {
    await open(server.small.desk, '/bord');
    await row()
      .getByRole('button', { name: /^2 vrij/ })
      .waitFor();
    expect(await row().innerText()).toMatch(/2\s*vrij/);
    const hold = (index: number) =>
      callAs<{ placeId: string }>(server, server.small.gp, 'POST', '/holds', {
        placeId: server.small.places[0][index],
        product: 'elv-high',
      });
    await hold(0);
    await hold(1);
    await expect.poll(() => row().innerText(), SOON).toMatch(/0\s*vol/);
    await expect(hold(2)).rejects.toThrow(/not-published.*Kies het volgende bed dat past/);
    await row()
      .getByRole('button', { name: /Waarom\?/ })
      .first()
      .click();
    const sum = page.getByRole('dialog', { name: 'Waarom 0 vrij?' });
    await sum.waitFor();
    expect((await sum.innerText()).replaceAll(/\s+/g, ' ')).toMatch(/– 4 .*– 2/);
  });
});

describe('a team in the neighbourhood', () => {
  it('tells its number in two presses, and the board shows it with its telephone', async () => {
    const [, ward] = server.small.wards;
    await teamOf(ward.organisationId);
    await open(ward, '/wijk');
    const clicks = await countClicks(page);
    await page.reload();
    await page.getByRole('button', { name: 'Kan erbij, Team Peelo: één meer' }).click();
    await page.getByRole('button', { name: 'Meld 1 voor Team Peelo' }).click();
    await page.getByRole('button', { name: 'Klopt nog, Team Peelo' }).waitFor();
    expect(await clicks()).toBe(2);
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
    await open(server.small.gp, '/bord');
    const line = page.getByRole('row').filter({ has: page.getByText('Team Peelo') });
    await line.waitFor();
    expect(await line.innerText()).toMatch(/1\s*vrij/);
    await line.getByRole('link', { name: 'Bel Team Peelo, 0592-00 52 01' }).waitFor();
  });

  it('says on the board how long one waits, or until when it is no', async () => {
    const { teams } = await callAs<{ teams: { id: string }[] }>(server, server.small.gp, 'GET', '/teams');
    const tell = (body: object) =>
      callAs(server, server.small.wards[1], 'POST', `/teams/${teams[0]?.id}/count`, { free: 0, ...body });
    await open(server.small.gp, '/bord');
    const line = page.getByRole('row').filter({ has: page.getByText('Team Peelo') });
    await line.waitFor();
    await tell({ waitingDays: 9 });
    await expect.poll(() => line.innerText(), SOON).toContain('wachtlijst, 9 dagen');
    await tell({ closedUntil: '2027-01-12' });
    await expect.poll(() => line.innerText(), SOON).toContain('nee, tot di 12 jan');
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe('a hospital', () => {
  it('tells its number in two presses and a stop in two', async () => {
    await open(server.small.transfer, '/ziekenhuis');
    const clicks = await countClicks(page);
    await page.reload();
    const number = page.getByRole('region', { name: 'Spoedpost (SEH)' });
    await number.getByRole('button', { name: 'Spoedpost (SEH): één meer' }).click();
    await number.getByRole('button', { name: 'Meld 1' }).click();
    await number.getByRole('button', { name: 'Klopt nog' }).waitFor();
    expect(await clicks()).toBe(2);
    await number.getByRole('button', { name: 'Meld een stop' }).click();
    await number.getByRole('button', { name: 'Vol' }).click();
    await number.getByText(/Stop sinds/).waitFor();
    expect(await clicks()).toBe(4);
    expect(await violationsOn(page)).toEqual([]);
  });

  it.each(['desktop', 'phone'] as const)(
    'shows the stop on the board with its reason on a %s',
    async (size) => {
      await open(server.small.gp, '/bord', size);
      const stop =
        size === 'phone'
          ? page.getByRole('list', { name: /niemand opnemen/ })
          : page.getByRole('region', { name: 'Druk in de regio' });
      await expect.poll(() => stop.innerText(), SOON).toMatch(/Stop:\s*vol, tot/);
      expect(await violationsOn(page)).toEqual([]);
    },
  );

  it('is open again on the board once it says so', async () => {
    await open(server.small.transfer, '/ziekenhuis');
    await page.getByRole('button', { name: 'Weer open' }).click();
    await page.getByText('De spoedpost is open').waitFor();
    const { hospitals } = await callAs<{ hospitals: { stop: unknown }[] }>(
      server,
      server.small.gp,
      'GET',
      '/pressure',
    );
    expect(hospitals[0]?.stop).toBeNull();
  });
});
