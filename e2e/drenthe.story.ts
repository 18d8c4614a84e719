import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

/** Follows docs/nl/het-verhaal-van-drenthe.md press by press; a step that changes there changes here. */

let browser: Browser;
let server: RunningServer;
let gp: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer({ placesPerUnit: 6, autoNext: true })]);
});

afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});

const as = async (who: string, path: string): Promise<Page> => {
  const page = await openAs(browser, server.url, who);
  page.setDefaultTimeout(15_000);
  await page.goto(server.url + path);
  return page;
};

/** The ward of a house of the small region, by the name the story shows. */
const wardOf = (house: string): Promise<Page> => {
  const i = house.includes('noord') ? 0 : 1;
  return as(server.small.wards[i].id, `/afdeling/${server.small.units[i]}`);
};

const press = (page: Page, name: string): Promise<void> =>
  // The key that does the same is part of what is read aloud.
  page
    .getByRole('button', { name: new RegExp(`^${name}( [A-Z0])?$`) })
    .first()
    .click();

const choose = (page: Page, word: string): Promise<void> =>
  page.getByText(word, { exact: true }).first().click();

interface Somebody {
  readonly name: string;
  readonly born: string;
  readonly sex: 'Vrouw' | 'Man';
  readonly pc4: string;
}

const fillIn = async (page: Page, { name, born, sex, pc4 }: Somebody): Promise<void> => {
  await page.getByLabel('Naam', { exact: true }).fill(name);
  await page.getByLabel('Geboortedatum').fill(born);
  await choose(page, sex);
  await page.getByLabel('Postcode').fill(pc4);
};

const WOLTERS = { name: 'Geertje Wolters', born: '12-03-1929', sex: 'Vrouw', pc4: '9405' } as const;
const POSTMA = { name: 'Hendrik Postma', born: '05-05-1938', sex: 'Man', pc4: '9405' } as const;
const HOMAN = { name: 'Trijntje Homan', born: '07-07-1944', sex: 'Vrouw', pc4: '9405' } as const;

/** Which house the request waits for now. */
const askedHouse = (page: Page): Promise<string> =>
  page
    .getByText(/^Wacht op antwoord van /)
    .first()
    .innerText();

const sound = async (page: Page): Promise<void> => expect(await violationsOn(page)).toEqual([]);

