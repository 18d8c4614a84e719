import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Where a Chromium may stand; the first is the word tools/setup.mjs listens to. */
const CHROMIUM = [
  process.env['CHROMIUM_PATH'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Opens the Chromium of this machine without a window. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM.find((path) => path !== undefined && existsSync(path)) ?? '',
    args: FLAGS,
  });

/** The three sizes every screen is looked at. */
export const SIZES = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

/**
 * A page in a browser that knows nobody yet. Its reader asked for little motion, so nobody waits for what slides; and
 * nothing is kept for later, unless the story is about that (`{ serviceWorkers: 'allow' }`).
 */
export const openPage = async (
  browser: Browser,
  size: keyof typeof SIZES = 'desktop',
  more: BrowserContextOptions = {},
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...more,
  });
  return context.newPage();
};

/** A page of somebody who picked this role; `role` is a role name or the id of a professional. */
export const openAs = async (
  browser: Browser,
  url: string,
  role: string,
  size: keyof typeof SIZES = 'desktop',
  more: BrowserContextOptions = {},
): Promise<Page> => {
  const page = await openPage(browser, size, more);
  await page.request.post(`${url}/api/v1/session`, { data: { role } });
  return page;
};

/** Counts what the person's hand does on this page: presses of the mouse or a finger. */
export const countClicks = async (page: Page): Promise<() => Promise<number>> => {
  await page.addInitScript(() => {
    const counted = window as unknown as { clicks: number };
    counted.clicks = 0;
    window.addEventListener('pointerdown', () => counted.clicks++, true);
  });
  return () => page.evaluate(() => (window as unknown as { clicks: number }).clicks);
};
