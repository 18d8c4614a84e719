import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StayAnswer } from '#modules/stay/contract.ts';
import { admitted, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, openPage } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let browser: Browser;
let stayId: string;
let personId: string;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ placesPerUnit: 4 }), openBrowser()]);
  const { wards } = server.small;
  ({ stayId } = await admitted(server, 'Geertje Hofsteenge', 0));
  const { stay } = await callAs<StayAnswer>(server, wards[0], 'GET', `/stays/${stayId}`);
  personId = stay.person?.id ?? '';
  const due = new Date(Date.now() + 4 * 86_400_000).toISOString().slice(0, 10);
  await callAs(server, wards[0], 'POST', `/stays/${stayId}/barriers`, {
    ...{ code: 'home-adjustment', owner: 'municipality', due, note: 'Zoon wil het liever niet' },
  });
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

/** Through the door: birth date, then the code that stands on the screen. */
const enter = async (page: Page, link: string, birth: string): Promise<void> => {
  await page.goto(link);
  await page.getByLabel(birth).fill('2-5-1943');
  await page.keyboard.press('Enter');
  const code = page.locator('b').filter({ hasText: /^\d{6}$/ });
  await page.getByLabel('Code van zes cijfers').fill((await code.textContent()) ?? '');
  await page.keyboard.press('Enter');
};

/** The nurse asks the daughter along from the page of the stay. */
const invited = async (): Promise<{ ward: Page; link: string }> => {
  const ward = await openAs(browser, server.url, server.small.wards[0].id);
  await ward.goto(`${server.url}/verblijf/${stayId}`);
  await ward.getByRole('button', { name: 'Nodig een naaste uit' }).click();
  await ward.getByLabel('Naam van de naaste').fill('Anna');
  expect(await violationsOn(ward, '#main')).toEqual([]);
  await ward.getByRole('button', { name: 'Nodig uit' }).click();
  const link = (await ward.getByText('/meelezen#').first().textContent()) ?? '';
  await ward.getByRole('button', { name: 'Klaar', exact: true }).click();
  await ward.getByText('Anna (dochter) leest mee').waitFor();
  return { ward, link };
};

describe('a relative reads along', () => {
  it('from the page of the stay to the telephone of the daughter, and is out within a second when it ends', async () => {
    const { ward, link } = await invited();
    const page = await openPage(browser, 'phone');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await enter(page, link, 'Geboortedatum van uw naaste');
    await page.getByRole('heading', { name: 'Het verblijf van Geertje Hofsteenge' }).waitFor();
    await page.getByText('Vandaag is dag 1 van het verblijf.').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByText('De gemeente beslist over een aanpassing in huis').waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Zoon wil het liever niet');
    // What is not hers is not on the page, and the secret of the link never travelled in an address.
    expect(await page.getByRole('button', { name: 'Wie keek' }).count()).toBe(0);
    expect(asked.filter((url) => url.includes(link.split('#')[1] ?? '-'))).toEqual([]);
    await page.getByRole('button', { name: 'Grotere letters' }).click();
    expect(await violationsOn(page)).toEqual([]);
    // A goal that is written down is on her screen without asking.
    await callAs(server, server.small.wards[0], 'POST', `/stays/${stayId}/wishes`, {
      ...{ kind: 'goal', text: 'Weer zelf koken' },
    });
    await page.getByText('Weer zelf koken').waitFor();
    await ward.getByRole('button', { name: 'Stop meelezen' }).click();
    const pressed = performance.now();
    await page.getByText('U leest niet meer mee').waitFor();
    expect(performance.now() - pressed).toBeLessThan(1_000);
    expect(await page.locator('body').innerText()).not.toContain('Hofsteenge');
    expect(await violationsOn(page)).toEqual([]);
    await Promise.all([page.context().close(), ward.close()]);
  });

  it('the person reads the stay first, asks their daughter along, and sees when she looked', async () => {
    const door = await callAs<{ token: string }>(
      ...([server, server.small.gp, 'POST', `/persons/${personId}/door`, {}] as const),
    );
    const page = await openPage(browser, 'phone');
    await enter(page, `${server.url}/mijn#${door.token}`, 'Uw geboortedatum');
    await page.getByRole('heading', { name: 'Mijn verblijf' }).waitFor();
    await page.getByRole('button', { name: 'Nodig een naaste uit' }).click();
    await page.getByLabel('Naam van de naaste').fill('Bea');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Nodig uit' }).click();
    const link = (await page.getByText('/meelezen#').first().textContent()) ?? '';
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Klaar' }).click();
    const daughter = await openPage(browser, 'phone');
    await enter(daughter, link, 'Geboortedatum van uw naaste');
    await daughter.getByText('Vandaag is dag 1').waitFor();
    await page.getByRole('button', { name: 'Wie keek' }).click();
    await page.getByText('Uw dochter Bea').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Mijn verblijf' }).click();
    await page.getByRole('button', { name: 'Stop meelezen' }).click();
    await page.getByText('Niemand leest mee').waitFor();
    await daughter.getByText('U leest niet meer mee').waitFor();
    await Promise.all([page.context().close(), daughter.context().close()]);
  });
});
