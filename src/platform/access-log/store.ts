import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { newId } from '#platform/db/ids.ts';
import { rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { AccessLine, Look, Onlooker } from './types.ts';

/** The organisation of who belongs to none: before anybody was let in. */
export const NO_ORGANISATION = '00000000-0000-0000-0000-000000000000';

/** How it ended and when: the same for all looks of one answer. */
export interface Ended {
  readonly at: Instant;
  readonly outcome: AccessLine['outcome'];
}

// One statement for any number of looks. Whose they are and on which ground is found by the database, in the same
// time whether the object is there or not.
const WRITE = `
  insert into platform_access (id, at, event, actor, account_id, session_id, role, organisation_id, on_behalf_of, network,
    component, person_id, object_type, object_id, categories, ground, consent_id, policy, policy_version, outcome, reason)
  select l.id, $9, l.event, $10, $11, $12, $13, $14, $15, $16, $17, b.person, l.kind, l.object,
         string_to_array(l.categories, ','), coalesce(l.ground, b.ground, 'none'), coalesce(l.consent, b.consent), $18, $19, $20, l.reason
  from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[], $6::uuid[], $7::text[], $8::text[], $21::uuid[])
       as l (id, event, kind, object, categories, known, ground, reason, consent)
  cross join lateral platform_access_basis(l.kind, l.object, l.known) b`;

/** Writes looks in the transaction of the look itself: no answer without its lines. */
export const writeLooks = async (
  tx: Tx,
  who: Onlooker,
  looks: readonly Look[],
  { at, outcome }: Ended,
): Promise<void> => {
  if (looks.length === 0) return;
  await rows(tx, WRITE, [
    looks.map(() => newId()),
    looks.map(({ event }) => event),
    looks.map(({ objectType }) => objectType),
    looks.map(({ objectId }) => objectId),
    looks.map(({ categories }) => categories.join(',')),
    looks.map(({ personId }) => personId ?? null),
    looks.map(({ ground }) => ground ?? null),
    looks.map(({ reason }) => reason ?? null),
    stamp(at),
    ...[who.actor, who.accountId, who.sessionId, who.role, who.organisationId ?? NO_ORGANISATION],
    ...[who.onBehalfOf, who.network, who.component, who.policy, who.policyVersion, outcome],
    looks.map(({ consentId }) => consentId ?? null),
  ]);
};

const COLUMNS = `id, line, at, event, actor, account_id as "accountId", session_id as "sessionId", role,
  organisation_id as "organisationId", on_behalf_of as "onBehalfOf", network, component, person_id as "personId",
  object_type as "objectType", object_id as "objectId", categories, ground, consent_id as "consentId", policy,
  policy_version as "policyVersion", outcome, reason`;

/**
 * Everything that was seen or done of one person since a moment, newest first, over all organisations. Answers only in
 * the name of that person (`person:` and the id); in any other name it finds nothing.
 */
export const looksAtPerson = (tx: Tx, personId: string, from: Instant): Promise<AccessLine[]> =>
  rows<AccessLine>(tx, `select ${COLUMNS} from platform_access_own($1, $2)`, [personId, stamp(from)]);

/** What the acting organisation saw and did in a stretch of time, oldest first. */
export const looksOfOrganisation = (tx: Tx, from: Instant, until: Instant): Promise<AccessLine[]> =>
  rows<AccessLine>(
    tx,
    `select ${COLUMNS} from platform_access
     where organisation_id = platform_org() and at >= $1 and at < $2 order by at, line`,
    [stamp(from), stamp(until)],
  );

/** Lines of every organisation after one, oldest first: for who seals or takes the whole log out. */
export const linesFrom = (tx: Tx, after: number, limit: number): Promise<AccessLine[]> =>
  rows<AccessLine>(tx, `select ${COLUMNS} from platform_access where line > $1 order by line limit $2`, [
    after,
    limit,
  ]);
