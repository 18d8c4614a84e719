import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { inviteByHand } from '#modules/accounts/index.ts';
import { violationsOn } from './axe.ts';
import { leaveBrowser, openBrowser } from './browser.ts';
import { type IdentityProvider, startIdentityProvider } from './identity-provider.ts';
import { addAuthenticator, inviteFirst, openStranger, sayYes, startProduction } from './production.ts';
import type { RunningServer } from './server.ts';

const SUBJECT = 'e4711';
/** Whoever is switched off is out within a second; a busy machine draws a little later. */
const AT_ONCE = { timeout: 5_000 };

let employer: IdentityProvider;
let server: RunningServer;
let browser: Browser;
let admin: Page;

beforeAll(async () => {
  [employer, browser] = await Promise.all([startIdentityProvider([SUBJECT]), openBrowser()]);
  const { issuer, clientId, clientSecret } = employer;
  const claims = { professional: 'dezi_nummer', ura: 'abonnee_nummer', role: 'rol_code' };
  const provider = { id: 'werkgever', name: 'Ommelanden', issuer, clientId, clientSecret };
  server = await startProduction([{ ...provider, strong: true, claims }]);
  employer.trust(`${server.url}/api/v1/sign-in/oidc/callback`);
  admin = await openStranger(browser);
  await sayYes(admin, await inviteFirst(server));
});
afterAll(async () => {
  await leaveBrowser(browser);
  await server.close();
  await employer.close();
});

/** The administrator asks a colleague, and copies the link. */
const invite = async (name: string, email: string, role = 'desk'): Promise<string> => {
  await admin.goto(`${server.url}/gebruikers`);
  await admin.getByLabel('Naam').fill(name);
  await admin.getByLabel('E-mailadres van het werk').fill(email);
  await admin.getByLabel('Rol').selectOption(role);
  await admin.getByRole('button', { name: 'Nodig uit' }).click();
  await admin.getByText(`De link voor ${email}`).waitFor();
  await admin.getByRole('button', { name: 'Kopieer link' }).click();
  return admin.evaluate(() => navigator.clipboard.readText());
};

it('a colleague is invited, comes in with a passkey, and is thrown out of an open board at once', async () => {
  const link = await invite('Ruben Oosterhof', 'ruben@loket.example');
  await admin.getByText('Uitgenodigd, nog niet aangemeld').waitFor();
  expect(await violationsOn(admin)).toEqual([]);
  const colleague = await openStranger(browser, 'phone');
  await addAuthenticator(colleague);
  await colleague.goto(link);
  await colleague.getByText('Ruben Oosterhof').waitFor();
  await colleague.getByLabel('Kies een wachtwoord').fill('kachel regen negen viool');
  await colleague.getByRole('button', { name: 'Ga verder' }).click();
  await colleague.getByRole('heading', { name: 'Kies uw tweede stap' }).waitFor();
  await colleague.getByRole('button', { name: 'Ga verder' }).click();
  await colleague.getByRole('button', { name: 'Maak de passkey' }).click();
  await colleague.getByRole('button', { name: 'Ik heb ze bewaard' }).click();
  await colleague.getByRole('link', { name: 'Bord' }).click();
  await colleague.getByRole('heading', { name: /^Bord/ }).waitFor();
  await admin.reload();
  await admin.getByRole('button', { name: 'Zet uit: Ruben Oosterhof' }).click();
  await admin.getByText('Zet de toegang van Ruben Oosterhof nu uit').waitFor();
  expect(await violationsOn(admin)).toEqual([]);
  await admin.getByRole('button', { name: 'Zet nu uit' }).click();
  await colleague.getByRole('heading', { name: 'Aanmelden' }).waitFor(AT_ONCE);
  await colleague.getByRole('button', { name: 'Aanmelden met een passkey' }).click();
  await colleague.getByText('Deze passkey opent dit account niet.').waitFor();
  await admin.getByText(/Uit sinds/).waitFor();
  await admin.getByRole('button', { name: 'Zet weer aan: Ruben Oosterhof' }).click();
  await admin.getByRole('button', { name: 'Zet uit: Ruben Oosterhof' }).waitFor();
  await colleague.context().close();
});

