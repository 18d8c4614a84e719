import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Problem } from '#kernel/contract.ts';
import { DAY, HOUR, MINUTE } from '#kernel/interval.ts';
import type { MailAddresses } from '#modules/region/contract.ts';
import type { DeliveriesView, WebhooksView, WebhookView } from '#platform/outbox/contract.ts';
import { type ApiHouse, admitSomebody, openApiHouse, sendRequest } from './api-house.fixture.ts';
import { noSettings } from './messages.ts';

const NOW = Date.parse('2026-11-23T10:00:00Z');
const PATIENT = { timeout: 15_000, interval: 50 };
const letters: string[] = [];
const calls: { headers: Record<string, string>; body: string }[] = [];
let house: ApiHouse;
let smtp: SMTPServer;
let receiver: Server;
let url = '';

const lettersTo = (address: string, about: string): string[] =>
  letters.filter((text) => text.includes(`To: ${address}`) && text.includes(about));
const add = (who = house.small.desk, body: object = { url, topics: ['request'] }) =>
  house.post(who, '/webhooks', body);
const deliveries = async (who = house.small.desk) =>
  (await house.call(who, 'GET', '/api/v1/deliveries')).json<DeliveriesView>().deliveries;

beforeAll(async () => {
  smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, _session, done) {
      let text = '';
      stream.on('data', (part: Buffer) => {
        text += part.toString();
      });
      stream.on('end', () => {
        letters.push(text.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '='));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', () => resolve()));
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString();
    });
    request.on('end', () => {
      calls.push({ headers: request.headers as Record<string, string>, body });
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/aan`;
  const smtpUrl = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
  house = await openApiHouse(
    { now: NOW, placesPerUnit: 40 },
    {
      messages: {
        ...noSettings(),
        mail: { smtpUrl, from: 'Toren <toren@example.nl>', publicUrl: 'https://toren.example' },
        webhooks: { ports: [], loopback: true },
      },
    },
  );
  const [noord] = house.small.wards;
  const [unitId] = house.small.units;
  const { organisationId: loket } = house.small.desk;
  const ward = { organisationId: noord.organisationId, unitId, email: 'noord@example.nl' };
  const desk = { organisationId: loket, unitId: null, email: 'loket@example.nl' };
  expect((await house.post(noord, '/mail-addresses', ward)).statusCode).toBe(200);
  expect((await house.post(house.small.desk, '/mail-addresses', desk)).statusCode).toBe(200);
});
afterAll(async () => {
  await house.close();
  await new Promise<void>((resolve) => smtp.close(() => resolve()));
  receiver.closeAllConnections();
  receiver.close();
});

describe('an address', () => {
  it('is set by its own house or by who keeps the region, and by nobody else', async () => {
    const [noord, zuid] = house.small.wards;
    const theirs = {
      organisationId: noord.organisationId,
      unitId: house.small.units[0],
      email: 'x@example.nl',
    };
    expect((await house.post(zuid, '/mail-addresses', theirs)).statusCode).toBe(404);
    const through = { ...theirs, organisationId: zuid.organisationId };
    expect((await house.post(zuid, '/mail-addresses', through)).statusCode).toBe(404);
    expect((await house.post(house.small.gp, '/mail-addresses', theirs)).statusCode).toBe(403);
    expect((await house.post(noord, '/mail-addresses', { ...theirs, email: 'geen adres' })).statusCode).toBe(
      400,
    );
    const seen = async (who: typeof noord) =>
      (await house.call(who, 'GET', '/api/v1/mail-addresses')).json<MailAddresses>().addresses;
    expect(await seen(noord)).toMatchObject([
      { unitId: theirs.unitId, email: 'noord@example.nl' },
      { unitId: null },
    ]);
    expect((await seen(house.small.desk)).map(({ email }) => email)).toContain('noord@example.nl');
    expect((await seen(zuid)).map(({ email }) => email)).toEqual([null, null]);
  });
});

describe('a ward', () => {
  it('gets a letter about a new question, with a link and without a name', async () => {
    await sendRequest(house, [house.freshPlace()]);
    await expect.poll(() => lettersTo('noord@example.nl', 'Nieuwe vraag').length, PATIENT).toBe(1);
    const [letter = ''] = lettersTo('noord@example.nl', 'Nieuwe vraag');
    expect(letter).toContain(`https://toren.example/afdeling/${house.small.units[0]}`);
    expect(letter).not.toMatch(/Geertje|Hofsteenge|1941|keuken/);
  });

  it('hears nothing of a request that was refused and rolled back', async () => {
    const placeId = house.freshPlace(1);
    const taken = await house.post(house.small.desk, '/holds', { placeId, product: 'elv-high' });
    expect(taken.statusCode).toBe(200);
    const before = (await deliveries()).length;
    await expect(sendRequest(house, [house.freshPlace(), placeId])).rejects.toThrow('place-taken');
    // What is made next comes after whatever would have been made of the refused one.
    await sendRequest(house, [house.freshPlace()]);
    await expect.poll(async () => (await deliveries()).length, PATIENT).toBe(before + 1);
  });

  it('is reminded quietly when half of its time is gone and nobody looked; the desk when the search takes too long', async () => {
    const at = house.clock.at;
    await sendRequest(house, [house.freshPlace()]);
    const searching = await sendRequest(house, []);
    try {
      house.clock.at = at + 23 * MINUTE;
      await expect
        .poll(() => lettersTo('noord@example.nl', 'nog niet bekeken').length, PATIENT)
        .toBeGreaterThan(0);
      expect(lettersTo('loket@example.nl', 'Zoektijd voorbij')).toEqual([]);
      house.clock.at = at + DAY;
      await expect
        .poll(() => lettersTo('loket@example.nl', 'Zoektijd voorbij').length, PATIENT)
        .toBeGreaterThan(0);
    } finally {
      house.clock.at = at;
      await house.post(house.small.gp, `/requests/${searching.id}/close`, {
        reason: 'withdrawn',
        code: 'wish',
      });
    }
  });

  it('is asked once about a figure that grows old, by a link that opens without signing in', async () => {
    const at = house.clock.at;
    house.clock.at = NOW + 4 * HOUR + MINUTE;
    try {
      await expect.poll(() => lettersTo('noord@example.nl', 'Klopt het nog').length, PATIENT).toBe(1);
      const token = /https:\/\/toren\.example\/k\/(\S+)/.exec(
        lettersTo('noord@example.nl', 'Klopt het nog')[0] ?? '',
      )?.[1];
      expect((await house.call(null, 'GET', `/api/v1/links/${token}`)).statusCode).toBe(200);
      const tap = async () =>
        (await house.call(null, 'POST', `/api/v1/links/${token}`, { close: 2 }, { key: 'een-tik' }))
          .statusCode;
      expect([await tap(), await tap()]).toEqual([200, 200]);
      const closed = await house.owner.query('select 1 from capacity_closure where unit_id = $1', [
        house.small.units[0],
      ]);
      expect(closed.rowCount).toBe(2);
    } finally {
      house.clock.at = at;
    }
  });
});

