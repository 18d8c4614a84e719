import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Topic } from './contract.ts';

/** Another system that hears what happens. */
export interface Webhook {
  readonly id: string;
  readonly organisationId: string;
  readonly url: string;
  readonly topics: readonly Topic[];
  /** Encrypted. */
  readonly secret: string;
  readonly createdAt: Instant;
}

const COLUMNS = `id, organisation_id as "organisationId", url, topics, secret, created_at as "createdAt"`;

/** The webhooks that are on: the reader's own, for the messenger all. */
export const activeWebhooks = (tx: Tx): Promise<Webhook[]> =>
  rows<Webhook>(tx, `select ${COLUMNS} from platform_webhook where active order by created_at, id`);

/** A webhook that is on; null when it was taken away or is not the reader's. */
export const webhookById = (tx: Tx, id: string): Promise<Webhook | null> =>
  first<Webhook>(tx, `select ${COLUMNS} from platform_webhook where id = $1 and active`, [id]);

/** Writes a new webhook. */
export const insertWebhook = async (tx: Tx, webhook: Webhook, actor: string): Promise<void> => {
  await rows(
    tx,
    `insert into platform_webhook (id, organisation_id, url, topics, secret, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      webhook.id,
      webhook.organisationId,
      webhook.url,
      webhook.topics,
      webhook.secret,
      stamp(webhook.createdAt),
      actor,
    ],
  );
};

/** Takes a webhook away; its secret is wiped. */
export const disableWebhook = async (tx: Tx, id: string, at: Instant): Promise<void> => {
  await rows(
    tx,
    'update platform_webhook set active = false, secret = null, disabled_at = $2 where id = $1 and active',
    [id, stamp(at)],
  );
};
