import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HOSTILE } from '#app/hostile.fixture.ts';
import { callAs } from './ask.ts';
import { leaveBrowser, openAs, openBrowser } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ placesPerUnit: 3 }), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

/** Every refusal of the content security policy on this page, as the browser reports it. */
const watch = async (page: Page): Promise<() => Promise<string[]>> => {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    addEventListener('securitypolicyviolation', (event) =>
      seen.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`),
    );
  });
  return () => page.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
};

it.each([
  ['desk', ['/bord', '/loket', '/koppelingen', '/hulp']],
  ['gp', ['/bord', '/aanvraag']],
  ['ward', ['/', '/bord']],
])('the policy refuses nothing that the screens of a %s need', async (role, addresses) => {
  const { desk, gp, wards } = server.small;
  const who = role === 'desk' ? desk : role === 'gp' ? gp : wards[0];
  // Here with what the browser keeps for later: the policy holds for that too.
  const page = await openAs(browser, server.url, who.id, 'desktop', { serviceWorkers: 'allow' });
  const refusedOn = await watch(page);
  for (const address of addresses) {
    await page.goto(`${server.url}${address}`);
    await page.getByRole('heading').first().waitFor();
    // Whoever is done finds the way out on every screen.
    expect(await page.getByRole('button', { name: /U werkt als/ }).count(), address).toBe(1);
    // A window over the page: it keeps the page still with styles of its own.
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog').waitFor();
    expect(await refusedOn(), address).toEqual([]);
    const styled = await page.evaluate(() => getComputedStyle(document.body).overflow);
    expect(styled, address).toBe('hidden');
  }
  await page.close();
});

it('what somebody puts into a page does not run', async () => {
  const page = await openAs(browser, server.url, server.small.desk.id);
  const refusedOn = await watch(page);
  await page.goto(server.url);
  await page.getByRole('heading').first().waitFor();
  await page.evaluate(() => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.broken = true';
    document.body.append(script);
    const style = document.createElement('style');
    style.textContent = 'body { display: none }';
    document.body.append(style);
  });
  expect(await page.evaluate(() => 'broken' in globalThis)).toBe(false);
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).not.toBe('none');
  expect((await refusedOn()).map((each) => each.split(' ')[0])).toEqual([
    'script-src-elem',
    'style-src-elem',
  ]);
  await page.close();
});

it('hostile words of a request are words on every screen that shows them', async () => {
  const { gp, desk } = server.small;
  const lines = HOSTILE.filter((text) => !/\p{Cc}/u.test(text) && text.isWellFormed() && text.length < 100);
  /** As many of them as fit, from the first or the last. */
  const fill = (most: number, from = lines): string =>
    from.reduce((all, text) => (all.length + text.length + 3 > most ? all : `${all} · ${text}`), 'Jan');
  const [name, backwards] = [fill(200), lines.toReversed()];
  const { request } = await callAs<{ request: { id: string } }>(server, gp, 'POST', '/requests', {
    ...{ reason: 'recovery', weight: 'high', callbackPhone: '0592-00 17 20', offers: [] },
    person: { name, birthDate: '1941-05-02', sex: 'male', gpName: fill(200, backwards), kinName: name },
    ...{ remarks: fill(2000), wish: fill(300, backwards), language: '<b>Fries</b>' },
  });
  for (const text of [fill(1000), fill(1000, backwards)])
    await callAs(server, gp, 'POST', `/requests/${request.id}/messages`, { text });
  for (const [who, address] of [
    [gp, `/aanvragen/${request.id}`],
    [desk, '/loket'],
  ] as const) {
    const page = await openAs(browser, server.url, who.id);
    const refusedOn = await watch(page);
    page.on('dialog', () => expect.fail('a script opened a window'));
    await page.goto(`${server.url}${address}`);
    await page.getByText('<script>globalThis.broken=1</script>').first().waitFor();
    expect(await page.evaluate(() => 'broken' in globalThis), address).toBe(false);
    expect(await refusedOn(), address).toEqual([]);
    expect(await page.evaluate(() => getComputedStyle(document.body).display)).not.toBe('none');
    expect(
      await page.locator('main :is(script, iframe, object, base, form[action], [onerror])').count(),
    ).toBe(0);
    await page.close();
  }
});
