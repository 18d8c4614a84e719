import { type Browser, chromium, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens Debian's Chromium without a window. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS });

/** The three sizes every screen is looked at. */
export const SIZES = {
  desktop: { width: 1440, height: 900 },
  tablet: { width: 1024, height: 768 },
  phone: { width: 390, height: 844 },
} as const;

/** A page of somebody who picked this role; `role` is a role name or the id of a professional. */
export const openAs = async (
  browser: Browser,
  url: string,
  role: string,
  size: keyof typeof SIZES = 'desktop',
): Promise<Page> => {
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
  });
  await context.request.post(`${url}/api/v1/session`, { data: { role } });
  return context.newPage();
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
