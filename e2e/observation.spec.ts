import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { admitted, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

/** The machine may be busy; a story only counts what the hand does. */
const SOON = { timeout: 15_000 };

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([
    startServer({ placesPerUnit: 2, products: ['reo-observation'] }),
    openBrowser(),
  ]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

const nurse = () => server.small.wards[0];

const open = async (who: { readonly id: string }, stayId: string): Promise<Page> => {
  const page = await openAs(browser, server.url, who.id);
  await page.goto(`${server.url}/verblijf/${stayId}`);
  return page;
};

const strip = (page: Page) => page.getByRole('region', { name: 'De dagen van dit verblijf' });
/** The whole row of the strip, as it is read aloud. */
const row = async (page: Page, name: string): Promise<string> =>
  strip(page)
    .getByRole('row', { name: new RegExp(`^${name} `) })
    .innerText();

const observeSleep = async (page: Page): Promise<void> => {
  await page.keyboard.press('n');
  await page.getByRole('button', { name: 'Slaap', exact: true }).click();
  await page.getByLabel('Uren geslapen').fill('zes');
  await page.keyboard.press('Enter');
  await page.getByText('Vul een getal in, bijvoorbeeld 6,5.').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByLabel('Uren geslapen').fill('6,5');
  await page.keyboard.press('Enter');
  await expect.poll(() => row(page, 'Slaap'), SOON).toContain('6,5');
};

const observeDrop = async (page: Page): Promise<void> => {
  await page.keyboard.press('n');
  await page.getByRole('button', { name: 'Bloeddruk', exact: true }).click();
  await page.getByLabel('Liggend, bovendruk').fill('138');
  await page.getByLabel('Staand, bovendruk (mag leeg)').fill('116');
  await page.getByText('daling −22').waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => row(page, 'Bloeddrukdaling'), SOON).toContain('−22, buiten de grens');
};

const writeAnswer = async (page: Page): Promise<void> => {
  for (const [box, text] of [
    ['Wat zagen we', 'Bloeddruk zakt bij opstaan.'],
    ['Wat is het', 'Duizelig bij opstaan.'],
    ['Wat raden we aan', 'Rustig opstaan, meer drinken.'],
    ['Vervolg', 'De huisarts meet over een week.'],
  ] as const)
    await page.getByRole('textbox', { name: box }).fill(text);
  await page.getByText('compleet').waitFor();
  await page.getByText(/^concept, bewaard/).waitFor();
};

describe('a stay to be observed', () => {
  it('is seen, explained and answered', async () => {
    const { stayId } = await admitted(server, 'Harmke Wiechers', 0, { reason: 'observation' });
    const page = await open(nurse(), stayId);
    await page.getByText('Nog niets gezien').waitFor();
    await page.getByText('ontbreekt nog 4').waitFor();

    await observeSleep(page);
    await observeDrop(page);

    await page.keyboard.press('t');
    await expect
      .poll(() => strip(page).getByRole('cell').filter({ hasText: '−22' }).innerText(), SOON)
      .toBe('−22, buiten de grens');
    await page.keyboard.press('t');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    const day = page.getByRole('dialog', { name: /^Dag 1, / });
    await day.getByText('Sliep 6,5 uur').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect.poll(() => day.count(), SOON).toBe(0);

    await writeAnswer(page);
    await page.getByRole('button', { name: 'Stuur na teamoverleg' }).click();
    await page.getByRole('button', { name: 'Stuur de brief' }).click();
    await page.getByText(/^Verstuurd .* Nog niet gelezen\.$/).waitFor();

    const gp = await open(server.small.gp, stayId);
    await gp.getByText('Rustig opstaan, meer drinken.').waitFor();
    expect(await gp.getByRole('button', { name: /Waarneming/ }).count()).toBe(0);
    await gp.getByRole('button', { name: 'Gelezen' }).click();
    await page.getByText(/Gelezen \d\d:\d\d\./).waitFor();
    expect(await violationsOn(gp)).toEqual([]);
    await Promise.all([page.close(), gp.close()]);
  });

  it('asks for another place with the ordinary triage confirmed, so that a house may say yes at once', async () => {
    const { stayId } = await admitted(server, 'Wubbegien Reinds', 1, { reason: 'observation' });
    const page = await open(nurse(), stayId);
    await page.getByRole('button', { name: 'Naar huis kan niet: zoek een plek' }).click();
    await page.getByRole('button', { name: 'Ja, dit klopt allemaal' }).click();
    await page.getByText('Dit klopt allemaal. Een huis kan meteen ja zeggen.').waitFor();
    // Another care is another triage: what was confirmed for one says nothing about the other.
    await page.getByRole('button', { name: 'GRZ', exact: true }).click();
    await page.getByRole('button', { name: 'Ja, dit klopt allemaal' }).click();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stuur de aanvraag' }).click();
    await page.getByText('De aanvraag is verstuurd').waitFor();
    const { answer } = await callAs<{ answer: { retriage: { requestId: string } } }>(
      server,
      nurse(),
      'GET',
      `/stays/${stayId}/answer`,
    );
    const { request } = await callAs<{ request: { product: string; triage: { complete: boolean } } }>(
      server,
      nurse(),
      'GET',
      `/requests/${answer.retriage.requestId}`,
    );
    expect(request).toMatchObject({ product: 'grz', triage: { complete: true } });
    await page.close();
  });
});
