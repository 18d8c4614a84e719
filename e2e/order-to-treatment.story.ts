import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDayHouse } from '#app/day-house.fixture.ts';
import { type Mailbox, openMailbox } from '#app/mailbox.fixture.ts';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { DayRecord, DayWeek, GridVisit, OrderView } from '#modules/day-treatment/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser, type SIZES } from './browser.ts';
import { SOON } from './hand.ts';
import { WEEKS } from './wall-clock.ts';

/** A Thursday, when the hospital begins. */
const TODAY = '2026-10-22';
const START = instantOf(TODAY, 9 * 60, 'Europe/Amsterdam');
const NAME = 'Jannes Sikkens';
const PIN = '271828';
/** What a planner needs at most to give somebody a moment. */
const CLICKS = 6;
const SECONDS = 45;
const HOSPITAL = 'internist@ziekenhuis.example';
const PRACTICE = 'praktijk@huisarts.example';

let day: Awaited<ReturnType<typeof openDayHouse>>;
let browser: Browser;
let mailbox: Mailbox;
let url: string;
let specialist: Page;
let planner: Page;
let tablet: Page;
let order: OrderView;
let visit: GridVisit;

beforeAll(async () => {
  const webFolder = join(import.meta.dirname, '../dist/web');
  mailbox = await openMailbox('https://toren.example');
  [day, browser] = await Promise.all([
    openDayHouse(START, TODAY, { webFolder, messages: mailbox.messages, sessions: WEEKS }),
    openBrowser(),
  ]);
  for (const [id, email] of [
    [day.specialist.organisationId, HOSPITAL],
    [day.house.small.gp.organisationId, PRACTICE],
  ])
    await day.house.owner.query('update region_organisation set email = $2 where id = $1', [id, email]);
  url = await day.house.house.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await leaveBrowser(browser);
  await day.house.close();
  await mailbox.close();
});

const open = async (who: Professional, path: string, size: keyof typeof SIZES = 'desktop'): Promise<Page> => {
  const page = await openAs(browser, url, who.id, size, { serviceWorkers: 'allow' });
  page.setDefaultTimeout(SOON.timeout);
  return page.goto(url + path).then(() => page);
};
const read = async <Body>(who: Professional, path: string): Promise<Body> => {
  const answer = await day.house.call(who, 'GET', `/api/v1${path}`);
  expect(answer.statusCode, answer.body).toBe(200);
  return answer.json<Body>();
};
const weekOf = (from: string): Promise<DayWeek> =>
  read<DayWeek>(day.planner, `/day-rooms/${day.unitId}/week?from=${from}`);
/** Where a visit of an order stands in these weeks; undefined: it has no moment. */
const standing = async (orderId: string): Promise<GridVisit | undefined> => {
  const weeks = [await weekOf(TODAY), await weekOf(plusDays(TODAY, 7))];
  return weeks
    .flatMap(({ halfDays }) => halfDays.flatMap(({ visits }) => visits))
    .find((each) => each.orderId === orderId);
};
const moveTo = (at: Instant): void => {
  day.house.clock.at = at;
};

/** What must go through, as the API takes it. */
const did = async (who: Professional, path: string, body: object, version?: number): Promise<void> => {
  const answer = await day.house.post(who, path, body, version === undefined ? {} : { version });
  expect(answer.statusCode, answer.body).toBe(200);
};

/** Who it is for, what is given, when not, and who reads along. */
const writeOrder = async (): Promise<void> => {
  const { keyboard } = specialist;
  const type = async (field: string, words: string): Promise<void> => {
    await specialist.getByLabel(field, { exact: true }).focus();
    await keyboard.type(words);
  };
  await specialist.getByLabel('Naam', { exact: true }).waitFor(SOON);
  await type('Naam', NAME);
  await keyboard.press('Tab');
  await keyboard.type('04-09-1951');
  await keyboard.press('Tab');
  await keyboard.press('1');
  await specialist.getByRole('radio', { name: /derisomaltose/ }).focus();
  await keyboard.press('1');
  await type('Dosis', '1.000 mg in 100 ml');
  await type('Niet geven als', 'Koorts boven 38,5');
  await type('Gewicht in kilo', '71,5');
  await specialist.getByLabel('Dag van het bloedonderzoek').fill(plusDays(TODAY, -3));
  const answers = specialist.getByRole('group', { name: 'Mag het met deze uitslag?' });
  await answers.getByRole('button', { name: 'Ja' }).click();
  const practice = day.house.small.gp.organisationId;
  await specialist.getByLabel('Huisartsenpraktijk die meeleest').selectOption(practice);
};

