import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

/** Which places somebody holds, by the claims on them, and when the first runs out. */
export interface OwnHolds {
  readonly claims: readonly string[];
  readonly soonest: Instant | null;
}

/** What these accounts hold by themselves, with no request behind it; who holds nothing is left out. */
export const ownHolds = async (
  tx: Tx,
  actors: readonly string[],
  now: Instant,
): Promise<Map<string, OwnHolds>> => {
  const found = await rows<OwnHolds & { actor: string }>(
    tx,
    'select account as actor, claims, soonest from capacity_held_by($1::uuid[], $2)',
    [actors, stamp(now)],
  );
  return new Map(found.map(({ actor, claims, soonest }) => [actor, { claims, soonest }]));
};
