import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PROFESSIONALS } from '#demo/professionals.ts';
import { ENSING } from '#demo/social-people.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser, openPage } from './browser.ts';
import { startPracticeRegion } from './server.ts';

/** Follows docs/nl/het-verhaal-van-vlissingen.md press by press, in the practice region; a step that changes there changes here. */

const SOON = 30_000;
/** What a welfare worker needs at most to pick up and report back. */
const CLICKS = 5;
const SECONDS = 90;
const QUESTION = 'Ik slaap niet. Ik durf de brieven niet te openen.';
const MONEY = 'Eerste hulp bij geldzorgen';
const SLEEP = 'Beter slapen in zes weken';

let browser: Browser;
let server: Awaited<ReturnType<typeof startPracticeRegion>>;
let gp: Page;
let own: Page;
let money: Page;

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startPracticeRegion()]);
}, 300_000);
afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});

const as = async (name: string, path: string): Promise<Page> => {
  const who = PROFESSIONALS.find((each) => each.name === name);
  const page = await openAs(browser, server.url, who?.id ?? '');
  page.setDefaultTimeout(SOON);
  await page.goto(server.url + path);
  return page;
};

const press = (page: Page | Locator, name: string | RegExp): Promise<void> =>
  page.getByRole('button', { name, exact: true }).first().click();
const sound = async (page: Page): Promise<void> => expect(await violationsOn(page)).toEqual([]);
/** Her card in a list of this page. */
const hers = (page: Page, words = ''): Locator =>
  page.locator('main li').filter({ hasText: ENSING.name }).filter({ hasText: words }).first();

/** Asks in her words who can help. */
const ask = async (words: string): Promise<void> => {
  await gp.goto(`${server.url}/vraag`);
  await gp.getByLabel('Wat is er aan de hand?').fill(words);
  await gp.getByRole('textbox', { name: 'Postcode' }).fill(ENSING.pc4 ?? '');
  await press(gp, 'Zoek wie kan helpen');
  await gp.getByText('Deze hulp past bij uw vraag').waitFor();
};

/** Refers her: who, the question that stands already, and her yes. */
const refer = async (service: string, to: string): Promise<void> => {
  await press(gp, `Verwijs naar ${service}`);
  await gp.getByRole('textbox', { name: 'Wie?' }).fill('ensing');
  await press(gp, new RegExp(ENSING.name));
  expect(await gp.getByRole('textbox', { name: /^Wat is de vraag/ }).inputValue()).not.toBe('');
  await gp.getByRole('checkbox').check();
  await press(gp, 'Verwijs');
  await gp.getByText(new RegExp(`is verstuurd naar ${to}`)).waitFor();
};

