import type { Instant } from '#kernel/interval.ts';
import type { Held } from '#modules/capacity/index.ts';
import type { Tx } from '#platform/db/database.ts';
import { first } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

/** For how many open questions of this organisation a place is held now, and when the first of them runs out. */
export const heldByRequests = async (tx: Tx, organisationId: string, now: Instant): Promise<Held> => {
  const found = await first<Held>(
    tx,
    `select count(*)::integer as count, min(o.answer_by) as soonest
     from placement_request r join placement_offer o on o.request_id = r.id
     where r.referrer_org = $1 and r.state = 'offered' and o.state in ('open', 'alternative', 'willing')
       and o.claim_id is not null and o.answer_by > $2`,
    [organisationId, stamp(now)],
  );
  return found ?? { count: 0, soonest: null };
};
