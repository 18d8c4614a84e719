import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { somebody } from '#app/api-house.fixture.ts';
import { openDayHouse } from '#app/day-house.fixture.ts';
import { instantOf } from '#kernel/calendar.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { DayAct, DayList } from '#modules/day-treatment/contract.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, type SIZES } from './browser.ts';
import { SOON } from './hand.ts';

/** A Thursday, in the morning. */
const TODAY = '2026-10-22';
const NOW = instantOf(TODAY, 11 * 60 + 41, 'Europe/Amsterdam');
const PIN = '271828';
/** Who comes, and how many minutes after opening. */
const PEOPLE = [
  ['Aaltje Adema', 90],
  ['Harm Bruins', 140],
  ['Trijntje Clewits', 190],
] as const;

let day: Awaited<ReturnType<typeof openDayHouse>>;
let browser: Browser;
let page: Page;
let url: string;
let halfDay: { readonly id: string };
const visits = new Map<string, string>();

beforeAll(async () => {
  const webFolder = join(import.meta.dirname, '../dist/web');
  [day, browser] = await Promise.all([openDayHouse(NOW, TODAY, { webFolder }), openBrowser()]);
  url = await day.house.house.app.listen({ host: '127.0.0.1', port: 0 });
  const morning = day.halfDays.find((one) => one.day === TODAY && one.part === 'morning');
  if (morning === undefined) throw new Error('the house is shut this morning');
  halfDay = morning;
  for (const [n, [name, start]] of PEOPLE.entries()) {
    const order = await day.signed({ person: somebody({ name, birthDate: `194${n}-05-02` }), visits: 1 });
    const visit = order.visitList[0];
    if (visit === undefined) throw new Error('the order has no visit');
    await day.plan(visit, morning, start);
    visits.set(name, visit.id);
  }
});
afterAll(async () => {
  await leaveBrowser(browser);
  await day.house.close();
});
afterEach(async () => page.close());

const listNow = async (): Promise<DayList> =>
  (await day.house.call(day.nurse, 'GET', `/api/v1/half-days/${halfDay.id}/day`)).json<DayList>();
const actsOf = async (name: string): Promise<readonly DayAct[]> =>
  (await listNow()).visits.find(({ id }) => id === visits.get(name))?.acts ?? [];
const kindsOf = async (name: string): Promise<string[]> => (await actsOf(name)).map(({ kind }) => kind);

const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click(SOON);
const pinField = () => page.getByLabel('Pincode van deze tablet');
const opensList = () => page.getByRole('heading', { name: 'Donderdag ochtend' }).waitFor(SOON);

const openDay = async (size: keyof typeof SIZES = 'tablet'): Promise<void> => {
  page = await openAs(browser, url, day.nurse.id, size, { serviceWorkers: 'allow' });
  await page.goto(`${url}/thuiskamer/dag`);
  await page.getByLabel('Kies een pincode voor vandaag').fill(PIN, SOON);
  await page.getByLabel('Nog een keer dezelfde pincode').fill(PIN);
  await press('Open de dag');
  await opensList();
};
const unlock = async (pin: string): Promise<void> => {
  await pinField().fill(pin, SOON);
  await press('Open');
};

/** Time goes by on the tablet: nobody waits twenty minutes for an infusion. */
const later = async (minutes: number): Promise<void> => {
  day.house.clock.at += minutes * MINUTE;
  await page.reload();
  await unlock(PIN);
  await opensList();
};

const arriveAndCheck = async (name: string): Promise<void> => {
  await press(`Aangekomen: ${name}`);
  await press(`Controleer: ${name}`);
  const dialog = page.getByRole('dialog');
  for (const check of ['Wie', 'Opdracht', 'Lab', 'Medicijn'])
    await dialog
      .getByRole('group', { name: check })
      .getByRole('button', { name: 'Klopt', exact: true })
      .click(SOON);
  await dialog.waitFor({ state: 'detached', ...SOON });
};

