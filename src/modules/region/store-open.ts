import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

/** A region whose published counts we follow. */
export interface FollowedRegion {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly addedAt: Instant;
}

/** The regions we follow, in the order of their names. */
export const followedRegions = (tx: Tx): Promise<FollowedRegion[]> =>
  rows(
    tx,
    'select id, name, url, added_at as "addedAt" from region_followed where ended_at is null order by name',
  );

/** Adds a region to follow; false when that address is followed already. */
export const insertFollowed = async (tx: Tx, region: FollowedRegion, actor: string): Promise<boolean> =>
  (await first(
    tx,
    `insert into region_followed (id, name, url, added_by, added_at) values ($1, $2, $3, $4, $5)
     on conflict do nothing returning id`,
    [region.id, region.name, region.url, actor, stamp(region.addedAt)],
  )) !== null;

/** We stop following a region; false when we did not. */
export const endFollowed = async (tx: Tx, id: string, at: Instant): Promise<boolean> =>
  (await first(
    tx,
    'update region_followed set ended_at = $2 where id = $1 and ended_at is null returning id',
    [id, stamp(at)],
  )) !== null;

/** The counts of an organisation are public, or not any more. */
export const setPublishes = async (tx: Tx, organisationId: string, publishes: boolean): Promise<boolean> =>
  (await first(tx, 'update region_organisation set publishes = $2 where id = $1 returning id', [
    organisationId,
    publishes,
  ])) !== null;
