import type { Instant } from '#kernel/interval.ts';
import { allRooms, extendHalfDays } from '#modules/day-treatment/index.ts';
import { readRegion } from '#modules/region/index.ts';
import type { Database } from '#platform/db/database.ts';

/** Makes the half-days of every room on, in the name of each house: a house keeps its own calendar. Answers how many are new. */
export const extendAllHalfDays = async (database: Database, now: Instant): Promise<number> => {
  const rooms = await database.transaction({ actor: 'system', organisationId: null }, allRooms);
  let made = 0;
  for (const organisationId of new Set(rooms.map((room) => room.organisationId)))
    made += await database.transaction({ actor: 'system', organisationId }, async (tx) =>
      extendHalfDays(tx, {
        actor: { id: 'system', organisationId },
        now,
        region: await readRegion(tx, now),
      }),
    );
  return made;
};