describe('a morning on the tablet', () => {
  it('goes on without a network, also after it was switched off, and nothing is lost or there twice', async () => {
    await openDay();
    expect(await violationsOn(page)).toEqual([]);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    const name = 'Aaltje Adema';
    await page.context().setOffline(true);
    await arriveAndCheck(name);
    await press(`Start infuus: ${name}`);
    await page.getByRole('button', { name: `Stop infuus: ${name}` }).waitFor(SOON);
    await page.getByText('6 acties staan veilig op deze tablet').waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
    expect(await kindsOf(name)).toEqual([]);
    await page.reload();
    await unlock(PIN);
    await opensList();
    await press(/^Meting/);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Hartslag per minuut').fill('72', SOON);
    await dialog.getByLabel('Temperatuur in °C').fill('36,8');
    await press('Bewaar de meting');
    await press(`Stop infuus: ${name}`);
    await press(`Klaar: ${name}`);
    await page.getByText(/^weg om/).waitFor(SOON);
    await page.getByText('9 acties staan veilig op deze tablet').waitFor(SOON);
    expect(await kindsOf(name)).toEqual([]);
    await page.context().setOffline(false);
    await expect
      .poll(() => kindsOf(name), SOON)
      .toEqual(['arrived', ...Array(4).fill('checked'), 'started', 'measured', 'stopped', 'left']);
    await page.getByText('staan veilig op deze tablet').waitFor({ state: 'detached', ...SOON });
    expect((await actsOf(name)).find(({ kind }) => kind === 'measured')?.body).toEqual({
      pulse: 72,
      temperature: 36.8,
    });
  });

  it('stops and calls when somebody reacts, step by step, and the button stays where it is', async () => {
    await openDay();
    const name = 'Harm Bruins';
    await arriveAndCheck(name);
    await press(`Start infuus: ${name}`);
    const red = page.getByRole('button', { name: /^Reactie\? Stop en bel/ });
    const place = await red.boundingBox();
    await red.getByText('dr. J. Oefen · 0592-00 17 21').waitFor(SOON);
    await red.click();
    const dialog = page.getByRole('dialog', { name: `Reactie: ${name}` });
    await dialog.getByText('Stop het infuus nu.').waitFor(SOON);
    await expect.poll(() => kindsOf(name), SOON).toContain('reacted');
    expect(await dialog.getByRole('link', { name: /Bel dr\. J\. Oefen/ }).getAttribute('href')).toBe(
      'tel:0592001721',
    );
    await dialog.getByRole('button', { name: 'Gedaan: Bel de specialist.' }).click();
    expect(await violationsOn(page)).toEqual([]);
    await dialog.getByLabel('Wat ziet u?').fill('Galbulten op de armen');
    await dialog.getByRole('button', { name: 'Schrijf op' }).click();
    await dialog.getByRole('button', { name: 'De reactie is voorbij' }).click();
    await dialog.waitFor({ state: 'detached', ...SOON });
    const reacted = async () =>
      (await actsOf(name)).filter(({ kind }) => kind === 'reacted').map(({ body }) => body);
    await expect
      .poll(reacted, SOON)
      .toEqual([{}, { step: 2 }, { note: 'Galbulten op de armen' }, { over: true }]);
    expect(await red.boundingBox()).toEqual(place);
    // What ran was stopped by it: now they are looked after until they may go.
    await page.getByRole('button', { name: `Klaar: ${name}` }).waitFor(SOON);
  });

  it('fills a button when its time has come, and takes the last act back', async () => {
    await openDay();
    const name = 'Trijntje Clewits';
    await press(`Aangekomen: ${name}`);
    await page.getByRole('button', { name: `Controleer: ${name}` }).waitFor(SOON);
    await press(/^Draai terug/);
    await page.getByRole('button', { name: `Aangekomen: ${name}` }).waitFor(SOON);
    await expect.poll(() => kindsOf(name), SOON).toEqual(['arrived', 'undone']);
    // The second of two quick taps on one button is the same tap.
    await page.getByRole('button', { name: `Aangekomen: ${name}` }).dblclick();
    await page.getByRole('button', { name: `Controleer: ${name}` }).waitFor(SOON);
    expect(await page.getByRole('dialog').count()).toBe(0);
    await press(/^Draai terug/);
    await press('Inloop of afmelding');
    await press('Meldde zich af');
    await page.getByLabel('Waarom komt deze persoon niet?').fill('Koorts');
    await press('Meld af');
    await page.getByText(/^niet gegeven,/).waitFor(SOON);
    const why = async () => (await actsOf(name)).find(({ kind }) => kind === 'not-given')?.body;
    await expect.poll(why, SOON).toEqual({ why: 'Koorts' });
    await later(1);
    await page.getByText(/^niet gegeven,/).waitFor(SOON);
  });
});

describe('the tablet in other hands', () => {
  it('gives the list up after five wrong PINs, and leaves nothing at sign-out', async () => {
    await openDay();
    await press('Vergrendel');
    expect(await violationsOn(page)).toEqual([]);
    for (let left = 4; left > 0; left--) {
      await unlock('111222');
      await page.getByText(`Nog ${left} keer`).waitFor(SOON);
    }
    await unlock('111222');
    await page.getByText('Vijf keer een verkeerde pincode').waitFor(SOON);
    expect(await page.getByText('Adema').count()).toBe(0);
    const kept = () =>
      page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            const asked = indexedDB.open('verkeerstoren-day');
            asked.onsuccess = () => {
              const all = asked.result.transaction('day').objectStore('day').count();
              all.onsuccess = () => resolve(all.result);
            };
          }),
      );
    expect(await kept()).toBe(0);
    await page.getByLabel('Kies een pincode voor vandaag').fill(PIN);
    await page.getByLabel('Nog een keer dezelfde pincode').fill(PIN);
    await press('Open de dag');
    await opensList();
    expect(await kept()).toBe(1);
    await page.getByRole('link', { name: 'Week' }).click();
    await page.getByRole('button', { name: /Verpleegkundige Thuiskamer/ }).click(SOON);
    await press('Stop met deze rol');
    await page.getByText('Kies een rol').first().waitFor(SOON);
    expect(await kept()).toBe(0);
  });

  it('reads on a phone without anything wrong', async () => {
    await openDay('phone');
    expect(await violationsOn(page)).toEqual([]);
  });
});
