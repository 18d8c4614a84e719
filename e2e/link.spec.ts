import { createHmac, randomBytes } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { noSettings } from '#app/messages.ts';
import { HOUR } from '#kernel/interval.ts';
import { LINK_PURPOSE } from '#modules/capacity/index.ts';
import { signLink } from '#platform/signed-link.ts';
import { callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser, openPage } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

const SOON = { timeout: 15_000 };
const key = randomBytes(32);
const linkKey = createHmac('sha256', key).update('links').digest();

let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServer({ placesPerUnit: 4, products: ['elv-high'] }, { messages: { ...noSettings(), key } }),
    openBrowser(),
  ]);
});
afterEach(() => page.close());
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

const unit = () => server.small.units[0];
const linkOf = (until: number): string =>
  `/k/${signLink(linkKey, { purpose: LINK_PURPOSE, subject: unit(), until })}`;
/** A phone that nobody ever signed in on. */
const openLink = async (until = Date.now() + HOUR): Promise<() => Promise<number>> => {
  page = await openPage(browser, 'phone');
  const clicks = await countClicks(page);
  await page.goto(server.url + linkOf(until));
  return clicks;
};
const boardFree = async (): Promise<number> => {
  const board = await callAs<{ rows: { siteId: string; free: number }[] }>(
    server,
    server.small.gp,
    'GET',
    '/board',
  );
  return board.rows.find((row) => row.siteId === server.small.sites[0])?.free ?? -1;
};

describe('the message of a ward on a phone', () => {
  it('is answered with one press, without signing in', async () => {
    const clicks = await openLink();
    await page.getByRole('button', { name: 'Klopt nog' }).click();
    await page.getByText('Bedankt. Het bord is bij.').waitFor();
    expect(await clicks()).toBe(1);
    expect(await violationsOn(page)).toEqual([]);
  });
  it('closes a bed in three presses, and the board has one less', async () => {
    const before = await boardFree();
    const clicks = await openLink();
    await page.getByRole('button', { name: 'Een minder vrij' }).click();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('radio', { name: 'Isolatie' }).or(page.getByText('Isolatie')).first().click();
    await page.getByRole('button', { name: 'Sla op, dit klopt' }).click();
    await page.getByText('Bedankt').waitFor();
    expect(await clicks()).toBe(3);
    await expect.poll(boardFree, SOON).toBe(before - 1);
  });
  it('says that a link is over, and whom to call; nothing of the ward is shown', async () => {
    await openLink(Date.now() - 1);
    await page.getByText('Deze link werkt niet meer.').waitFor();
    expect(await page.getByText('vrij', { exact: true }).count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe('"klopt niet"', () => {
  it('is reported where one meets it, in three presses, and the ward has a clock', async () => {
    page = await openAs(browser, server.url, 'gp');
    const clicks = await countClicks(page);
    await page.goto(`${server.url}/bord`);
    await page.getByRole('button', { name: 'Waarom?' }).first().click();
    await page.getByRole('button', { name: 'Klopt niet', exact: true }).click();
    await page.getByRole('button', { name: 'Meld: klopt niet' }).click();
    await page.getByText(/^Gemeld\./).waitFor();
    expect(await clicks()).toBe(3);
    await page.close();
    await openLink();
    await page.getByText('Iemand hoorde iets anders').waitFor();
  });
});

describe('the roster of a ward', () => {
  it('is written in an ordinary week and refuses more beds than there are', async () => {
    page = await openAs(browser, server.url, server.small.wards[0].id);
    await page.goto(`${server.url}/afdeling/${unit()}`);
    await page.getByRole('link', { name: 'Rooster' }).click();
    const cell = page.getByLabel('maandag, Ochtend');
    await cell.fill('9');
    await page.getByText('Vul een heel getal in van 0 tot 4').waitFor();
    await cell.fill('3');
    await page.getByRole('button', { name: 'Bewaar de week' }).click();
    await page.getByText('De week is bewaard').first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe('without network', () => {
  it('the last board opens from what this device kept, with its age, and nothing can be held', async () => {
    const away = await startServer({ placesPerUnit: 2 });
    page = await openAs(browser, away.url, 'gp', 'desktop', { serviceWorkers: 'allow' });
    await page.goto(`${away.url}/bord`);
    await page.getByRole('table').waitFor();
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    // Once through the worker, so that page, files and board are kept.
    await page.reload();
    await page.getByRole('table').waitFor();
    await page.reload();
    await page.getByRole('table').waitFor();
    await away.close();
    await page.reload();
    await page
      .getByText(/^Het laatste bord, van/)
      .first()
      .waitFor(SOON);
    expect(await page.getByRole('button', { name: /vasthouden|aanvraag/i }).count()).toBe(0);
    expect(await page.getByText('Afdeling 1').count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe('what everybody may see', () => {
  it('is empty until a house says so, and then shows its counts', async () => {
    page = await openPage(browser);
    await page.goto(`${server.url}/openbaar`);
    await page.getByText('Nog geen huis maakt zijn cijfers openbaar').waitFor();
    await callAs(server, server.small.wards[0], 'POST', '/organisation/publishes', { publishes: true });
    const shown = async (): Promise<boolean> => {
      await page.reload();
      return page
        .getByText('ELV hoog')
        .first()
        .waitFor({ timeout: 5_000 })
        .then(() => true)
        .catch(() => false);
    };
    await expect.poll(shown, { timeout: 60_000 }).toBe(true);
    expect(await violationsOn(page)).toEqual([]);
  });
});
