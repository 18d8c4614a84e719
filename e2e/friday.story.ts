import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MINUTE } from '#kernel/interval.ts';
import { askPlace, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openBrowser, type SIZES } from './browser.ts';
import { type Hand, openHand, SOON } from './hand.ts';
import { type RunningServer, startServer } from './server.ts';
import { type Wired, wire } from './wire.ts';

/** Friday 16:55 in the region. */
const FRIDAY = Date.UTC(2026, 10, 27, 15, 55);
const CRISIS = { reason: 'crisis', urgency: 'crisis' } as const;

let browser: Browser;
let server: RunningServer;
let wired: Wired;
let hand: Hand;
let page: Page;
let at = FRIDAY;

interface Seen {
  readonly code: string;
  readonly state: string;
  readonly closeReason: string | null;
  readonly deskAsked: boolean;
  readonly crisisRoute: boolean;
  readonly unmet: { readonly code: string } | null;
  readonly ladder: { readonly climbed: readonly { readonly rung: string }[] } | null;
  readonly offers: readonly {
    readonly state: string;
    readonly held: boolean;
    readonly byItself: boolean;
    readonly answerBy: string;
  }[];
}

beforeAll(async () => {
  [browser, server] = await Promise.all([
    openBrowser(),
    startServer({ now: FRIDAY, placesPerUnit: 4, autoNext: true }, { clock: { now: () => at } }),
  ]);
  wired = await wire(server);
});
afterEach(() => page.close());
afterAll(async () => {
  await leaveBrowser(browser);
  await wired?.close();
  await server?.close();
});

const open = async (who: { readonly id: string }, path: string, size: keyof typeof SIZES = 'desktop') => {
  hand = await openHand(browser, wired.server, who, path, size);
  page = hand.page;
};
/** The clock on the wall goes on; a page that is open hears it when it reads again. */
const pass = (minutes: number): void => {
  at += minutes * MINUTE;
};
const seen = async (id: string): Promise<Seen> =>
  (await callAs<{ request: Seen }>(server, server.small.desk, 'GET', `/requests/${id}`)).request;
const states = async (id: string): Promise<string[]> => (await seen(id)).offers.map(({ state }) => state);
/** Is the first request in the row of the desk this one, with its time in the colour of "now"? */
const firstInOrange = (code: string): Promise<boolean> =>
  page
    .getByRole('region', { name: 'Rij' })
    .locator('li button')
    .first()
    .evaluate((strip, wanted) => {
      const probe = document.body.appendChild(document.createElement('i'));
      probe.style.color = 'var(--now)';
      const now = getComputedStyle(probe).color;
      probe.remove();
      const time = strip.firstElementChild;
      const colour = time === null ? '' : getComputedStyle(time).color;
      return strip.textContent.includes(wanted) && colour === now;
    }, code);

