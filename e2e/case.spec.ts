import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CodeView, DoorView } from '#modules/people/contract.ts';
import { first } from '#platform/db/sql.ts';
import { callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, openPage, SIZES } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

const QUESTION = 'Ik slaap niet. Het zijn de brieven.';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ placesPerUnit: 2, welfare: true }), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

const helping = () => {
  const { gp, welfare } = server.small;
  if (welfare === null) throw new Error('there is no welfare house');
  return { gp, worker: welfare.ward };
};

/** The doctor opens a case about somebody, on the screen; answers its id. */
const openOn = async (page: Page): Promise<string> => {
  await page.goto(`${server.url}/samen`);
  await page.getByRole('button', { name: 'Open een samenwerking' }).press('Enter');
  await page.getByLabel('Naam').fill('Geertje Hofsteenge');
  await page.getByLabel('Wat is de vraag').fill(QUESTION);
  await page.getByRole('radio', { name: 'De persoon zei zelf ja' }).check();
  await page.getByRole('button', { name: 'Open de samenwerking' }).press('Enter');
  // What is missing is said, and nothing that was typed is lost.
  await page.getByText('Vul de geboortedatum in').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByLabel('Geboortedatum').fill('2-5-1941');
  await page.getByRole('radio', { name: 'Vrouw' }).check();
  await page.getByRole('button', { name: 'Open de samenwerking' }).press('Enter');
  await page.getByText(`“${QUESTION}”`).waitFor();
  return page.url().split('/').at(-1) ?? '';
};

/** Who reads the case takes another in, with a yes and these parts. */
const takeIn = async (page: Page, name: string, parts: readonly string[]): Promise<void> => {
  await page.getByRole('button', { name: 'Neem een organisatie op' }).press('Enter');
  await page.getByLabel('Welke organisatie helpt mee?').selectOption({ label: name });
  for (const part of parts) await page.getByRole('button', { name: part, exact: true }).press('Enter');
  await page.getByRole('radio', { name: 'De persoon zei zelf ja' }).check();
  expect(await violationsOn(page)).toEqual([]);
  await page.getByRole('button', { name: 'Neem op', exact: true }).press('Enter');
  await page.getByRole('rowheader', { name }).waitFor();
};

/** The person on their own telephone, by a link of the practice. */
const openOwn = async (id: string): Promise<Page> => {
  const { gp } = helping();
  const acting = { actor: gp.id, organisationId: gp.organisationId };
  const about = await server.house.database.transaction(acting, (tx) =>
    first<{ person: string }>(tx, 'select person_id as person from cases_case where id = $1', [id]),
  );
  const { token } = await callAs<DoorView>(server, gp, 'POST', `/persons/${about?.person}/door`, {});
  const page = await openPage(browser, 'phone');
  const own = `${server.url}/api/v1/own`;
  const asked = await page.request.post(`${own}/code`, { data: { token, birthDate: '1941-05-02' } });
  const { practiceCode: code } = (await asked.json()) as CodeView;
  await page.request.post(`${own}/session`, { data: { token, code } });
  await page.goto(`${server.url}/mijn`);
  await page.getByRole('heading', { name: 'Mijn plan' }).waitFor();
  return page;
};

it('a case is opened, another is taken in and sees what is opened, and loses it at once when the yes is taken back', async () => {
  const { gp, worker: who } = helping();
  const worker = await openAs(browser, server.url, who.id);
  await worker.goto(`${server.url}/samen`);
  await worker.getByText('U helpt nu nergens mee').waitFor();
  expect(await violationsOn(worker)).toEqual([]);

  const doctor = await openAs(browser, server.url, gp.id);
  const id = await openOn(doctor);
  await takeIn(doctor, 'Welzijn Oost', ['plan', 'berichten']);
  // It comes on the list by itself.
  await worker.getByRole('link', { name: /Geertje Hofsteenge/ }).press('Enter');
  await worker.getByText('Er is nog niets afgesproken.').waitFor();
  expect(await worker.locator('main').textContent()).not.toContain(QUESTION);
  await doctor.getByRole('button', { name: 'dicht: vraag voor Welzijn Oost' }).press('Enter');
  await worker.getByText(`“${QUESTION}”`).waitFor();
  await doctor.getByRole('button', { name: 'open: vraag voor Welzijn Oost' }).press('Enter');
  await worker.getByText(`“${QUESTION}”`).waitFor({ state: 'detached' });

  await doctor.getByLabel('Wat spreekt u af?').fill('Brieven samen openen');
  await doctor.getByRole('button', { name: 'Welzijn Oost', exact: true }).first().press('Enter');
  await doctor.getByRole('button', { name: 'Spreek af' }).press('Enter');
  await worker.getByRole('button', { name: /^Niet gedaan: Brieven/ }).press('Enter');
  await worker.getByLabel('Waarom niet?').fill('Mevrouw was ziek');
  await worker.getByRole('button', { name: 'Niet gedaan', exact: true }).press('Enter');
  await worker.getByText('niet gedaan: Mevrouw was ziek').waitFor();
  await worker.getByLabel('Schrijf een bericht').fill('Zij wil graag verder.');
  await worker.getByRole('button', { name: 'Plaats' }).press('Enter');
  await doctor.getByText('Zij wil graag verder.').waitFor();
  expect(await violationsOn(worker)).toEqual([]);
  await doctor.setViewportSize(SIZES.phone);
  expect(await violationsOn(doctor)).toEqual([]);
  expect(await doctor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  // The person says no more at their own door, and the screen of who helped closes by itself.
  const own = await openOwn(id);
  await own.getByRole('button', { name: 'Toestemming' }).click();
  const yes = own.getByRole('listitem').filter({ hasText: 'Met: Welzijn Oost' });
  await yes.getByRole('button', { name: 'Trek in' }).click();
  const began = performance.now();
  await worker.getByText('Deze samenwerking is er niet, of niet meer voor u.').waitFor();
  const took = performance.now() - began;
  console.log(`revoked: the open screen of the other closed in ${Math.round(took)} ms`);
  expect(took).toBeLessThan(5_000);
  expect(await worker.locator('main').textContent()).not.toContain('Hofsteenge');
  expect(await violationsOn(worker)).toEqual([]);

  await doctor.getByLabel('Wat spreekt u af?').fill('Slaapdagboek');
  await doctor.getByRole('button', { name: 'Spreek af' }).press('Enter');
  await doctor.getByRole('button', { name: /^Gedaan: Slaapdagboek/ }).waitFor();
  await own.reload();
  await own.getByText(`“${QUESTION}”`).waitFor();
  expect(await violationsOn(own)).toEqual([]);
  expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await own.getByRole('button', { name: 'Klaar: Slaapdagboek' }).press('Enter');
  await own.getByText('· Klaar').waitFor();

  await doctor.getByText('Gedaan door De persoon zelf: Slaapdagboek').waitFor();
  await doctor.getByRole('button', { name: 'Sluit af' }).press('Enter');
  await doctor.getByRole('radio', { name: 'De vraag is beantwoord.' }).check();
  await doctor.getByLabel('Wat leerde u hiervan?').fill('Eerst de brieven, dan het slapen.');
  await doctor.getByRole('button', { name: 'Sluit de samenwerking af' }).press('Enter');
  await doctor.locator('main').getByText('Deze samenwerking is afgesloten').waitFor();
  await doctor.getByText('Eerst de brieven, dan het slapen.').waitFor();
  expect(await violationsOn(doctor)).toEqual([]);
  for (const page of [own, doctor, worker]) await page.close();
});
