import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CodeView, DoorView } from '#modules/people/contract.ts';
import { askPlace, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openBrowser, openPage } from './browser.ts';
import { SOON } from './hand.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ placesPerUnit: 4 }), openBrowser()]);
  const { gp, places } = server.small;
  const { id } = await askPlace(server, 'Geertje Hofsteenge', [places[0][0] as string]);
  const { request } = await callAs<{ request: { person: { id: string } } }>(
    ...([server, gp, 'GET', `/requests/${id}`] as const),
  );
  const door = `/persons/${request.person.id}/door`;
  const { token } = await callAs<DoorView>(server, gp, 'POST', door, {});
  page = await openPage(browser, 'phone');
  const ask = async (path: string, data: object) =>
    (await page.request.post(server.url + path, { data })).json();
  const born = { token, birthDate: '1943-05-02' };
  const { practiceCode: code } = (await ask('/api/v1/own/code', born)) as CodeView;
  await ask('/api/v1/own/session', { token, code });
  await page.goto(`${server.url}/mijn`);
  await page.getByRole('button', { name: 'Mijn gesprek' }).click(SOON);
  await page.getByRole('button', { name: 'Begin mijn gesprek' }).click(SOON);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

const network = () => page.getByRole('region', { name: 'Mensen om mij heen' });
const button = (name: string) => network().getByRole('button', { name, exact: true });
const listed = () => network().getByRole('listitem').allInnerTexts();

describe('the network of the person, on their own phone', () => {
  it('is drawn and listed with how it goes for who cares, and keeps what was typed without a line', async () => {
    await button('Iemand erbij').click(SOON);
    await network().getByLabel('Naam').fill('Ans Vos');
    await network().getByLabel('Wie is dit voor u?').fill('dochter');
    await button('Is mantelzorger').click(SOON);
    await button('het is te veel').click(SOON);
    await network().getByLabel('Wat vraagt de mantelzorger voor zichzelf?').fill('Wie neemt het over?');
    expect(await violationsOn(page)).toEqual([]);
    await page.context().setOffline(true);
    await button('Bewaar').click(SOON);
    await network().getByText('Geen verbinding').first().waitFor(SOON);
    await page.context().setOffline(false);
    await button('Bewaar').click(SOON);
    await expect.poll(listed, SOON).toHaveLength(1);
    expect((await listed())[0]).toMatch(/Ans Vos dochter.*het is te veel.*Wie neemt het over\?/s);
    await network()
      .getByRole('img', { name: /^Tekening van wie/ })
      .waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('lets go of somebody', async () => {
    await network().getByRole('button', { name: 'Haal weg: Ans Vos' }).click(SOON);
    await network().getByText('Er staat nog niemand.').waitFor(SOON);
    expect(await listed()).toEqual([]);
  });
});
