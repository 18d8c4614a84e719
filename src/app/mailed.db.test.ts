import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type AccountsHouse,
  type Joined,
  openAccountsHouse,
  PASSWORD,
  PUBLIC_URL,
} from './accounts-house.fixture.ts';
import { type Mailbox, openMailbox } from './mailbox.fixture.ts';

const NOW = Date.parse('2026-11-23T09:00:00Z');
let tower: AccountsHouse;
let mailbox: Mailbox;
let admin: Joined;
beforeAll(async () => {
  mailbox = await openMailbox(PUBLIC_URL);
  tower = await openAccountsHouse(NOW, [], { messages: mailbox.messages });
  admin = await tower.join({ email: 'boss@loket.example', administrator: true });
});
afterAll(() => tower.close());

const tokenIn = (text: string): string => /#([\w-]{43})/.exec(text)?.[1] ?? '';
const accept = (token: string, password = PASSWORD) =>
  tower.browser().post('/invitations/accept', { token, password });

it('a link goes to its owner over SMTP; who asked does not see it, and it is kept nowhere', async () => {
  const wish = { email: 'jan@loket.example', name: 'Jan', role: 'desk' };
  const invited = await admin.post('/accounts/invitations', wish);
  expect(invited.json()).toMatchObject({ mailed: true, link: null });
  const letter = mailbox.lastTo('jan@loket.example');
  expect(letter).toContain('zeven dagen');
  expect(letter).not.toContain('Jan');
  expect((await accept(tokenIn(letter))).json().next).toBe('enrol');
  const { accounts } = (await admin.call('GET', '/accounts')).json();
  const { id } = accounts.find(({ email }: { email: string }) => email === 'jan@loket.example');
  const asked = { reason: 'Telefoon in het kanaal gevallen', checked: true };
  const reset = await admin.post(`/accounts/${id}/reset`, asked);
  expect(reset.json()).toMatchObject({ mailed: true, link: null });
  const again = mailbox.lastTo('jan@loket.example');
  expect(again).toContain('Vroeg u hier niet om?');
  expect((await accept(tokenIn(again), 'vier andere woorden samen')).json().next).toBe('enrol');
  const { rows } = await tower.owner.query(
    `select to_jsonb(d) as row from platform_diary d union all select to_jsonb(m) from platform_delivery m
     union all select to_jsonb(i) from accounts_invitation i`,
  );
  for (const token of [tokenIn(letter), tokenIn(again)]) expect(JSON.stringify(rows)).not.toContain(token);
});

it('the code of a resident goes to the address that came with the link, and opens their own view', async () => {
  const gp = await tower.join({ email: 'gerrit@hap.example', name: 'Gerrit', organisation: 'hap' });
  const sent = await gp.post('/requests', {
    ...{ reason: 'recovery', weight: 'high', callbackPhone: '0592-00 17 20' },
    person: { name: 'Geertje Hofsteenge', birthDate: '1941-05-02', sex: 'female' },
    offers: [{ placeId: tower.small.places[0][0] }],
  });
  const email = 'geertje@thuis.example';
  const door = await gp.post(`/persons/${sent.json().request.person.id}/door`, { email });
  const { token } = door.json();
  const resident = tower.browser();
  const asked = (await resident.post('/own/code', { token, birthDate: '1941-05-02' })).json();
  expect(asked.practiceCode).toBeNull();
  const letter = mailbox.lastTo(email);
  expect(letter).not.toMatch(/Geertje|1941/);
  const [code = ''] = /\b\d{6}\b/.exec(letter) ?? [];
  expect(JSON.stringify(asked)).not.toContain(code);
  expect((await resident.post('/own/session', { token, code })).statusCode).toBe(200);
  expect((await resident.call('GET', '/own/looks?period=all')).statusCode).toBe(200);
});

it('the link of a relative goes to them and to nobody else, and names nobody', async () => {
  const gp = await tower.join({ email: 'geke@hap.example', name: 'Geke', organisation: 'hap' });
  const sent = await gp.post('/requests', {
    ...{ reason: 'recovery', weight: 'high', callbackPhone: '0592-00 17 20' },
    person: { name: 'Roelof Brink', birthDate: '1938-04-12', sex: 'male' },
    offers: [{ placeId: tower.small.places[1][0] }],
  });
  const address = `/persons/${sent.json().request.person.id}/family`;
  const wish = { name: 'Anna', relation: 'daughter', saidBy: 'person' };
  expect((await gp.post(address, wish)).json().code).toBe('own-email-needed');
  const email = 'anna@thuis.example';
  const invited = await gp.post(address, { ...wish, email });
  expect(invited.json()).toMatchObject({
    token: null,
    relative: { name: 'Anna', codeTo: 'a•••@thuis.example' },
  });
  const letter = mailbox.lastTo(email);
  expect(letter).not.toMatch(/Roelof|1938|Anna/);
  const relative = tower.browser();
  const token = tokenIn(letter);
  expect(letter).toContain(`/meelezen#${token}`);
  await relative.post('/own/code', { token, birthDate: '1938-04-12' });
  const [code = ''] = /\b\d{6}\b/.exec(mailbox.lastTo(email)) ?? [];
  expect((await relative.post('/own/session', { token, code })).statusCode).toBe(200);
  expect((await relative.call('GET', '/own/stay')).json()).toMatchObject({ reader: 'relative', stay: null });
});

it('a mail server that takes nothing: the link is shown after all', async () => {
  await mailbox.close();
  const wish = { email: 'kim@loket.example', name: 'Kim', role: 'desk' };
  const invited = (await admin.post('/accounts/invitations', wish)).json();
  expect(invited).toMatchObject({ mailed: false });
  expect(tokenIn(invited.link)).not.toBe('');
});