describe('who asked', () => {
  it('hears by letter that a stay is over, without asking, with a link and without a person', async () => {
    const { small } = house;
    const address = { organisationId: small.gp.organisationId, unitId: null, email: 'praktijk@example.nl' };
    expect((await house.post(small.desk, '/mail-addresses', address)).statusCode).toBe(200);
    const { claimId, version, request } = await admitSomebody(house);
    // Their stay has begun: its line stands in the diary.
    const began = "select 1 from platform_diary where event = 'began' and body ->> 'requestId' = $1";
    const begun = async () => (await house.owner.query(began, [request.id])).rowCount;
    await expect.poll(begun, PATIENT).toBe(1);
    const leave = { destination: 'died' };
    const left = await house.post(small.wards[0], `/claims/${claimId}/departure`, leave, { version });
    expect(left.statusCode).toBe(200);
    const told = () => lettersTo('praktijk@example.nl', 'Het verblijf is voorbij');
    await expect.poll(() => told().length, PATIENT).toBe(1);
    expect(told()[0]).toMatch(/https:\/\/toren\.example\/verblijf\/[0-9a-f-]{36}/);
    expect(told()[0]).not.toMatch(/Hofsteenge|1941|died|overleden/i);
  });
});

describe('a webhook', () => {
  it('is added, shows its secret for a moment, and hears what happens to its requests', async () => {
    const added = await add();
    expect(added.statusCode, added.body).toBe(200);
    const { id } = added.json<WebhookView>();
    expect(added.body).not.toContain('whsec');
    const shown = await house.call(house.small.desk, 'GET', `/api/v1/webhooks/${id}/secret`);
    const { secret } = shown.json<{ secret: string }>();
    const request = await sendRequest(house, [house.freshPlace()]);
    const about = () => calls.filter(({ body }) => body.includes(request.id));
    await expect.poll(() => about().length, PATIENT).toBeGreaterThanOrEqual(2);
    const [first] = about();
    const read = new Verifier(secret).verify(first?.body ?? '', first?.headers ?? {}) as { type: string };
    expect(read.type).toBe('request.sent');
    expect(
      about()
        .map(({ body }) => body)
        .join(),
    ).not.toMatch(/Geertje|1941|keuken|0592/);
    const listed = async () =>
      (await house.call(house.small.desk, 'GET', '/api/v1/webhooks')).json<WebhooksView>();
    await expect
      .poll(listed, PATIENT)
      .toMatchObject({ mail: true, webhooks: [{ id, last: { state: 'sent' } }] });
  });

  it('is of its own organisation: another does not see it, cannot try it, and cannot take it away', async () => {
    const { id } = (await add()).json<WebhookView>();
    const [ward] = house.small.wards;
    const seen = await house.call(ward, 'GET', '/api/v1/webhooks');
    expect(seen.json<WebhooksView>().webhooks).toEqual([]);
    for (const act of ['test', 'remove']) {
      const answer = await house.post(ward, `/webhooks/${id}/${act}`, {});
      expect([answer.statusCode, answer.json<Problem>().code]).toEqual([404, 'webhook-unknown']);
    }
    expect((await house.call(ward, 'GET', `/api/v1/webhooks/${id}/secret`)).statusCode).toBe(404);
    expect((await house.call(house.small.gp, 'GET', '/api/v1/webhooks')).statusCode).toBe(403);
    expect((await deliveries(ward)).length).toBe(0);
  });

  it('is tried and taken away; then it hears nothing', async () => {
    const [ward] = house.small.wards;
    const { id } = (await add(ward)).json<WebhookView>();
    await house.post(ward, `/webhooks/${id}/test`, {});
    await expect
      .poll(() => calls.filter(({ body }) => body.includes('webhook.test')).length, PATIENT)
      .toBe(1);
    expect((await house.post(ward, `/webhooks/${id}/remove`, {})).statusCode).toBe(200);
    expect((await house.post(ward, `/webhooks/${id}/test`, {})).statusCode).toBe(404);
  });

  it.each([
    ['http://10.0.0.5/', 'webhook-inside'],
    ['https://169.254.169.254/latest', 'webhook-inside'],
    ['https://[::ffff:10.0.0.5]/', 'webhook-inside'],
    ['https://naam:geheim@voorbeeld.nl/', 'webhook-credentials'],
    ['geen adres', 'webhook-unreadable'],
  ])('to %s is refused in words, and nothing is stored', async (address, code) => {
    const count = async () => (await house.owner.query('select 1 from platform_webhook')).rowCount;
    const before = await count();
    const answer = await add(house.small.desk, { url: address, topics: ['request'] });
    expect([answer.statusCode, answer.json<Problem>().code]).toEqual([422, code]);
    expect(answer.json<Problem>().detail).toMatch(/^[A-Z].{10,}\.$/);
    expect(await count()).toBe(before);
  });
});