describe('the story of Drenthe, as the guide tells it', () => {
  it('1: the GP finds a place, with the triage in one press', async () => {
    gp = await as('gp', '/aanvraag');
    await gp.getByLabel('Naam', { exact: true }).waitFor();
    await fillIn(gp, WOLTERS);
    for (const word of ['Herstel', 'Hoog', 'Morgen']) await choose(gp, word);
    await press(gp, 'Ja, dit klopt allemaal');
    await gp.getByText('Dit past: ELV hoog complex').waitFor();
    await gp.getByRole('radiogroup', { name: 'Plekken die passen' }).getByRole('radio').nth(1).check();
    await gp.getByRole('button', { name: /^Verstuur aanvraag/ }).click();
    await gp.getByText('Bed vastgehouden').first().waitFor();
    await sound(gp);
  });

  it('2: that house cannot, and the next is asked by itself', async () => {
    const ward = await wardOf(await askedHouse(gp));
    await ward.getByText('Nieuwe aanvraag: vrouw 95–99').first().waitFor();
    expect(await ward.locator('body').innerText()).not.toContain('Wolters');
    await press(ward, 'Nee');
    await press(ward, 'Geen personeel');
    await gp
      .getByText(/vanzelf gevraagd/)
      .first()
      .waitFor();
    await gp
      .getByText(/^na nee van /)
      .first()
      .waitFor();
    await ward.close();
  });

  it('3: the next house can later; agreed, and its yes opens the name', async () => {
    const ward = await wardOf(await askedHouse(gp));
    await press(ward, 'Ja, maar later');
    await ward.getByRole('group', { name: 'Vanaf welke dag?' }).getByRole('button').nth(1).click();
    await press(ward, 'Middag');
    await gp.getByRole('heading', { name: 'Kan, maar later' }).waitFor();
    await press(gp, 'Dan pas, akkoord');
    await ward.getByRole('button', { name: /^Ja( [A-Z])?$/ }).waitFor();
    await press(ward, 'Ja');
    await ward.getByLabel('Arts die opneemt').fill('dr. K. Bruinsma');
    await ward.getByRole('button', { name: /^Accepteer op bed/ }).click();
    await ward.locator('[data-bar]').filter({ hasText: 'Geertje Wolters' }).waitFor();
    await sound(ward);
    await ward.close();
  });

  it('4: letter, ride, arrival, and home again', async () => {
    await gp.getByText('Ja, bed gereserveerd').first().waitFor();
    const letter = {
      name: 'brief.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from('Gevallen in de keuken'),
    };
    await gp.locator('input[type=file]').setInputFiles(letter);
    await gp.getByRole('link', { name: 'brief.txt' }).waitFor();
    await choose(gp, 'Taxi');
    await press(gp, 'Leg vervoer vast');
    await press(gp, 'Wijzig vervoer');
    const house = await gp
      .getByText(/^Opname .* bij /)
      .first()
      .innerText();
    const ward = await wardOf(house);
    const bar = ward.locator('[data-bar]').filter({ hasText: 'Geertje Wolters' }).first();
    await bar.click();
    await press(ward, 'Brief, vervoer en vragen');
    await ward.getByRole('link', { name: 'brief.txt' }).waitFor();
    await ward.getByText('Taxi').first().waitFor();
    await press(ward, 'Terug');
    await press(ward, 'Is aangekomen');
    await gp.getByText('Opgenomen').first().waitFor();
    await bar.click();
    await press(ward, 'Is vertrokken naar…');
    await press(ward, 'Naar huis');
    await gp.getByText('Weer thuis').first().waitFor();
    await sound(gp);
    await ward.close();
  });

  it('5: nobody knows how heavy the care is, and the specialist advises', async () => {
    await gp.goto(`${server.url}/aanvraag`);
    await gp.getByLabel('Naam', { exact: true }).waitFor();
    await fillIn(gp, HOMAN);
    for (const word of ['Herstel', 'Weet ik niet']) await choose(gp, word);
    await press(gp, 'Ja, dit klopt allemaal');
    await gp.getByRole('button', { name: /^Loket regelt het/ }).click();
    await gp
      .getByText(/denkt mee en antwoordt uiterlijk/)
      .first()
      .waitFor();
    const doctor = await as('elderly-doctor', '/advies');
    await doctor.getByRole('heading', { name: 'Vrouw 80–84' }).waitFor();
    await choose(doctor, 'ELV hoog complex');
    await doctor.getByLabel('Waarom, in een zin').fill('Meer problemen tegelijk, behandeling is nodig.');
    await sound(doctor);
    await press(doctor, 'Geef advies');
    await gp
      .getByText(/^Advies van .*: ELV hoog/)
      .first()
      .waitFor();
    await doctor.close();
  });

  it('6: the desk on a bad Friday: no place, the ladder, the whole row and the handover', async () => {
    const desk = await as('desk', '/loket');
    await desk.getByRole('region', { name: 'Rij' }).waitFor();
    await desk.keyboard.press('n');
    await desk.getByLabel('Naam', { exact: true }).waitFor();
    await fillIn(desk, POSTMA);
    for (const word of ['Crisis of anders', 'Hoog', 'MRSA of isolatie']) await choose(desk, word);
    await desk.getByLabel('Waar bellen we u?').fill('0592-00 17 20');
    await desk.getByText('Nu geen vrij bed dat past').first().waitFor();
    await sound(desk);
    await press(desk, 'Zet op wachtlijst, loket zoekt');
    const row = desk.getByRole('region', { name: 'Rij' });
    await row.getByText('Man 85–89').first().click();
    const ladder = desk.getByRole('region', { name: 'Hogerop' });
    await ladder.getByRole('button', { name: 'Crisis: de zorgverzekeraar bellen mag nu al' }).click();
    expect(await ladder.innerText()).not.toContain('Postma');
    await press(desk, 'Gebeld, leg vast');
    await ladder.getByText('Zorgverzekeraar gebeld').first().waitFor();
    await desk.keyboard.press('0');
    await desk.getByRole('group', { name: 'Waarom was er geen plek' }).waitFor();
    await press(desk, 'Ja, sluit');
    await row.getByText('Man 85–89').first().waitFor({ state: 'detached' });
    await desk.keyboard.press('p');
    const plan = desk.getByRole('region', { name: 'Voorstel voor de hele rij' });
    await plan.getByText('Vrouw 80–84').first().waitFor();
    await desk.keyboard.press('Enter');
    await desk
      .getByText(/^Aanvraag gestuurd naar /)
      .first()
      .waitFor();
    await desk.keyboard.press('p');
    await row.waitFor();
    await desk.keyboard.press('o');
    await desk.getByRole('button', { name: /^Druk af/ }).waitFor();
    expect(await desk.getByRole('article').innerText()).not.toContain('Homan');
    await sound(desk);
    await desk.close();
  });

  it('7: a figure is doubted and stood by; the hospital stops and opens again', async () => {
    await gp.goto(`${server.url}/bord`);
    await gp.getByRole('button', { name: 'Waarom?' }).first().click();
    await press(gp, 'Klopt niet');
    await press(gp, 'Meld: klopt niet');
    const house = await gp.getByText(/^Gemeld\./).innerText();
    const ward = await wardOf(house);
    await press(ward, 'Klopt nog');
    await ward.getByText('Bevestigd. De regio ziet het nu.').first().waitFor();
    await ward.close();
    const nurse = await as('transfer-nurse', '/ziekenhuis');
    await press(nurse, 'Meld een stop');
    await press(nurse, '2 uur');
    await press(nurse, 'Vol');
    await nurse.getByText('Reden: vol').first().waitFor();
    await sound(nurse);
    await press(nurse, 'Weer open');
    await nurse.getByText('De spoedpost is open').first().waitFor();
    await nurse.close();
  });

  it('8: it all comes back in the waiting and the keeping, for every party alike', async () => {
    await gp.goto(`${server.url}/afspraken`);
    await gp.getByText('Een huis antwoordt binnen 45 minuten.').waitFor();
    for (const party of ['Noord Zorg', 'Zuid Zorg'])
      await gp.getByRole('row').filter({ hasText: party }).waitFor();
    await sound(gp);
    const desk = await as('desk', '/wachttijd');
    await desk
      .getByRole('region', { name: 'Geen plek' })
      .getByText('1 aanvraag eindigde zonder plek.')
      .waitFor();
    await desk.getByRole('region', { name: 'Waar gewacht is' }).waitFor();
    await sound(desk);
    await desk.close();
  });
});
