import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Case, CasePart, Ending, Helping } from './types-case.ts';

const CASE = `c.id, c.code, c.person_id as "personId", c.coordinator_org as "coordinatorOrg", c.opened_at as "openedAt",
  c.opened_by as "openedBy", c.ended_at as "endedAt"`;

/** The next short code by which people name a case on the phone. */
export const nextCaseCode = async (tx: Tx): Promise<string> => {
  const row = await first<{ code: number }>(tx, "select nextval('cases_code')::integer as code");
  return `S-${row?.code ?? 0}`;
};

/** A case the reader helps in, on a yes that stands; null when there is none. */
export const caseById = (tx: Tx, id: string): Promise<Case | null> =>
  first<Case>(tx, `select ${CASE} from cases_case c where c.id = $1`, [id]);

/** The same, and nobody else changes anything in it until this transaction is over: a helper may not touch its row. */
export const lockCase = async (tx: Tx, id: string): Promise<Case | null> => {
  await rows(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`cases ${id}`]);
  return caseById(tx, id);
};

/** The cases the acting organisation helps in, the open ones first. */
export const casesOf = (tx: Tx): Promise<Case[]> =>
  rows<Case>(
    tx,
    `select ${CASE} from cases_case c order by c.ended_at desc nulls first, c.opened_at desc limit 200`,
  );

/** Adds a case. */
export const insertCase = async (tx: Tx, { endedAt: _, ...of }: Case): Promise<void> => {
  await rows(
    tx,
    `insert into cases_case (id, code, person_id, coordinator_org, opened_at, opened_by) values ($1, $2, $3, $4, $5, $6)`,
    [of.id, of.code, of.personId, of.coordinatorOrg, stamp(of.openedAt), of.openedBy],
  );
};

/** The question, in the words of the person. */
export const insertQuestion = async (tx: Tx, caseId: string, words: string): Promise<void> => {
  await rows(tx, 'insert into cases_question (case_id, words) values ($1, $2)', [caseId, words]);
};

/** The question; null where it was not opened. */
export const questionOf = async (tx: Tx, caseId: string): Promise<string | null> =>
  (await first<{ words: string }>(tx, 'select words from cases_question where case_id = $1', [caseId]))
    ?.words ?? null;

/** Who the person is, for who helps. */
export const personOf = (
  tx: Tx,
  caseId: string,
): Promise<{ name: string; phone: string | null; born: string; pc4: string | null } | null> =>
  first(tx, 'select name, phone, born, pc4 from cases_who($1)', [caseId]);

/** Who helps, or helped. */
export const helpersOf = (tx: Tx, caseId: string): Promise<Helping[]> =>
  rows<Helping>(
    tx,
    `select organisation_id as "organisationId", consent_id as "consentId", parts, joined_at as "joinedAt", left_at as "leftAt",
       cases_stands(case_id, organisation_id) as "isIn" from cases_helper where case_id = $1 order by joined_at, organisation_id`,
    [caseId],
  );

/** Takes somebody in, or in again on another yes. */
export const putTakenIn = async (
  tx: Tx,
  caseId: string,
  helper: Omit<Helping, 'isIn' | 'leftAt'>,
): Promise<void> => {
  const values = [...[caseId, helper.organisationId, helper.consentId, helper.parts], stamp(helper.joinedAt)];
  const changed = await rows(
    tx,
    `update cases_helper set consent_id = $3, parts = $4, joined_at = $5, left_at = null
     where case_id = $1 and organisation_id = $2 returning 1`,
    values,
  );
  if (changed.length > 0) return;
  await rows(
    tx,
    `insert into cases_helper (case_id, organisation_id, consent_id, parts, joined_at) values ($1, $2, $3, $4, $5)`,
    values,
  );
};

/** What is opened for a helper from now on. */
export const writeParts = async (
  tx: Tx,
  caseId: string,
  organisationId: string,
  parts: readonly CasePart[],
): Promise<void> => {
  await rows(tx, 'update cases_helper set parts = $3 where case_id = $1 and organisation_id = $2', [
    ...[caseId, organisationId, parts],
  ]);
};

/** Somebody leaves. */
export const endHelp = async (tx: Tx, caseId: string, organisationId: string, at: Instant): Promise<void> => {
  await rows(tx, 'update cases_helper set left_at = $3 where case_id = $1 and organisation_id = $2', [
    ...[caseId, organisationId, stamp(at)],
  ]);
};

/** The case ends, with what was learned. */
export const endCaseRow = async (tx: Tx, caseId: string, ending: Ending): Promise<void> => {
  await rows(
    tx,
    'insert into cases_ending (case_id, outcome, learned, at, by_name) values ($1, $2, $3, $4, $5)',
    [...[caseId, ending.outcome, ending.learned, stamp(ending.at), ending.byName]],
  );
  await rows(tx, 'update cases_case set ended_at = $2 where id = $1', [caseId, stamp(ending.at)]);
};

/** How it ended; null while it goes on, or where the plan was not opened. */
export const endingOf = (tx: Tx, caseId: string): Promise<Ending | null> =>
  first<Ending>(tx, 'select outcome, learned, at, by_name as "byName" from cases_ending where case_id = $1', [
    caseId,
  ]);

/** On which yes the acting organisation looks, for the log. */
export const consentBehind = async (tx: Tx, caseId: string): Promise<string | null> =>
  (await first<{ id: string | null }>(tx, 'select cases_consent($1) as id', [caseId]))?.id ?? null;
