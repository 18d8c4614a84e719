import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { ListedStay, StayScope } from './types-list.ts';

const SHEET = `select id, request_id as "requestId", person_id as "personId", organisation_id as "organisationId",
  unit_id as "unitId", claim_id as "claimId", zone, arrived_day as "arrivedDay", ready_day as "readyDay", ended_at as "endedAt",
  destination, courses, extensions, barriers, meeting_kind as "meetingKind", meeting_at as "meetingAt", away from`;

/** The stays of this house, of this practice, or those that ended since a moment; all in one statement. */
export const listStays = (tx: Tx, scope: StayScope, since: Instant): Promise<ListedStay[]> =>
  rows<ListedStay>(tx, `${SHEET} stay_sheet($1, '{}', $2::timestamptz)`, [scope, stamp(since)]);

/** The stays on these claims, as far as the reader is a party to them; all in one statement. */
export const staysOnClaims = (tx: Tx, claimIds: readonly string[]): Promise<ListedStay[]> =>
  rows<ListedStay>(tx, `${SHEET} stay_sheet('claims', $1::uuid[], now())`, [claimIds]);
