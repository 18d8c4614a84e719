import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { putPlaces } from '#modules/capacity/index.ts';
import { writeRegion } from '#modules/region/index.ts';
import { newId } from '#platform/db/ids.ts';
import { askPlace, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openBrowser, type SIZES } from './browser.ts';
import { type Hand, openHand, SOON } from './hand.ts';
import { type RunningServer, startServer } from './server.ts';

const DOCTOR = { doctor: 'dr. Oefen' };

let browser: Browser;
let day: RunningServer;
let page: Page;
let hand: Hand;

interface Seen {
  readonly id: string;
  readonly missing: readonly { readonly code: string }[];
  readonly offers: readonly {
    readonly id: string;
    readonly organisation: string;
    readonly state: string;
    readonly held: boolean;
  }[];
}

/** Three more houses; the last has never told its figures. */
const moreHouses = async ({ small, house, ...server }: RunningServer): Promise<void> => {
  const sites = ['oost', 'west', 'stil'].map((code, rank) => ({
    ...{
      id: newId(),
      code,
      name: `Huis ${code}`,
      organisationId: small.wards[rank % 2 === 0 ? 0 : 1].organisationId,
    },
    ...{ street: null, pc4: '9405', town: 'Assen', lat: 53.02 + rank / 50, lon: 6.56 },
    ...{ phone: '0592-00 41 42', zone: 'Europe/Amsterdam' },
  }));
  const units = sites.map(({ id, code }) => ({
    ...{ id: newId(), siteId: id, code: `${code}-1`, name: 'Afdeling 1', phone: null, email: null },
  }));
  const windows = sites.flatMap(({ id }) =>
    [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ siteId: id, product: null, weekday, opens: 0, closes: 1440 })),
  );
  const products = ['elv-low', 'elv-high'] as const;
  const places = units.flatMap(({ id }) =>
    ['1', '2', '3', '4'].map((code) => ({
      ...{ id: newId(), unitId: id, code, products: [...products], properties: [], labels: [], room: null },
    })),
  );
  await house.database.transaction({ actor: 'maker', organisationId: null }, async (tx) => {
    await writeRegion(tx, { sites, units, windows }, { actor: 'maker', now: Date.now() });
    await putPlaces(tx, places);
  });
  for (const { id } of units.slice(0, 2))
    await callAs({ small, house, ...server }, small.desk, 'POST', `/units/${id}/confirmations`, {
      source: 'phone',
    });
};

beforeAll(async () => {
  [browser, day] = await Promise.all([openBrowser(), startServer({ placesPerUnit: 10, autoNext: true })]);
  await moreHouses(day);
});
afterEach(() => page.close());
afterAll(async () => {
  await leaveBrowser(browser);
  await day?.close();
});

const open = async (
  who: { readonly id: string },
  path: string,
  size: keyof typeof SIZES = 'desktop',
): Promise<void> => {
  hand = await openHand(browser, day, who, path, size);
  page = hand.page;
};
const seen = async (who: { readonly id: string }, id: string): Promise<Seen> =>
  (await callAs<{ request: Seen }>(day, who, 'GET', `/requests/${id}`)).request;
/** The house that got this question. */
const houseOf = ({ organisation }: { organisation: string }) =>
  day.small.wards[organisation === 'Noord Zorg' ? 0 : 1];

