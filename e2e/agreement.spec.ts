import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let browser: Browser;
let server: RunningServer;
let desk: Page;

interface Agreements {
  readonly today: string;
  readonly versions: readonly { readonly id: string; readonly standing: string }[];
}

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer({ placesPerUnit: 2 })]);
});

afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});

/** Goes to a part with the Tab key alone, as who has no mouse does. */
const tabTo = async (page: Page, part: Locator): Promise<void> => {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await part.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('the Tab key never came there');
};

it('the desk proposes a shorter answer time with the keyboard, and reads at once what it changes', async () => {
  desk = await openAs(browser, server.url, 'desk');
  await desk.goto(`${server.url}/afspraken`);
  await desk.getByText('Een huis antwoordt binnen 45 minuten.').waitFor();
  // Nobody was asked anything yet: about three houses of nothing there is nothing to say.
  expect(await desk.getByRole('row').filter({ hasText: 'Noord Zorg' }).innerText()).toContain(
    'te weinig (0)',
  );
  expect(await violationsOn(desk)).toEqual([]);
  await desk.keyboard.press('n');
  const answer = desk.getByLabel('Huis antwoordt binnen').first();
  await answer.waitFor();
  await tabTo(desk, answer);
  await desk.keyboard.press('Control+a');
  await desk.keyboard.type('60');
  await desk.getByText('minstens 60 minuten').waitFor();
  expect(await violationsOn(desk)).toEqual([]);
  await desk.keyboard.press('Enter');
  // Refused before it was sent: the focus stands at the field that must give way.
  await expect
    .poll(() =>
      desk
        .getByLabel('Bed blijft vast')
        .first()
        .evaluate((field) => field === document.activeElement),
    )
    .toBe(true);
  await desk.keyboard.press('Shift+Tab');
  await desk.keyboard.press('Control+a');
  await desk.keyboard.type('30');
  await desk.getByText('Een huis antwoordt binnen 30 minuten (was 45 minuten).').waitFor();
  await desk.getByText('Een bed blijft daardoor hooguit 30 minuten vast als het huis zwijgt.').waitFor();
  const phone = desk.getByLabel('Telefoon van het loket');
  await tabTo(desk, phone);
  await desk.keyboard.press('Control+a');
  await desk.keyboard.type('0592-00 41 99');
  const { today } = await callAs<Agreements>(server, server.small.desk, 'GET', '/agreement');
  // How a day is typed differs per browser and language; the field is filled as a whole.
  await desk.getByLabel('Geldt vanaf').fill(today);
  await tabTo(desk, desk.getByRole('button', { name: 'Leg voor aan de partijen' }));
  await desk.keyboard.press('Enter');
  await desk.getByText('Getekend door 0 van 5 partijen').waitFor();
});

it('every party signs, one of them by keyboard on the screen; a stranger to signing has no button', async () => {
  const page = await openAs(browser, server.url, server.small.gp.id);
  await page.goto(`${server.url}/afspraken`);
  const sign = page.getByRole('button', { name: 'Teken namens Praktijk' });
  await sign.waitFor();
  expect(await page.getByRole('button', { name: 'Pas aan' }).count()).toBe(0);
  await tabTo(page, sign);
  await page.keyboard.press('Enter');
  await page.getByText('Tekenen namens Praktijk?').waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByText('Getekend door 1 van 5 partijen').waitFor();
  expect(await sign.count()).toBe(0);
  const { versions } = await callAs<Agreements>(server, server.small.gp, 'GET', '/agreement');
  const open = versions.find(({ standing }) => standing === 'proposed');
  for (const who of [server.small.transfer, server.small.desk, ...server.small.wards])
    await callAs(server, who, 'POST', `/agreement/versions/${open?.id}/sign`, {});
  await page.close();
});

it('once all have signed it counts: on the screen of the desk, in the session and for the next request', async () => {
  await desk.getByText('Een huis antwoordt binnen 30 minuten.').waitFor();
  await desk.getByText('getekend door alle 5 partijen').waitFor();
  await desk.getByText('Er ligt nu geen voorstel.').waitFor();
  await expect
    .poll(async () => {
      const region = await callAs<{ agreement: { answerMinutes: number } }>(
        server,
        server.small.gp,
        'GET',
        '/region',
      );
      return region.agreement.answerMinutes;
    })
    .toBe(30);
  await desk.reload();
  await desk.getByRole('banner').getByText('0592-00 41 99').waitFor();
});

it('reads well on a phone, and each number opens to what it means', async () => {
  const page = await openAs(browser, server.url, server.small.gp.id, 'phone');
  await page.goto(`${server.url}/bord`);
  await page.getByRole('button', { name: 'Meer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Afspraken' }).click();
  await page.getByText('Een huis antwoordt binnen 30 minuten.').waitFor();
  // The list that closes gives the focus back; a card that opens meanwhile would lose it.
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const number = page.getByRole('button', { name: 'Vrij bed bleek vol, Noord Zorg: te weinig (0)' });
  await number.press('Enter');
  await page.getByText('Toen zei het huis: toch geen plek.').waitFor();
  expect(await violationsOn(page, '[role="dialog"]')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByText('Toen zei het huis: toch geen plek.').waitFor({ state: 'hidden' });
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
