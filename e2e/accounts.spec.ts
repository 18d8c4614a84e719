import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openBrowser } from './browser.ts';
import { addAuthenticator, codeOf, inviteFirst, openStranger, startProduction } from './production.ts';
import type { RunningServer } from './server.ts';

const PASSWORD = 'paraplu molen twaalf gitaar';

let server: RunningServer;
let browser: Browser;
let page: Page;
let secret = '';

beforeAll(async () => {
  [server, browser] = await Promise.all([startProduction(), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

const signOut = async (): Promise<void> => {
  await page.getByRole('button', { name: /U werkt als/ }).click();
  await page.getByRole('button', { name: 'Meld af' }).click();
  await page.getByRole('heading', { name: 'Aanmelden' }).waitFor();
};

/** Everything the browser keeps of the tower besides cookies. */
const kept = () =>
  page.evaluate(async () => {
    const cached: string[] = [];
    for (const name of await caches.keys())
      for (const request of await (await caches.open(name)).keys()) cached.push(request.url);
    const databases = (await indexedDB.databases()).map(({ name }) => name);
    return { stored: JSON.stringify([{ ...localStorage }, { ...sessionStorage }]), cached, databases };
  });

/** The words on what has the focus now. */
const focused = (): Promise<string> =>
  page.evaluate(() => {
    const here = document.activeElement;
    return (here as HTMLInputElement).labels?.[0]?.textContent ?? here?.textContent ?? '';
  });

it('an invitation becomes an account: a password, an app, and codes to keep', async () => {
  page = await openStranger(browser, 'phone');
  await page.goto(await inviteFirst(server));
  await page.getByRole('heading', { name: 'Uw uitnodiging' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  const password = page.getByLabel('Kies een wachtwoord');
  await password.fill('kort');
  await page.getByText('Nog 8 tekens erbij').waitFor();
  await password.press('Enter');
  await page.getByText('Dit wachtwoord is te kort.').waitFor();
  await password.fill(PASSWORD);
  await page.getByRole('button', { name: 'Ga verder' }).click();
  await page.getByRole('heading', { name: 'Kies uw tweede stap' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByText('App met codes op uw telefoon').click();
  await page.getByRole('button', { name: 'Ga verder' }).click();
  await page.getByRole('img', { name: 'Vierkant om te scannen' }).waitFor();
  secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  expect(await violationsOn(page)).toEqual([]);
  await page.getByLabel('Code die de app nu toont').fill(await codeOf(secret));
  await page.getByRole('button', { name: 'Klaar' }).click();
  await page.getByRole('heading', { name: 'Bewaar uw herstelcodes' }).waitFor();
  expect(await page.locator('ol code').count()).toBe(10);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
  await page.getByRole('heading', { name: 'Loket' }).waitFor();
  await page.context().close();
});

it('in by keyboard alone: a wrong code is one sentence, the right one opens the page that was asked', async () => {
  page = await openStranger(browser);
  await page.goto(`${server.url}/afspraken`);
  await page.getByRole('heading', { name: 'Aanmelden' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  const until = async (words: RegExp): Promise<void> => {
    for (let press = 0; press < 8 && !words.test(await focused()); press++) await page.keyboard.press('Tab');
    expect(await focused()).toMatch(words);
  };
  await until(/E-mailadres/);
  await page.keyboard.type('beheer@loket.example');
  await until(/Wachtwoord/);
  await page.keyboard.type('een ander wachtwoord');
  await page.keyboard.press('Enter');
  await page.getByText('Aanmelden lukt niet met dit e-mailadres en wachtwoord.').waitFor();
  await page.getByLabel('Wachtwoord').selectText();
  await page.keyboard.type(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Nog één stap' }).waitFor();
  await expect.poll(focused).toMatch(/Code van 6 cijfers/);
  await page.keyboard.type('000 000');
  await page.keyboard.press('Enter');
  await page.getByText('Deze code klopt niet of is al gebruikt.').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await expect.poll(focused).toMatch(/Code van 6 cijfers/);
  await page.getByLabel('Code van 6 cijfers').selectText();
  // The code of this half minute was used when the app was set up.
  await page.keyboard.type(await codeOf(secret, 1));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Afspraken', exact: true }).waitFor();
});

it('a passkey is made, stands in the account, and opens the tower without a password', async () => {
  await addAuthenticator(page);
  await page.goto(`${server.url}/account`);
  await page.getByRole('heading', { name: 'Passkeys' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Passkey toevoegen' }).click();
  await page.getByLabel('Naam van deze passkey').fill('Laptop van het loket');
  await page.getByRole('button', { name: 'Maak de passkey' }).click();
  await page.getByText('Laptop van het loket').waitFor();
  // A name that a ward keeps for the next yes.
  await page.evaluate(() => localStorage.setItem('verkeerstoren.admitting-doctor', 'dr. K. Postma'));
  expect((await kept()).stored).toContain('Postma');
  await signOut();
  const left = await kept();
  expect(left.stored).not.toMatch(/Postma|Jolanda|Beens|loket|Laptop|[A-Za-z0-9_-]{43}/);
  expect([left.cached.filter((url) => url.includes('/api/')), left.databases]).toEqual([[], []]);
  const cookies = await page.context().cookies();
  expect(cookies.filter(({ name, value }) => name.includes('verkeerstoren') && value !== '')).toEqual([]);
  await page.getByRole('button', { name: 'Aanmelden met een passkey' }).click();
  await page.getByRole('heading', { name: 'Loket' }).waitFor();
  await page.goto(`${server.url}/account`);
  await page.getByText('Passkey · laatst gebruikt').waitFor();
});

it('a session that runs out while one writes: sign in again, and every word stands there still', async () => {
  await page.goto(`${server.url}/aanvraag`);
  await page.getByLabel('Naam').fill('Geertje Hofsteenge');
  await page.context().clearCookies();
  await page.getByText('Herstel', { exact: true }).click();
  await page.getByText('Hoog', { exact: true }).click();
  await page.getByText('Uw sessie is gestopt.').waitFor();
  await page.getByRole('button', { name: 'Aanmelden met een passkey' }).click();
  await page.getByLabel('Naam').waitFor();
  expect(await page.getByLabel('Naam').inputValue()).toBe('Geertje Hofsteenge');
  await page.context().close();
});
