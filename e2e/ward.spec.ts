import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askPlace, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { countClicks, leaveBrowser, openAs, openBrowser, type SIZES } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

/** The machine may be busy; a story only counts what the hand does. */
const SOON = { timeout: 15_000 };

let server: RunningServer;
let browser: Browser;
let page: Page;
let clicks: () => Promise<number>;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ placesPerUnit: 12 }), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

const nurse = () => server.small.wards[0];
let next = 0;
/** A bed of the first home that no story has touched yet: its id and its code. */
const freshBed = (): { id: string; code: string } => {
  const id = server.small.places[0][next++] as string;
  return { id, code: String(next) };
};

const openWard = async (
  size: keyof typeof SIZES = 'desktop',
  path = `/afdeling/${server.small.units[0]}`,
) => {
  page = await openAs(browser, server.url, nurse().id, size);
  clicks = await countClicks(page);
  await page.goto(server.url + path);
  await page.getByText('Klopt nog').first().waitFor();
};

/** Somebody who lies in a fresh bed, all the way from the question to the arrival. */
const admit = async (name: string): Promise<{ bed: { id: string; code: string } }> => {
  const bed = freshBed();
  const request = await askPlace(server, name, [bed.id]);
  await callAs(server, nurse(), 'POST', `/offers/${request.offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });
  await callAs(server, nurse(), 'POST', `/requests/${request.id}/arrival`, {});
  return { bed };
};

const bars = (bed: { id: string }) => page.locator(`[data-bed="${bed.id}"]`);
/** What the focus stands on, once it is this: a card moves it after it opened. */
const focusedText = async (like: RegExp): Promise<string> => {
  const read = () => page.evaluate(() => document.activeElement?.textContent ?? '');
  await expect.poll(read, SOON).toMatch(like);
  return read();
};
const pressKeys = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key);
};

afterEach(async () => page.close());

describe('the figures of the ward', () => {
  beforeEach(() => openWard());

  it('are confirmed with one press, and the region sees the moment', async () => {
    const before = await callAs<{ figure: { asOf: string } }>(
      server,
      nurse(),
      'GET',
      `/wards/${server.small.units[0]}`,
    );
    await page.getByRole('button', { name: /Klopt nog/ }).click();
    await expect
      .poll(() => page.getByRole('status').allInnerTexts(), SOON)
      .toContain('Bevestigd. De regio ziet het nu.');
    expect(await clicks()).toBe(1);
    const after = await callAs<{ figure: { asOf: string } }>(
      server,
      nurse(),
      'GET',
      `/wards/${server.small.units[0]}`,
    );
    expect(Date.parse(after.figure.asOf)).toBeGreaterThan(Date.parse(before.figure.asOf));
  });

  it('are confirmed with the key B', async () => {
    await page.keyboard.press('b');
    await expect
      .poll(() => page.getByRole('status').allInnerTexts(), SOON)
      .toContain('Bevestigd. De regio ziet het nu.');
    expect(await clicks()).toBe(0);
  });
});

describe('a question to the ward', () => {
  it('is told without a name, marked as read, and accepted in three presses', async () => {
    const bed = freshBed();
    const asked = await askPlace(server, 'Roelofje Vos', [bed.id]);
    await openWard();
    await page.getByRole('region', { name: /Nieuwe aanvraag: vrouw 80–84/ }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Roelofje');
    await expect
      .poll(async () => {
        const { request } = await callAs<{ request: { offers: { readAt: string | null }[] } }>(
          server,
          server.small.gp,
          'GET',
          `/requests/${asked.id}`,
        );
        return request.offers[0]?.readAt ?? null;
      }, SOON)
      .not.toBeNull();
    // The doctor was typed the first time; from then on this device knows the name.
    await page.evaluate(() => localStorage.setItem('verkeerstoren.admitting-doctor', 'dr. K. Postma'));
    await page.reload();
    await page.getByRole('button', { name: /^Ja( A)?$/ }).click();
    await page.getByRole('button', { name: `Bed ${bed.code}, vastgehouden` }).click();
    await page.getByRole('button', { name: `Accepteer op bed ${bed.code}` }).click();
    await bars(bed)
      .getByText(/Roelofje Vos, opname/)
      .waitFor();
    expect(await clicks()).toBeLessThanOrEqual(3);
  });

  it('is accepted by keyboard alone, also the first time, when the doctor must be typed', async () => {
    const bed = freshBed();
    await askPlace(server, 'Aaltje Kuik', [bed.id]);
    await openWard();
    await page.getByRole('region', { name: /Nieuwe aanvraag/ }).waitFor();
    await page.keyboard.press('a');
    await page.keyboard.press('Enter');
    await page.getByText('Vul de naam in van de arts die opneemt').waitFor();
    expect(await violationsOn(page)).toEqual([]);
    await page.keyboard.type('dr. K. Postma');
    await page.keyboard.press('Enter');
    await bars(bed)
      .getByText(/Aaltje Kuik, opname/)
      .waitFor();
    expect(await clicks()).toBe(0);
  });

  it('is refused with a reason in two presses', async () => {
    const bed = freshBed();
    const asked = await askPlace(server, 'Trijntje Bos', [bed.id]);
    await openWard();
    await page.getByRole('button', { name: /^Nee( R)?$/ }).click();
    await page.getByRole('button', { name: 'Geen personeel' }).click();
    await expect.poll(() => page.getByRole('region', { name: /Nieuwe aanvraag/ }).count(), SOON).toBe(0);
    expect(await clicks()).toBe(2);
    const { request } = await callAs<{ request: { offers: { refusal: { code: string } | null }[] } }>(
      server,
      server.small.gp,
      'GET',
      `/requests/${asked.id}`,
    );
    expect(request.offers[0]?.refusal?.code).toBe('no-staff');
  });
});

describe('a bed', () => {
  it('is closed in four presses and opened again with Z', async () => {
    const bed = freshBed();
    await openWard();
    await bars(bed).click();
    await page.getByRole('button', { name: 'Sluit bed' }).click();
    await page.getByRole('button', { name: 'Isolatie' }).click();
    await page.getByRole('button', { name: /^Tot morgen/ }).click();
    await bars(bed).getByText('Isolatie').waitFor();
    expect(await clicks()).toBe(4);
    await page.keyboard.press('z');
    await bars(bed).getByText('vrij').waitFor();
  });

  it('changes its expected end, moves and gets somebody away by keyboard alone', async () => {
    const { bed } = await admit('Jantje Mulder');
    await openWard();
    await bars(bed).getByText('Jantje Mulder').waitFor();
    await bars(bed).focus();
    await page.keyboard.press('e');
    // The card begins at the first usual moment: today at two, later on the day tomorrow at eleven.
    const first = await focusedText(/\d\d:\d\d/);
    await page.keyboard.press('Enter');
    await page
      .getByText(new RegExp(`(vertrekt|tot) ${first}`))
      .first()
      .waitFor();
    await expect.poll(() => bars(bed).evaluate((bar) => bar === document.activeElement), SOON).toBe(true);
    await page.keyboard.press('v');
    await focusedText(/^Bed /);
    await page.keyboard.press('Enter');
    const moved = page.locator('[data-bed]', { hasText: 'Jantje Mulder' });
    await expect.poll(() => moved.getAttribute('data-bed'), SOON).not.toBe(bed.id);
    await moved.focus();
    await page.keyboard.press('Enter');
    await focusedText(/Verwacht einde/);
    await pressKeys('Tab', 'Enter');
    await focusedText(/Naar huis/);
    await page.keyboard.press('Enter');
    await expect.poll(() => moved.count(), SOON).toBe(0);
    expect(await clicks()).toBe(0);
  });

  it('is walked over with the arrows', async () => {
    await openWard();
    await pressKeys('ArrowDown', 'ArrowDown');
    const second = await page.evaluate(() => document.activeElement?.getAttribute('data-bed'));
    expect(second).toBe(server.small.places[0][1]);
  });

  it('says that somebody arrived or did not come', async () => {
    const bed = freshBed();
    const asked = await askPlace(server, 'Hendrik Oosting', [bed.id], {
      person: { name: 'Hendrik Oosting', birthDate: '1948-01-02', sex: 'male' },
    });
    await callAs(server, nurse(), 'POST', `/offers/${asked.offers[0]?.id}/accept`, { doctor: 'dr. Oefen' });
    await openWard();
    await bars(bed).click();
    await page.getByRole('button', { name: 'Is aangekomen' }).click();
    await expect.poll(() => bars(bed).innerText(), SOON).not.toContain('opname');
    expect(await clicks()).toBe(2);
  });
});

describe('the ward of somebody else', () => {
  it('shows beds and a telephone, no names and nothing to press on a bed', async () => {
    const { bed } = await admit('Grietje Nijland');
    page = await openAs(browser, server.url, server.small.gp.id);
    await page.goto(`${server.url}/afdeling/${server.small.units[0]}`);
    await page.getByRole('link', { name: '0592-00 41 41' }).waitFor();
    expect(await bars(bed).count()).toBe(0);
    expect(await page.getByRole('button', { name: /Klopt nog/ }).count()).toBe(0);
    expect(await violationsOn(page)).toEqual([]);
  });
});

describe('cleaning after a departure', () => {
  it('closes the bed until the ward says that it is clean', async () => {
    await admit('Berend Kuipers');
    await openWard('desktop');
    await page
      .getByRole('button', { name: /Berend Kuipers/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Is vertrokken naar…' }).click();
    await page.getByRole('button', { name: 'Eerst een uur schoonmaken' }).click();
    await page.getByRole('button', { name: 'Naar huis' }).click();
    const stripes = page.locator('button[data-bar]').filter({ hasText: 'schoonmaak' });
    await stripes.click();
    await page.getByRole('button', { name: 'Is schoon' }).waitFor();
    expect(await violationsOn(page, '[role="dialog"]')).toEqual([]);
    await page.getByRole('button', { name: 'Is schoon' }).click();
    await expect.poll(() => stripes.count(), SOON).toBe(0);
  });
});

describe('the ward in a hand', () => {
  it('on a phone shows a line per bed and does the same acts', async () => {
    await admit('Albert Zwiers');
    await openWard('phone');
    await page.getByRole('button', { name: /Albert Zwiers/ }).click();
    await page.getByRole('button', { name: 'Is vertrokken naar…' }).click();
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Naar huis' }).click();
    await expect.poll(() => page.getByRole('button', { name: /Albert Zwiers/ }).count(), SOON).toBe(0);
    expect(await clicks()).toBe(3);
  });

  it('"klopt nog" is one press, and closing a bed is four', async () => {
    await openWard('phone', '/klopt-nog');
    expect(await violationsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Klopt nog' }).click();
    await expect
      .poll(() => page.getByRole('status').allInnerTexts(), SOON)
      .toContain('Bevestigd. De regio ziet het nu.');
    expect(await clicks()).toBe(1);
    await page.getByRole('button', { name: 'Onderhoud' }).click();
    await page.getByRole('button', { name: /^Bed / }).first().click();
    await page.getByRole('button', { name: /^Tot morgen/ }).click();
    await expect
      .poll(() => page.getByRole('status').allInnerTexts(), SOON)
      .toContainEqual(expect.stringMatching(/is gesloten/));
    expect(await clicks()).toBe(4);
  });

  it.each(['desktop', 'tablet'] as const)('has nothing against WCAG 2.2 AA on a %s', async (size) => {
    await openWard(size);
    expect(await violationsOn(page)).toEqual([]);
    await page.locator('[data-bar]').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await violationsOn(page, '[role="dialog"]')).toEqual([]);
  });
});
