import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openHelperHouse, type SmallOrganisation } from '#app/helper-house.fixture.ts';
import { QUESTION } from '#app/referral-house.fixture.ts';
import type { ConsentList } from '#modules/people/contract.ts';
import type { ReferralView } from '#modules/social/contract.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openBrowser, openPage } from './browser.ts';
import { SOON } from './hand.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
const NAME = 'Geertje Hofsteenge';

let world: Awaited<ReturnType<typeof openHelperHouse>>;
let browser: Browser;
let url: string;

beforeAll(async () => {
  const webFolder = join(import.meta.dirname, '../dist/web');
  [world, browser] = await Promise.all([openHelperHouse(NOW, { webFolder }), openBrowser()]);
  url = await world.tower.house.app.listen({ host: '127.0.0.1', port: 0 });
});
afterAll(async () => {
  await leaveBrowser(browser);
  await world.close();
});

/** A telephone that counts how often something was pressed. */
const openPhone = async (
  token: string,
): Promise<{ page: Page; press(name: string | RegExp): Promise<void>; presses(): number }> => {
  const page = await openPage(browser, 'phone');
  let presses = 0;
  await page.goto(`${url}/verwijzing#${token}`);
  return {
    page,
    presses: () => presses,
    async press(name) {
      await page.getByRole('button', { name, exact: typeof name === 'string' }).click();
      presses += 1;
    },
  };
};
type Phone = Awaited<ReturnType<typeof openPhone>>;
const codeIn = (at: SmallOrganisation) => /\b\d{6}\b/.exec(world.lastAt(at))?.[0] ?? '';
/** From the open link to inside, with the code as it came by mail. */
const enter = async ({ page, press }: Phone, at: SmallOrganisation): Promise<void> => {
  await press('Geef mij de code');
  await page.getByText('De code is verstuurd naar k•••@buurt.example').waitFor(SOON);
  await page.getByLabel('Code van zes cijfers').fill(codeIn(at));
  await press('Open de verwijzing');
  await page.getByRole('heading', { name: NAME }).waitFor(SOON);
};
const tooSmall = (page: Page): Promise<(string | null)[]> =>
  page
    .locator('main :is(button, a, summary, input:not([type=radio]))')
    .evaluateAll((all) =>
      all.filter((each) => each.getBoundingClientRect().height < 44).map((each) => each.textContent),
    );
const sound = async (page: Page): Promise<void> => {
  expect(await violationsOn(page)).toEqual([]);
  expect(await tooSmall(page)).toEqual([]);
};

describe('somebody of a small organisation, on a telephone', () => {
  let at: SmallOrganisation;
  let of: ReferralView;
  let phone: Phone;
  let token = '';

  it('picks a referral up within five presses, from the link to "Wij pakken dit op"', async () => {
    at = await world.organisation();
    of = await world.refer(at);
    token = await world.linkAt(at);
    phone = await openPhone(token);
    const { page } = phone;
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('heading', { name: 'Er wacht een verwijzing voor Buurtkamer 1' }).waitFor(SOON);
    expect(page.url()).not.toContain(token);
    expect(await page.locator('body').innerText()).not.toContain(NAME);
    await sound(page);
    await enter(phone, at);
    await page.getByText(QUESTION).waitFor(SOON);
    await sound(page);
    await phone.press('Wij pakken dit op');
    await page.getByText('U pakt dit op.').waitFor(SOON);
    expect(phone.presses()).toBeLessThanOrEqual(5);
    expect(asked.filter((each) => each.includes(token))).toEqual([]);
  });

  it('tells what came of it and is done; the link says so too', async () => {
    const { page, press } = phone;
    await press('Wij hebben elkaar gesproken');
    await page.getByText('U hebt elkaar gesproken.').waitFor(SOON);
    await press('Vertel wat eruit kwam');
    await page
      .getByRole('radio', { name: /Geholpen/ })
      .first()
      .check();
    await sound(page);
    await press('Meld terug');
    await page.getByText('Klaar, u kunt dit sluiten.').waitFor(SOON);
    await sound(page);
    const { steps } = (await world.gp.call('GET', `/referrals/${of.id}`)).json().referral as ReferralView;
    expect(steps.at(-1)).toMatchObject({ step: 'ended', result: 'helped', reason: 'answered' });
    await press('Sluit dit scherm');
    await page.getByText('Klaar. De verwijzing is dicht op dit apparaat.').waitFor(SOON);
    expect(await page.locator('body').innerText()).not.toContain(NAME);
    await page.goto('about:blank');
    await page.goto(`${url}/verwijzing#${token}`);
    await page.getByText('Deze verwijzing is klaar.').waitFor(SOON);
    await sound(page);
    await page.context().close();
  });

  it('works with the keyboard alone, and loses the screen within a second after the yes is taken back', async () => {
    const other = await world.organisation();
    const referral = await world.refer(other);
    phone = await openPhone(await world.linkAt(other));
    const { page } = phone;
    await page.getByRole('button', { name: 'Geef mij de code' }).press('Enter');
    await page.getByText('De code is verstuurd').waitFor(SOON);
    await page.keyboard.type(codeIn(other));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: NAME }).waitFor(SOON);
    await page.getByRole('button', { name: 'Dit lukt niet bij ons' }).press('Enter');
    await page.getByRole('radio', { name: /Niet geholpen/ }).press('Space');
    expect(await page.getByRole('radio').count()).toBe(2);
    const { rows } = await world.tower.owner.query('select person_id from social_referral where id = $1', [
      referral.id,
    ]);
    const address = `/persons/${rows[0].person_id}/consents`;
    const [yes] = (await world.gp.call('GET', address)).json<ConsentList>().consents;
    await world.gp.post(`${address}/${yes?.id}/revoke`);
    const began = performance.now();
    await page.getByText('Deze verwijzing is gesloten.').waitFor(SOON);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(await page.locator('body').innerText()).not.toMatch(/Geertje|brieven/);
    await sound(page);
    await page.context().close();
  });

  it('says in one tap whether there is room, by the other link in the letter', async () => {
    const other = await world.organisation();
    await world.refer(other);
    await world.linkAt(other);
    const room = /\/plek#([\w.-]+)/.exec(world.lastAt(other))?.[1] ?? '';
    const page = await openPage(browser, 'phone');
    await page.goto(`${url}/plek#${room}`);
    await page.getByRole('button', { name: 'Geen plek' }).click();
    await page.getByRole('button', { name: '4 weken' }).click();
    await page.getByText(/Dank u wel. Op de kaart staat nu: Geen plek tot .* december 2026/).waitFor(SOON);
    await sound(page);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Er is plek' }).click();
    await page
      .getByText(/geen verbinding/i)
      .first()
      .waitFor(SOON);
    await page.context().close();
  });
});
