import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, openPage } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let browser: Browser;
let page: Page;
let requestId: string;

const asked = (placeId: string) => ({
  reason: 'recovery',
  weight: 'high',
  person: { name: 'Geertje Hofsteenge', birthDate: '1941-05-02', sex: 'female' },
  callbackPhone: '0592-00 17 20',
  offers: [{ placeId }],
});

/** A nurse of the second home, who knows nothing of her, presses the emergency button. */
const emergency = (): Promise<unknown> =>
  callAs(server, server.small.wards[1], 'POST', '/emergency', {
    ...{ name: 'Geertje Hofsteenge', birthDate: '1941-05-02' },
    reason: 'benauwd, geen tijd om te vragen',
  });

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ placesPerUnit: 4 }), openBrowser()]);
  const { gp, places } = server.small;
  const sent = await callAs<{ request: { id: string; person: { id: string } } }>(
    server,
    gp,
    'POST',
    '/requests',
    asked(places[0][0] as string),
  );
  requestId = sent.request.id;
  await callAs(server, gp, 'POST', `/persons/${sent.request.person.id}/consents`, {
    purpose: 'welfare',
    receiverKind: 'welfare',
  });
  await emergency();
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

const linkFromGp = async (): Promise<string> => {
  const gp = await openAs(browser, server.url, server.small.gp.id);
  await gp.goto(`${server.url}/aanvragen/${requestId}`);
  await gp.getByRole('button', { name: 'Inzage voor de persoon' }).click();
  await gp.getByRole('button', { name: 'Maak de brief' }).click();
  const address = (await gp.getByText('/mijn#').first().textContent()) ?? '';
  expect(await violationsOn(gp)).toEqual([]);
  await gp.getByRole('button', { name: 'Print de brief' }).waitFor();
  await gp.close();
  return address;
};

describe("the resident's own view", () => {
  it('from the letter of the GP to the answer about the emergency button, with the keyboard only', async () => {
    const link = await linkFromGp();
    page = await openPage(browser, 'phone');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(link);
    await page.getByLabel('Uw geboortedatum').waitFor();
    expect(page.url()).toBe(`${server.url}/mijn`);
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.type('03-05-1941');
    await page.keyboard.press('Enter');
    await page.getByText('horen niet bij elkaar').waitFor();
    await page.getByLabel('Uw geboortedatum').fill('2-5-1941');
    await page.keyboard.press('Enter');
    const code = await page
      .locator('b')
      .filter({ hasText: /^\d{6}$/ })
      .textContent();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByLabel('Code van zes cijfers').waitFor();
    await page.keyboard.type(code ?? '');
    await page.keyboard.press('Enter');
    await page.getByText('Noodknop: “benauwd, geen tijd om te vragen”').waitFor();
    await page.getByText('Iemand probeerde uw link').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ik heb een vraag' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('Wie was dit?');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Zuid Zorg antwoordt uiterlijk').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    // The secret of the link never travelled in an address.
    expect(asked.filter((url) => url.includes(link.split('#')[1] ?? '-'))).toEqual([]);
    await page.reload();
    await page.getByText('Zuid Zorg antwoordt uiterlijk').waitFor();
    await page.getByRole('button', { name: 'Toestemming' }).press('Enter');
    await page.getByText('Zorg en welzijn overleggen over mij').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Trek in' }).press('Enter');
    await page.getByText('Ingetrokken op').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Sluit af' }).press('Enter');
    await page.getByText('Open uw persoonlijke link').waitFor();
    await page.reload();
    await page.getByText('Open uw persoonlijke link').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Hofsteenge');
    await page.close();
  });

  it('without link or session says where the link is', async () => {
    page = await openPage(browser, 'phone');
    await page.goto(`${server.url}/mijn`);
    await page.getByText('Open uw persoonlijke link').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.close();
  });
});
