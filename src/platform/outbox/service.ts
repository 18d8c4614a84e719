import { isoFromInstant } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import { MINUTE } from '#kernel/interval.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { ok, type Result, refuse } from '#kernel/result.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { record } from '#platform/diary/diary.ts';
import type { Actor } from '#platform/http/actor.ts';
import type { Secrets } from '#platform/secrets.ts';
import { type AddressRules, checkAddress } from './address.ts';
import type { DeliveryView, SecretView, WebhookBody, WebhookView } from './contract.ts';
import type { OutboxCode } from './refusals.ts';
import { type Delivery, deliveryById, enqueue, lastDeliveries, requeue } from './store.ts';
import { activeWebhooks, disableWebhook, insertWebhook, type Webhook, webhookById } from './store-webhook.ts';
import { newSecret } from './webhook.ts';

/** Who does something about webhooks, and when. */
export interface Acting {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Instant;
}

type Answer<T> = Promise<Result<T, Refusal<OutboxCode>>>;

/** How long the secret can be read after adding. It is fetched apart, so that no kept answer ever holds it. */
const SECRET_FOR = 15 * MINUTE;
const MOST = 20;

/** A message as it crosses HTTP. */
export const viewOfDelivery = (delivery: Delivery): DeliveryView => ({
  id: delivery.id,
  kind: delivery.kind,
  receiverId: delivery.receiverId,
  event: delivery.event,
  state: delivery.state,
  attempts: delivery.attempts,
  madeAt: isoFromInstant(delivery.madeAt),
  lastAt: delivery.lastAt === null ? null : isoFromInstant(delivery.lastAt),
  status: delivery.status,
});

const viewOf = (webhook: Webhook, last: Delivery | undefined): WebhookView => ({
  id: webhook.id,
  url: webhook.url,
  topics: [...webhook.topics],
  createdAt: isoFromInstant(webhook.createdAt),
  secretUntil: isoFromInstant(webhook.createdAt + SECRET_FOR),
  last: last === undefined ? null : viewOfDelivery(last),
});

const writeDown = ({ tx, actor, now }: Acting, event: string, webhookId: string): Promise<void> =>
  record(tx, [
    {
      at: now,
      room: 'platform',
      event,
      subject: webhookId,
      unitId: null,
      organisationId: actor.organisationId,
      actor: actor.id,
      body: {},
    },
  ]);

/** The webhooks of the reader's organisation, with the last message to each. */
export const listWebhooks = async ({ tx }: Acting): Promise<WebhookView[]> => {
  const webhooks = await activeWebhooks(tx);
  const last = await lastDeliveries(
    tx,
    webhooks.map(({ id }) => id),
  );
  return webhooks.map((webhook) => viewOf(webhook, last.get(webhook.id)));
};

/** Adds a webhook, or says why its address cannot be; then nothing is stored. */
export const addWebhook = async (
  acting: Acting,
  body: WebhookBody,
  parts: { readonly rules: AddressRules; readonly secrets: Secrets },
): Answer<WebhookView> => {
  const { tx, actor, now } = acting;
  if ((await activeWebhooks(tx)).length >= MOST)
    return refuse({ code: 'webhook-too-many', params: { most: MOST } });
  const address = await checkAddress(body.url, parts.rules);
  if (!address.ok) return address;
  const id = newId();
  const webhook: Webhook = {
    id,
    organisationId: actor.organisationId,
    url: address.value.url.href,
    topics: [...new Set(body.topics)],
    secret: parts.secrets.seal(newSecret(), id),
    createdAt: now,
  };
  await insertWebhook(tx, webhook, actor.id);
  await writeDown(acting, 'webhook-added', id);
  return ok(viewOf(webhook, undefined));
};

/** The secret, for a quarter of an hour after adding. */
export const readSecret = async ({ tx, now }: Acting, id: string, secrets: Secrets): Answer<SecretView> => {
  const webhook = await webhookById(tx, id);
  if (webhook === null) return refuse({ code: 'webhook-unknown' });
  const secret = secrets.open(webhook.secret, webhook.id);
  if (now >= webhook.createdAt + SECRET_FOR || secret === null)
    return refuse({ code: 'webhook-secret-over' });
  return ok({ secret });
};

/** Takes a webhook away; what still waited for it is dropped. */
export const removeWebhook = async (acting: Acting, id: string): Answer<object> => {
  if ((await webhookById(acting.tx, id)) === null) return refuse({ code: 'webhook-unknown' });
  await disableWebhook(acting.tx, id, acting.now);
  await writeDown(acting, 'webhook-removed', id);
  return ok({});
};

/** Sends a trial message to a webhook. */
export const testWebhook = async ({ tx, now }: Acting, id: string): Answer<object> => {
  const webhook = await webhookById(tx, id);
  if (webhook === null) return refuse({ code: 'webhook-unknown' });
  const { organisationId } = webhook;
  const trial = { kind: 'webhook', organisationId, receiverId: id, event: 'webhook.test' } as const;
  await enqueue(tx, [{ ...trial, dedupId: `test:${newId()}`, body: { webhookId: id, at: now } }], now);
  return ok({});
};

/** Sends a message that got stuck again, from the start. */
export const replayDelivery = async ({ tx }: Acting, id: string): Answer<DeliveryView> => {
  const delivery = await deliveryById(tx, id);
  if (delivery === null) return refuse({ code: 'delivery-unknown' });
  if (delivery.state !== 'dead') return refuse({ code: 'delivery-not-dead' });
  await requeue(tx, id);
  return ok(viewOfDelivery({ ...delivery, state: 'queued' }));
};
