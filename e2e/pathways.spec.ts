import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { PathwayList } from '#modules/stay/contract.ts';
import { callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { openAs, openBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer({ placesPerUnit: 2 })]);
});

afterAll(async () => {
  await browser.close();
  await server?.close();
});

it('the desk adopts a shorter stay with the keyboard, in its own name; a ward only reads it', async () => {
  const desk = await openAs(browser, server.url, 'desk');
  await desk.goto(`${server.url}/afspraken`);
  await desk.getByRole('link', { name: 'Wat een verblijf is, per soort zorg' }).press('Enter');
  const grz = desk.getByRole('region', { name: 'GRZ: revalidatie voor ouderen' });
  await grz.getByText('Versie 1, zoals Verkeerstoren begint.').waitFor();
  expect(await violationsOn(desk)).toEqual([]);
  await grz.getByRole('button', { name: /^Neem een nieuwe versie aan/ }).press('Enter');
  // The first field has the focus: what it was is typed over.
  await desk.keyboard.press('Control+a');
  await desk.keyboard.type('2');
  await desk.keyboard.press('Enter');
  await grz.getByText('Schrijf in een zin waarom, bijvoorbeeld: besloten in het regio-overleg.').waitFor();
  expect(await violationsOn(desk)).toEqual([]);
  await desk.keyboard.type('Besloten in het regio-overleg van november');
  await desk.keyboard.press('Enter');
  await grz.getByText(/^Versie 2, sinds .*: Besloten in het regio-overleg van november$/).waitFor();
  expect(await grz.innerText()).toContain('2 maanden');
  await grz.getByText('1 eerdere versie').waitFor();
  const ward = server.small.wards[0];
  const { pathways } = await callAs<PathwayList>(server, ward, 'GET', '/pathways');
  expect(pathways.find(({ product }) => product === 'grz')?.now).toMatchObject({
    ...{ version: 2, adoptedBy: server.small.desk.name },
    body: { most: { months: 2 } },
  });
  await desk.close();
  const reader = await openAs(browser, server.url, ward.id, 'phone');
  await reader.goto(`${server.url}/afspraken/verblijf`);
  await reader.getByText(/^Versie 2, sinds/).waitFor();
  expect(await reader.getByRole('button', { name: /^Neem een nieuwe versie aan/ }).count()).toBe(0);
  expect(await violationsOn(reader)).toEqual([]);
  await reader.close();
});
