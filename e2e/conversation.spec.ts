import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeView, DoorView } from '#modules/people/contract.ts';
import { askPlace, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, openPage } from './browser.ts';
import { SOON } from './hand.ts';
import { type RunningServer, startServer } from './server.ts';

const AT_ONCE = 1_000;
const BIRTH = '1943-05-02';
/** Where the GP of the small region works. */
const PRACTICE = 'Praktijk';

let server: RunningServer;
let browser: Browser;
let page: Page;
let requestId: string;

/** A page of the person, who came in by their own link. */
const ownPage = async (personId: string): Promise<Page> => {
  const { gp } = server.small;
  const { token } = await callAs<DoorView>(server, gp, 'POST', `/persons/${personId}/door`, {});
  const own = await openPage(browser, 'phone');
  const ask = async (path: string, data: object) =>
    (await own.request.post(server.url + path, { data })).json();
  const { practiceCode: code } = (await ask('/api/v1/own/code', { token, birthDate: BIRTH })) as CodeView;
  await ask('/api/v1/own/session', { token, code });
  // What the voice of the browser is given to say.
  await own.addInitScript(() => {
    const spoken: string[] = [];
    (window as unknown as { spoken: string[] }).spoken = spoken;
    window.speechSynthesis.speak = (words) => void spoken.push(`${words.lang} ${words.text}`);
  });
  return own;
};

const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string) => page.getByRole('heading', { name, exact: true });
const tabTo = async (name: string, role: 'button' | 'slider' | 'checkbox' | 'textbox'): Promise<void> => {
  const part = page.getByRole(role, { name }).first();
  for (let tries = 0; tries < 40; tries++) {
    if (await part.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key never came at ${name}`);
};

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ placesPerUnit: 4 }), openBrowser()]);
  const { places } = server.small;
  requestId = (await askPlace(server, 'Geertje Hofsteenge', [places[0][0] as string])).id;
  const { request } = await callAs<{ request: { person: { id: string } } }>(
    ...([server, server.small.gp, 'GET', `/requests/${requestId}`] as const),
  );
  page = await ownPage(request.person.id);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

describe('the conversation on the phone of the person', () => {
  it('is begun and filled with the keyboard alone, read aloud, and kept by itself', async () => {
    await page.goto(`${server.url}/mijn`);
    await button('Mijn gesprek').press('Enter');
    await button('Begin mijn gesprek').waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
    await button('Begin mijn gesprek').press('Enter');
    await heading('Lichaam').waitFor(SOON);
    expect(await heading('Lichaam').evaluate((element) => element === document.activeElement)).toBe(true);
    await tabTo('Lees voor', 'button');
    await page.keyboard.press('Enter');
    const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
    expect(spoken[0]).toMatch(/^nl-NL Lichaam\. Hoe gaat het met uw lichaam\?.*slapen en moe zijn/);
    await tabTo('Hoe voelt dit nu voor u?', 'slider');
    const slider = page.getByRole('slider');
    expect(await slider.getAttribute('aria-valuetext')).toBe('Nog niets gekozen');
    for (const _ of [1, 2]) await page.keyboard.press('ArrowLeft');
    expect(await slider.getAttribute('aria-valuetext')).toBe('Niet zo goed, stip 3 van 10');
    await tabTo('Hoe gaat het met uw lichaam?', 'textbox');
    await page.keyboard.type('Ik slaap slecht');
    await tabTo('Hier wil ik over praten', 'checkbox');
    await page.keyboard.press('Space');
    await page.getByText('Bewaard').waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
    await tabTo('Volgende', 'button');
    await page.keyboard.press('Enter');
    await heading('Gedachten en gevoelens').waitFor(SOON);
  });

  it('keeps on the page what was typed without a line, says so, and keeps it by itself', async () => {
    await page.context().setOffline(true);
    await button('Iets beter').click();
    await page.getByRole('textbox').fill('Ik pieker over brieven');
    await page.getByText('Er is nu geen verbinding').waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.getByRole('textbox').inputValue()).toBe('Ik pieker over brieven');
    const stored = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    expect(stored).not.toContain('brieven');
    await page.context().setOffline(false);
    await page.getByText('Bewaard').waitFor(SOON);
    await page.reload();
    await button('Mijn gesprek').click();
    await page.getByText('Ik pieker over brieven').waitFor(SOON);
    await page.getByRole('row', { name: /Lichaam Niet zo goed, stip 3 van 10/ }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  it('is finished, shared part by part, and what is shut is off an open screen within a second', async () => {
    await button('Het gesprek is klaar').click();
    await page.getByText(/^Klaar op/).waitFor(SOON);
    await page.getByLabel('Deel met').selectOption({ label: PRACTICE });
    const shares = page.getByRole('group', { name: PRACTICE });
    await shares.getByLabel('Lichaam').check();
    await page.getByText(`${PRACTICE} mag 1 deel zien.`).waitFor({ state: 'attached', ...SOON });
    expect(await violationsOn(page)).toEqual([]);
    const gp = await openAs(browser, server.url, server.small.gp.id);
    await gp.goto(`${server.url}/gesprek`);
    await gp.getByRole('link', { name: /Geertje Hofsteenge/ }).click();
    await gp.getByText('Ik slaap slecht').waitFor(SOON);
    expect(await gp.locator('body').innerText()).not.toContain('Ik pieker over brieven');
    expect(await violationsOn(gp)).toEqual([]);
    await shares.getByRole('button', { name: /Niets meer/ }).focus();
    const began = performance.now();
    await page.keyboard.press('Enter');
    await gp.getByText('Ik slaap slecht').waitFor({ state: 'detached', timeout: 5_000 });
    expect(performance.now() - began).toBeLessThan(AT_ONCE);
    await gp.getByText('niet meer voor u').waitFor(SOON);
    await gp.close();
  });

  it('is filled together at the practice, and taken along as a file', async () => {
    const gp = await openAs(browser, server.url, server.small.gp.id);
    await gp.goto(`${server.url}/aanvragen/${requestId}`);
    await gp.getByRole('button', { name: 'Gesprek: samen invullen' }).click(SOON);
    await gp.getByRole('heading', { name: 'Lichaam' }).waitFor(SOON);
    await gp.getByRole('button', { name: 'Iets beter' }).click();
    await gp.getByText('Bewaard').waitFor(SOON);
    expect(await violationsOn(gp)).toEqual([]);
    await gp.getByRole('button', { name: 'Naar het overzicht' }).click();
    await gp.getByRole('button', { name: 'Het gesprek is klaar' }).click();
    await gp.getByText('Het gesprek staat nu bij de persoon zelf').waitFor(SOON);
    await gp.close();
    await page.reload();
    await button('Mijn gesprek').click();
    await page.getByText(/^Samen ingevuld met/).waitFor(SOON);
    const [saved] = await Promise.all([page.waitForEvent('download'), button('Bewaar als bestand').click()]);
    expect(saved.suggestedFilename()).toBe('mijn-gesprek.json');
    await page.getByRole('heading', { name: 'Eerdere gesprekken' }).waitFor();
    await page.close();
  });
});
