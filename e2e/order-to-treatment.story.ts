import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { somebody } from '#app/api-house.fixture.ts';
import { type OpenHalfDay, openDayHouse } from '#app/day-house.fixture.ts';
import { type Mailbox, openMailbox } from '#app/mailbox.fixture.ts';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import { type Instant, MINUTE } from '#kernel/interval.ts';
import type { DayRecord, DayWeek, GridVisit, OrderView } from '#modules/day-treatment/contract.ts';
import type { Professional } from '#modules/region/types.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser, type SIZES } from './browser.ts';
import { SOON } from './hand.ts';

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
let planner: Page;
let tablet: Page;
let order: OrderView;
let visit: GridVisit;

beforeAll(async () => {
  const webFolder = join(import.meta.dirname, '../dist/web');
  mailbox = await openMailbox('https://toren.example');
  [day, browser] = await Promise.all([
    openDayHouse(START, TODAY, { webFolder, messages: mailbox.messages }),
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
    order = await day.signed({
      person: somebody({ name: NAME, birthDate: '1951-09-04', sex: 'male' }),
      gpOrg: day.house.small.gp.organisationId,
    });
    await planner.getByRole('heading', { level: 3, name: NAME }).waitFor(SOON);
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
    expect(await dialog.getByRole('link', { name: /Bel dr\. J\. Oefen/ }).getAttribute('href')).toBe(
      'tel:0592001721',
    );
    for (const step of ['Stop het infuus.', 'Bel de specialist.'])
      await dialog.getByRole('button', { name: `Gedaan: ${step}` }).click();
    await dialog.getByLabel('Wat ziet u?').fill('Rode vlekken in de hals');
    await dialog.getByRole('button', { name: 'Schrijf op' }).click();
    await dialog.getByRole('button', { name: 'De reactie is voorbij' }).click();
    await dialog.waitFor({ state: 'detached' });
    await press(`Klaar: ${NAME}`);
    await tablet.getByText(/^weg om/).waitFor(SOON);
    await waiting(13);
    expect(mailbox.lastTo(HOSPITAL)).toBe('');
  });

  it('is with the specialist and the practice as soon as there is a network, once', async () => {
    await tablet.context().setOffline(false);
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
    await tablet.close();
    await planner.close();
  });
});

/** Two are set up by the first nurse, two by the second; one of these stands fast. */
const PEOPLE = [
  ['Aaltje Adema', 0],
  ['Berend Bruins', 0],
  ['Klaasje Clewits', 1],
  ['Derk Doorn', 1],
] as const;
const MOVING = ['Aaltje Adema', 'Berend Bruins'];
const FAST = 'Klaasje Clewits';

/** A morning of next week in which these four come, one after the other. */
const fillMorning = async (): Promise<{ halfDay: OpenHalfDay; orders: Map<string, string> }> => {
  const halfDay = day.halfDays.find((each) => each.day === plusDays(TODAY, 6) && each.part === 'morning');
  if (halfDay === undefined) throw new Error('the house is shut next Wednesday');
  const orders = new Map<string, string>();
  for (const [n, [name, nurse]] of PEOPLE.entries()) {
    const made = await day.signed({ person: somebody({ name, birthDate: `194${n}-05-02` }) });
    orders.set(name, made.id);
    for (const first of made.visitList) await day.plan(first, halfDay, 50 * n, nurse);
  }
  return { halfDay, orders };
};

/** When somebody comes, and to whom. */
const momentOf = async (orderId = '') => {
  const { from, nurseId, locked, mustMove } = (await standing(orderId)) ?? {};
  return { from, nurseId, locked, mustMove };
};

describe('a nurse who falls ill', () => {
  let halfDay: OpenHalfDay;
  let orders: Map<string, string>;
  const moments = async () =>
    new Map(
      await Promise.all(PEOPLE.map(async ([name]) => [name, await momentOf(orders.get(name))] as const)),
    );

  it('leaves two who must move, in sight at once', async () => {
    ({ halfDay, orders } = await fillMorning());
    const fast = await standing(orders.get(FAST) ?? '');
    await did(day.planner, `/visits/${fast?.id}/lock`, { locked: true });
    planner = await open(day.planner, '/thuiskamer');
    await planner.getByRole('button', { name: 'Volgende week' }).click();
    const { halfDays } = await weekOf(halfDay.day);
    const version = halfDays.find(({ id }) => id === halfDay.id)?.version;
    await did(day.nurse, `/half-days/${halfDay.id}/absent`, { nurse: day.nurses[0], why: 'ill' }, version);
    const moving = planner.getByRole('region', { name: /Moet verzet/ });
    for (const name of MOVING) await moving.getByText(name).waitFor(SOON);
    expect(await moving.getByRole('button').count()).toBe(MOVING.length);
    expect(await violationsOn(planner)).toEqual([]);
  });

  it('costs two moves and no more, and who stands fast stays', async () => {
    const before = await moments();
    const box = planner.getByRole('region', { name: 'Weekplan' });
    await planner.getByRole('button', { name: 'Maak een plan van 4 weken' }).click();
    await box.getByRole('button', { name: 'Neem dit plan over' }).click({ timeout: 60_000 });
    await planner
      .getByRole('region', { name: /Moet verzet/ })
      .waitFor({ state: 'detached', timeout: 60_000 });
    const after = await moments();
    const moved = [...before].filter(
      ([name, was]) => JSON.stringify(was) !== JSON.stringify(after.get(name)),
    );
    expect(moved.map(([name]) => name)).toEqual(MOVING);
    for (const name of MOVING) {
      expect(after.get(name)).toMatchObject({ mustMove: null });
      expect(after.get(name)?.nurseId).not.toBe(day.nurses[0]);
    }
    expect(after.get(FAST)).toMatchObject({ locked: true, mustMove: null });
    await planner.close();
  });
});
