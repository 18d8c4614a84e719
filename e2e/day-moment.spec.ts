import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { somebody } from '#app/api-house.fixture.ts';
import { openMoments } from '#app/day-moment.fixture.ts';
import { placeFrom } from '#app/day-plan.fixture.ts';
import { instantOf, plusDays } from '#kernel/calendar.ts';
import { MINUTE } from '#kernel/interval.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, openPage } from './browser.ts';
import { SOON } from './hand.ts';

/** A Thursday, in the morning. */
const TODAY = '2026-10-22';
const NOW = instantOf(TODAY, 9 * 60, 'Europe/Amsterdam');
const EMAIL = 'harm@thuis.example';

let moments: Awaited<ReturnType<typeof openMoments>>;
let day: typeof moments.day;
let browser: Browser;
let url: string;
let visitId: string;
let orderId: string;

/** The visit stands in the morning of this day. */
const stand = async (on: string, act: 'plan' | 'move'): Promise<void> => {
  const [choice] = (await moments.choicesOf(visitId)).choices;
  const halfDay = day.halfDays.find((each) => each.day === on && each.part === 'morning');
  if (choice === undefined || halfDay === undefined) throw new Error('no such half-day');
  const { version } = await moments.halfDayOf(halfDay.id);
  const place = { ...placeFrom(choice), halfDayId: halfDay.id };
  await moments.done(day.planner, 'POST', `/visits/${visitId}/${act}`, place, version);
};
/** The house saw the moment, and it stood still for half an hour. */
const stoodStill = async (): Promise<void> => {
  const waits = async () =>
    (await day.house.owner.query('select 1 from day_treatment_telling where told_at is null')).rowCount;
  day.house.clock.at += MINUTE;
  await expect.poll(waits, { timeout: 20_000 }).toBe(1);
  day.house.clock.at += 31 * MINUTE;
};
/** The link in the last letter with these words. */
const linkIn = async (words: RegExp): Promise<string> => {
  await expect.poll(() => moments.mailbox.lastTo(EMAIL), { timeout: 20_000 }).toMatch(words);
  const [, path = ''] = /toren\.example(\/\S+)/.exec(moments.mailbox.lastTo(EMAIL)) ?? [];
  return `${url}${path}`;
};

beforeAll(async () => {
  const webFolder = join(import.meta.dirname, '../dist/web');
  [moments, browser] = await Promise.all([openMoments(NOW, TODAY, { parts: { webFolder } }), openBrowser()]);
  ({ day } = moments);
  url = await day.house.house.app.listen({ host: '127.0.0.1', port: 0 });
  await day.house.owner.query('update day_treatment_room set route = $2 where unit_id = $1', [
    day.unitId,
    'Bus 3 stopt voor de deur. Parkeren is gratis.',
  ]);
  await day.signTreatment(
    'ferric-derisomaltose',
    { preparation: ['Eet gewoon.', 'Neem iets te lezen mee.'] },
    1,
  );
  const person = somebody({ name: 'Harm Sikkens', birthDate: '1940-05-02' });
  const order = await day.signed({ person });
  orderId = order.id;
  visitId = (await moments.visitOf(order)).id;
  await moments.done(day.planner, 'PUT', `/orders/${orderId}/reach`, { email: EMAIL });
});
afterAll(async () => {
  await leaveBrowser(browser);
  await moments.close();
});

const openWeek = async (from: string): Promise<Page> => {
  const page = await openAs(browser, url, day.planner.id);
  await page.goto(`${url}/thuiskamer?from=${from}`);
  await page.getByRole('heading', { level: 1 }).waitFor(SOON);
  return page;
};

