import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Claim, Closure, Staffing } from '#modules/capacity/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

/** A claim with everything that became of it. */
export interface PastClaim extends Omit<Claim, 'subject'> {
  readonly unitId: string;
}

/** A place, also when it is no longer there. */
export interface PastPlace {
  readonly id: string;
  readonly unitId: string;
  readonly code: string;
  readonly products: readonly Product[];
  readonly labels: readonly string[];
  readonly endedAt: Instant | null;
}

/** What the diary told of a claim: until when somebody was expected then, and the claim it went on as after a move. */
export interface ToldClaim {
  readonly at: Instant;
  readonly event: string;
  readonly claimId: string;
  readonly unitId: string;
  readonly until: Instant;
  readonly toClaim: string | null;
}

/** A unit stood by its figures. */
export interface Stood {
  readonly at: Instant;
  readonly event: 'confirmed' | 'counted' | 'imported' | 'reports';
  readonly unitId: string;
  readonly body: unknown;
}

/** What was, of all units since a moment; places are all there ever were. */
export interface PastRows {
  readonly claims: readonly PastClaim[];
  readonly places: readonly PastPlace[];
  readonly closures: readonly Closure[];
  readonly staffing: readonly Staffing[];
  readonly told: readonly ToldClaim[];
  readonly stood: readonly Stood[];
}

const claimsSince = (tx: Tx, since: Instant): Promise<PastClaim[]> =>
  rows<PastClaim>(
    tx,
    `select id, unit_id as "unitId", place_id as "placeId", kind, product, during, latest_end as "latestEnd",
       expires_at as "expiresAt", arrived_at as "arrivedAt", away_at as "awayAt", left_at as "leftAt",
       released_at as "releasedAt", displaced_at as "displacedAt", made_at as "madeAt", source, version
     from capacity_past_view
     where coalesce(left_at, released_at, displaced_at, 'infinity') > $1 order by coalesce(arrived_at, made_at), id`,
    [stamp(since)],
  );

const placesEver = (tx: Tx): Promise<PastPlace[]> =>
  rows<PastPlace>(
    tx,
    `select id, unit_id as "unitId", code, products, labels, ended_at as "endedAt" from capacity_place_past_view order by id`,
  );

const closuresSince = (tx: Tx, since: Instant): Promise<Closure[]> =>
  rows<Closure>(
    tx,
    `select id, unit_id as "unitId", place_id as "placeId", places, reason, during from capacity_closure_view
     where upper(during) > $1 order by id`,
    [stamp(since)],
  );

const staffingFrom = (tx: Tx, day: Day): Promise<Staffing[]> =>
  rows<Staffing>(
    tx,
    `select unit_id as "unitId", day, half_day as "halfDay", staffed from capacity_staffing_view
     where day >= $1::date order by unit_id, day, half_day`,
    [day],
  );

const toldSince = (tx: Tx, since: Instant): Promise<ToldClaim[]> =>
  rows<ToldClaim>(
    tx,
    `select at, event, claim_id as "claimId", unit_id as "unitId", until_ms as until, to_claim as "toClaim"
     from capacity_told_view where at > $1 order by at`,
    [stamp(since)],
  );

const stoodSince = (tx: Tx, since: Instant): Promise<Stood[]> =>
  rows<Stood>(
    tx,
    `select at, event, unit_id as "unitId", body from capacity_stood_view where at > $1 order by at`,
    [stamp(since)],
  );

/** Reads what was since a moment, through the views; `fromDay` is the first day of rosters that is wanted. */
export const readPast = async (tx: Tx, since: Instant, fromDay: Day): Promise<PastRows> => ({
  claims: await claimsSince(tx, since),
  places: await placesEver(tx),
  closures: await closuresSince(tx, since),
  staffing: await staffingFrom(tx, fromDay),
  told: await toldSince(tx, since),
  stood: await stoodSince(tx, since),
});
