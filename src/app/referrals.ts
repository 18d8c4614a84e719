import type { Instant } from '#kernel/interval.ts';
import { readRegion } from '#modules/region/index.ts';
import { chaseReferrals } from '#modules/social/index.ts';
import type { Database } from '#platform/db/database.ts';

/** Reminds of what nobody picked up, and tells who referred, for every organisation in its own name. Answers of how many. */
export const chaseAll = async (database: Database, now: Instant): Promise<number> => {
  const region = await database.transaction({ actor: 'system', organisationId: null }, (tx) =>
    readRegion(tx, now),
  );
  let said = 0;
  for (const { id: organisationId } of region.organisations)
    said += await database.transaction({ actor: 'system', organisationId }, (tx) =>
      chaseReferrals(tx, { actor: 'system', organisationId, now }),
    );
  return said;
};