describe('somebody who was invited', () => {
  let phone: Page;
  let first = '';
  const FIRST = plusDays(TODAY, 5);

  it('opens the link on a telephone, reads when and where, and says that they come; the planner sees it', async () => {
    await stand(FIRST, 'plan');
    await stoodStill();
    first = await linkIn(/U heeft een afspraak/);
    phone = await openPage(browser, 'phone');
    const asked: string[] = [];
    phone.on('request', (request) => asked.push(request.url()));
    await phone.goto(first);
    await phone.getByText('dinsdag 27 oktober 2026').waitFor(SOON);
    await phone.getByText('Bus 3 stopt voor de deur').waitFor(SOON);
    await phone.getByText('Neem iets te lezen mee.').waitFor(SOON);
    expect(await phone.locator('body').innerText()).not.toMatch(/Sikkens|ijzer|infuus/i);
    expect(asked.filter((each) => each.includes(first.split('#')[1] ?? '-'))).toEqual([]);
    expect(await violationsOn(phone)).toEqual([]);
    const small = await phone
      .getByRole('button')
      .evaluateAll((all) =>
        all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.textContent),
      );
    expect(small).toEqual([]);
    const planner = await openWeek(TODAY);
    await phone.getByRole('button', { name: 'Ik kom' }).click();
    await phone.getByText('U komt. Dank u wel.').waitFor(SOON);
    const box = planner.locator(`button[data-visit="${visitId}"]`);
    await planner.keyboard.press('Escape');
    await expect
      .poll(async () => {
        for (let tries = 0; tries < 12 && (await box.count()) === 0; tries++)
          await planner.keyboard.press('ArrowRight');
        return (await box.count()) === 0 ? '' : box.first().innerText();
      }, SOON)
      .toContain('bevestigd');
    await box.first().click();
    await planner.getByText(/uitnodiging verstuurd .* · bevestigd/).waitFor(SOON);
    expect(await violationsOn(planner)).toEqual([]);
    await planner.close();
  });

  it('saves the moment for their own calendar', async () => {
    const [file] = await Promise.all([
      phone.waitForEvent('download'),
      phone.getByRole('button', { name: 'Zet in mijn agenda' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('afspraak.ics');
  });

  it('asks for another moment with the keyboard; the planner reads it, moves, and a new invitation goes', async () => {
    const planner = await openWeek(TODAY);
    await phone.getByRole('button', { name: 'Ik wil een ander moment' }).focus();
    await phone.keyboard.press('Enter');
    await phone.getByRole('heading', { name: 'Wanneer kunt u wel?' }).waitFor(SOON);
    expect(await violationsOn(phone)).toEqual([]);
    await phone.getByRole('button', { name: 'donderdag' }).press('Space');
    await phone.getByRole('button', { name: 'ochtend' }).press('Space');
    await phone.getByLabel('Wilt u er iets bij zeggen?').fill('Mijn dochter rijdt mij');
    await phone.getByRole('button', { name: 'Vraag een ander moment' }).press('Enter');
    await phone.getByText('U vroeg een ander moment.').waitFor(SOON);
    expect(await violationsOn(phone)).toEqual([]);
    const box = planner.locator(`button[data-visit="${visitId}"]`);
    await expect
      .poll(async () => {
        for (let tries = 0; tries < 12 && (await box.count()) === 0; tries++)
          await planner.keyboard.press('ArrowRight');
        return (await box.count()) === 0 ? '' : box.first().innerText();
      }, SOON)
      .toContain('Vraagt een ander moment: liever donderdag, ’s ochtends');
    await box.first().click();
    await planner.getByText('Mijn dochter rijdt mij').waitFor(SOON);
    expect(await violationsOn(planner)).toEqual([]);
    await stand(plusDays(TODAY, 7), 'move');
    await stoodStill();
    const next = await linkIn(/is verzet/);
    expect(next).not.toBe(first);
    await planner.close();
    const again = await openPage(browser, 'phone');
    await again.goto(next);
    await again.getByText('donderdag 29 oktober 2026').waitFor(SOON);
    await again.context().close();
  });

  it('reads in words that the old link does not hold any more', async () => {
    await phone.reload();
    await phone.getByText('Deze link geldt niet meer: uw afspraak is veranderd.').waitFor(SOON);
    await phone.getByText('Kijk in uw nieuwste bericht.').waitFor(SOON);
    expect(await violationsOn(phone)).toEqual([]);
    await phone.goto(`${url}/thuiskamer/afspraak`);
    await phone.getByText('Open de link uit uw bericht').waitFor(SOON);
    expect(await violationsOn(phone)).toEqual([]);
    await phone.context().close();
  });
});
