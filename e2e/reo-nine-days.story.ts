import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SCALES } from '#modules/stay/types.ts';
import { admitted, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, openPage } from './browser.ts';
import { SOON } from './hand.ts';
import { type RunningServer, startServer } from './server.ts';
import { WEEKS, wallClock } from './wall-clock.ts';

/** Nine days over the night in which the clock goes back: day 1 is a Wednesday, day 9 a Thursday. */
const clock = wallClock('2026-10-21');

let browser: Browser;
let server: RunningServer;
let ward: Page;
let gp: Page;
let stayId = '';

beforeAll(async () => {
  [browser, server] = await Promise.all([
    openBrowser(),
    startServer(
      { now: clock.now(), placesPerUnit: 3, products: ['reo-observation'], autoNext: true },
      { clock, sessions: WEEKS },
    ),
  ]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});

const nurse = () => server.small.wards[0];
const open = async (who: { readonly id: string }, path: string): Promise<Page> => {
  const page = await openAs(browser, server.url, who.id);
  page.setDefaultTimeout(20_000);
  await page.goto(server.url + path);
  return page;
};
/** The clock on the wall goes on; who has the page open reads it again. */
const later = async (day: number, minutes: number, ...pages: readonly Page[]): Promise<void> => {
  clock.moveTo(day, minutes);
  for (const page of pages) await page.reload();
};
const observe = (kind: string, measured: object, more: object = {}): Promise<unknown> =>
  callAs(server, nurse(), 'POST', `/stays/${stayId}/observations`, {
    kind,
    measured,
    seenBy: 'nurse',
    ...more,
  });
/** What the ward writes down each day: how somebody slept, stood up, walked, and how restless they were. */
const keepDay = async (day: number, [hours, drop, metres, signs]: readonly number[]): Promise<void> => {
  clock.moveTo(day, 10 * 60);
  await observe('sleep', { hours });
  await observe('blood-pressure', { lying: 148, standing: 148 - (drop ?? 0) });
  await observe('walking', { metres });
  const items = SCALES.dos.items.map(({ code }, n) => [code, n < (signs ?? 0) ? 1 : 0] as const);
  await observe('restlessness', Object.fromEntries(items));
};
const row = (page: Page, name: string): Promise<string> =>
  page
    .getByRole('region', { name: 'De dagen van dit verblijf' })
    .getByRole('row', { name: new RegExp(`^${name} `) })
    .innerText();

describe('nine days of observation', () => {
  it('begin when somebody arrives, with the question of the GP on top', async () => {
    ({ stayId } = await admitted(server, 'Evert Venema', 0, {
      reason: 'observation',
      person: { name: 'Evert Venema', birthDate: '1948-03-14', sex: 'male' },
      remarks: 'Waarom valt meneer sinds drie weken?',
    }));
    ward = await open(nurse(), '/verblijf');
    await ward.getByRole('link', { name: /Evert Venema/ }).click();
    await ward.getByText('Waarom valt meneer sinds drie weken?').waitFor();
    await ward.getByText('8', { exact: true }).first().waitFor();
    expect(await violationsOn(ward)).toEqual([]);
  });

  it('show the turn on one strip, over the night in which the clock goes back', async () => {
    const days = [
      [4, 32, 12, 5],
      [3.5, 30, 15, 6],
      [4.5, 29, 15, 4],
      [4, 31, 30, 3],
      [5.5, 18, 45, 1],
      [6.5, 9, 60, 1],
      [6.5, 8, 80, 0],
    ] as const;
    for (const [n, day] of days.entries()) if (n > 0) await keepDay(n + 1, day);
    await later(7, 11 * 60 + 41, ward);
    await expect.poll(() => row(ward, 'Bloeddrukdaling'), SOON).toContain('−8');
    expect(await row(ward, 'Slaap')).toContain('6,5');
    expect(await row(ward, 'Onrust')).toContain('6, buiten de grens');
    await ward.getByText('nu 11:41').first().waitFor();
    // Two days before the end the box turns amber: day 9 is a Thursday, also with an hour more in between.
    await ward.getByText('dagen over').waitFor();
    await ward
      .getByText(/do 29 okt/)
      .first()
      .waitFor();
    expect(await violationsOn(ward)).toEqual([]);
  });

  it('end in an answer that the GP reads, which cannot go while a reason is missing unseen', async () => {
    await callAs(server, nurse(), 'POST', `/stays/${stayId}/medication`, {
      ...{ medicine: 'Slaaptablet', change: 'stopped' },
    });
    await ward.reload();
    for (const [box, text] of [
      ['Wat zagen we', 'Bloeddruk zakt bij opstaan, slaap was kort.'],
      ['Wat is het', 'Duizelig door de slaaptablet.'],
      ['Wat raden we aan', 'Thuis met wijkverpleging.'],
      ['Vervolg', 'De huisarts meet over een week.'],
    ] as const)
      await ward.getByRole('textbox', { name: box }).fill(text);
    await ward.getByText('ontbreekt nog 1').waitFor();
    await callAs(server, nurse(), 'POST', `/stays/${stayId}/wishes`, {
      kind: 'goal',
      text: 'Weer naar de tuin.',
    });
    const medicines = ward.getByRole('region', { name: /^Antwoord aan de huisarts/ });
    await medicines.getByRole('button', { name: /Schrijf de reden/ }).click();
    // The field has the focus by itself.
    await ward.locator('form :focus').first().waitFor();
    await ward.keyboard.type('Verward in de nacht.');
    await ward.keyboard.press('Enter');
    await ward.getByText('compleet').waitFor();
    await ward.getByText(/^concept, bewaard/).waitFor();
    gp = await open(server.small.gp, `/verblijf/${stayId}`);
    await gp.getByText('Het antwoord is er nog niet').waitFor();
    await ward.getByRole('button', { name: 'Stuur na teamoverleg' }).click();
    await ward.getByRole('button', { name: 'Stuur de brief' }).click();
    // The page of the GP is open: the letter comes by itself.
    await gp.getByText('Thuis met wijkverpleging.').first().waitFor(SOON);
    await gp.getByRole('button', { name: 'Gelezen' }).click();
    await ward.getByText(/Gelezen \d\d:\d\d\./).waitFor(SOON);
    expect(await violationsOn(gp)).toEqual([]);
  });

  it('are read along by one relative, until they are not', async () => {
    await ward.getByRole('button', { name: 'Nodig een naaste uit' }).click();
    await ward.getByLabel('Naam van de naaste').fill('Anneke');
    await ward.getByRole('button', { name: 'Nodig uit' }).click();
    const link = (await ward.getByText('/meelezen#').first().textContent()) ?? '';
    await ward.getByRole('button', { name: 'Klaar', exact: true }).click();
    const daughter = await openPage(browser, 'phone');
    daughter.setDefaultTimeout(20_000);
    await daughter.goto(link);
    await daughter.getByLabel('Geboortedatum van uw naaste').fill('14-3-1948');
    await daughter.keyboard.press('Enter');
    const code = daughter.locator('b').filter({ hasText: /^\d{6}$/ });
    await daughter.getByLabel('Code van zes cijfers').fill((await code.textContent()) ?? '');
    await daughter.keyboard.press('Enter');
    await daughter.getByRole('heading', { name: 'Het verblijf van Evert Venema' }).waitFor();
    await daughter.getByText('Weer naar de tuin.').first().waitFor();
    expect(await daughter.locator('body').innerText()).not.toContain('slaaptablet');
    expect(await violationsOn(daughter)).toEqual([]);
    await ward.getByRole('button', { name: /Stop/ }).first().click();
    await daughter
      .getByText(/gestopt|leest niet meer|is dicht/i)
      .first()
      .waitFor(SOON);
    await daughter.close();
  });

  it('do not grow a tenth day without a decision, and end at home', async () => {
    await later(9, 9 * 60, ward);
    const { stay } = await callAs<{ stay: { claim: { id: string; version: number } } }>(
      ...([server, nurse(), 'GET', `/stays/${stayId}`] as const),
    );
    const longer = await ward.request.post(`${server.url}/api/v1/claims/${stay.claim.id}/expected-end`, {
      data: { until: new Date(clock.at(10, 10 * 60)).toISOString() },
      headers: { origin: server.url, 'if-match': `"${stay.claim.version}"` },
    });
    expect([longer.status(), (await longer.json()).code]).toEqual([422, 'beyond-pathway']);
    await ward.goto(`${server.url}/afdeling/${server.small.units[0]}`);
    await ward
      .getByRole('button', { name: /Evert Venema/ })
      .first()
      .click();
    await ward.getByRole('button', { name: /Is vertrokken naar/ }).click();
    await ward.getByRole('button', { name: 'Naar huis', exact: true }).click();
    await gp.reload();
    await gp
      .getByText(/naar huis/i)
      .first()
      .waitFor(SOON);
    await later(11, 14 * 60, ward);
    await ward.goto(`${server.url}/verblijf/${stayId}`);
    const after = ward.getByRole('region', { name: 'Hoe gaat het thuis' });
    await after.getByRole('button', { name: 'Na 2 dagen: Leg vast' }).click();
    await after.getByRole('group', { name: 'Gesproken?' }).getByRole('button', { name: 'Ja' }).click();
    await after
      .getByRole('group', { name: 'In het eigen huis?' })
      .getByRole('button', { name: 'Ja' })
      .click();
    await after.getByRole('button', { name: '8', exact: true }).click();
    await after.getByRole('button', { name: 'Bewaar' }).click();
    await gp
      .getByText(/in het eigen huis/)
      .first()
      .waitFor(SOON);
  });
});
