import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDayHouse } from '#app/day-house.fixture.ts';
import { instantOf } from '#kernel/calendar.ts';
import type { TreatmentList } from '#modules/day-treatment/contract.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser } from './browser.ts';
import { SOON } from './hand.ts';

const TODAY = '2026-10-22';
const NOW = instantOf(TODAY, 11 * 60 + 41, 'Europe/Amsterdam');

let day: Awaited<ReturnType<typeof openDayHouse>>;
let browser: Browser;
let url: string;

beforeAll(async () => {
  const webFolder = join(import.meta.dirname, '../dist/web');
  [day, browser] = await Promise.all([openDayHouse(NOW, TODAY, { webFolder }), openBrowser()]);
  url = await day.house.house.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await leaveBrowser(browser);
  await day.house.close();
});

const denosumab = async () => {
  const answer = await day.house.call(day.specialist, 'GET', '/api/v1/treatments');
  return answer.json<TreatmentList>().treatments.find(({ code }) => code === 'denosumab');
};

it('a clinician signs with the clinic’s own steps, signs anew, and takes it out of use; a planner only reads', async () => {
  const page = await openAs(browser, url, day.specialist.id);
  await page.goto(`${url}/afspraken`);
  await page.getByRole('link', { name: 'Behandelingen in de Thuiskamer' }).press('Enter', SOON);
  const box = page.getByRole('region', { name: 'Denosumab, injectie 60 mg' });
  await box.getByText('Concept, nog niet te gebruiken').waitFor(SOON);
  await box.getByText(/Productinformatie denosumab/).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await box.getByRole('button', { name: /^Lees na en teken/ }).press('Enter');
  await box.getByLabel('Nakijken (min)').fill('22');
  await box.getByLabel('Naam').press('Enter');
  await box.getByText('Vul minuten in, in stappen van 5.').waitFor();
  await box.getByLabel('Stappen bij een reactie').fill('Bel de specialist.\nLeg de benen hoog.');
  await box.getByLabel('Wat klaar moet liggen').fill('Noodkoffer gekeurd');
  await box.getByLabel('Nakijken (min)').fill('25');
  expect(await violationsOn(page)).toEqual([]);
  await box.getByLabel('Naam').press('Enter');
  await box.getByText(/^Versie 1, getekend door Oefen specialist/).waitFor(SOON);
  expect((await denosumab())?.now).toMatchObject({
    ...{ version: 1, signedBy: day.specialist.name },
    body: { observation: 25, reaction: ['Bel de specialist.', 'Leg de benen hoog.'] },
  });
  await box.getByRole('button', { name: /^Teken een nieuwe versie/ }).press('Enter');
  await box.getByLabel('Nakijken (min)').fill('30');
  await box.getByLabel('Naam').press('Enter');
  await box.getByText(/^Versie 2, getekend/).waitFor(SOON);
  await box.getByText('1 eerdere versie').waitFor();
  await box.getByRole('button', { name: /^Neem uit gebruik/ }).press('Enter');
  await box.getByLabel('Waarom?').waitFor();
  await page.keyboard.type('Het middel is niet te krijgen');
  await page.keyboard.press('Enter');
  await box.getByText('Concept, nog niet te gebruiken').waitFor(SOON);
  expect((await denosumab())?.now).toBeNull();
  expect((await denosumab())?.earlier[0]?.endReason).toBe('Het middel is niet te krijgen');
  await page.close();
  const reader = await openAs(browser, url, day.planner.id, 'phone');
  await reader.goto(`${url}/afspraken/behandelingen`);
  await reader.getByText('In gebruik').waitFor(SOON);
  expect(await reader.getByRole('button', { name: /teken/i }).count()).toBe(0);
  expect(await violationsOn(reader)).toEqual([]);
  await reader.close();
});
