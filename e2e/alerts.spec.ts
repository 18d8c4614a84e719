import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { localDay, plusDays } from '#kernel/calendar.ts';
import type { AlertsAnswer } from '#modules/outlook/contract.ts';
import { writeRegion } from '#modules/region/index.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { admitted, callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, type SIZES } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

const TODAY = localDay(Date.now(), 'Europe/Amsterdam');
const TESTER = { actor: 'tester', organisationId: null };
/** Only the house itself warns. */
const HOUSE = { actor: 'system', organisationId: null };

let browser: Browser;
let server: RunningServer;
let page: Page;
let manager: { id: string };

beforeAll(async () => {
  [browser, server] = await Promise.all([openBrowser(), startServer({ placesPerUnit: 6 })]);
  const { desk } = server.small;
  const person = { ...desk, id: newId(), name: 'Roos Veenstra', role: 'region-manager' as const };
  await server.house.database.transaction(TESTER, (tx) =>
    writeRegion(tx, { professionals: [person] }, { actor: 'tester', now: Date.now() }),
  );
  manager = person;
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server?.close();
});
afterEach(() => page.close());

const open = async (who: string, size: keyof typeof SIZES = 'desktop'): Promise<void> => {
  page = await openAs(browser, server.url, who, size);
  await page.goto(`${server.url}/vooruit/meldingen`);
  await page.getByRole('region', { name: 'Waarover de regio wil horen' }).waitFor();
  await page.getByText(/Geteld /).waitFor();
};

/** An alert as the morning's work leaves it; `right` once it is over. */
const alert = (kind: string, about: object, right: boolean | null): Promise<unknown> => {
  const { product = null, barrier = null, figure = 0.62 } = about as Record<string, string | number | null>;
  return server.house.database.transaction(HOUSE, (tx) =>
    rows(
      tx,
      `insert into outlook_alert (id, kind, product, about, made_on, until, figure, over, made_at, is_right, judged_at)
       values ($1, $2, $3, $4, $5, $6, $7, $7, now(), $8::boolean, case when $8::boolean is null then null else now() end)`,
      [newId(), kind, product, barrier, plusDays(TODAY, -1), plusDays(TODAY, 3), figure, right],
    ),
  );
};

describe('alerts on what is coming', () => {
  it('are quiet until the region manager turns one on, and then kept for everybody', async () => {
    await open(manager.id);
    await page.getByText('Alle meldingen staan uit').waitFor();
    const row = page.getByRole('listitem').filter({ hasText: 'Geen plek ELV hoog' });
    await row.getByRole('button', { name: 'Aan' }).click();
    await row
      .getByRole('group', { name: /dagen vooruit/ })
      .getByRole('textbox')
      .fill('3');
    await row.getByRole('button', { name: /^Bewaar/ }).click();
    await page.getByText('Er komt niets aan waarvan u wilt horen').waitFor();
    const { thresholds } = await callAs<AlertsAnswer>(server, manager, 'GET', '/outlook/alerts');
    expect(thresholds).toEqual([
      { kind: 'no-place-ahead', product: 'elv-high', on: true, figure: 0.5, days: 3, version: 1 },
    ]);
    await page.close();
    await open('desk');
    await page.getByText('vanaf een kans van 50 %, 3 dagen vooruit').waitFor();
    expect(await page.getByRole('button', { name: 'Aan' }).count(), 'the desk reads, and sets nothing').toBe(
      0,
    );
  });

  it('stand at the desk as a quiet count, say in words what comes, and remember what was right', async () => {
    await alert('no-place-ahead', { product: 'elv-high' }, null);
    await alert('departures-wait', { barrier: 'home-care', figure: 5 }, null);
    await alert('no-place-ahead', { product: 'grz' }, true);
    await alert('no-place-ahead', { product: 'elv-low' }, true);
    await alert('no-place-ahead', { product: 'respite' }, false);
    page = await openAs(browser, server.url, 'desk');
    await page.goto(`${server.url}/loket`);
    await page.getByRole('link', { name: '2 meldingen' }).click();
    const coming = page.getByRole('list', { name: 'Wat eraan komt' });
    await coming.getByText(/^Geen plek ELV hoog verwacht tot en met .*: kans 62 %$/).waitFor();
    const waits = coming.getByRole('listitem').filter({ hasText: '5 vertrekken wachten op thuiszorg' });
    await waits.getByRole('link', { name: 'Bekijk het vertrek' }).waitFor();
    await page.getByText('2 van 3 klopten').waitFor();
    await waits.getByRole('button', { name: 'Zet op gezien' }).click();
    await waits.getByText('gezien', { exact: false }).waitFor();
    const { open: after } = await callAs<AlertsAnswer>(server, server.small.desk, 'GET', '/outlook/alerts');
    expect(after.filter(({ seenAt }) => seenAt === null)).toHaveLength(1);
  });

  it('stand beside what frees most in the region: counts with their meaning and moment, none of a few people', async () => {
    const [ward] = server.small.wards;
    for (const [at, name] of ['Feenstra', 'Gerdes', 'Hoving', 'Idema', 'Jonker'].entries()) {
      const { stayId } = await admitted(server, name, at);
      const due = plusDays(TODAY, at === 0 ? -1 : 5);
      const since = plusDays(TODAY, -3);
      await callAs(server, ward, 'POST', `/stays/${stayId}/barriers`, {
        ...{ code: 'home-care', owner: 'home-care', since, due },
      });
      if (at === 0)
        await callAs(server, ward, 'POST', `/stays/${stayId}/barriers`, {
          ...{ code: 'wlz-decision', owner: 'ciz', since, due: plusDays(TODAY, 9) },
        });
    }
    await open('desk');
    const freed = page.getByRole('region', { name: 'Wat maakt het meeste vrij?' });
    const care = freed.getByRole('row', { name: /^thuiszorg/ });
    await care.getByRole('cell', { name: '5', exact: true }).waitFor();
    expect(await care.getByRole('cell').allTextContents()).toEqual([
      expect.stringMatching(/^\d+(,\d)?$/),
      '5',
      '1',
      '0',
    ]);
    expect(await freed.getByRole('row', { name: /^Wlz/ }).getByRole('cell').allTextContents()).toEqual([
      '–',
      '–',
      '–',
      '0',
    ]);
    await freed.getByText(/Geteld /).waitFor();
    await freed.getByRole('button', { name: 'Wie het oplost' }).click();
    await freed.getByRole('row', { name: /^CIZ/ }).waitFor();
    await freed.getByRole('button', { name: /Beddagen vrij/ }).click();
    await page.getByText(/gemiddeld vrijkomen als dit vandaag overal weg is/).waitFor();
  });

  it('are readable for everybody, also on a phone and in the dark', async () => {
    for (const size of ['desktop', 'phone'] as const) {
      await open(manager.id, size);
      for (const scheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme: scheme });
        expect(await violationsOn(page), `${size} ${scheme}`).toEqual([]);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
      expect(wide, 'nothing hangs over the edge').toBe(false);
      if (size === 'desktop') await page.close();
    }
  });
});
