import type { Instant } from '#kernel/interval.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { allRooms, endForgotten, extendHalfDays } from '#modules/day-treatment/index.ts';
import { readRegion } from '#modules/region/index.ts';
import type { Database, Tx } from '#platform/db/database.ts';

/** Does this for every house with a room, in the name of each: a house keeps its own calendar. Answers the sum. */
const inEveryHouse = async (
  database: Database,
  now: Instant,
  work: (tx: Tx, doing: Doing) => Promise<number>,
): Promise<number> => {
  const rooms = await database.transaction({ actor: 'system', organisationId: null }, allRooms);
  let sum = 0;
  for (const organisationId of new Set(rooms.map((room) => room.organisationId)))
    sum += await database.transaction({ actor: 'system', organisationId }, async (tx) =>
      work(tx, { actor: { id: 'system', organisationId }, now, region: await readRegion(tx, now) }),
    );
  return sum;
};

/** Makes the half-days of every room on. Answers how many are new. */
export const extendAllHalfDays = (database: Database, now: Instant): Promise<number> =>
  inEveryHouse(database, now, extendHalfDays);

/** Ends the visits of which nobody said that somebody left. Answers how many. */
export const endAllForgotten = (database: Database, now: Instant): Promise<number> =>
  inEveryHouse(database, now, endForgotten);