it('an invitation is taken at the employer, whose sign-in opens the tower from then on', async () => {
  const link = await invite('Sanne Hiemstra', 'sanne@loket.example');
  const colleague = await openStranger(browser);
  const atEmployer = () => colleague.getByRole('button', { name: 'Aanmelden via Ommelanden' }).click();
  const signInThere = async (): Promise<void> => {
    await colleague.locator('input[name=login]').fill(SUBJECT);
    await colleague.locator('input[name=password]').fill('geheim');
    await colleague.locator('button[type=submit]').click();
    await colleague.getByRole('button', { name: 'Continue' }).click();
  };
  await colleague.goto(link);
  await atEmployer();
  await signInThere();
  await colleague.getByRole('heading', { name: 'Loket' }).waitFor();
  await colleague.getByRole('button', { name: /U werkt als/ }).click();
  await colleague.getByRole('button', { name: 'Meld af' }).click();
  await colleague.getByRole('heading', { name: 'Aanmelden' }).waitFor();
  // The employer knows them still: one press, and back where they wanted to be.
  await colleague.goto(`${server.url}/afspraken`);
  await atEmployer();
  await colleague.getByRole('heading', { name: 'Afspraken', exact: true }).waitFor();
  await colleague.context().close();
});

it('an invitation that was used, and an employer who says no, are one sentence each', async () => {
  const link = await invite('Tom Kiewiet', 'tom@loket.example');
  await admin.getByRole('button', { name: 'Trek in: Tom Kiewiet' }).click();
  await admin.getByText('Tom Kiewiet').waitFor({ state: 'detached' });
  const stranger = await openStranger(browser, 'tablet');
  await stranger.goto(link);
  await stranger.getByText('Deze uitnodiging bestaat niet (meer).').waitFor();
  expect(await violationsOn(stranger)).toEqual([]);
  await stranger.goto(`${server.url}/api/v1/sign-in/oidc/callback?code=verzonnen&state=verzonnen`);
  await stranger.getByText('Deze stap is verlopen.').waitFor();
  await stranger.getByRole('button', { name: 'Aanmelden via Ommelanden' }).click();
  await stranger.getByText('Cancel').click();
  await stranger.getByText('Aanmelden via uw werkgever is niet gelukt.').waitFor();
  expect(await violationsOn(stranger)).toEqual([]);
  await stranger.context().close();
});

it('a region manager who looks after no accounts asks the first administrator of a home, once', async () => {
  const manager = await openStranger(browser);
  await sayYes(manager, await invite('Hilde Boerma', 'hilde@loket.example', 'region-manager'));
  await manager.goto(`${server.url}/gebruikers`);
  await manager.getByLabel('Organisatie', { exact: true }).selectOption({ label: 'Noord Zorg' });
  await manager.getByLabel('Naam van de beheerder').fill('Wim Drenth');
  await manager.getByLabel('E-mailadres van de beheerder').fill('wim@noord.example');
  const roles = await manager.getByLabel('Rol van de beheerder').locator('option').allInnerTexts();
  expect(roles).not.toContain('Loket');
  await manager.getByLabel('Rol van de beheerder').selectOption('ward');
  await manager.getByLabel('Locatie of afdeling van de beheerder').selectOption({ index: 2 });
  await manager.getByRole('button', { name: 'Nodig de beheerder uit' }).click();
  await manager.getByText('De link voor wim@noord.example').waitFor();
  expect(await violationsOn(manager)).toEqual([]);
  await manager.context().close();
});

