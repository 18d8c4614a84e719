import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';

/** An offer that is settled without an answer, of whatever house. */
export const takeBack = async (tx: Tx, offerId: string, at: Instant): Promise<void> => {
  await rows(tx, 'select placement_withdraw($1, $2)', [offerId, stamp(at)]);
};

/** Where somebody went, for who knows the person. */
export const tellElsewhere = async (tx: Tx, requestId: string, place: string): Promise<void> => {
  await rows(tx, 'update placement_person set elsewhere_place = $2 where request_id = $1', [
    requestId,
    place,
  ]);
};
