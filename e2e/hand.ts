import type { Browser, Locator, Page } from 'playwright-core';
import { openAs, type SIZES } from './browser.ts';
import type { RunningServer } from './server.ts';

/** The machine may be busy; a story only counts what the hand does. */
export const SOON = { timeout: 20_000 };

/** A page in somebody's hand: what they press, type and read on it. */
export interface Hand {
  readonly page: Page;
  /** Presses so far: of the mouse, and of keys that are not text and do not only move on. */
  presses(): Promise<number>;
  /** The first part of the page with these words. */
  text(words: string | RegExp): Locator;
  press(name: string | RegExp): Promise<void>;
  keys(...pressed: string[]): Promise<void>;
  /** Goes to a part with the Tab key alone. */
  tabTo(part: Locator): Promise<void>;
  /** Types name, day of birth, sex and postcode in the form, as somebody does who has the file beside them. */
  typePerson(name: string): Promise<void>;
  /** The id of the request whose page opened after sending. */
  sent(): Promise<string>;
}

const countPresses = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const counted = window as unknown as { presses: number };
    counted.presses = 0;
    window.addEventListener('pointerdown', () => counted.presses++, true);
    const counts = ({ key, target, ctrlKey }: KeyboardEvent): boolean => {
      if (['Tab', 'Shift', 'Control', 'Alt'].includes(key)) return false;
      const typing = (target as Element).matches('textarea, input:not([type=radio]):not([type=checkbox])');
      return !typing || ctrlKey || key === 'Enter';
    };
    window.addEventListener(
      'keydown',
      (event) => {
        counted.presses += counts(event) ? 1 : 0;
      },
      true,
    );
  });

const tabTo = async (page: Page, part: Locator): Promise<void> => {
  await part.waitFor(SOON);
  for (let tries = 0; tries < 60; tries++) {
    if (await part.evaluate((element) => element.contains(document.activeElement))) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('the Tab key never came there');
};

/** Opens a page of somebody. */
export const openHand = async (
  browser: Browser,
  server: RunningServer,
  who: { readonly id: string },
  path: string,
  size: keyof typeof SIZES = 'desktop',
): Promise<Hand> => {
  const page = await openAs(browser, server.url, who.id, size);
  await countPresses(page);
  await page.goto(server.url + path);
  const hand: Hand = {
    page,
    presses: () => page.evaluate(() => (window as unknown as { presses: number }).presses),
    text: (words) => page.getByText(words).first(),
    press: (name) => page.getByRole('button', { name }).first().click(SOON),
    async keys(...pressed) {
      for (const key of pressed) await page.keyboard.press(key);
    },
    tabTo: (part) => tabTo(page, part),
    async typePerson(name) {
      await hand.tabTo(page.getByLabel('Naam', { exact: true }));
      for (const words of [name, '12-03-1942']) {
        await page.keyboard.type(words);
        await hand.keys('Tab');
      }
      await hand.keys('1', 'Tab');
      await page.keyboard.type('9405');
    },
    async sent() {
      await page.waitForURL('**/aanvragen/*', SOON);
      return page.url().split('/').at(-1) ?? '';
    },
  };
  return hand;
};
