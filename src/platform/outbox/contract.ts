import { z } from 'zod';
import { Id, IsoInstant } from '#kernel/contract.ts';

/** What a webhook can hear: what happens to requests one is a party to, and wards whose figures changed. */
export const TOPICS = ['request', 'capacity'] as const;
export type Topic = (typeof TOPICS)[number];

/** How a message stands. `dead` waits for a person; `overtaken` was no longer true when it would have gone out. */
export const DELIVERY_STATES = ['queued', 'sent', 'failed', 'dead', 'overtaken'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/** One message in the log: ids and codes. */
export const DeliveryView = z
  .object({
    id: Id,
    /** `message`: a short message to a telephone. */
    kind: z.enum(['mail', 'webhook', 'message']),
    receiverId: Id,
    event: z.string(),
    state: z.enum(DELIVERY_STATES),
    attempts: z.int(),
    madeAt: IsoInstant,
    lastAt: IsoInstant.nullable(),
    /** What came of the last attempt, as a code (`http-500`, `timeout`); null before the first. */
    status: z.string().nullable(),
  })
  .meta({ id: 'Delivery' });
export type DeliveryView = z.infer<typeof DeliveryView>;

/** A webhook as its own organisation sees it. */
export const WebhookView = z
  .object({
    id: Id,
    url: z.string(),
    topics: z.array(z.enum(TOPICS)),
    createdAt: IsoInstant,
    /** Until when the secret can still be read. */
    secretUntil: IsoInstant,
    last: DeliveryView.nullable(),
  })
  .meta({ id: 'Webhook' });
export type WebhookView = z.infer<typeof WebhookView>;

/** The webhooks of an organisation, and whether this installation sends mail. */
export const WebhooksView = z.object({ mail: z.boolean(), webhooks: z.array(WebhookView) });
export type WebhooksView = z.infer<typeof WebhooksView>;

/** A new webhook. */
export const WebhookBody = z.strictObject({
  url: z.string().min(1).max(500).meta({ description: 'Een https-adres dat van buiten te bereiken is.' }),
  topics: z.array(z.enum(TOPICS)).min(1).max(TOPICS.length),
});
export type WebhookBody = z.infer<typeof WebhookBody>;

/** The secret with which the receiver checks the signature (Standard Webhooks). */
export const SecretView = z.object({ secret: z.string() });
export type SecretView = z.infer<typeof SecretView>;

/** The deliveries of an organisation, newest first. */
export const DeliveriesQuery = z.object({ state: z.enum(DELIVERY_STATES).optional() });
export type DeliveriesQuery = z.infer<typeof DeliveriesQuery>;
export const DeliveriesView = z.object({ deliveries: z.array(DeliveryView) });
export type DeliveriesView = z.infer<typeof DeliveriesView>;

/** A command without words. */
export const NoBody = z.strictObject({});