describe('a crisis on Friday at 16:55, and no house answers', () => {
  let id = '';
  let code = '';

  it('asks every house that fits at once, with a quarter of an hour to answer', async () => {
    await askPlace(server, 'Rustig', []);
    await open(server.small.gp, '/aanvraag', 'phone');
    await hand.typePerson('Hoving');
    await page.getByText('Crisis of anders').click();
    await page.getByText('Hoog', { exact: true }).click();
    await hand.text('Past het best').waitFor(SOON);
    await hand.press(/Verstuur aanvraag/);
    id = await hand.sent();
    await hand.text('crisis: meer huizen tegelijk').waitFor(SOON);
    await hand.text(/antwoordt uiterlijk (vandaag )?17:10/).waitFor();
    expect(await hand.presses()).toBeLessThanOrEqual(8);
    expect(await violationsOn(page)).toEqual([]);
    const request = await seen(id);
    code = request.code;
    expect(request.crisisRoute).toBe(true);
    expect(request.offers.map(({ state, held, byItself }) => ({ state, held, byItself }))).toEqual([
      { state: 'open', held: true, byItself: false },
      { state: 'open', held: false, byItself: true },
    ]);
    expect(new Set(request.offers.map(({ answerBy }) => Date.parse(answerBy)))).toEqual(
      new Set([FRIDAY + 15 * MINUTE]),
    );
  });

  it('is with the desk once nobody answered: first in the row, and in orange before its time is over', async () => {
    pass(16);
    await expect.poll(() => states(id), SOON).toEqual(['expired', 'expired']);
    expect(await seen(id)).toMatchObject({ state: 'searching', deskAsked: true });
    pass(21);
    await open(server.small.desk, '/loket');
    await expect.poll(() => firstInOrange(code), SOON).toBe(true);
    const table = page.getByRole('region', { name: `Aanvraag ${code}` });
    expect(await table.getByText('antwoordde niet op tijd').count()).toBe(2);
    await table.getByRole('button', { name: 'Crisis: de zorgverzekeraar bellen mag nu al' }).waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  it('offers the insurer by itself when the time of the region is over, and is counted as no place', async () => {
    pass(10);
    await open(server.small.desk, `/loket?aanvraag=${id}`);
    const table = page.getByRole('region', { name: `Aanvraag ${code}` });
    await table.getByText('Bel de zorgverzekeraar').waitFor(SOON);
    await hand.tabTo(table.getByRole('button', { name: 'Gebeld, leg vast' }));
    await hand.keys('Enter');
    await table.getByText(/Zorgverzekeraar gebeld/).waitFor(SOON);
    expect((await seen(id)).ladder?.climbed.map(({ rung }) => rung)).toEqual(
      expect.arrayContaining(['insurer']),
    );
    await hand.keys('0');
    await table.getByRole('group', { name: 'Waarom was er geen plek' }).waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
    await table.getByRole('button', { name: 'Ja, sluit' }).waitFor();
    await hand.keys('Enter');
    await expect.poll(async () => (await seen(id)).closeReason, SOON).toBe('no-place');
    expect(await hand.presses()).toBe(3);
    expect((await seen(id)).unmet).not.toBeNull();
    await page.goto(`${wired.server.url}/wachttijd`);
    await hand.text('1 aanvraag eindigde zonder plek.').waitFor(SOON);
  });
});

describe('a crisis later that evening, with one house open', () => {
  it('goes from the silent house to the next by itself, and that one says yes', async () => {
    const { small } = server;
    const until = new Date(at + 10 * MINUTE).toISOString();
    await callAs(server, small.wards[1], 'POST', `/units/${small.units[1]}/closures`, {
      ...{ placeId: null, places: 4, reason: 'no-staff', until },
    });
    const { id } = await askPlace(server, 'Sloots', [small.places[0][0] as string], CRISIS);
    expect(await states(id)).toEqual(['open']);
    pass(16);
    await expect.poll(() => states(id), SOON).toEqual(['expired', 'open']);
    await open(small.gp, `/aanvragen/${id}`);
    await hand.text('Huis zuid vanzelf gevraagd').waitFor(SOON);
    await hand.text('na geen antwoord van Huis noord').waitFor();
    await page.close();

    await open(small.wards[1], `/afdeling/${small.units[1]}`, 'phone');
    await page.getByRole('region', { name: /Nieuwe aanvraag/ }).waitFor(SOON);
    await hand.keys('a');
    await hand.tabTo(page.getByLabel('Arts die opneemt'));
    await page.keyboard.type('dr. K. Postma');
    await hand.keys('Enter');
    await expect.poll(async () => (await seen(id)).state, SOON).toBe('accepted');
    expect(await hand.presses()).toBeLessThanOrEqual(3);
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe('without network', () => {
  afterEach(() => wired.mend());
  const cut = async (): Promise<void> => {
    wired.cut();
    await hand.text(/Een bed vasthouden kan nu niet. Bel het loket: 0592-00 41 00/).waitFor(SOON);
  };

  it('the form keeps what was typed, and its buttons say that nothing can be held', async () => {
    await open(server.small.gp, '/aanvraag');
    await hand.typePerson('Postma');
    for (const choice of ['Herstel', 'Hoog']) await page.getByText(choice, { exact: true }).click();
    await hand.text('Past het best').waitFor(SOON);
    await cut();
    for (const name of [/Verstuur aanvraag/, /Loket regelt/])
      expect(await page.getByRole('button', { name }).getAttribute('aria-disabled')).toBe('true');
    await hand.text('Mw. Postma, 84 jaar').waitFor();
    expect(await violationsOn(page)).toEqual([]);
  });

  it('the desk sends nothing, with the mouse nor with Enter', async () => {
    const { id, code } = await askPlace(server, 'Wiers', []);
    await open(server.small.desk, `/loket?aanvraag=${id}`);
    const table = page.getByRole('region', { name: `Aanvraag ${code}` });
    const send = table.getByRole('button', { name: /Stuur aanvraag/ }).first();
    await send.waitFor(SOON);
    await cut();
    expect(await send.getAttribute('aria-disabled')).toBe('true');
    await hand.keys('1', 'Enter');
    expect(await violationsOn(page)).toEqual([]);
    wired.mend();
    await hand.text('Een bed vasthouden kan nu niet.').waitFor({ state: 'detached', ...SOON });
    expect((await seen(id)).offers).toEqual([]);
  });

  it('a yes of the ward waits in the form, and the same press sends it when the line is back', async () => {
    const { id } = await askPlace(server, 'Kuik', [server.small.places[0][1] as string]);
    await open(server.small.wards[0], `/afdeling/${server.small.units[0]}`, 'phone');
    await hand.press(/^Ja( A)?$/);
    await page.getByLabel('Arts die opneemt').fill('dr. K. Postma');
    await cut();
    const yes = page.getByRole('button', { name: /^Accepteer op bed/ });
    await yes.click();
    await hand.text('Er is nu geen verbinding.').waitFor(SOON);
    expect(await violationsOn(page)).toEqual([]);
    wired.mend();
    await hand.text('Een bed vasthouden kan nu niet.').waitFor({ state: 'detached', ...SOON });
    await yes.click();
    await expect.poll(async () => (await seen(id)).state, SOON).toBe('accepted');
  });
});
