import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import type { Absence } from './types-parts.ts';

/** When somebody was away, per stay, the newest last. */
export const absencesOf = async (tx: Tx, stayIds: readonly string[]): Promise<Map<string, Absence[]>> => {
  const found = await rows<Absence & { readonly stayId: string }>(
    tx,
    `select stay_id as "stayId", id, reason, left_at as "leftAt", expected_back as "expectedBack", back_at as "backAt"
     from stay_absence where stay_id = any($1::uuid[]) order by left_at, id`,
    [stayIds],
  );
  return Map.groupBy(found, (row) => row.stayId);
};

/** Somebody is away for a while. */
export const insertAbsence = async (
  tx: Tx,
  stayId: string,
  absence: Absence,
  actor: string,
): Promise<void> => {
  await rows(
    tx,
    'insert into stay_absence (id, stay_id, reason, left_at, expected_back, actor) values ($1, $2, $3, $4, $5, $6)',
    [absence.id, stayId, absence.reason, stamp(absence.leftAt), stampOrNull(absence.expectedBack), actor],
  );
};

/** Somebody is back, or left for good while away. */
export const endAbsence = async (tx: Tx, stayId: string, at: Instant): Promise<void> => {
  await rows(
    tx,
    'update stay_absence set back_at = greatest(left_at, $2::timestamptz) where stay_id = $1 and back_at is null',
    [stayId, stamp(at)],
  );
};