describe('the story of Vlissingen, as the guide tells it', () => {
  it('1: the GP sees why she keeps coming back, and asks her first', async () => {
    gp = await as('S. Hoving', '/terugkerend');
    const card = hers(gp);
    await card.getByText('6 contacten in 90 dagen voor slapen (P06).').waitFor();
    await card.getByText('4 verschillende hulpverleners in 60 dagen.').waitFor();
    await sound(gp);
    await press(card, /^Ik vraag of iemand een gesprek wil/);
    await press(card, /^Ja, samen met anderen/);
    await gp.getByRole('textbox', { name: /^Wat is de vraag/ }).fill(QUESTION);
    await gp.getByText('De persoon zei zelf ja').click();
    await press(gp, 'Open de samenwerking');
    await gp.getByText(`“${QUESTION}”`).waitFor();
    await sound(gp);
  });

  it('2: she gets her own way in, and fills the conversation on her telephone', async () => {
    await gp.goto(`${server.url}/terugkerend`);
    await press(gp, 'Verder gegaan');
    await press(hers(gp), 'Inzage voor de persoon');
    await press(gp, 'Maak de brief');
    const link = (await gp.getByText('/mijn#').first().textContent()) ?? '';
    own = await openPage(browser, 'phone');
    own.setDefaultTimeout(SOON);
    await own.goto(link);
    await own.getByLabel('Uw geboortedatum').fill('17-05-1979');
    await own.keyboard.press('Enter');
    const code = own.locator('b').filter({ hasText: /^\d{6}$/ });
    await own.getByLabel('Code van zes cijfers').fill((await code.textContent()) ?? '');
    await own.keyboard.press('Enter');
    await press(own, 'Mijn gesprek');
    await press(own, 'Begin mijn gesprek');
    await own.getByRole('heading', { name: 'Lichaam', exact: true }).waitFor();
    for (const _ of [1, 2, 3]) await press(own, 'Iets minder goed');
    await own.getByRole('textbox').fill('Ik slaap drie uur per nacht.');
    await press(own, 'Volgende');
    await own.getByRole('heading', { name: 'Gedachten en gevoelens', exact: true }).waitFor();
    await own.getByRole('textbox').fill('Ik pieker over de post.');
    await own.getByRole('checkbox', { name: 'Hier wil ik over praten' }).check();
    await own.getByText('Bewaard').waitFor();
    await sound(own);
    await press(own, 'Volgende');
    await press(own, 'Naar het overzicht');
    await press(own, 'Het gesprek is klaar');
    await own.getByText(/^Klaar op/).waitFor();
    await own.getByLabel('Deel met').selectOption({ label: 'Grip op Geld' });
    await own.getByRole('group', { name: 'Grip op Geld' }).getByLabel('Gedachten en gevoelens').click();
    await own.getByText('Grip op Geld mag 1 deel zien.').waitFor({ state: 'attached' });
    await sound(own);
    expect(await own.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  });

  it('3: her question finds debt help and a sleep course, and the GP refers in two fields', async () => {
    await ask('Ik slaap niet van de schulden');
    await gp.getByRole('button', { name: `Verwijs naar ${SLEEP}`, exact: true }).waitFor();
    await sound(gp);
    await refer(MONEY, 'Grip op Geld');
    await sound(gp);
  });

  it('4: debt help picks it up and reports back in five presses, without a BSN', async () => {
    money = await as('N. Karsten', '/binnengekomen');
    const card = hers(money);
    await card.waitFor();
    const clicks = await countClicks(money);
    await money.reload();
    await card.getByRole('button', { name: /^Opgepakt/ }).waitFor();
    expect(await money.content()).not.toContain(ENSING.bsn);
    await sound(money);
    const began = performance.now();
    await press(card, /^Opgepakt/);
    await press(card, /^Eerste contact gehad/);
    await card.getByRole('button', { name: /^Hulp loopt/ }).waitFor();
    await press(card, /^Klaar/);
    await card.getByText('Deels geholpen').click();
    await press(card, 'Meld terug');
    await card.waitFor({ state: 'hidden' });
    expect(await clicks()).toBeLessThanOrEqual(CLICKS);
    expect(performance.now() - began).toBeLessThan(SECONDS * 1_000);
    await gp.goto(`${server.url}/verwijzingen`);
    await hers(gp, MONEY).getByText('Deels geholpen: gaat elders verder').waitFor();
    await sound(gp);
  });

  it('5: the sleep course has no account, and takes it up by its link and a code', async () => {
    await ask('Ik kan niet slapen');
    await refer(SLEEP, 'De Slaapkring');
    await gp.goto(`${server.url}/verwijzingen`);
    const mine = hers(gp, SLEEP);
    await press(mine, /^Bekijk/);
    await press(mine, 'Stuur de link opnieuw');
    const path = await mine.getByRole('link', { name: 'Open als de organisatie' }).getAttribute('href');
    const helper = await openPage(browser, 'phone');
    helper.setDefaultTimeout(SOON);
    await helper.goto(server.url + path);
    await helper.getByText('Er wacht een verwijzing voor De Slaapkring').waitFor();
    expect(await helper.locator('body').innerText()).not.toContain('Ensing');
    await press(helper, 'Geef mij de code');
    const code = helper.locator('b').filter({ hasText: /^\d{6}$/ });
    await helper.getByLabel('Code van zes cijfers').fill((await code.textContent()) ?? '');
    await press(helper, 'Open de verwijzing');
    await press(helper, 'Wij pakken dit op');
    await helper.getByText('U pakt dit op.').waitFor();
    await press(helper, 'Wij hebben elkaar gesproken');
    await helper.getByText('U hebt elkaar gesproken.').waitFor();
    await sound(helper);
    await mine.getByText('Eerste contact gehad').waitFor();
    await helper.close();
  });

  it('6: care and welfare work from one plan, each with what she opened for them', async () => {
    await gp.goto(`${server.url}/samen`);
    await gp.getByRole('link', { name: new RegExp(ENSING.name) }).click();
    for (const [name, parts] of [
      ['Grip op Geld', ['vraag', 'plan', 'overleg', 'gesprek']],
      ['Welzijn Naoberschap', ['plan', 'berichten', 'overleg']],
    ] as const) {
      await press(gp, 'Neem een organisatie op');
      await gp.getByLabel('Welke organisatie helpt mee?').selectOption({ label: name });
      const sees = gp.getByRole('group', { name: `Wat mag ${name} zien?` });
      for (const part of parts) await press(sees, part);
      await gp.getByText('De persoon zei zelf ja').click();
      await press(gp, 'Neem op');
      await gp.getByRole('row', { name: new RegExp(name) }).waitFor();
    }
    await sound(gp);
    const plan = gp.getByRole('group', { name: 'Wie doet het?' });
    for (const [what, who] of [
      ['Samen de post openen', 'Grip op Geld'],
      ['De post in de map leggen', 'De persoon zelf'],
    ] as const) {
      await gp.getByLabel('Wat spreekt u af?').fill(what);
      await press(plan, who);
      await press(gp, 'Spreek af');
      await gp.getByRole('button', { name: `Gedaan: ${what}`, exact: true }).waitFor();
      await expect.poll(() => gp.getByLabel('Wat spreekt u af?').inputValue()).toBe('');
    }
  });

  it('7: they meet about it, three at once in one note', async () => {
    await gp.getByLabel('Waar', { exact: true }).fill('Praktijk Vaartzicht');
    await press(gp, 'Zet een overleg neer');
    await gp.getByLabel('Nieuwe regel').waitFor();
    const welfare = await as('M. Oosting', '/samen');
    await money.goto(`${server.url}/samen`);
    for (const page of [money, welfare])
      await page.getByRole('link', { name: new RegExp(ENSING.name) }).click();
    await Promise.all(
      (
        [
          [gp, 'Eerst rust: niemand belt haar meer.'],
          [money, 'Drie winkels krijgen nog geld.'],
          [welfare, 'Zij wil weer naar het koor.'],
        ] as const
      ).map(async ([page, line]) => {
        await page.getByLabel('Nieuwe regel').pressSequentially(line, { delay: 10 });
        await page.keyboard.press('Enter');
      }),
    );
    await press(gp, 'Besluit: Eerst rust: niemand belt haar meer.');
    await money.getByText(/Besluit\s+Eerst rust/).waitFor();
    for (const line of ['Drie winkels krijgen nog geld.', 'Zij wil weer naar het koor.'])
      await gp.getByRole('button', { name: `Besluit: ${line}` }).waitFor();
    expect(await welfare.locator('main').innerText()).not.toContain(QUESTION);
    for (const page of [gp, money, welfare]) await sound(page);
    await press(money, 'Gedaan: Samen de post openen');
    await welfare.close();
  });

  it('8: she reads her own plan, and does her part', async () => {
    await own.goto(`${server.url}/mijn`);
    await press(own, 'Mijn plan');
    await own.getByText('De post in de map leggen').first().waitFor();
    await sound(own);
    await press(own, /^Klaar/);
    await own.getByText('Genoteerd.').first().waitFor({ state: 'attached' });
  });

  it('9: it ends with what was learned', async () => {
    await press(gp, 'Sluit af');
    await gp.getByText('De vraag is beantwoord.').click();
    await gp
      .getByRole('textbox', { name: 'Wat leerde u hiervan?' })
      .fill('De slapeloosheid kwam van de post. Eén hulp tegelijk werkte.');
    await press(gp, 'Sluit de samenwerking af');
    await gp.locator('main').getByText('Deze samenwerking is afgesloten').first().waitFor();
    await gp.getByText(/De slapeloosheid kwam van de post/).waitFor();
    await sound(gp);
    for (const page of [gp, money, own]) await page.close();
  });
});
