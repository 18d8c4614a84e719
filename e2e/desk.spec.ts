import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { askPlace, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser, type SIZES } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;
let page: Page;
let clicks: () => Promise<number>;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer({ placesPerUnit: 20 })]);
});

afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});

afterEach(() => page.close());

const openDesk = async (size: keyof typeof SIZES = 'desktop', search = ''): Promise<void> => {
  page = await openAs(browser, server.url, 'desk', size);
  clicks = await countClicks(page);
  await page.goto(`${server.url}/loket${search}`);
  await page.getByRole('region', { name: 'Rij' }).waitFor();
};

const strip = (code: string) => page.getByRole('region', { name: 'Rij' }).getByText(code);
const open = (code: string) => page.getByRole('region', { name: `Aanvraag ${code}` });

interface Asked {
  readonly request: {
    readonly state: string;
    readonly closeReason: string | null;
    readonly offers: { state: string }[];
  };
}
const asked = async (id: string): Promise<Asked['request']> =>
  (await callAs<Asked>(server, server.small.desk, 'GET', `/requests/${id}`)).request;

describe('the desk chooses a place', () => {
  it('with the keyboard alone: walk the row, choose the second, send, and take it back', async () => {
    const first = await askPlace(server, 'Hoving', []);
    const second = await askPlace(server, 'Sloots', []);
    await openDesk();
    await open(first.code).waitFor();
    await page.keyboard.press('j');
    await open(second.code).waitFor();
    const sends = open(second.code).getByRole('button', { name: /Stuur aanvraag/ });
    await sends.first().waitFor();
    await page.keyboard.press('2');
    const site = await page.getByRole('columnheader').nth(1).innerText();
    await page.keyboard.press('Enter');
    await page
      .getByText(/Aanvraag gestuurd naar .*, antwoord uiterlijk/)
      .first()
      .waitFor();
    await open(second.code).getByText('Bed vastgehouden').waitFor();
    expect(site).toContain(await open(second.code).locator('li b').first().innerText());
    expect((await asked(second.id)).state).toBe('offered');
    await page.keyboard.press('z');
    await sends.first().waitFor();
    expect((await asked(second.id)).state).toBe('searching');
    expect((await asked(first.id)).offers, 'the other request was left alone').toEqual([]);
    expect(await clicks()).toBe(0);
  });

  it('hears a new request without asking for it', async () => {
    await openDesk();
    const { code } = await askPlace(server, 'Venema', []);
    await strip(code).waitFor({ timeout: 5_000 });
  });

  it('asks first before it says there is no place, and then the row is shorter', async () => {
    const { id, code } = await askPlace(server, 'Kremer', []);
    await openDesk('desktop', `?aanvraag=${id}`);
    await open(code).getByRole('button', { name: 'Geen plek' }).waitFor();
    await page.keyboard.press('0');
    await open(code).getByText('Dit telt mee als “geen plek”').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect((await asked(id)).state).toBe('searching');
    await page.keyboard.press('0');
    await open(code).getByRole('button', { name: 'Ja, sluit' }).waitFor();
    await page.keyboard.press('Enter');
    await strip(code).waitFor({ state: 'detached' });
    expect(await asked(id)).toMatchObject({ state: 'closed', closeReason: 'no-place' });
  });

  it('asks a second house beside the first, and takes one question back', async () => {
    const { id, code } = await askPlace(server, 'Wiers', [server.small.places[0][19] as string]);
    await openDesk('desktop', `?aanvraag=${id}`);
    await open(code).getByText('Bed vastgehouden').waitFor();
    await page.keyboard.press('m');
    await open(code)
      .getByRole('button', { name: /Stuur aanvraag/ })
      .first()
      .waitFor();
    await page.keyboard.press('Enter');
    await expect
      .poll(async () => (await asked(id)).offers.filter(({ state }) => state === 'open').length)
      .toBe(2);
    await open(code)
      .getByRole('button', { name: /Trek in/ })
      .first()
      .click();
    await expect
      .poll(async () => (await asked(id)).offers.filter(({ state }) => state === 'open').length)
      .toBe(1);
  });

  it('puts somebody who did not come back in the row', async () => {
    const { id, code, offers } = await askPlace(server, 'Jager', [server.small.places[1][19] as string]);
    await callAs(server, server.small.wards[1], 'POST', `/offers/${offers[0]?.id}/accept`, {
      doctor: 'dr. Oefen',
    });
    await openDesk('desktop', `?aanvraag=${id}`);
    await open(code).getByText('dr. Oefen neemt op').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await open(code).getByRole('button', { name: 'Niet gekomen' }).click();
    await open(code).getByRole('button', { name: 'Ja, niet gekomen' }).click();
    await open(code)
      .getByRole('button', { name: /Stuur aanvraag/ })
      .first()
      .waitFor();
    expect((await asked(id)).state).toBe('searching');
  });

  it('shows no name in the row nor on the table', async () => {
    const { id, code } = await askPlace(server, 'Zwanenburg', []);
    await openDesk('desktop', `?aanvraag=${id}`);
    await open(code)
      .getByRole('button', { name: /Stuur aanvraag/ })
      .first()
      .waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Zwanenburg');
  });
});

describe('the telephone rings', () => {
  it('keeps the call while the desk looks at something else, and its stopwatch runs', async () => {
    const { code } = await askPlace(server, 'Buiter', []);
    await openDesk();
    await strip(code).waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('Naam').fill('Grevink');
    await page
      .getByRole('timer')
      .getByText(/Telefoon 00:0[1-9]/)
      .waitFor();
    await page.keyboard.press('Alt+n');
    await strip(code).click();
    await open(code).waitFor();
    await page.getByText('nieuwe aanvraag, 1 van 6').waitFor();
    await page.keyboard.press('n');
    expect(await page.getByLabel('Naam').inputValue()).toBe('Grevink');
    await page.getByLabel('Geboortedatum').fill('04071938');
    await page.getByText('Man', { exact: true }).click();
    await page.getByText('Herstel', { exact: true }).click();
    await page.getByText('Laag', { exact: true }).click();
    await page.getByLabel('Waar bellen we u?').fill('0592-00 17 20');
    await page.getByText('Past het best').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Control+Enter');
    await page
      .getByText(/Verstuurd om .* antwoordt uiterlijk/)
      .first()
      .waitFor();
    await page.getByText('Bed vastgehouden').first().waitFor();
    expect(await page.getByRole('timer').count(), 'the call is over').toBe(0);
  });
});

describe.each(['desktop', 'tablet', 'phone'] as const)('on a %s', (size) => {
  it('is whole: no sideways scrolling, nothing axe finds', async () => {
    const { id, code } = await askPlace(server, 'Postma', [], {
      remarks: 'Valt sinds drie weken. Wat is nodig om thuis te blijven?',
    });
    await openDesk(size);
    await strip(code).first().waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.goto(`${server.url}/loket?aanvraag=${id}`);
    await open(code)
      .getByRole('button', { name: /Stuur aanvraag/ })
      .first()
      .waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});
