import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseAnswer, MeetingAnswer } from '#modules/cases/contract.ts';
import { callAs } from './ask.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openAs, openBrowser, SIZES } from './browser.ts';
import { type RunningServer, startServer } from './server.ts';

let server: RunningServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer({ placesPerUnit: 2, welfare: true }), openBrowser()]);
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
});

/** A case of the practice in which two others may see meetings. */
const openCase = async (): Promise<{ id: string; others: { id: string }[] }> => {
  const { gp, welfare, wards } = server.small;
  if (welfare === null) throw new Error('there is no welfare house');
  const person = { name: 'Aaltje Zwiers', birthDate: '1941-05-02', sex: 'female' };
  const opened = { person, question: 'Ik slaap niet. Het zijn de brieven.' };
  const { id } = (await callAs<CaseAnswer>(server, gp, 'POST', '/cases', opened)).case;
  const others = [welfare.ward, wards[1]];
  for (const { organisationId: organisation } of others)
    await callAs(server, gp, 'POST', `/cases/${id}/helpers`, { organisation, parts: ['meetings'] });
  await callAs(server, gp, 'POST', `/cases/${id}/actions`, { what: 'Brieven openen', due: '2099-12-01' });
  return { id, others };
};

const standing = (page: Page): Promise<string[]> =>
  page
    .getByRole('list', { name: 'Verslag' })
    .getByRole('textbox')
    .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));

it('three browsers type in one note at once: every line stands in all three, and becomes a decision or an action with one press', async () => {
  const { gp } = server.small;
  const { id, others } = await openCase();
  const pages = await Promise.all([gp, ...others].map((who) => openAs(browser, server.url, who.id)));
  await Promise.all(pages.map((page) => page.goto(`${server.url}/samen/${id}`)));
  const [doctor, worker, nurse] = pages as [Page, Page, Page];
  await doctor.getByLabel('Waar', { exact: true }).fill('Praktijk');
  await doctor.getByRole('button', { name: 'Zet een overleg neer' }).press('Enter');
  await Promise.all([worker, nurse].map((page) => page.getByLabel('Nieuwe regel').waitFor()));
  expect(await doctor.getByRole('region', { name: 'Op de agenda' }).textContent()).toContain(
    'Brieven openen',
  );
  expect(await worker.getByRole('region', { name: 'Op de agenda' }).count()).toBe(0);

  await Promise.all(
    pages.map(async (page, name) => {
      for (const at of [1, 2, 3]) {
        await page.getByLabel('Nieuwe regel').pressSequentially(`Van ${name}, regel `, { delay: 15 });
        // Somebody thinks, with the words so far in the house already, and types on.
        if (at === 2) await page.waitForTimeout(900);
        await page.keyboard.type(String(at), { delay: 15 });
        await page.keyboard.press('Enter');
      }
    }),
  );
  const written = [0, 1, 2].flatMap((name) => [1, 2, 3].map((at) => `Van ${name}, regel ${at}`));
  for (const page of pages)
    await expect.poll(async () => (await standing(page)).toSorted(), { timeout: 15_000 }).toEqual(written);
  expect(await violationsOn(doctor)).toEqual([]);

  await doctor.getByRole('button', { name: 'Besluit: Van 1, regel 2' }).press('Enter');
  await nurse.getByText(/Besluit Van 1, regel 2/).waitFor();
  await doctor.getByRole('button', { name: /^Afspraak voor .*: Van 2, regel 3/ }).press('Enter');
  await worker.getByText(/Afspraak Van 2, regel 3/).waitFor();
  await doctor.getByRole('button', { name: /^Gedaan: Van 2, regel 3/ }).waitFor();
  // Who may not see the plan makes no actions.
  expect(await worker.getByRole('button', { name: /^Afspraak voor/ }).count()).toBe(0);

  const waiting = worker.waitForEvent('download');
  await worker.getByRole('button', { name: 'Zet in uw agenda' }).press('Enter');
  const file = await readFile(await (await waiting).path(), 'utf8');
  expect(file).toContain('BEGIN:VEVENT');
  expect(file).not.toMatch(/Zwiers|slaap/);
  for (const page of pages) await page.close();
});

it('a line changed by two stands twice, side by side, until somebody chooses with one press; and goes on paper without a name', async () => {
  const { gp } = server.small;
  const { id, others } = await openCase();
  const set = { at: new Date(Date.now() + 3_600_000).toISOString(), place: 'Praktijk' };
  const { meeting } = await callAs<MeetingAnswer>(server, gp, 'POST', `/cases/${id}/meetings`, set);
  const type = (who: { id: string }, seen: number, text: string) => ({ who, act: { seen, text } });
  const line = crypto.randomUUID();
  for (const { who, act } of [
    type(gp, 0, 'Zij slaapt slecht'),
    type(others[0] ?? gp, 1, 'Zij slaapt slecht door brieven'),
    type(gp, 1, 'Zij wil geen pillen'),
  ])
    await callAs(server, who, 'POST', `/cases/${id}/meetings/${meeting.id}/lines`, {
      acts: [{ id: crypto.randomUUID(), line, place: 1, ...act }],
    });
  const page = await openAs(browser, server.url, gp.id);
  await page.goto(`${server.url}/samen/${id}`);
  await page.getByText('Twee mensen veranderden deze regel').waitFor();
  await page.setViewportSize(SIZES.phone);
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: 'Houd deze: Zij wil geen pillen' }).press('Enter');
  await page.getByText('Twee mensen veranderden deze regel').waitFor({ state: 'detached' });
  await expect.poll(() => standing(page)).toEqual(['Zij wil geen pillen']);

  // What stands on paper is what was there when the printer was asked.
  await page.evaluate(() => {
    window.print = () => {
      document.body.dataset['printed'] = document.querySelector('article')?.textContent ?? '';
    };
  });
  await page.getByRole('button', { name: 'Print verslag' }).press('Enter');
  await expect
    .poll(() => page.evaluate(() => document.body.dataset['printed']))
    .toContain('Zij wil geen pillen');
  expect(await page.evaluate(() => document.body.dataset['printed'])).not.toContain('Zwiers');
  await page.close();
});
