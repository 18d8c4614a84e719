import type { Instant } from '#kernel/interval.ts';
import type { Held } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { first } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

const HELD = `select count(*)::integer as count, min(o.answer_by) as soonest
  from placement_request r join placement_offer o on o.request_id = r.id
  where r.referrer_org = $1 and r.state = 'offered' and o.state in ('open', 'alternative', 'willing')
    and o.claim_id is not null and o.answer_by > $2`;

/**
 * For how many open questions of this organisation a place is held now, and when the first of them runs out. Who comes near
 * to `most` is counted one after the other, so that a thousand requests at one moment do not all see room.
 */
export const heldByRequests = async (
  tx: Tx,
  organisationId: string,
  most: number,
  now: Instant,
): Promise<Held> => {
  const count = async (): Promise<Held> =>
    (await first<Held>(tx, HELD, [organisationId, stamp(now)])) ?? { count: 0, soonest: null };
  const held = await count();
  if (held.count < most / 2) return held;
  await first(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 11))', [organisationId]);
  return count();
};
