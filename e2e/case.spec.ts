import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseAnswer } from '#modules/cases/contract.ts';
import type { ConsentList } from '#modules/people/contract.ts';
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

/** A case of the practice about somebody it asked a bed for; answers it with the person. */
const openCase = async (name: string, bed: number): Promise<{ person: string; id: string }> => {
  const { gp, places } = server.small;
  const asked = await callAs<{ request: { person: { id: string } } }>(server, gp, 'POST', '/requests', {
    ...{ reason: 'recovery', weight: 'high', callbackPhone: '0592-00 17 20' },
    person: { name, birthDate: '1941-05-02', sex: 'female' },
    offers: [{ placeId: places[0][bed] }],
  });
  const person = asked.request.person.id;
  const question = 'Ik slaap niet. Het zijn de brieven.';
  const opened = await callAs<CaseAnswer>(server, gp, 'POST', '/cases', { person, question });
  return { person, id: opened.case.id };
};

it('a welfare worker does what was agreed and answers on the case, and loses it within seconds when the yes is taken back', async () => {
  const { gp, welfare } = server.small;
  if (welfare === null) throw new Error('there is no welfare house');
  const worker = await openAs(browser, server.url, welfare.ward.id);
  await worker.goto(`${server.url}/samen`);
  await worker.getByText('U helpt nu nergens mee').waitFor();
  expect(await violationsOn(worker)).toEqual([]);

  const { id, person } = await openCase('Geertje Hofsteenge', 0);
  const organisation = welfare.ward.organisationId;
  await callAs(server, gp, 'POST', `/cases/${id}/helpers`, { organisation, parts: ['plan', 'messages'] });
  await callAs(server, gp, 'POST', `/cases/${id}/actions`, {
    ...{ what: 'Brieven samen openen', owner: organisation, due: '2099-12-01' },
  });
  // It comes on the list by itself.
  await worker.getByRole('link', { name: /Geertje Hofsteenge/ }).press('Enter');
  await worker.getByText('Brieven samen openen').waitFor();
  expect(await worker.locator('main').textContent()).not.toContain('Ik slaap niet');
  expect(await violationsOn(worker)).toEqual([]);

  await worker.getByRole('button', { name: /^Niet gedaan: Brieven/ }).press('Enter');
  await worker.getByLabel('Waarom niet?').fill('Mevrouw was ziek');
  await worker.getByRole('button', { name: 'Niet gedaan', exact: true }).press('Enter');
  await worker.getByText('niet gedaan: Mevrouw was ziek').waitFor();
  await worker.getByLabel('Wat spreekt u af?').fill('Volgende week opnieuw');
  await worker.getByRole('button', { name: 'Spreek af' }).press('Enter');
  await worker.getByText('Volgende week opnieuw').waitFor();
  await worker.getByLabel('Schrijf een bericht').fill('Zij wil graag verder.');
  await worker.getByRole('button', { name: 'Plaats' }).press('Enter');

  const doctor = await openAs(browser, server.url, gp.id);
  await doctor.goto(`${server.url}/samen/${id}`);
  await doctor.getByText('Zij wil graag verder.').waitFor();
  await doctor.getByText('“Ik slaap niet. Het zijn de brieven.”').waitFor();
  await doctor.setViewportSize(SIZES.phone);
  expect(await violationsOn(doctor)).toEqual([]);
  expect(await doctor.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await doctor.close();

  const list = await callAs<ConsentList>(server, gp, 'GET', `/persons/${person}/consents`);
  const name = (await callAs<CaseAnswer>(server, gp, 'GET', `/cases/${id}`)).case.helpers.find(
    (each) => each.id === organisation,
  )?.name;
  const yes = list.consents.find(({ receiver }) => receiver === name);
  const began = performance.now();
  await callAs(server, gp, 'POST', `/persons/${person}/consents/${yes?.id}/revoke`, {});
  await worker.getByText('Deze samenwerking is er niet, of niet meer voor u.').waitFor();
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(await worker.locator('main').textContent()).not.toContain('Hofsteenge');
  expect(await violationsOn(worker)).toEqual([]);
  await worker.close();
});

it('three browsers type in the note of one meeting at once, and every line stands in all three', async () => {
  const { gp, welfare, wards } = server.small;
  if (welfare === null) throw new Error('there is no welfare house');
  const { id } = await openCase('Aaltje Zwiers', 1);
  for (const { organisationId: organisation } of [welfare.ward, wards[1]])
    await callAs(server, gp, 'POST', `/cases/${id}/helpers`, { organisation, parts: ['meetings'] });
  const pages = await Promise.all(
    [gp, welfare.ward, wards[1]].map((who) => openAs(browser, server.url, who.id)),
  );
  await Promise.all(pages.map((page) => page.goto(`${server.url}/samen/${id}`)));
  const [doctor, ...others] = pages;
  await doctor?.getByLabel('Waar', { exact: true }).fill('Praktijk');
  await doctor?.getByRole('button', { name: 'Zet een overleg neer' }).press('Enter');
  await Promise.all(others.map((page) => page.getByLabel('Nieuwe regel').waitFor()));
  await Promise.all(
    pages.map(async (page, name) => {
      for (const at of [1, 2, 3]) {
        await page.getByLabel('Nieuwe regel').pressSequentially(`Van ${name}, regel ${at}`, { delay: 15 });
        await page.keyboard.press('Enter');
      }
    }),
  );
  const written = [0, 1, 2].flatMap((name) => [1, 2, 3].map((at) => `Van ${name}, regel ${at}`));
  const standing = (page: (typeof pages)[number]) =>
    page
      .getByRole('list', { name: 'Verslag' })
      .getByRole('textbox')
      .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
  for (const page of pages)
    await expect.poll(async () => (await standing(page)).toSorted(), { timeout: 15_000 }).toEqual(written);
  expect(await violationsOn(pages[0] as (typeof pages)[number])).toEqual([]);
  await doctor?.getByRole('button', { name: 'Besluit: Van 1, regel 2' }).press('Enter');
  await pages[2]?.getByText(/Besluit Van 1, regel 2/).waitFor();
  for (const page of pages) await page.close();
});
