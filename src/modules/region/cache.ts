import { type Day, localDay } from '#kernel/calendar.ts';
import type { Clock } from '#platform/clock.ts';
import type { Tx } from '#platform/db/database.ts';
import { REGION_ZONE, readRegion } from './service.ts';
import type { Region } from './types.ts';

/** The region as this process knows it: read once, read again when it changed or when a new day began. */
export interface RegionCache {
  /** The region; throws when it has not been set up, because then there is nothing to serve. */
  get(tx: Tx): Promise<Region>;
  /** Something about the region was written: the next who asks reads it anew. */
  drop(): void;
}

/** Opens the cache of this process. Do not ask it in a transaction that itself writes about the region. */
export const regionCache = (clock: Clock): RegionCache => {
  let known: { readonly day: Day; readonly region: Region } | null = null;
  let turn = 0;
  return {
    async get(tx) {
      const now = clock.now();
      const day = localDay(now, REGION_ZONE);
      if (known?.day === day) return known.region;
      const asked = turn;
      const region = await readRegion(tx, now);
      // What was read before a drop may be older than what the drop was for.
      if (asked === turn) known = { day, region };
      return region;
    },
    drop() {
      turn++;
      known = null;
    },
  };
};