describe('a message that got stuck', () => {
  it('is seen by who watches over it, sent again by a person, and counted for who watches the server', async () => {
    await expect
      .poll(async () => (await deliveries()).filter(({ state }) => state === 'queued').length, PATIENT)
      .toBe(0);
    const [one] = await deliveries();
    await house.owner.query("update platform_delivery set state = 'dead' where id = $1", [one?.id]);
    const metrics = await house.call(null, 'GET', '/metrics');
    expect(metrics.body).toContain('verkeerstoren_messages{state="dead"} 1');
    expect(metrics.body).toContain('verkeerstoren_message_oldest_seconds');
    const [ward] = house.small.wards;
    expect((await house.post(ward, `/deliveries/${one?.id}/replay`, {})).statusCode).toBe(404);
    const again = await house.post(house.small.desk, `/deliveries/${one?.id}/replay`, {});
    expect(again.json()).toMatchObject({ id: one?.id, state: 'queued' });
    await expect
      .poll(async () => (await deliveries()).find(({ id }) => id === one?.id)?.state, PATIENT)
      .not.toMatch(/dead|queued/);
    const twice = await house.post(house.small.desk, `/deliveries/${one?.id}/replay`, {});
    expect(twice.json<Problem>().code).toBe('delivery-not-dead');
  });

  it('does not make the server unready', async () => {
    await new Promise<void>((resolve) => smtp.close(() => resolve()));
    await sendRequest(house, [house.freshPlace()]);
    await expect
      .poll(async () => (await deliveries()).some(({ status }) => status === 'no-connection'), PATIENT)
      .toBe(true);
    expect((await house.call(null, 'GET', '/health/ready')).statusCode).toBe(200);
  });
});
