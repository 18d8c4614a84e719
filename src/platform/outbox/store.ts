import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { DeliveryState } from './contract.ts';

/** A message to be sent: ids, codes and moments, no address and nothing about people. */
export interface Message {
  readonly kind: 'mail' | 'webhook' | 'message';
  /** Who watches over it. */
  readonly organisationId: string;
  /** Whose address is looked up when it goes out. */
  readonly receiverId: string;
  /** The same to the same receiver goes once. */
  readonly dedupId: string;
  readonly event: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** Not before so many milliseconds from now. */
  readonly afterMs?: number;
}

/** A message with what became of it. */
export interface Delivery extends Omit<Message, 'afterMs'> {
  readonly id: string;
  readonly state: DeliveryState;
  readonly attempts: number;
  readonly madeAt: Instant;
  readonly lastAt: Instant | null;
  readonly status: string | null;
}

/** Tried for more than a day: fifteen times, the last five six hours apart. */
export const ATTEMPTS = 15;

/** One receiver hears one thing at a time; a receiver that is down holds up nobody else. */
const ADD_JOBS = `select graphile_worker.add_job('deliver', json_build_object('id', d.id), queue_name => d.receiver_id::text,
    run_at => now() + made.after * interval '1 millisecond', max_attempts => ${ATTEMPTS}, job_key => d.dedup_id)`;

/**
 * Puts messages on the way, each once: what stands in the log under the same id is left alone. Log and job are written in
 * the caller's transaction, which must not be one that holds a bed: adding a job notifies.
 */
export const enqueue = async (tx: Tx, messages: readonly Message[], now: Instant): Promise<void> => {
  if (messages.length === 0) return;
  await rows(
    tx,
    `with made as (
       select gen.id, gen.kind, gen.organisation_id, gen.receiver_id, gen.dedup_id, gen.event, gen.body, gen.after
       from unnest($1::uuid[], $2::text[], $3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::jsonb[], $8::double precision[])
         as gen (id, kind, organisation_id, receiver_id, dedup_id, event, body, after)
     ), d as (
       insert into platform_delivery (id, kind, organisation_id, receiver_id, dedup_id, event, body, made_at)
       select id, kind, organisation_id, receiver_id, dedup_id, event, body, $9 from made
       on conflict (dedup_id) do nothing returning id, receiver_id, dedup_id
     )
     ${ADD_JOBS} from d join made on made.id = d.id`,
    [
      messages.map(() => newId()),
      messages.map((each) => each.kind),
      messages.map((each) => each.organisationId),
      messages.map((each) => each.receiverId),
      messages.map((each) => each.dedupId),
      messages.map((each) => each.event),
      messages.map((each) => JSON.stringify(each.body)),
      messages.map((each) => each.afterMs ?? 0),
      stamp(now),
    ],
  );
};

const COLUMNS = `id, kind, organisation_id as "organisationId", receiver_id as "receiverId", dedup_id as "dedupId", event, body,
  state, attempts, made_at as "madeAt", last_at as "lastAt", status`;

/** One message of the log; null when it is not there, or not the reader's. */
export const deliveryById = (tx: Tx, id: string): Promise<Delivery | null> =>
  first<Delivery>(tx, `select ${COLUMNS} from platform_delivery where id = $1`, [id]);

/** The last messages the reader watches over, newest first. */
export const deliveriesOf = (
  tx: Tx,
  organisationId: string,
  state: DeliveryState | null,
): Promise<Delivery[]> =>
  rows<Delivery>(
    tx,
    `select ${COLUMNS} from platform_delivery where organisation_id = $1 and ($2::text is null or state = $2)
     order by made_at desc, id desc limit 200`,
    [organisationId, state],
  );

/** The last message to each of these receivers. */
export const lastDeliveries = async (
  tx: Tx,
  receiverIds: readonly string[],
): Promise<Map<string, Delivery>> => {
  const found = await rows<Delivery>(
    tx,
    `select distinct on (receiver_id) ${COLUMNS} from platform_delivery where receiver_id = any($1::uuid[])
     order by receiver_id, coalesce(last_at, made_at) desc, id desc`,
    [receiverIds],
  );
  return new Map(found.map((delivery) => [delivery.receiverId, delivery]));
};

/** Writes what came of an attempt. */
export const noteAttempt = async (
  tx: Tx,
  id: string,
  came: { readonly state: DeliveryState; readonly status: string; readonly at: Instant },
): Promise<void> => {
  await rows(
    tx,
    'update platform_delivery set state = $2, status = $3, last_at = $4, attempts = attempts + 1 where id = $1',
    [id, came.state, came.status, stamp(came.at)],
  );
};

/** A dead message is tried again from the start. */
export const requeue = async (tx: Tx, id: string): Promise<void> => {
  await rows(
    tx,
    `with d as (update platform_delivery set state = 'queued' where id = $1 returning id, receiver_id, dedup_id)
     ${ADD_JOBS} from d cross join (select 0::double precision as after) made`,
    [id],
  );
};

/** What arrived, or was overtaken, longer ago than this is forgotten; what is dead stays until somebody looked. */
export const forgetDelivered = async (tx: Tx, before: Instant): Promise<void> => {
  await rows(tx, "delete from platform_delivery where state in ('sent', 'overtaken') and last_at < $1", [
    stamp(before),
  ]);
};

/** How many messages wait, fail or are dead, and since when the oldest waits. */
export interface Backlog {
  readonly queued: number;
  readonly failed: number;
  readonly dead: number;
  readonly oldest: Instant | null;
}

/** Counts what did not arrive yet; for the messenger, who sees all. */
export const backlogOf = async (tx: Tx): Promise<Backlog> => {
  const found = await first<Backlog>(
    tx,
    `select count(*) filter (where state = 'queued')::integer as queued, count(*) filter (where state = 'failed')::integer as failed,
       count(*) filter (where state = 'dead')::integer as dead, min(made_at) filter (where state <> 'dead') as oldest
     from platform_delivery where state in ('queued', 'failed', 'dead')`,
  );
  return found ?? { queued: 0, failed: 0, dead: 0, oldest: null };
};

/** Jobs of a messenger that is no more are free again, and the attempt that was cut off does not count. */
export const freeJobs = async (tx: Tx): Promise<void> => {
  await rows(
    tx,
    `with jobs as (
       update graphile_worker._private_jobs set locked_at = null, locked_by = null, attempts = greatest(attempts - 1, 0)
       where locked_at is not null)
     update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null`,
  );
};
