import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import type { PlannedContact } from './decide/contact.ts';
import { type Contact, type DropReason, RETURN_ITEMS, type ReturnLine, type Stay } from './types.ts';

/** Everything home needs stands open from day one. */
export const insertReturn = async (
  tx: Tx,
  stayId: string,
  { at, actor }: { readonly at: Instant; readonly actor: string },
): Promise<void> => {
  // No conflict target: naming one would ask for sight of the rows, and a house keeps also who is shut for it.
  await rows(
    tx,
    `insert into stay_return (stay_id, item, state, at, actor)
     select $1::uuid, i.item, 'open', $3, $4 from unnest($2::text[]) as i (item) on conflict do nothing`,
    [stayId, RETURN_ITEMS, stamp(at), actor],
  );
};

/** The plans for home of these stays. */
export const returnLinesOf = async (
  tx: Tx,
  stayIds: readonly string[],
): Promise<Map<string, ReturnLine[]>> => {
  const found = await rows<ReturnLine & { readonly stayId: string }>(
    tx,
    `select stay_id as "stayId", item, state, who, from_day as "fromDay", note, at, version
     from stay_return where stay_id = any($1::uuid[])`,
    [stayIds],
  );
  return Map.groupBy(found, (row) => row.stayId);
};

/** Changes a line that still has this version; false when it does not. */
export const updateReturnLine = async (
  tx: Tx,
  stayId: string,
  line: ReturnLine,
  actor: string,
): Promise<boolean> => {
  const { item, state, who, fromDay, note, at, version } = line;
  const written = await rows(
    tx,
    `update stay_return set state = $3, who = $4, from_day = $5, note = $6, at = $7, actor = $8, version = version + 1
     where stay_id = $1 and item = $2 and version = $9 returning item`,
    [stayId, item, state, who, fromDay, note, stamp(at), actor, version],
  );
  return written.length === 1;
};

/** Plans the contacts after a departure. */
export const insertContacts = async (
  tx: Tx,
  stayId: string,
  contacts: readonly PlannedContact[],
): Promise<void> => {
  await rows(
    tx,
    `insert into stay_contact (stay_id, days, due_day, dropped)
     select $1::uuid, c.days, c.due_day, c.dropped from unnest($2::integer[], $3::date[], $4::text[])
       as c (days, due_day, dropped) on conflict do nothing`,
    [
      stayId,
      contacts.map(({ days }) => days),
      contacts.map(({ dueDay }) => dueDay),
      contacts.map(({ dropped }) => dropped),
    ],
  );
};

const CONTACT = `c.days, c.due_day as "dueDay", c.done_at as "doneAt", c.by_name as "byName", c.reached, c.own_home as "ownHome",
  c.readmitted, c.score, c.words, c.dropped, c.version`;

/** The contacts after a departure, the first one first. */
export const contactsOf = (tx: Tx, stayId: string): Promise<Contact[]> =>
  rows<Contact>(tx, `select ${CONTACT} from stay_contact c where c.stay_id = $1 order by c.days`, [stayId]);

/** Writes what came out of a contact; the stay is locked. */
export const updateContact = async (tx: Tx, stayId: string, contact: Contact): Promise<void> => {
  await rows(
    tx,
    `update stay_contact set done_at = $3, by_name = $4, reached = $5, own_home = $6, readmitted = $7, score = $8, words = $9,
       dropped = $10, version = version + 1 where stay_id = $1 and days = $2`,
    [
      ...[
        stayId,
        contact.days,
        stampOrNull(contact.doneAt),
        contact.byName,
        contact.reached,
        contact.ownHome,
      ],
      ...[contact.readmitted, contact.score, contact.words, contact.dropped],
    ],
  );
};

/** Nobody calls any more; what was made stays. Answers how many were still to be made. */
export const dropContacts = async (tx: Tx, stayId: string, reason: DropReason): Promise<number> => {
  const dropped = await rows(
    tx,
    `update stay_contact set dropped = $2, version = version + 1
     where stay_id = $1 and done_at is null and dropped is null returning days`,
    [stayId, reason],
  );
  return dropped.length;
};

/** A contact of one of the house's own people, whose day came. */
export interface OpenContact extends Contact {
  readonly stayId: string;
  readonly personId: string;
  readonly unitId: string;
  readonly zone: string;
  readonly endedAt: Instant;
}

/** Contacts of a house whose day came and that are not closed: not made, or tried without reaching anybody. */
export const openContacts = (tx: Tx, organisationId: string, until: Day): Promise<OpenContact[]> =>
  rows<OpenContact>(
    tx,
    `select ${CONTACT}, s.id as "stayId", s.person_id as "personId", s.unit_id as "unitId", s.zone, s.ended_at as "endedAt"
     from stay_contact c join stay_stay s on s.id = c.stay_id
     where s.organisation_id = $1 and c.dropped is null and (c.done_at is null or not c.reached) and c.due_day <= $2
     order by c.due_day, s.id, c.days limit 200`,
    [organisationId, until],
  );

/** The first stay of the same person after this one, as far as the reader is a party to it. */
export const stayAfter = (
  tx: Tx,
  { id, personId, endedAt }: Pick<Stay, 'id' | 'personId' | 'endedAt'>,
): Promise<Pick<Stay, 'unitId' | 'arrivedDay' | 'endedAt'> | null> =>
  first(
    tx,
    `select unit_id as "unitId", arrived_day as "arrivedDay", ended_at as "endedAt" from stay_stay
     where person_id = $1 and id <> $2 and arrived_at > $3 order by arrived_at, id limit 1`,
    [personId, id, stampOrNull(endedAt)],
  );

/** The stay that came out of a request; null when there is none for this reader. */
export const stayIdOfRequest = async (tx: Tx, requestId: string): Promise<string | null> =>
  (await first<{ id: string }>(tx, 'select id from stay_stay where request_id = $1', [requestId]))?.id ??
  null;

/** The stays that go on in these beds. */
export const hereOnClaims = (
  tx: Tx,
  claimIds: readonly string[],
): Promise<Pick<Stay, 'id' | 'claimId' | 'zone' | 'endedAt' | 'destination' | 'readyDay'>[]> =>
  rows(
    tx,
    `select id, claim_id as "claimId", zone, ended_at as "endedAt", destination, ready_day as "readyDay" from stay_stay
     where claim_id = any($1::uuid[]) and ended_at is null`,
    [claimIds],
  );
