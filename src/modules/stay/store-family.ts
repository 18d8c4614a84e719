import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import type {
  FamilyBarrier,
  FamilyContact,
  FamilyMeeting,
  FamilyReturn,
  FamilyStay,
} from './types-family.ts';

/** The newest stay of whoever reads: the person, or whom their relative reads along with; null when there is none. */
export const familyStay = (tx: Tx): Promise<FamilyStay | null> =>
  first<FamilyStay>(
    tx,
    `select id, request_id as "requestId", organisation_id as "organisationId", unit_id as "unitId", gp_org as "gpOrg", zone,
       name, arrived_day as "arrivedDay", ended_at as "endedAt", destination, goal, expected_end as "expectedEnd",
       latest_end as "latestEnd", away, away_until as "awayUntil", responsible_org as "responsibleOrg", doctor
     from stay_family()`,
  );

/** What stands between them and home. */
export const familyBarriers = (tx: Tx, stayId: string): Promise<FamilyBarrier[]> =>
  rows(tx, 'select code, owner, due from stay_family_barriers($1)', [stayId]);

/** What is arranged for at home. */
export const familyReturns = (tx: Tx, stayId: string): Promise<FamilyReturn[]> =>
  rows(tx, 'select item, state, who, from_day as "fromDay" from stay_family_return($1)', [stayId]);

/** The talks, planned and held. */
export const familyMeetings = (tx: Tx, stayId: string): Promise<FamilyMeeting[]> =>
  rows(
    tx,
    `select kind, planned_at as "plannedAt", held_at as "heldAt", departure_day as "departureDay", care, agreed
     from stay_family_meetings($1)`,
    [stayId],
  );

/** The calls after the departure. */
export const familyContacts = (tx: Tx, stayId: string): Promise<FamilyContact[]> =>
  rows(tx, 'select days, due_day as "dueDay", done from stay_family_contacts($1)', [stayId]);

/** The request behind the stay of whoever reads, under which they hear that it changed; null when there is no stay. */
export const familyRequest = async (tx: Tx): Promise<string | null> =>
  (await familyStay(tx))?.requestId ?? null;