it('in with a code on paper; another role, another password and the way out are a press away', async () => {
  const fenna = await openStranger(browser);
  const email = 'fenna@loket.example';
  const { password, codes } = await sayYes(fenna, await invite('Fenna Kooistra', email));
  const second = { email, name: 'Fenna', organisation: 'noord', role: 'elderly-doctor' } as const;
  const asked = await inviteByHand(
    server.house.database,
    { ...second, administrator: false },
    { now: Date.now(), publicUrl: server.url },
  );
  if (!asked.ok) throw new Error(asked.refusal.code);
  const body = { token: asked.value.split('#')[1], password };
  const headers = { origin: server.url };
  await fenna.request.post(`${server.url}/api/v1/invitations/accept`, { data: body, headers });
  await fenna.context().clearCookies();
  await fenna.goto(server.url);
  await fenna.getByLabel('E-mailadres').fill(email);
  await fenna.getByLabel('Wachtwoord').fill(password);
  await fenna.getByRole('button', { name: 'Ga verder' }).click();
  await fenna.getByRole('button', { name: 'Ik heb mijn telefoon of sleutel niet bij me' }).click();
  await fenna.getByLabel('Herstelcode').fill(codes[0] ?? '');
  await fenna.getByRole('button', { name: 'Meld aan' }).click();
  await fenna.getByRole('heading', { name: 'Loket' }).waitFor();
  await fenna.goto(`${server.url}/account`);
  await fenna.getByText('U hebt nog 9 codes over.').waitFor();
  await fenna.getByRole('button', { name: 'Wijzig wachtwoord' }).click();
  await fenna.getByLabel('Uw wachtwoord nu').fill(password);
  await fenna.getByLabel('Kies een wachtwoord').fill('lepel wolken dertien harp');
  await fenna.getByRole('button', { name: 'Bewaar nieuw wachtwoord' }).click();
  await fenna.getByText('Uw wachtwoord is gewijzigd.').waitFor();
  await fenna.getByRole('button', { name: /^Werk als: .*Noord Zorg/ }).click();
  await fenna.getByRole('button', { name: /U werkt als Specialist/ }).waitFor();
  await fenna.context().close();
  const rooms = await admin
    .getByRole('navigation')
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '/'));
  expect(rooms.length).toBeGreaterThan(3);
  for (const room of new Set([...rooms, '/account', '/gebruikers'])) {
    await admin.goto(`${server.url}${room}`);
    await admin.getByRole('button', { name: /U werkt als/ }).click();
    await admin.getByRole('button', { name: 'Meld af' }).waitFor();
  }
});

it('who guesses too often waits; who lost a telephone gets a new link after a call', async () => {
  const email = 'ruben@loket.example';
  const stranger = await openStranger(browser, 'phone');
  const headers = { origin: server.url };
  for (let n = 0; n < 10; n++)
    await stranger.request.post(`${server.url}/api/v1/sign-in/password`, {
      ...{ data: { email, password: `geraden ${n}` }, headers },
    });
  await stranger.goto(server.url);
  await stranger.getByLabel('E-mailadres').fill(email);
  await stranger.getByLabel('Wachtwoord').fill('kachel regen negen viool');
  await stranger.getByRole('button', { name: 'Ga verder' }).click();
  await stranger.getByText('Na veel pogingen wacht u even').waitFor();
  await admin.goto(`${server.url}/gebruikers`);
  await admin.getByText(/Wacht tot .*, na veel foute pogingen/).waitFor();
  await admin.getByRole('button', { name: 'Telefoon kwijt: Ruben Oosterhof' }).click();
  await admin.getByText('Bel de collega terug op het nummer dat u kent').waitFor();
  await admin.getByLabel('Ik heb zelf met deze collega gesproken').check();
  await admin.getByLabel('Waarom is dit nodig?').fill('Telefoon in het kanaal gevallen');
  expect(await violationsOn(admin)).toEqual([]);
  await admin.getByRole('button', { name: 'Haal weg' }).click();
  await admin.getByRole('button', { name: 'Kopieer link' }).click();
  await stranger.goto(await admin.evaluate(() => navigator.clipboard.readText()));
  await stranger.getByRole('heading', { name: 'Stel uw aanmelding opnieuw in' }).waitFor();
  await stranger.getByLabel('Kies een wachtwoord').fill('lepel wolken dertien harp');
  await stranger.getByRole('button', { name: 'Ga verder' }).click();
  await stranger.getByRole('heading', { name: 'Kies uw tweede stap' }).waitFor();
  await stranger.context().close();
});
