import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

/** Where somebody comes from and wishes to be near, as far as the four digits of a postcode. */
export interface Homes {
  readonly requestId: string;
  readonly homePc4: string | null;
  readonly partnerPc4: string | null;
  readonly areaPc4: string | null;
}

/** The postcodes of these requests, and nothing else of whom they are for. */
export const homesOf = (tx: Tx, requestIds: readonly string[]): Promise<Homes[]> =>
  rows<Homes>(
    tx,
    `select request_id as "requestId", home_pc4 as "homePc4", partner_pc4 as "partnerPc4", area_pc4 as "areaPc4"
     from placement_person where request_id = any($1::uuid[])`,
    [requestIds],
  );

/** When papers came in for these requests, and when the person arrived; without names of files. */
export const papersOf = (
  tx: Tx,
  requestIds: readonly string[],
): Promise<{ requestId: string; at: Instant }[]> =>
  rows(
    tx,
    'select request_id as "requestId", at from placement_document where request_id = any($1::uuid[]) and removed_at is null',
    [requestIds],
  );

/** When a place was given last after a moment; null when none was. */
export const lastYesSince = async (tx: Tx, since: Instant): Promise<Instant | null> => {
  const row = await first<{ at: Instant | null }>(
    tx,
    'select max(accepted_at) as at from placement_request where accepted_at > $1',
    [stamp(since)],
  );
  return row?.at ?? null;
};

/** Everything that is open now, for who is a party to it, oldest first. */
export const openIds = async (tx: Tx): Promise<string[]> => {
  const found = await rows<{ id: string }>(
    tx,
    "select id from placement_request where state in ('searching', 'offered', 'accepted') order by sent_at, id",
  );
  return found.map((row) => row.id);
};
