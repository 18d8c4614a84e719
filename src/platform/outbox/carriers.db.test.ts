import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { Webhook as Verifier } from 'standardwebhooks';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { isoFromInstant } from '#kernel/calendar.ts';
import { newId } from '#platform/db/ids.ts';
import { openSecrets } from '#platform/secrets.ts';
import { mailCarrier } from './mail.ts';
import { openPostOffice, PATIENT, type PostOffice } from './post-office.fixture.ts';
import { addWebhook, readSecret, testWebhook } from './service.ts';
import { webhookCarrier } from './webhook.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterEach(() => office.rest());
afterAll(() => office.close());

describe('a webhook', () => {
  const secrets = openSecrets(Buffer.alloc(32, 7));
  const rules = { ports: [], loopback: true, resolve: async () => ['127.0.0.1'] };
  let receiver: Server;
  const taken: { headers: Record<string, string>; body: string }[] = [];
  beforeAll(async () => {
    receiver = createServer((request, response) => {
      let body = '';
      request.on('data', (part: Buffer) => {
        body += part.toString();
      });
      request.on('end', () => {
        taken.push({ headers: request.headers as Record<string, string>, body });
        response.end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  });
  afterAll(() => receiver.close());

  it('is signed as Standard Webhooks says, with an id that stays; its secret stands nowhere in the database', async () => {
    office.work({ webhook: webhookCarrier({ database: office.database, secrets, rules }) });
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/aan`;
    const actor = { id: newId(), organisationId: office.desk } as never;
    const mine = { actor: 'somebody', organisationId: office.desk };
    const added = await office.database.transaction(mine, (tx) =>
      addWebhook({ tx, actor, now: office.now }, { url, topics: ['request'] }, { rules, secrets }),
    );
    if (!added.ok) throw new Error(added.refusal.code);
    const { id } = added.value;
    const ask = (at: number, organisationId: string) =>
      office.database.transaction({ actor: 'somebody', organisationId }, (tx) =>
        readSecret({ tx, actor, now: at }, id, secrets),
      );
    const secret = await ask(office.now, office.desk);
    if (!secret.ok) throw new Error(secret.refusal.code);
    expect((await ask(office.now + 15 * 60_000, office.desk)).ok).toBe(false);
    expect(await ask(office.now, newId())).toEqual({ ok: false, refusal: { code: 'webhook-unknown' } });
    const body = { requestId: newId(), at: office.now };
    await office.post([
      office.message({ kind: 'webhook', receiverId: id, event: 'request.offered', body, dedupId: 'a.1' }),
    ]);
    await expect.poll(() => taken.length, PATIENT).toBe(1);
    await office.database.transaction(mine, (tx) => testWebhook({ tx, actor, now: office.now }, id));
    await expect.poll(() => taken.length, PATIENT).toBe(2);
    const [first] = taken;
    expect(new Verifier(secret.value.secret).verify(first?.body ?? '', first?.headers ?? {})).toEqual({
      type: 'request.offered',
      timestamp: isoFromInstant(office.now),
      data: { requestId: body.requestId },
    });
    expect(first?.headers['webhook-id']).toBe('a.1');
    const { rows } = await office.owner.query<{ line: string }>(
      `select h::text as line from platform_webhook h union all select d::text from platform_delivery d
       union all select k::text from platform_key k union all select j::text from graphile_worker._private_jobs j`,
    );
    const dump = rows.map(({ line }) => line).join('\n');
    expect(dump).toContain(id);
    expect(dump).not.toContain(secret.value.secret.slice(6));
  });

  it('to this machine itself is refused with a sentence, and nothing is stored', async () => {
    const before = (await office.owner.query('select 1 from platform_webhook')).rowCount;
    const actor = { id: newId(), organisationId: office.desk } as never;
    const strict = { ...rules, loopback: false };
    const refused = await office.database.transaction(
      { actor: 'somebody', organisationId: office.desk },
      (tx) =>
        addWebhook(
          { tx, actor, now: office.now },
          { url: 'https://127.0.0.1/', topics: ['request'] },
          { rules: strict, secrets },
        ),
    );
    expect(refused).toEqual({ ok: false, refusal: { code: 'webhook-inside' } });
    expect((await office.owner.query('select 1 from platform_webhook')).rowCount).toBe(before);
  });
});

describe('mail', () => {
  it('goes over SMTP with an id that stays the same at a second try', async () => {
    const letters: string[] = [];
    let busy = true;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS', 'AUTH'],
      onData(stream, _session, done) {
        let text = '';
        stream.on('data', (part: Buffer) => {
          text += part.toString();
        });
        stream.on('end', () => {
          letters.push(text);
          done(busy ? Object.assign(new Error('busy'), { responseCode: 451 }) : null);
          busy = false;
        });
      },
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
    office.work({
      mail: mailCarrier({ smtpUrl, from: 'Toren <toren@example.nl>' }, async () => ({
        to: 'afdeling@example.nl',
        subject: 'Nieuwe vraag',
        text: 'Bekijk de vraag',
      })),
    });
    const asked = office.message();
    await office.post([asked]);
    await expect.poll(async () => (await office.deliveryOf(asked))?.status, PATIENT).toBe('smtp-451');
    await expect
      .poll(async () => {
        await office.hurry();
        return office.stateOf(asked);
      }, PATIENT)
      .toBe('sent');
    const ids = letters.map((letter) => /^message-id: (.*)$/im.exec(letter)?.[1]);
    expect(letters).toHaveLength(2);
    expect(ids[0]).toMatch(/^<[0-9a-f]{32}@example\.nl>$/);
    expect(ids[1]).toBe(ids[0]);
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
});
