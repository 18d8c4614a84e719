import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { z } from 'zod';
import { asking, somebody } from '#app/api-house.fixture.ts';
import { isoFromInstant } from '#kernel/calendar.ts';
import { DAY } from '#kernel/interval.ts';
import type { RequestAnswer } from '#modules/placement/contract.ts';
import type { StayAnswer } from '#modules/stay/contract.ts';
import { callAs, stayOn } from './ask.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

const NAME = 'Geertje Hofsteenge';

let server: RunningServer;
let browser: Browser;
let page: Page;
let requestId = '';
let stayId = '';

/** Somebody is asked for by the hospital, said yes to, and here; leaving tomorrow. */
const admit = async (): Promise<void> => {
  const { small } = server;
  const [ward] = small.wards;
  const person = somebody({ name: NAME });
  const body = asking([small.places[0][0] ?? ''], { person, origin: 'hospital' });
  const { request } = await callAs<z.infer<typeof RequestAnswer>>(
    server,
    small.transfer,
    'POST',
    '/requests',
    body,
  );
  requestId = request.id;
  await callAs(server, ward, 'POST', `/offers/${request.offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });
  await callAs(server, ward, 'POST', `/requests/${request.id}/arrival`, {});
  stayId = await stayOn(server, request.id);
};

const stayNow = async (): Promise<StayAnswer['stay']> =>
  (await callAs<StayAnswer>(server, server.small.wards[0], 'GET', `/stays/${stayId}`)).stay;

const onClaim = async (act: string, body: object): Promise<void> => {
  const { claim } = await stayNow();
  const ward = await openAs(browser, server.url, server.small.wards[0].id);
  const answer = await ward.request.post(`${server.url}/api/v1/claims/${claim?.id}/${act}`, {
    data: body,
    headers: { origin: server.url, 'if-match': `"${claim?.version}"` },
  });
  expect(answer.status(), await answer.text()).toBe(200);
  await ward.close();
};

beforeAll(async () => {
  server = await startServer({ placesPerUnit: 4, products: ['elv-high'] });
  browser = await openBrowser();
  await admit();
  await onClaim('expected-end', { until: isoFromInstant(server.house.door.clock.now() + DAY) });
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});
beforeEach(() => () => page?.close());

/** Opens a page; answers how often was pressed on it. */
const open = async (who: { readonly id: string }, path: string): Promise<() => Promise<number>> => {
  page = await openAs(browser, server.url, who.id);
  const clicks = await countClicks(page);
  await page.goto(server.url + path);
  return clicks;
};

it('the ward sees what is missing for tomorrow, and says in one press that something is arranged', async () => {
  const clicks = await open(server.small.wards[0], `/verblijf/${stayId}`);
  const plan = page.getByRole('region', { name: 'Terug naar huis' });
  await plan.getByText('Nog te regelen: 8 van 8.').waitFor();
  await plan.getByRole('button', { name: 'Thuiszorg is geregeld' }).click();
  await plan.getByText('Nog te regelen: 7 van 8.').waitFor();
  expect(await clicks()).toBe(1);
  await plan.getByRole('button', { name: 'Wijzig Vervoer' }).click();
  await plan.getByRole('button', { name: 'geregeld', exact: true }).click();
  await plan.getByLabel('Wie rijdt').fill('Dochter');
  expect(await violationsOn(page)).toEqual([]);
  await plan.getByRole('button', { name: 'Bewaar' }).click();
  await plan.getByText('geregeld · Dochter').waitFor();
  await plan.getByText('Nog te regelen: 6 van 8.').waitFor();
});

it('the desk sees who leaves tomorrow and what is missing, and no name', async () => {
  await open(server.small.desk, '/vertrek');
  const soon = page.getByRole('region', { name: /Vandaag en morgen/ });
  await soon.getByText(/Nog te regelen: .*apotheek/).waitFor();
  expect(await soon.innerText()).toContain('85–89 jaar');
  expect(await page.getByRole('main').innerText()).not.toContain(NAME);
  expect(await violationsOn(page)).toEqual([]);
});

it('the desk reads who could have gone by cause, and opens who leaves with that cause', async () => {
  const [ward] = server.small.wards;
  const due = isoFromInstant(server.house.door.clock.now() + 2 * DAY).slice(0, 10);
  const barrier = { code: 'home-adjustment', owner: 'municipality', due };
  await callAs(server, ward, 'POST', `/stays/${stayId}/barriers`, barrier);
  await open(server.small.desk, '/vertrek');
  const delays = page.getByRole('region', { name: 'Wie weg had gekund' });
  // Nobody waited here yet: that is said, not shown as a table of nothing.
  await expect.poll(() => delays.getByText('In deze dagen hoefde niemand te wachten.').count()).toBe(2);
  expect(await violationsOn(page)).toEqual([]);
  const causes = [
    { cause: 'home-adjustment', stays: 6, days: 12.5 },
    { cause: 'wmo', stays: null, days: null },
  ];
  // Five people who wait for days are more than one afternoon holds: what the house counts is said for it here.
  await page.route('**/api/v1/delayed-departures*', async (route) => {
    const answer = await route.fetch();
    const counted = (await answer.json()) as object;
    await route.fulfill({ json: { ...counted, delayed: { stays: 7, days: 20, causes } } });
  });
  await delays.getByRole('button', { name: '90 dagen' }).click();
  await delays.getByRole('row', { name: /^Woningaanpassing.* 12,5 6$/ }).waitFor();
  await delays.getByRole('row', { name: 'Wmo-besluit geen getal geen getal' }).waitFor();
  await delays.getByRole('button', { name: /^toon 1 vertrek/ }).press('Enter');
  const only = page.getByText('Alleen wie wacht op: woningaanpassing (1 vertrek)');
  await expect.poll(() => only.evaluate((line) => line === document.activeElement)).toBe(true);
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Toon iedereen' }).press('Enter');
  await expect.poll(() => only.count()).toBe(0);
});

it('two days later the ward writes down how it goes in few presses; who asked reads it without asking', async () => {
  await onClaim('departure', { destination: 'home' });
  const clicks = await open(server.small.wards[0], `/verblijf/${stayId}`);
  const after = page.getByRole('region', { name: 'Hoe gaat het thuis' });
  await after.getByRole('button', { name: 'Na 2 dagen: Leg vast' }).waitFor();
  await after.getByRole('button', { name: 'Na 2 dagen: Leg vast' }).click();
  await after.getByRole('group', { name: 'Gesproken?' }).getByRole('button', { name: 'Ja' }).click();
  await after.getByRole('group', { name: 'In het eigen huis?' }).getByRole('button', { name: 'Ja' }).click();
  await after.getByRole('button', { name: '8', exact: true }).click();
  await after.getByRole('textbox', { name: 'In eigen woorden' }).fill('Blij weer thuis te zijn');
  expect(await violationsOn(page)).toEqual([]);
  await after.getByRole('button', { name: 'Bewaar' }).click();
  await after.locator('q', { hasText: 'Blij weer thuis te zijn' }).waitFor();
  expect(await clicks()).toBe(5);
  await page.close();
  await open(server.small.transfer, `/aanvragen/${requestId}`);
  const heard = page.getByRole('region', { name: 'Hoe het verder ging' });
  await heard.getByText('Blij weer thuis te zijn').waitFor();
  expect(await heard.innerText()).toMatch(/naar huis[\s\S]*in het eigen huis[\s\S]*8/);
  expect(await violationsOn(page)).toEqual([]);
});

it('a hospital sees its own people who wait, with since when and for what', async () => {
  const { small } = server;
  const person = somebody({ name: 'Roelof Timmer', birthDate: '1938-01-02' });
  await callAs(server, small.transfer, 'POST', '/requests', asking([], { person, origin: 'hospital' }));
  await open(small.transfer, '/ziekenhuis');
  const waiting = page.getByRole('region', { name: 'Eigen mensen die wachten' });
  await waiting.getByText('Roelof Timmer').waitFor();
  expect(await waiting.innerText()).toMatch(/vandaag klaar[\s\S]*Wacht op een plek[\s\S]*Uitgesteld ontslag/);
  expect(await violationsOn(page)).toEqual([]);
});
