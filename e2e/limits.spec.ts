import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { putPlaces } from '#modules/capacity/index.ts';
import { newId } from '#platform/db/ids.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer()]);
});

afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});

it('asks the ground for a closed ward only when one is needed, and says which house is no help', async () => {
  const page = await openAs(browser, server.url, 'gp');
  await page.goto(`${server.url}/aanvraag`);
  await page.getByLabel('Naam').waitFor();
  await page.getByText('Herstel', { exact: true }).click();
  await page.getByText('Hoog', { exact: true }).click();
  await page.getByText('Past het best').waitFor();
  await page.getByRole('button', { name: 'Meer', exact: true }).click();
  const ground = page.getByText('Op welke grond naar een gesloten afdeling?');
  expect(await ground.count()).toBe(0);
  await page.getByRole('button', { name: 'Gesloten afdeling' }).click();
  await ground.waitFor();
  await page.getByRole('radio', { name: /Inbewaringstelling/ }).check();
  await page.getByRole('button', { name: 'Turks' }).click();
  await page.getByLabel(/UZOVI/).fill('3311');
  await page.getByText('Nu geen vrij bed dat past').waitFor();
  await page
    .getByText(/maar geen gesloten afdeling/)
    .first()
    .waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.close();
});

it('lets a ward turn a shared room in one tap, and take it back', async () => {
  const { small, house } = server;
  const [id] = small.places[0];
  const unitId = small.units[0];
  const bed = {
    id: id ?? '',
    unitId,
    code: '1',
    products: ['elv-high' as const],
    properties: [],
    labels: [],
  };
  const room = { id: newId(), code: '12', sex: 'any', cohort: null } as const;
  await house.database.transaction({ actor: 'maker', organisationId: null }, (tx) =>
    putPlaces(tx, [{ ...bed, room }]),
  );
  const page = await openAs(browser, server.url, small.wards[0].id);
  await page.goto(`${server.url}/afdeling/${unitId}`);
  const bars = page.locator(`[data-bed="${bed.id}"]`);
  const chips = page.getByRole('group', { name: 'Kamer 12 is voor' });
  await bars.first().click();
  expect(await violationsOn(page)).toEqual([]);
  await chips.getByRole('button', { name: 'vrouwen' }).click();
  await page.getByText('nu te vergeven, kamer 12 voor vrouwen').waitFor();
  await page.getByRole('button', { name: /Draai terug/ }).click();
  await page.getByText('nu te vergeven, kamer 12 voor vrouwen').waitFor({ state: 'detached' });
  await bars.first().click();
  await chips.getByRole('button', { name: 'iedereen', pressed: true }).waitFor();
  await page.close();
});
