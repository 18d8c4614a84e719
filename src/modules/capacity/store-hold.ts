import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Held } from './decide/hoard.ts';

/** What these accounts hold by themselves, with no request behind it; who holds nothing is left out. */
export const ownHolds = async (
  tx: Tx,
  actors: readonly string[],
  now: Instant,
): Promise<Map<string, Held>> => {
  const found = await rows<Held & { actor: string }>(
    tx,
    `select subject as actor, count(*)::integer as count, min(expires_at) as soonest from capacity_claim
     where kind = 'hold' and released_at is null and displaced_at is null and subject = any($1::uuid[]) and expires_at > $2
     group by subject`,
    [actors, stamp(now)],
  );
  return new Map(found.map(({ actor, count, soonest }) => [actor, { count, soonest }]));
};
