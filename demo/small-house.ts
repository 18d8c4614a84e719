import type { Instant } from '#kernel/interval.ts';
import type { Doing } from '#modules/capacity/index.ts';
import { readRegion } from '#modules/region/index.ts';
import type { Professional, Region } from '#modules/region/types.ts';
import { type Database, openDatabase, type Tx } from '#platform/db/database.ts';
import { createTestDatabase } from '#platform/postgres/test-database.ts';
import { makeSmallRegion, type SmallRegion, type SmallWish } from './small.ts';

/** The small region on a database of one test's own, with ways to act in it. */
export interface SmallHouse {
  readonly url: string;
  readonly database: Database;
  readonly small: SmallRegion;
  readonly region: Region;
  /** Acts in somebody's name at a moment. */
  as<T>(
    who: Pick<Professional, 'id' | 'organisationId'>,
    work: (tx: Tx, doing: Doing) => Promise<T>,
    now?: Instant,
  ): Promise<T>;
  close(): Promise<void>;
}

/** Makes it; tests that share it take places of their own. */
export const openSmallHouse = async (wish: SmallWish, connections = 8): Promise<SmallHouse> => {
  const test = await createTestDatabase();
  const small = await makeSmallRegion(test.url, wish);
  const database = openDatabase(test.url, connections);
  const region = await database.transaction({ actor: 'tester', organisationId: null }, (tx) =>
    readRegion(tx, wish.now),
  );
  return {
    url: test.url,
    database,
    small,
    region,
    as: (who, work, now = wish.now) =>
      database.transaction({ actor: who.id, organisationId: who.organisationId }, (tx) =>
        work(tx, { actor: who, now, region }),
      ),
    async close() {
      await database.close();
      await test.drop();
    },
  };
};
