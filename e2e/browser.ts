import { existsSync } from 'node:fs';
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from 'playwright-core';

/**
 * Nobody types in the address bar of a window that is not there: its two lists are screens of their own, made anew for each
 * page, and cost more than ours. The last list counts, so what Playwright leaves out stands here again.
 */
const LEFT_OUT = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding', 'AimEnabled'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'OptimizationHints'],
  ...['NetworkTimeServiceQuerying', 'PreconnectToSearch'],
];

const FLAGS = [
  `--disable-features=${LEFT_OUT.join(',')}`,
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

let running: Promise<Browser> | undefined;

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM.find((path) => path !== undefined && existsSync(path)) ?? '',
    args: FLAGS,
  });

/**
 * The Chromium of this machine without a window: one for all the files a worker runs, who leave it with `leaveBrowser`. It
 * ends with the process; one that fell over is not given to the next.
 */
export const openBrowser = async (): Promise<Browser> => {
  if (running !== undefined && !(await running).isConnected()) running = undefined;
  running ??= launch();
  return running;
};

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

/** Contexts that were made for this size, per browser: one whose page was closed is used again, with the code it read. */
const made = new WeakMap<Browser, Map<string, BrowserContext[]>>();

/** Closes whatever is still open there; what was read of our code stays for the next file. */
export const leaveBrowser = async (browser: Browser | undefined): Promise<void> => {
  if (browser === undefined) return;
  const kept = new Set([...(made.get(browser)?.values() ?? [])].flat());
  for (const context of browser.contexts()) {
    if (kept.has(context)) for (const page of context.pages()) await page.close();
    else await context.close();
  }
};

/** Contexts in which a page is being opened: two who come at once each get their own. */
const opening = new WeakSet<BrowserContext>();

/** A page in a context nobody looks in any more, which knows nobody; a new one when all are in use. */
const freshPage = async (browser: Browser, url: string, size: keyof typeof SIZES): Promise<Page> => {
  const sizes = made.get(browser) ?? new Map<string, BrowserContext[]>();
  made.set(browser, sizes);
  const idle = sizes.get(size)?.find((context) => context.pages().length === 0 && !opening.has(context));
  if (idle === undefined) {
    const page = await openPage(browser, size);
    sizes.set(size, [...(sizes.get(size) ?? []), page.context()]);
    return page;
  }
  opening.add(idle);
  const page = await idle.newPage().finally(() => opening.delete(idle));
  const devtools = await idle.newCDPSession(page);
  await devtools.send('Storage.clearDataForOrigin', { origin: url, storageTypes: 'all' });
  await devtools.detach();
  return page;
};

/**
 * A page of somebody who picked this role; `role` is a role name or the id of a professional. Close the page, not its
 * context: then the next one opens faster.
 */
export const openAs = async (
  browser: Browser,
  url: string,
  role: string,
  size: keyof typeof SIZES = 'desktop',
  more: BrowserContextOptions = {},
): Promise<Page> => {
  const own = Object.keys(more).length > 0;
  const page = own ? await openPage(browser, size, more) : await freshPage(browser, url, size);
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
