import { randomBytes } from 'node:crypto';
import { Webhook as Signer } from 'standardwebhooks';
import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Database } from '#platform/db/database.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type AddressRules, checkAddress } from './address.ts';
import { type Carrier, MESSENGER } from './messenger.ts';
import { postTo } from './post.ts';
import type { Delivery } from './store.ts';
import { webhookById } from './store-webhook.ts';

/** A fresh secret as Standard Webhooks writes it. */
export const newSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`;

/** What the receiver reads: what happened, when, and ids to ask further with. */
const bodyOf = (delivery: Delivery): string => {
  const { at = delivery.madeAt, ...data } = delivery.body;
  return JSON.stringify({ type: delivery.event, timestamp: isoFromInstant(Number(at)), data });
};

/** The three headers of Standard Webhooks; the id is the same at every attempt. The signature carries the machine's own time: the receiver compares it with theirs. */
export const signedHeaders = (id: string, body: string, secret: string): Record<string, string> => {
  const now: Instant = Date.now();
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now / 1_000)),
    'webhook-signature': new Signer(secret).sign(id, new Date(now), body),
    'user-agent': 'Verkeerstoren',
  };
};

/** What carrying a webhook needs. */
export interface WebhookParts {
  readonly database: Database;
  readonly secrets: Secrets;
  readonly rules: AddressRules;
}

/** Signs and posts; the address is checked anew at every attempt, because names move. */
export const webhookCarrier =
  ({ database, secrets, rules }: WebhookParts): Carrier =>
  async (delivery, stop) => {
    const webhook = await database.transaction(MESSENGER, (tx) => webhookById(tx, delivery.receiverId));
    if (webhook === null) return { kind: 'overtaken', status: 'taken-away' };
    const secret = secrets.open(webhook.secret, webhook.id);
    if (secret === null) return { kind: 'nobody', status: 'other-key' };
    const address = await checkAddress(webhook.url, rules);
    if (!address.ok) return { kind: 'not-now', status: address.refusal.code };
    const body = bodyOf(delivery);
    const headers = signedHeaders(delivery.dedupId, body, secret);
    const { taken, status } = await postTo(address.value, body, headers, stop);
    return { kind: taken ? 'taken' : 'not-now', status };
  };
