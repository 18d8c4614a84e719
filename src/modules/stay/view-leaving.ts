import { type Day, localDay } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { leavingOf, returnStand } from './decide/return.ts';
import { barriersOf } from './store-barrier.ts';
import { hereOnClaims, returnLinesOf } from './store-return.ts';
import type { ReturnItem } from './types.ts';
import type { Barrier } from './types-parts.ts';

/** What stands between somebody and home, and what of the plan is missing; nothing of who it is. */
export interface Readiness {
  readonly stayId: string;
  /** From which day they could go; null: nobody said. */
  readonly readyDay: Day | null;
  readonly barriers: readonly (Pick<Barrier, 'code' | 'owner' | 'ownerName' | 'due'> & {
    readonly late: boolean;
  })[];
  readonly missing: readonly ReturnItem[];
  readonly late: readonly ReturnItem[];
}

/** How ready the people in these beds are to leave, by claim, as far as the reader is a party to their stay. */
export const readinessOf = async (
  tx: Tx,
  beds: readonly { readonly claimId: string; readonly until: Instant; readonly latest: Instant | null }[],
  now: Instant,
): Promise<Map<string, Readiness>> => {
  const here = await hereOnClaims(
    tx,
    beds.map(({ claimId }) => claimId),
  );
  const ids = here.map(({ id }) => id);
  const [barriers, lines] = await Promise.all([barriersOf(tx, ids), returnLinesOf(tx, ids)]);
  const ends = new Map(beds.map(({ claimId, until, latest }) => [claimId, { until, latestEnd: latest }]));
  return new Map(
    here.map((stay) => {
      const today = localDay(now, stay.zone);
      const leaving = leavingOf(stay, ends.get(stay.claimId) ?? null);
      const { missing, late } = returnStand(lines.get(stay.id) ?? [], stay, leaving, today);
      const open = (barriers.get(stay.id) ?? []).filter(({ solvedAt }) => solvedAt === null);
      const standing = open.map(({ code, owner, ownerName, due }) => ({
        ...{ code, owner, ownerName, due },
        late: due < today,
      }));
      const { id: stayId, readyDay } = stay;
      return [stay.claimId, { stayId, readyDay, barriers: standing, missing, late }];
    }),
  );
};
