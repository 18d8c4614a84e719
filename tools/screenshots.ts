import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

/** Takes the pictures in docs/images from a fresh practice region of its own. `node tools/screenshots.ts [name …]` */

type Shot = {
  name: string;
  role: string;
  /** The address; a role without one begins on its own first screen. */
  path?: string;
  /** What must be on screen before the picture is taken. */
  shows: string;
  act?: (page: Page) => Promise<void>;
};

const ROOT = join(import.meta.dirname, '..');
const IMAGES = join(ROOT, 'docs/images');
const CHROMIUM = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium', '/usr/bin/google-chrome'];
const SETTLED_MS = 1_500;

const SHOTS: Shot[] = [
  { name: 'bord', role: 'gp', path: '/bord', shows: 'table' },
  { name: 'plek-zoeken', role: 'gp', path: '/aanvraag', shows: 'form', act: fillIn },
  { name: 'loket', role: 'desk', shows: 'main li' },
  { name: 'afdeling', role: 'ward', shows: '[data-bar]' },
  { name: 'vooruit', role: 'region-manager', path: '/vooruit', shows: 'text=/keer nagespeeld in/' },
  { name: 'wand', role: 'desk', path: '/bord?wand=1', shows: 'main' },
];

const asked = process.argv.slice(2);
const chosen = SHOTS.filter(({ name }) => asked.length === 0 || asked.includes(name));
const dataDir = mkdtempSync(join(tmpdir(), 'vt-pictures-'));
const server = spawn(process.execPath, [join(ROOT, 'src/cli/main.ts'), 'start'], {
  env: { ...process.env, DATA_DIR: dataDir, PORT: '0', DATABASE_URL: '' },
  stdio: ['ignore', 'pipe', 'inherit'],
});
try {
  mkdirSync(IMAGES, { recursive: true });
  const address = await addressOf(server);
  const browser = await chromium.launch({
    executablePath: CHROMIUM.find((path) => path !== undefined && existsSync(path)) ?? '',
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  for (const shot of chosen) await take(browser, address, shot);
  await browser.close();
} finally {
  await ended(server);
  rmSync(dataDir, { recursive: true, force: true });
}

/** The address the server prints once it listens. */
function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((found, failed) => {
    let said = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const address = /OEFENREGIO\s+(http:\S+)/.exec(said)?.[1];
      if (address !== undefined) found(address);
    });
    child.once('exit', () => failed(new Error(`the server ended: ${said}`)));
  });
}

async function take(browser: Browser, address: string, shot: Shot): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    colorScheme: 'light',
  });
  const page = await context.newPage();
  await page.request.post(`${address}/api/v1/session`, { data: { role: shot.role } });
  await page.goto(`${address}${shot.path ?? '/'}`);
  await page.locator(shot.shows).first().waitFor();
  await shot.act?.(page);
  await page.waitForTimeout(SETTLED_MS);
  await page.screenshot({ path: join(IMAGES, `${shot.name}.png`) });
  await context.close();
  console.log(`docs/images/${shot.name}.png`);
}

/** An invented person with a fall, as a GP would fill it in; nothing is sent. */
async function fillIn(page: Page): Promise<void> {
  await page.getByLabel('Naam').fill('A. Venema-Test');
  await page.getByLabel('Geboortedatum').fill('12-03-1942');
  await page.getByText('Vrouw', { exact: true }).click();
  await page.getByLabel('Postcode').fill('9405');
  await page.getByText('Herstel', { exact: true }).click();
  await page.getByText('Hoog', { exact: true }).click();
  await page.getByText('Past het best').first().waitFor();
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((done) => {
    child.once('exit', () => done());
    child.kill('SIGTERM');
  });
}
