import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook as Verifier } from 'standardwebhooks';
import type { Instant } from '#kernel/interval.ts';
import { openDayPlans } from './day-plan.fixture.ts';
import type { HouseParts } from './house.ts';
import { openMailbox } from './mailbox.fixture.ts';

/** A message as the service for telephones got it, once its signature was found right. */
interface Texted {
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

/** A service on this machine that takes messages for telephones, and refuses the first `broken` of them. */
export const openTelephones = async (broken: number) => {
  const secret = `whsec_${randomBytes(24).toString('base64')}`;
  const texted: Texted[] = [];
  let toRefuse = broken;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString('utf8');
    });
    request.on('end', () => {
      const headers = request.headers as Record<string, string>;
      texted.push(new Verifier(secret).verify(body, headers) as Texted);
      toRefuse -= 1;
      response.statusCode = toRefuse >= 0 ? 503 : 204;
      response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { secret, texted, url: `http://127.0.0.1:${port}/sms`, close: () => server.close() };
};

/** A house for day treatment that writes to people: a mail server and a service for telephones on this machine. */
export const openMoments = async (
  now: Instant,
  today: string,
  { broken = 0, parts = {} }: { broken?: number; parts?: Partial<HouseParts> } = {},
) => {
  const publicUrl = 'https://toren.example';
  const mailbox = await openMailbox(publicUrl);
  const telephones = await openTelephones(broken);
  const { secret, url } = telephones;
  const messages = {
    ...mailbox.messages,
    texts: { url, secret, publicUrl },
    webhooks: { ports: [], loopback: true },
  };
  const plans = await openDayPlans(now, today, { ...parts, messages });
  return {
    ...{ ...plans, mailbox, telephones },
    async close() {
      await plans.day.house.close();
      await mailbox.close();
      telephones.close();
    },
  };
};