describe('a practice', () => {
  it('asks, and reads the yes and the arrival on the same page without a press more', async () => {
    await open(day.small.gp, '/aanvraag');
    await hand.typePerson('Hoving');
    for (const choice of ['Herstel', 'Hoog']) await page.getByText(choice, { exact: true }).click();
    await hand.press('Ja, dit klopt allemaal');
    await hand.text('Past het best').waitFor(SOON);
    await hand.press(/Verstuur aanvraag/);
    const id = await hand.sent();
    await hand.text(/antwoordt uiterlijk/).waitFor(SOON);
    const [offer] = (await seen(day.small.gp, id)).offers;
    if (offer === undefined) throw new Error('nobody was asked');
    await callAs(day, houseOf(offer), 'POST', `/offers/${offer.id}/accept`, DOCTOR);
    await hand.text('Ja, bed gereserveerd').waitFor(SOON);
    await hand.text('U krijgt bericht als de persoon er is.').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await callAs(day, houseOf(offer), 'POST', `/requests/${id}/arrival`, {});
    await hand.text('dr. Oefen is nu verantwoordelijk.').waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
    expect(await hand.presses()).toBeLessThanOrEqual(8);
  });

  it('lets the desk search when nothing fits, on a phone; the desk has it in its row', async () => {
    await open(day.small.gp, '/aanvraag', 'phone');
    await hand.typePerson('Kremer');
    await page.getByText('Observatie (REO)').click();
    await page.getByText('Laag', { exact: true }).click();
    await hand.press('Ja, dit klopt allemaal');
    await hand.text('Nu geen vrij bed dat past').waitFor(SOON);
    await hand.press('Zet op wachtlijst, loket zoekt');
    const id = await hand.sent();
    await hand.text('U hoeft niets te doen. Het loket zoekt en u krijgt bericht.').waitFor(SOON);
    expect(await hand.presses()).toBeLessThanOrEqual(8);
    expect(await violationsOn(page)).toEqual([]);
    const { requests } = await callAs<{ requests: Seen[] }>(day, day.small.desk, 'GET', '/queue');
    expect(requests.map((request) => request.id)).toContain(id);
  });
});

// Before the others: its keys answer the question that stands first, and no other may be waiting.
describe('a ward, without a mouse', () => {
  it('confirms in one press, says no or later in two, and yes in two', async () => {
    const beds = day.small.places[0];
    const asked = [];
    for (const [rank, name] of ['Vos', 'Kuik', 'Bos'].entries())
      asked.push(await askPlace(day, name, [beds[9 - rank] as string], { askNext: false }));
    const [no, later, yes] = asked.map(({ id }) => id) as [string, string, string];
    const states = async (id: string) => (await seen(day.small.gp, id)).offers.map(({ state }) => state);
    await open(day.small.wards[0], `/afdeling/${day.small.units[0]}`);
    await page.evaluate(() => localStorage.setItem('verkeerstoren.admitting-doctor', 'dr. K. Postma'));
    await page.reload();
    await expect.poll(() => page.getByRole('region', { name: /Nieuwe aanvraag/ }).count(), SOON).toBe(3);
    await hand.keys('b');
    await expect
      .poll(() => page.getByRole('status').allInnerTexts(), SOON)
      .toContain('Bevestigd. De regio ziet het nu.');
    expect(await hand.presses()).toBe(1);
    await hand.keys('r');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.closest('section') !== null))
      .toBe(true);
    await hand.tabTo(page.getByRole('button', { name: 'Geen personeel' }));
    await hand.keys('Enter');
    await expect.poll(() => states(no), SOON).toEqual(['refused']);
    await expect.poll(() => page.getByRole('region', { name: /Nieuwe aanvraag/ }).count(), SOON).toBe(2);
    expect(await hand.presses()).toBe(3);
    await hand.keys('l');
    await hand.tabTo(page.getByRole('button', { name: 'Middag' }));
    await hand.keys('Enter');
    await expect.poll(() => states(later), SOON).toEqual(['alternative']);
    await page.getByText('De verwijzer antwoordt voor').waitFor(SOON);
    expect(await hand.presses()).toBe(5);
    await hand.keys('a');
    await hand.tabTo(page.getByRole('button', { name: /^Accepteer op bed/ }));
    await hand.keys('Enter');
    await expect.poll(() => states(yes), SOON).toEqual(['accepted']);
    expect(await hand.presses()).toBe(7);
  });
});

