import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askPlace, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser } from './browser.ts';
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

const read = async (id: string): Promise<Record<string, unknown>> =>
  (await callAs<{ request: Record<string, unknown> }>(server, server.small.gp, 'GET', `/requests/${id}`))
    .request;

const openOwn = async (id: string): Promise<Page> => {
  const page = await openAs(browser, server.url, 'gp');
  await page.goto(`${server.url}/aanvragen/${id}`);
  await page.getByRole('region', { name: 'Vragen en antwoorden' }).waitFor();
  return page;
};

describe('a practice asks for somebody who was asked for already', () => {
  it('is told as soon as the person is known, and follows the request that runs', async () => {
    const { id, code } = await askPlace(server, 'Hofsteenge', []);
    const page = await openAs(browser, server.url, 'gp');
    await page.goto(`${server.url}/aanvraag`);
    await page.getByLabel('Naam').fill('Mw. Hofsteenge');
    await page.getByLabel('Geboortedatum').fill('02-05-1943');
    await page.getByText('Vrouw', { exact: true }).click();
    await page.getByText('loopt al een aanvraag').waitFor();
    await page.getByText(`${code}:`).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Volg aanvraag' }).click();
    await page.waitForURL(`**/aanvragen/${id}`);
    await page.close();
  });
});

describe('what goes along with a request', () => {
  it('lets the letter come later and be taken back', async () => {
    const { id } = await askPlace(server, 'Venema', []);
    const page = await openOwn(id);
    const missing = page.getByRole('region', { name: 'Wat nog ontbreekt' });
    await missing.getByText('Verwijsbrief: voeg hem toe').waitFor();
    const file = { name: 'brief.txt', mimeType: 'text/plain', buffer: Buffer.from('Gevallen in de keuken') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('link', { name: 'brief.txt' }).waitFor();
    await missing.getByText('Verwijsbrief: voeg hem toe').waitFor({ state: 'detached' });
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('z');
    await page.getByRole('link', { name: 'brief.txt' }).waitFor({ state: 'detached' });
    const page2 = { ...file, name: 'brief.pdf', buffer: Buffer.from('<html></html>') };
    await page.locator('input[type=file]').setInputFiles(page2);
    await page.getByText('Dit bestand is geen pdf, foto of tekst.').waitFor();
    expect((await read(id))['documents']).toEqual([]);
    await page.close();
  });

  it('carries a question of the ward and the answer of the practice, live and without a name', async () => {
    const { id } = await askPlace(server, 'Boer', [server.small.places[0][10] as string]);
    const own = await openOwn(id);
    const [unitId] = server.small.units;
    const ward = await openAs(browser, server.url, 'ward');
    await ward.goto(`${server.url}/afdeling/${unitId}`);
    await ward.getByText('Stel een vraag').click();
    await ward.getByText('Geen naam noemen.').waitFor();
    await ward.getByRole('textbox', { name: /Geen naam noemen/ }).fill('Loopt de persoon zelf?');
    expect(await violationsOn(ward)).toEqual([]);
    await ward.getByRole('button', { name: 'Verstuur bericht' }).click();
    await own.getByText('Loopt de persoon zelf?').waitFor();
    await own.getByRole('textbox', { name: /Geen naam noemen/ }).fill('Ja, met een rollator.');
    await own.getByRole('button', { name: 'Verstuur bericht' }).click();
    await ward.getByText('Ja, met een rollator.').waitFor();
    expect(await violationsOn(own)).toEqual([]);
    expect(await ward.locator('main').innerText()).not.toContain('Boer');
    await own.close();
    await ward.close();
  });
});

describe('the desk finds no place', () => {
  it('counts it with the reason that stands chosen, in two presses, and the region sees why', async () => {
    const { id, code } = await askPlace(server, 'Kremer', [], { reason: 'observation', weight: 'unknown' });
    const page = await openAs(browser, server.url, 'desk');
    await page.goto(`${server.url}/loket?aanvraag=${id}`);
    const open = page.getByRole('region', { name: `Aanvraag ${code}` });
    await open.getByText('Geen plek', { exact: true }).waitFor();
    await page.keyboard.press('0');
    await open.getByRole('group', { name: 'Waarom was er geen plek' }).waitFor();
    await expect.poll(() => open.locator('[aria-pressed=true]').allInnerTexts()).toContain('Andere reden');
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await read(id))['state']).toBe('closed');
    expect((await read(id))['unmet']).toEqual({ code: 'other', would: [] });
    await page.goto(`${server.url}/wachttijd`);
    const unmet = page.getByRole('region', { name: 'Geen plek' });
    await unmet.getByText('1 aanvraag eindigde zonder plek.').waitFor();
    await page.getByRole('region', { name: 'Waar gewacht is' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
  });

  it('calls the insurer for a crisis, reads a text without a name and writes it down', async () => {
    const { id, code } = await askPlace(server, 'Wiers', [], { urgency: 'crisis' });
    const page = await openAs(browser, server.url, 'desk');
    await page.goto(`${server.url}/loket?aanvraag=${id}`);
    const open = page.getByRole('region', { name: `Aanvraag ${code}` });
    const ladder = open.getByRole('region', { name: 'Hogerop' });
    await ladder.getByRole('button', { name: 'Crisis: de zorgverzekeraar bellen mag nu al' }).click();
    await ladder.getByText('Bel de zorgverzekeraar').waitFor();
    const text = await ladder.innerText();
    expect(text).toContain(code);
    expect(text).not.toContain('Wiers');
    await ladder.getByRole('button', { name: 'Gebeld, leg vast' }).click();
    await ladder.getByText('Zorgverzekeraar gebeld').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
  });
});
