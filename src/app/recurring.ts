import type { Instant } from '#kernel/interval.ts';
import { goOver } from '#modules/cases/index.ts';
import { readRegion } from '#modules/region/index.ts';
import type { Database } from '#platform/db/database.ts';

/**
 * Goes over the contacts of every organisation, each in its own name: nobody can ask which organisations have any, and no
 * transaction sees those of two. Answers how many questions came into a list.
 */
export const goOverAll = async (database: Database, now: Instant): Promise<number> => {
  const region = await database.transaction({ actor: 'system', organisationId: null }, (tx) =>
    readRegion(tx, now),
  );
  let fresh = 0;
  for (const { id: organisationId } of region.organisations)
    fresh += await database.transaction({ actor: 'system', organisationId }, (tx) =>
      goOver(tx, { actor: { id: 'system', organisationId }, now }),
    );
  return fresh;
};
