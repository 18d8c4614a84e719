import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

/** The machine may be busy; a story only counts what the hand does. */
const SOON = { timeout: 15_000 };

let browser: Browser;
let server: RunningServer;
let page: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer({ placesPerUnit: 20 })]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});
afterEach(async () => page.close());

interface Seen {
  readonly id: string;
  readonly product: string;
  readonly triage: { readonly complete: boolean; readonly deviation: string | null };
  readonly offers: readonly { readonly id: string; readonly unitId: string; readonly state: string }[];
}

const press = (name: string | RegExp): Promise<void> => page.getByRole('button', { name }).click();
const text = (words: string | RegExp) => page.getByText(words).first();

/** The form with the person typed and why and how heavy chosen; `clicks` counts what the hand did. */
const openForm = async (
  name: string,
  why: string,
  heavy: string,
  size: 'desktop' | 'phone' = 'desktop',
): Promise<() => Promise<number>> => {
  page = await openAs(browser, server.url, server.small.gp.id, size);
  const clicks = await countClicks(page);
  await page.goto(`${server.url}/aanvraag`);
  await page.getByLabel('Naam').focus();
  for (const words of [name, '12-03-1942']) {
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
  }
  for (const key of ['1', 'Tab']) await page.keyboard.press(key);
  await page.keyboard.type('9405');
  await page.getByText(why, { exact: true }).click();
  await page.getByText(heavy, { exact: true }).click();
  return clicks;
};

const sendIt = async (): Promise<string> => {
  await text('Past het best').waitFor(SOON);
  await press(/Verstuur aanvraag/);
  await page.waitForURL('**/aanvragen/*', SOON);
  return page.url().split('/').at(-1) ?? '';
};

const see = async (id: string): Promise<Seen> =>
  (await callAs<{ request: Seen }>(server, server.small.gp, 'GET', `/requests/${id}`)).request;

/** Does the ward that was asked say yes? */
const accept = async (id: string, more: object = {}): Promise<Seen> => {
  const { offers } = await see(id);
  const [offer] = offers;
  const ward = server.small.wards[offer?.unitId === server.small.units[0] ? 0 : 1];
  const body = { doctor: 'dr. Oefen', ...more };
  return (await callAs<{ request: Seen }>(server, ward, 'POST', `/offers/${offer?.id}/accept`, body)).request;
};

describe('the triage in the request', () => {
  it('is confirmed with one press, within eight presses in all, and the ward can say yes', async () => {
    const clicks = await openForm('Hoving', 'Herstel', 'Hoog');
    await text('Thuis lukt het nu niet, ook niet met extra thuiszorg').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await press('Ja, dit klopt allemaal');
    await text('Dit past: ELV hoog complex').waitFor();
    const id = await sendIt();
    expect(await clicks()).toBeLessThanOrEqual(8);
    await text('Dit past: ELV hoog complex').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    expect((await see(id)).triage.complete).toBe(true);
    expect((await accept(id)).offers[0]?.state).toBe('accepted');
  });

  it('may wait: the request goes, and the answers follow on its own page', async () => {
    await openForm('Sloots', 'Herstel', 'Laag');
    const id = await sendIt();
    await expect(accept(id)).rejects.toThrow('triage-missing');
    await press('Ja, dit klopt allemaal');
    await text('Dit past: ELV laag complex').waitFor(SOON);
    expect((await accept(id)).offers[0]?.state).toBe('accepted');
  });

  it('asks the specialist when the GP does not know; the doctor advises without a name, and the ward can go on', async () => {
    await openForm('Venema', 'Herstel', 'Hoog');
    await press('Nee, of weet ik niet');
    await text('Heeft een arts deze persoon gezien?').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    for (const answer of ['Ja', 'Nee', 'Nee', 'Weet ik niet']) {
      await page.getByRole('group').getByRole('button', { name: answer, exact: true }).click();
    }
    await press('De rest klopt');
    await text('Een specialist ouderengeneeskunde denkt mee').waitFor();
    const id = await sendIt();
    await text(/Noord Zorg denkt mee en antwoordt uiterlijk/).waitFor();
    await expect(accept(id)).rejects.toThrow('triage-missing');
    await page.close();

    page = await openAs(browser, server.url, server.small.doctor.id);
    await page.goto(`${server.url}/`);
    await page.waitForURL('**/advies');
    await text('Bel de verwijzer: 0592').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Venema');
    expect(await violationsOn(page)).toEqual([]);
    await press('Geef advies');
    await text('Kies eerst wat hier past.').waitFor();
    await page
      .getByRole('radiogroup', { name: 'Is er een Wlz-indicatie?' })
      .getByText('Nee', { exact: true })
      .click();
    await page.getByText('ELV hoog complex', { exact: true }).click();
    await page.getByLabel('Waarom, in een zin').fill('Meer problemen tegelijk.');
    await press('Geef advies');
    await text('Niemand wacht op advies').waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
    expect((await accept(id)).offers[0]?.state).toBe('accepted');
  });

  it('shows both questions when two answers cannot both be true', async () => {
    await openForm('Kremer', 'Crisis of anders', 'Hoog');
    await press('Nee, of weet ik niet');
    for (const answer of ['Ja', 'Nee', 'Nee', 'Nee']) {
      await page.getByRole('group').getByRole('button', { name: answer, exact: true }).click();
    }
    await text('Deze twee antwoorden passen niet bij elkaar.').waitFor();
    await text('Is er een Wlz-indicatie?').waitFor();
    await text('Is er acuut gevaar, en is opname via de Wlz binnen 24 uur nodig?').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await press(/Wijzig: Is er een Wlz-indicatie/);
    await press('Ja, ook als die niet wordt gebruikt');
    await text('Dit past: crisisopname Wlz').waitFor();
  });

  it('leads next door with a telephone, and goes on only with arguments', async () => {
    await openForm('Bakker', 'Herstel', 'Hoog', 'phone');
    await press('Nee, of weet ik niet');
    for (const answer of ['Ja', 'Nee', 'Nee', 'Ja, ook als die niet wordt gebruikt', 'Nee']) {
      await page.getByRole('group').getByRole('button', { name: answer, exact: true }).click();
    }
    await text('Advies: plek via de Wlz').waitFor();
    const call = page.getByRole('link', { name: 'Bel Zorgkantoor Oefen 0592-00 60 00' });
    await call.waitFor();
    expect(await call.getAttribute('href')).toBe('tel:0592006000');
    expect(await violationsOn(page)).toEqual([]);
    await text('Past het best').waitFor(SOON);
    await press(/Verstuur aanvraag/);
    await text('U wijkt af van het advies. De reden ontbreekt.').waitFor();
    await press('Toch verder');
    await page.getByLabel('Waarom gaat u toch verder?').fill('De indicatie wordt ingetrokken.');
    const id = await sendIt();
    const { triage } = await see(id);
    expect(triage).toMatchObject({ complete: true, deviation: 'De indicatie wordt ingetrokken.' });
    expect((await accept(id)).offers[0]?.state).toBe('accepted');
  });
});
