import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import type { Meeting } from './types-parts.ts';

const MEETING = `m.id, m.kind, m.planned_at as "plannedAt", m.held_at as "heldAt", m.present,
  m.departure_day as "departureDay", m.care, m.treatment, m.agreed, m.cancelled, m.by_name as "byName", m.version`;

/** The talks about stays, per stay, in the order in which they are planned. */
export const meetingsOf = async (tx: Tx, stayIds: readonly string[]): Promise<Map<string, Meeting[]>> => {
  const found = await rows<Meeting & { readonly stayId: string }>(
    tx,
    `select m.stay_id as "stayId", ${MEETING} from stay_meeting m where m.stay_id = any($1::uuid[])
     order by m.planned_at, m.id`,
    [stayIds],
  );
  return Map.groupBy(found, (row) => row.stayId);
};

/** One talk about a stay; null when it is not there. */
export const meetingOf = (tx: Tx, stayId: string, id: string): Promise<Meeting | null> =>
  first<Meeting>(tx, `select ${MEETING} from stay_meeting m where m.stay_id = $1 and m.id = $2`, [
    stayId,
    id,
  ]);

/** Writes what may change of a talk. */
export const updateMeeting = async (tx: Tx, meeting: Meeting): Promise<void> => {
  await rows(
    tx,
    `update stay_meeting set planned_at = $2, held_at = $3, present = $4, departure_day = $5, care = $6, treatment = $7,
       agreed = $8, cancelled = $9, by_name = $10, version = version + 1 where id = $1`,
    [
      ...[meeting.id, stamp(meeting.plannedAt), stampOrNull(meeting.heldAt), meeting.present],
      ...[meeting.departureDay, meeting.care, meeting.treatment, meeting.agreed],
      ...[meeting.cancelled, meeting.byName],
    ],
  );
};

/** Talks that are still to come do not take place; what was held, stays. */
export const cancelMeetings = async (tx: Tx, stayId: string, reason: string): Promise<void> => {
  await rows(
    tx,
    `update stay_meeting set cancelled = $2, version = version + 1
     where stay_id = $1 and held_at is null and cancelled is null`,
    [stayId, reason],
  );
};
