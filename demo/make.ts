import type { Instant } from '#kernel/interval.ts';
import { putFlex, putPlaces, putTeams } from '#modules/capacity/index.ts';
import { setPublishes, writeRegion } from '#modules/region/index.ts';
import { openDatabase } from '#platform/db/database.ts';
import { makeHistory } from './history.ts';
import { makeLoads } from './loads.ts';
import { PUBLISHING } from './organisations.ts';
import { makeOutlook } from './outlook.ts';
import { FLEX, PLACES } from './places.ts';
import { practiceRegion, REGION_NAME, regionContent } from './region.ts';
import { makeSocialMap } from './social-map.ts';
import { refuseIfMade, stampPractice } from './stamp.ts';
import { TEAMS } from './teams.ts';

/** So long the region lived before it is opened, in days. */
const DAYS = 42;

/** How the practice region is made: same seed and same moment, same region. */
export interface Making {
  readonly seed: number;
  readonly now: Instant;
  /** The key of the installation, for what is locked away in the database. */
  readonly key: Buffer;
  /** Days of history; six weeks when left out. */
  readonly days?: number;
}

/** Makes the practice region in an empty, migrated database (of its owner): wholly, or not at all; only what it expected comes after. */
export const makePracticeRegion = async (databaseUrl: string, making: Making): Promise<void> => {
  const { seed, now, days = DAYS, key } = making;
  const database = openDatabase(databaseUrl, 1, key);
  try {
    await database.transaction({ actor: 'practice', organisationId: null }, async (tx) => {
      await refuseIfMade(tx);
      await stampPractice(tx, REGION_NAME, seed);
      await writeRegion(tx, regionContent(now), { actor: 'practice', now });
      for (const organisation of PUBLISHING) await setPublishes(tx, organisation, true);
      await putPlaces(tx, PLACES);
      await putFlex(tx, FLEX);
      await putTeams(tx, TEAMS);
      await makeSocialMap(tx, { seed, now });
      await makeLoads(tx, { seed, now });
      await makeHistory(tx, practiceRegion(now), { seed, now, days });
    });
    // Looks back over what was just made, as the house itself does: so not in the same transaction.
    await makeOutlook(database, { seed, now });
  } finally {
    await database.close();
  }
};
