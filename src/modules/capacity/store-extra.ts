import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

/** Extra places of a unit, also those that ended, in the order of their numbers. */
export const extrasOf = (
  tx: Tx,
  unitId: string,
): Promise<{ readonly id: string; readonly code: string; readonly endedAt: Instant | null }[]> =>
  rows(
    tx,
    `select id, code, ended_at as "endedAt" from capacity_place where unit_id = $1 and code ~ '^E[0-9]+$'
     order by substr(code, 2)::integer`,
    [unitId],
  );

/** Ends extra places on which nobody is and nobody is expected; `null` looks at all of the region. Answers which. */
export const endIdle = (
  tx: Tx,
  placeIds: readonly string[] | null,
  at: Instant,
): Promise<{ readonly id: string; readonly unitId: string }[]> =>
  rows(
    tx,
    `update capacity_place p set ended_at = $1, version = version + 1
     where p.ended_at is null and 'extra' = any (p.labels) and ($2::uuid[] is null or p.id = any ($2::uuid[]))
       and not exists (select 1 from capacity_claim c where c.place_id = p.id and c.kind <> 'cleaning'
         and c.left_at is null and c.released_at is null and c.displaced_at is null)
     returning p.id, p.unit_id as "unitId"`,
    [stamp(at), placeIds],
  );