describe('a transfer nurse', () => {
  it('asks three houses at once; a no asks the next, the first yes stands, and what is missing comes later', async () => {
    const { transfer } = day.small;
    await open(transfer, '/aanvraag');
    await hand.typePerson('Venema');
    for (const choice of ['Herstel', 'Hoog']) await page.getByText(choice, { exact: true }).click();
    await hand.press('Ja, dit klopt allemaal');
    const also = page.getByRole('group', { name: 'Vraag ook' });
    for (const rank of [0, 1]) await also.getByRole('button').nth(rank).click(SOON);
    expect(await violationsOn(page)).toEqual([]);
    await hand.press(/Verstuur aanvraag/);
    const id = await hand.sent();
    expect(await hand.presses()).toBeLessThanOrEqual(10);
    const { offers } = await seen(transfer, id);
    expect(offers.map(({ state, held }) => `${state} ${held}`).toSorted()).toEqual([
      'open false',
      'open true',
      'open true',
    ]);
    const [first, second] = offers;
    if (first === undefined || second === undefined) throw new Error('nobody was asked');
    await callAs(day, houseOf(first), 'POST', `/offers/${first.id}/refuse`, { code: 'no-staff' });
    await hand.text(/vanzelf gevraagd/).waitFor(SOON);
    expect((await seen(transfer, id)).offers.filter(({ state }) => state === 'open')).toHaveLength(3);
    await callAs(day, houseOf(second), 'POST', `/offers/${second.id}/accept`, DOCTOR);
    await hand.text('Ja, bed gereserveerd').waitFor(SOON);
    const after = await seen(transfer, id);
    expect(after.offers.map(({ state }) => state).toSorted()).toEqual([
      'accepted',
      'refused',
      'withdrawn',
      'withdrawn',
    ]);

    const codes = async () => (await seen(transfer, id)).missing.map(({ code }) => code);
    expect(await codes()).toEqual(
      expect.arrayContaining(['letter', 'gp', 'next-of-kin', 'infection-status']),
    );
    await page.getByRole('button', { name: 'Overdracht', exact: true }).click();
    const file = { name: 'overdracht.txt', mimeType: 'text/plain', buffer: Buffer.from('Geen MRSA') };
    await page.locator('input[type=file]').setInputFiles(file);
    await page.getByRole('link', { name: 'overdracht.txt' }).waitFor(SOON);
    const contacts = page.getByRole('region', { name: 'Huisarts en naaste' });
    await contacts.getByLabel('Huisarts').fill('dr. J. Bos');
    await contacts.getByLabel('Naaste', { exact: true }).fill('Anna Venema');
    await contacts.getByLabel('Telefoon van de naaste').fill('0592-00 17 99');
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await contacts.waitFor({ state: 'detached' });
    expect(await codes()).not.toEqual(expect.arrayContaining(['gp']));
    expect((await codes()).filter((code) => /gp|kin|infection/.test(code))).toEqual([]);
  });
});

describe('the desk, without a mouse', () => {
  it('calls an old figure, gives a place in three presses, takes a call and hands the shift over', async () => {
    const first = await askPlace(day, 'Sloots', []);
    const second = await askPlace(day, 'Buiter', []);
    await open(day.small.desk, `/loket?aanvraag=${second.id}`);
    await hand.text('1 cijfer is te oud').waitFor(SOON);
    await hand.tabTo(page.getByRole('button', { name: 'Bel na' }));
    await hand.keys('Enter');
    await hand.tabTo(page.getByRole('button', { name: 'Klopt, gebeld' }));
    await hand.keys('Enter');
    await hand.text('1 cijfer is te oud').waitFor({ state: 'detached' });
    expect(await hand.presses()).toBe(2);

    await hand.keys('Escape');
    const before = await hand.presses();
    await page.getByRole('region', { name: `Aanvraag ${second.code}` }).waitFor(SOON);
    await hand.keys('k');
    const table = page.getByRole('region', { name: `Aanvraag ${first.code}` });
    await table
      .getByRole('button', { name: /Stuur aanvraag/ })
      .first()
      .waitFor(SOON);
    await hand.keys('1', 'Enter');
    await table.getByText('Bed vastgehouden').waitFor(SOON);
    expect((await hand.presses()) - before).toBeLessThanOrEqual(3);
    expect((await seen(day.small.desk, first.id)).offers.map(({ state }) => state)).toEqual(['open']);

    await hand.keys('n');
    await hand.typePerson('Grevink');
    await page.getByRole('timer').waitFor();
    await hand.tabTo(page.getByRole('radiogroup', { name: /Waarom een plek/ }));
    await hand.keys('1');
    await hand.tabTo(page.getByRole('radiogroup', { name: /Hoe zwaar/ }));
    await hand.keys('1');
    await hand.tabTo(page.getByLabel('Waar bellen we u?'));
    await page.keyboard.type('0592-00 17 20');
    await hand.text('Past het best').waitFor(SOON);
    await hand.keys('Control+Enter');
    await hand.text(/Verstuurd om .* antwoordt uiterlijk/).waitFor(SOON);
    await hand.keys('o');
    await page.getByRole('article').getByText(second.code).first().waitFor(SOON);
  });
});
