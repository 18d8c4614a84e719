import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { somebody } from '#app/api-house.fixture.ts';
import { act, wholeVisit } from '#app/day-acts.fixture.ts';
import { type OpenHalfDay, openDayHouse } from '#app/day-house.fixture.ts';
import { instantOf } from '#kernel/calendar.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { OrderView } from '#modules/day-treatment/contract.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser, type SIZES } from './browser.ts';
import { SOON } from './hand.ts';

/** A Thursday, in the morning. */
const TODAY = '2026-10-22';
const NOW = instantOf(TODAY, 11 * 60 + 41, 'Europe/Amsterdam');
const CLICKS = 6;
const SECONDS = 45;

let day: Awaited<ReturnType<typeof openDayHouse>>;
let browser: Browser;
let page: Page;
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
afterEach(async () => page.close());

const of = (name: string, more: object = {}) =>
  day.signed({ person: somebody({ name, birthDate: '1944-05-02' }), ...more });
const halfDay = (index: number): OpenHalfDay => {
  const found = day.halfDays[index];
  if (found === undefined) throw new Error('the house has no such half-day');
  return found;
};
/** Gives the first visit of an order a moment, an hour after opening; answers its id and its claims. */
const planned = async ({ visitList: [visit] }: OrderView, when: OpenHalfDay) => {
  if (visit === undefined) throw new Error('the order has no visit');
  return { id: visit.id, at: when.opens + 60 * MINUTE, claims: await day.plan(visit, when, 60) };
};
const keep = async (when: OpenHalfDay, acts: readonly object[]): Promise<void> => {
  const answer = await day.house.call(day.nurse, 'POST', `/api/v1/half-days/${when.id}/acts`, { acts });
  if (answer.statusCode !== 200) throw new Error(answer.body);
};

const open = async (path: string, size: keyof typeof SIZES = 'desktop'): Promise<void> => {
  page = await openAs(browser, url, day.specialist.id, size);
  await page.goto(url + path);
  await page.getByRole('heading', { level: 1 }).waitFor(SOON);
};
const press = (name: string | RegExp) => page.getByRole('button', { name }).first().click(SOON);
const reads = (words: string | RegExp) => page.getByText(words).first().waitFor(SOON);
const type = async (field: string, words: string): Promise<void> => {
  await page.getByLabel(field, { exact: true }).focus();
  await page.keyboard.type(words);
};

