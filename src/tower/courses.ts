import type { Day } from '#kernel/calendar.ts';
import { FOREVER, type Instant } from '#kernel/interval.ts';
import type { Product } from '#kernel/product.ts';
import type { Urgency } from '#kernel/urgency.ts';
import type { UnmetCode } from '#modules/placement/types.ts';
import type { BarrierCode, Destination } from '#planning/simulate/types.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

/** How one request went, from the question to the bed and on: no person, no request, no house that asked. */
export interface CareCourse {
  readonly origin: 'home' | 'emergency' | 'hospital' | 'other';
  readonly urgency: Urgency;
  readonly product: Product;
  readonly sentAt: Instant;
  readonly triagedAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly arrivedAt: Instant | null;
  readonly closedAt: Instant | null;
  readonly closeReason: string | null;
  readonly unmetCode: UnmetCode | null;
  /** The ward that said yes, or where they are or were. */
  readonly unitId: string | null;
  readonly claimId: string | null;
  readonly zone: string | null;
  readonly leftAt: Instant | null;
  readonly destination: Destination | null;
  readonly readyDay: Day | null;
  readonly barriers: readonly {
    readonly code: BarrierCode;
    readonly since: Day;
    readonly solvedDay: Day | null;
  }[];
  /** Wards that have been asked and did not answer with a no. */
  readonly asked: readonly string[];
}

/** Until when somebody waited: the bed, or the end of the question. */
export const waitedUntil = ({ sentAt, arrivedAt, closedAt }: CareCourse): Instant =>
  Math.max(sentAt, arrivedAt ?? closedAt ?? FOREVER);

/** All requests of which something happened since a moment, or that still go on. Only the tower is answered. */
export const coursesSince = (tx: Tx, since: Instant): Promise<CareCourse[]> =>
  rows<CareCourse>(
    tx,
    `select origin, urgency, product, sent_at as "sentAt", triaged_at as "triagedAt", accepted_at as "acceptedAt",
       arrived_at as "arrivedAt", closed_at as "closedAt", close_reason as "closeReason", unmet_code as "unmetCode",
       unit_id as "unitId", claim_id as "claimId", zone, left_at as "leftAt", destination, ready_day as "readyDay", barriers, asked
     from placement_courses($1) order by sent_at`,
    [stamp(since)],
  );

/** A ward said no. */
export interface Refused {
  readonly unitId: string;
  readonly product: Product;
  readonly code: string;
  readonly answeredAt: Instant;
}

/** Every no since a moment. Only the tower is answered. */
export const refusalsSince = (tx: Tx, since: Instant): Promise<Refused[]> =>
  rows<Refused>(
    tx,
    `select unit_id as "unitId", product, code, answered_at as "answeredAt" from placement_refusals($1) order by answered_at`,
    [stamp(since)],
  );
