import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { newIds } from '#platform/db/ids.ts';
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

// Whose they are and on which ground is found by the database, in the same time whether the object is there or not.
const INTO = `
  insert into platform_access (id, event, object_type, object_id, person_id, categories, ground, consent_id, reason,
    at, actor, account_id, session_id, role, organisation_id, on_behalf_of, network, component, policy, policy_version, outcome)`;
const WHO = '$10::timestamptz, $11, $12::uuid, $13, $14, $15::uuid, $16, $17, $18, $19, $20, $21';

// One look is the usual case, and costs a third of what the same does as a list of one.
const WRITE_ONE = `${INTO}
  select $1::uuid, $2, $3, $4::uuid, b.person, string_to_array($5, ','), coalesce($7, b.ground, 'none'),
         coalesce($9::uuid, b.consent), $8, ${WHO}
  from platform_access_basis($3, $4, $6) b`;
const WRITE_ALL = `${INTO}
  select l.*, ${WHO} from platform_access_looks($1, $2, $3, $4, $5, $6, $7, $8, $9) l`;

type Said = readonly [
  id: string,
  event: string,
  kind: string,
  object: string | null,
  categories: string,
  personId: string | null,
  ground: string | null,
  reason: string | null,
  consentId: string | null,
];
const saidOf = (look: Look, id: string): Said => [
  ...([id, look.event, look.objectType, look.objectId, look.categories.join(',')] as const),
  ...([look.personId ?? null, look.ground ?? null, look.reason ?? null, look.consentId ?? null] as const),
];

/** Writes looks in the transaction of the look itself: no answer without its lines. */
export const writeLooks = async (
  tx: Tx,
  who: Onlooker,
  looks: readonly Look[],
  { at, outcome }: Ended,
): Promise<void> => {
  const from = [
    ...[stamp(at), who.actor, who.accountId, who.sessionId, who.role, who.organisationId ?? NO_ORGANISATION],
    ...[who.onBehalfOf, who.network, who.component, who.policy, who.policyVersion, outcome],
  ];
  const ids = newIds(looks.length);
  const said = looks.map((look, n) => saidOf(look, ids[n] ?? ''));
  const [first, ...more] = said;
  if (first === undefined) return;
  if (more.length === 0) await rows(tx, WRITE_ONE, [...first, ...from]);
  else await rows(tx, WRITE_ALL, [...first.map((_, column) => said.map((each) => each[column])), ...from]);
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

/**
 * What the acting organisation saw and did in a stretch of time, oldest first. Of what was refused it does not say whom it
 * was about: whoever hears "not there" must not learn from the log that somebody is.
 */
export const looksOfOrganisation = (tx: Tx, from: Instant, until: Instant): Promise<AccessLine[]> =>
  rows<AccessLine>(
    tx,
    `select ${COLUMNS.replace('person_id as', "case when outcome = 'done' then person_id end as")} from platform_access
     where organisation_id = platform_org() and at >= $1 and at < $2 order by at, line`,
    [stamp(from), stamp(until)],
  );

/** Lines of every organisation after one, oldest first: for who seals or takes the whole log out. */
export const linesFrom = (tx: Tx, after: number, limit: number): Promise<AccessLine[]> =>
  rows<AccessLine>(tx, `select ${COLUMNS} from platform_access where line > $1 order by line limit $2`, [
    after,
    limit,
  ]);