describe('a specialist', () => {
  it('orders with the keyboard, is told what is missing, and signs; the site reads it at once', async () => {
    await open('/');
    await page.waitForURL('**/opdrachten', SOON);
    await reads('Er loopt geen voorschrift.');
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.press('n');
    await page.getByLabel('Naam', { exact: true }).waitFor(SOON);
    await type('Naam', 'Harm Sikkens');
    await page.keyboard.press('Tab');
    await page.keyboard.type('02-05-1944');
    await page.keyboard.press('Tab');
    await page.keyboard.press('2');
    await page.getByRole('radio', { name: /derisomaltose/ }).focus();
    await page.keyboard.press('1');
    await type('Dosis', '1.000 mg in 100 ml');
    await page.keyboard.press('Control+Enter');
    // What is missing has the focus: one goes on where it went wrong.
    await reads('Schrijf op wanneer er niets gegeven wordt.');
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), SOON).toBe('TEXTAREA');
    await page.keyboard.type('Koorts boven 38,5');
    await page.keyboard.press('Control+Enter');
    await reads(/Voor deze behandeling is het gewicht nodig/);
    await expect
      .poll(() => page.getByLabel('Gewicht in kilo').evaluate((field) => field === document.activeElement))
      .toBe(true);
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.type('71,5');
    await page.keyboard.press('Control+Enter');
    await reads('Handtekening 1: Oefen specialist');
    await page.getByRole('heading', { level: 1, name: 'Harm Sikkens' }).waitFor(SOON);
    const [seen] = await day.list(day.planner, 'site');
    expect(seen).toMatchObject({ person: { name: 'Harm Sikkens' }, state: 'signed', toPlan: 1 });
    expect(page.url()).not.toMatch(/Sikkens|1944/);
  });

  it('orders the same once more, and the planner gives a moment, within six presses and 45 seconds', async () => {
    await of('Trijntje Reinders', { urgency: 5 });
    const begun = performance.now();
    page = await openAs(browser, url, day.specialist.id);
    const clicks = await countClicks(page);
    await page.goto(`${url}/opdrachten`);
    await page
      .getByRole('link', { name: /Trijntje Reinders/ })
      .first()
      .click(SOON);
    await press('Schrijf opnieuw voor');
    await press('Onderteken');
    await reads('Handtekening 1: Oefen specialist');
    const ordered = await clicks();
    await page.close();
    page = await openAs(browser, url, day.planner.id);
    const pressed = await countClicks(page);
    await page.goto(`${url}/thuiskamer`);
    await page.getByRole('radiogroup', { name: /moment(en)? d/ }).waitFor(SOON);
    await press('Plan dit moment');
    await reads(/Trijntje Reinders komt/);
    expect(ordered + (await pressed())).toBeLessThanOrEqual(CLICKS);
    expect((performance.now() - begun) / 1000).toBeLessThanOrEqual(SECONDS);
  });

  it('keeps a draft that nobody else reads, and throws it away', async () => {
    const draft = await day.draft({ person: somebody({ name: 'Berend Schuring', birthDate: '1944-05-02' }) });
    await open('/opdrachten');
    await page.getByRole('region', { name: 'Nog tekenen' }).getByText('Berend Schuring').click(SOON);
    expect((await day.list(day.planner, 'site')).map(({ id }) => id)).not.toContain(draft.id);
    await press('Gooi weg');
    await reads('Dit concept weggooien?');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/opdrachten', SOON);
    await reads('Loopt');
    await expect.poll(() => page.getByText('Berend Schuring').count(), SOON).toBe(0);
    expect((await day.list(day.specialist, 'own')).map(({ id }) => id)).not.toContain(draft.id);
  });

  it('changes what is planned under a new signature, and stops it: the chair is free at once', async () => {
    const order = await of('Aaltje Adema', { visits: 2, intervalDays: 14, toleranceDays: 2 });
    const { claims } = await planned(order, halfDay(9));
    await open(`/opdrachten/${order.id}`);
    await press('Wijzig');
    await page.getByLabel('Dosis').fill('500 mg', SOON);
    await press('Onderteken');
    await reads('Anders: dosis');
    expect(await day.seen(day.planner, order.id)).toMatchObject({ dose: '500 mg', signature: 2 });
    await press('Stop');
    await reads('1 geplande afspraak vervalt meteen en de stoel is vrij.');
    await page.keyboard.press('Enter');
    await reads('Schrijf in een paar woorden waarom.');
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.type('Hb is hersteld');
    await page.keyboard.press('Enter');
    await reads('Gestopt');
    expect(await day.standing(claims)).toBe(0);
    expect((await day.seen(day.specialist, order.id)).stopReason).toBe('Hb is hersteld');
  });

  it('sees a reaction as it is written down, with the telephone of the site, and what was given', async () => {
    const order = await of('Geert de Vries');
    const when = halfDay(1);
    const { id, at } = await planned(order, when);
    await open('/opdrachten');
    await reads('Geert de Vries');
    expect(await page.getByText(/^Reactie: /).count()).toBe(0);
    const measured = act(id, 'measured', at, 20, { systolic: 118, diastolic: 72 });
    const reaction = act(id, 'reacted', at, 25, { note: 'Jeuk aan de armen' });
    await keep(when, [
      ...wholeVisit(id, at).slice(0, 6),
      measured,
      reaction,
      act(id, 'reacted', at, 26, { step: 1 }),
    ]);
    await reads(/^Reactie: Geert de Vries/);
    expect(
      await page
        .getByRole('link', { name: /^Bel Noord/ })
        .first()
        .getAttribute('href'),
    ).toMatch(/^tel:0/);
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('link', { name: 'Lees wat er gebeurde' }).press('Enter');
    await reads(/Reactie bij bezoek 1/);
    await reads('bloeddruk 118/72');
    await reads('stap 1 gedaan: Stop het infuus.');
    await keep(when, [act(id, 'reacted', at, 40, { over: true }), act(id, 'left', at, 70)]);
    await reads('reactie voorbij');
    await expect.poll(() => page.getByText(/Reactie bij bezoek 1/).count(), SOON).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
  });

  it('finds somebody by a part of the name, on a phone, without the name leaving the screen', async () => {
    await open('/opdrachten', 'phone');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel('Zoek op naam of code').fill('sikk', SOON);
    await expect.poll(() => page.locator('a[data-order]').count(), SOON).toBe(1);
    expect(asked.concat(page.url()).join(' ')).not.toContain('sikk');
    await page.getByLabel('Zoek op naam of code').fill('niemand zo');
    await reads('Niemand met deze naam of code.');
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});

describe('somebody of another house', () => {
  it('finds no order there, and no name', async () => {
    const order = await of('Roelof Kuiper');
    page = await openAs(browser, url, day.stranger.id);
    await page.goto(`${url}/opdrachten/${order.id}`);
    await reads('Dit voorschrift bestaat niet, of u hoort er niet bij.');
    await page.goto(`${url}/opdrachten`);
    await reads('Er loopt geen voorschrift.');
    expect(await page.getByRole('button', { name: 'Nieuw voorschrift' }).count()).toBe(0);
    expect(await page.locator('body').innerText()).not.toContain('Kuiper');
  });
});