const kinds = async (): Promise<string[]> => {
  const { visits } = await read<DayRecord>(day.specialist, `/orders/${order.id}/record`);
  return visits.flatMap(({ acts }) => acts.map(({ kind }) => kind));
};
const press = (name: string | RegExp): Promise<void> => tablet.getByRole('button', { name }).first().click();
const unlock = async (): Promise<void> => {
  await tablet.getByLabel('Pincode van deze tablet').fill(PIN);
  await press('Open');
};
const waiting = (count: number) => tablet.getByText(new RegExp(`^${count} acties? sta`)).waitFor(SOON);

describe('from an order to a treatment', () => {
  it('begins with what the specialist signs, and the planner sees it without asking', async () => {
    planner = await open(day.planner, '/thuiskamer');
    await planner.getByText('Iedereen heeft een moment').waitFor();
    specialist = await open(day.specialist, '/opdrachten');
    await specialist.getByText('Er loopt geen voorschrift.').waitFor();
    await specialist.keyboard.press('n');
    await writeOrder();
    await specialist.keyboard.press('Control+Enter');
    await specialist.getByText('Handtekening 1: Oefen specialist').first().waitFor();
    await planner.getByRole('heading', { level: 3, name: NAME }).waitFor(SOON);
    const [listed] = await day.list(day.specialist, 'own');
    order = await day.seen(day.specialist, listed?.id ?? '');
    expect(order).toMatchObject({ state: 'signed', visits: 1, person: { name: NAME } });
    expect(await violationsOn(specialist)).toEqual([]);
    expect(await violationsOn(planner)).toEqual([]);
  });

  it(`is planned in at most ${CLICKS} clicks and ${SECONDS} seconds`, async () => {
    const page = await openAs(browser, url, day.planner.id);
    const clicks = await countClicks(page);
    const began = Date.now();
    await page.goto(`${url}/`);
    await page.getByRole('link', { name: 'Thuiskamer' }).first().click(SOON);
    await page
      .getByRole('radiogroup', { name: /moment(en)? d/ })
      .getByRole('radio')
      .first()
      .waitFor(SOON);
    await page
      .getByText(/^\w\w \d+ \w+, \d+:\d\d$/)
      .nth(1)
      .click(SOON);
    await page.getByRole('button', { name: 'Plan dit moment' }).click(SOON);
    await page
      .getByText(new RegExp(`${NAME} komt`))
      .first()
      .waitFor(SOON);
    expect(await clicks()).toBeLessThanOrEqual(CLICKS);
    expect(await clicks()).toBeGreaterThan(1);
    expect(Date.now() - began).toBeLessThan(SECONDS * 1_000);
    await page.close();
    // The other planner's screen knows it too.
    await planner.getByText('Iedereen heeft een moment').waitFor(SOON);
    const found = await standing(order.id);
    expect(found).toBeDefined();
    visit = found as GridVisit;
    const readyAt = new Date(START).toISOString();
    await did(day.planner, `/orders/${order.id}/drug`, { visit: visit.id, readyAt });
  });

  it('is given on a tablet without a network, all of it', async () => {
    const from = Date.parse(visit.from);
    moveTo(from - 5 * MINUTE);
    tablet = await open(day.nurse, '/thuiskamer/dag', 'tablet');
    await tablet.getByLabel('Kies een pincode voor vandaag').fill(PIN);
    await tablet.getByLabel('Nog een keer dezelfde pincode').fill(PIN);
    await press('Open de dag');
    await tablet.getByRole('button', { name: `Aangekomen: ${NAME}` }).waitFor(SOON);
    await tablet.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await tablet.context().setOffline(true);
    await press(`Aangekomen: ${NAME}`);
    await press(`Controleer: ${NAME}`);
    const dialog = tablet.getByRole('dialog');
    for (const check of ['Wie', 'Opdracht', 'Lab', 'Medicijn'])
      await dialog
        .getByRole('group', { name: check })
        .getByRole('button', { name: 'Klopt', exact: true })
        .click();
    await dialog.waitFor({ state: 'detached' });
    await press(/^Meting/);
    await dialog.getByLabel('Bloeddruk, bovendruk').fill('132');
    await dialog.getByLabel('Bloeddruk, onderdruk').fill('78');
    await press('Bewaar de meting');
    await press(`Start infuus: ${NAME}`);
    await waiting(7);
    expect(await kinds()).toEqual([]);
    expect(await violationsOn(tablet)).toEqual([]);
    // The tablet was switched off and on: nothing of it is gone, and still there is no network.
    await tablet.reload();
    await unlock();
    await tablet.getByRole('button', { name: `Stop infuus: ${NAME}` }).waitFor(SOON);
  });

  it('goes on through a reaction, step by step in the words of the clinic', async () => {
    await press(/^Reactie\? Stop en bel/);
    const dialog = tablet.getByRole('dialog', { name: `Reactie: ${NAME}` });
    await dialog.getByText('Stop het infuus nu.').waitFor();
    expect(await dialog.getByRole('link', { name: /Bel Oefen specialist/ }).getAttribute('href')).toBe(
      'tel:0592001720',
    );
    for (const step of ['Stop het infuus.', 'Bel de specialist.'])
      await dialog.getByRole('button', { name: `Gedaan: ${step}` }).click();
    await dialog.getByLabel('Wat ziet u?').fill('Rode vlekken in de hals');
    await dialog.getByRole('button', { name: 'Schrijf op' }).click();
    await dialog.getByRole('button', { name: 'De reactie is voorbij' }).click();
    await dialog.waitFor({ state: 'detached' });
    await waiting(12);
    expect(mailbox.lastTo(HOSPITAL)).toBe('');
  });

  it('is with the specialist and the practice as soon as there is a network, once', async () => {
    await specialist.goto(`${url}/opdrachten`);
    await specialist.getByText(NAME).first().waitFor();
    expect(await specialist.getByText(/^Reactie:/).count()).toBe(0);
    await tablet.context().setOffline(false);
    // Nobody asked for it: the reaction comes to who ordered, with the telephone of the room.
    await specialist
      .getByText(new RegExp(`^Reactie: ${NAME}`))
      .first()
      .waitFor(SOON);
    await press(`Klaar: ${NAME}`);
    await tablet.getByText(/^weg om/).waitFor(SOON);
    const whole = [
      'arrived',
      ...Array<string>(4).fill('checked'),
      ...['measured', 'started'],
      ...Array<string>(5).fill('reacted'),
      'left',
    ];
    await expect.poll(kinds, SOON).toEqual(whole);
    await tablet.getByText('staan veilig op deze tablet').waitFor({ state: 'detached' });
    const { visits } = await read<DayRecord>(day.specialist, `/orders/${order.id}/record`);
    expect(visits).toMatchObject([{ state: 'done', reacted: true }]);
    const notes = visits[0]?.acts.flatMap(({ body }) => body['note'] ?? []);
    expect(notes).toEqual(['Rode vlekken in de hals']);
    // A letter says that there is something to read, and nothing about who.
    const letters = (address: string) => mailbox.lastTo(address);
    await expect.poll(() => letters(HOSPITAL), SOON).not.toBe('');
    await expect.poll(() => letters(PRACTICE), SOON).toContain(order.code);
    for (const address of [HOSPITAL, PRACTICE]) expect(letters(address)).not.toContain('Sikkens');
    await expect.poll(async () => (await day.seen(day.specialist, order.id)).state, SOON).toBe('done');
    for (const page of [tablet, planner, specialist]) await page.close();
  });
});
