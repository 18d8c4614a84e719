import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Conversation, PartStanding, Said, Share, TalkPart } from './types-conversation.ts';

const CONVERSATION = `c.id, c.person_id as "personId", c.prompts, c.made_org as "madeOrg", c.began_at as "beganAt",
  c.finished_at as "finishedAt"`;

/** A conversation of which the reader may see something; null when there is none. */
export const conversationById = (tx: Tx, id: string): Promise<Conversation | null> =>
  first<Conversation>(tx, `select ${CONVERSATION} from social_conversation c where c.id = $1`, [id]);

/** The same, and nobody else changes anything in it until this transaction is over. */
export const lockConversation = async (tx: Tx, id: string): Promise<Conversation | null> => {
  await rows(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`conversation ${id}`]);
  return conversationById(tx, id);
};

/** One conversation with somebody begins at a time. */
export const lockBeginning = async (tx: Tx, personId: string): Promise<void> => {
  await rows(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 0))', [`conversation of ${personId}`]);
};

/** The conversations of which the reader may see something, those that go on first. */
export const conversationsSeen = (tx: Tx): Promise<Conversation[]> =>
  rows<Conversation>(
    tx,
    `select ${CONVERSATION} from social_conversation c order by c.finished_at desc nulls first, c.began_at desc, c.id limit 200`,
  );

/** The one that goes on with this holder (null: the person alone). */
export const runningWith = (
  tx: Tx,
  personId: string,
  organisationId: string | null,
): Promise<Conversation | null> =>
  first<Conversation>(
    tx,
    `select ${CONVERSATION} from social_conversation c
     where c.person_id = $1 and c.made_org is not distinct from $2::uuid and c.finished_at is null`,
    [personId, organisationId],
  );

/** The one before, as far as the reader may see it. */
export const conversationBefore = (
  tx: Tx,
  { personId, beganAt }: Conversation,
): Promise<Conversation | null> =>
  first<Conversation>(
    tx,
    `select ${CONVERSATION} from social_conversation c where c.person_id = $1 and c.finished_at <= $2
     order by c.finished_at desc, c.id limit 1`,
    [personId, stamp(beganAt)],
  );

/** The last conversation of somebody of which the reader may see something; null when there is none. */
export const lastOf = (tx: Tx, personId: string): Promise<Conversation | null> =>
  first<Conversation>(
    tx,
    `select ${CONVERSATION} from social_conversation c where c.person_id = $1
     order by c.finished_at desc nulls first, c.id limit 1`,
    [personId],
  );

/** Whom a case is about in which the conversation is opened for the reader; null when there is none. */
export const personInCase = async (tx: Tx, caseId: string): Promise<string | null> =>
  (await first<{ id: string | null }>(tx, 'select social_case_person($1) as id', [caseId]))?.id ?? null;

/** Adds one. */
export const insertConversation = async (tx: Tx, of: Conversation): Promise<void> => {
  await rows(
    tx,
    'insert into social_conversation (id, person_id, prompts, made_org, began_at) values ($1, $2, $3, $4, $5)',
    [of.id, of.personId, of.prompts, of.madeOrg, stamp(of.beganAt)],
  );
};

/** It is finished. */
export const finishRow = async (tx: Tx, id: string, at: Instant): Promise<void> => {
  await rows(tx, 'update social_conversation set finished_at = greatest($2, began_at) where id = $1', [
    ...[id, stamp(at)],
  ]);
};

/** What was written, as far as the reader may see it. */
export const partsOf = (tx: Tx, id: string): Promise<PartStanding[]> =>
  rows<PartStanding>(
    tx,
    `select part, mark, words, talk, version, changed_at as "changedAt", changed_org as "changedOrg"
     from social_conversation_part where conversation_id = $1`,
    [id],
  );

/** Keeps what was said of a part, in a conversation under lock. */
export const putPart = async (
  tx: Tx,
  id: string,
  { part, mark, words, talk, version, changedAt, changedOrg }: PartStanding & { readonly changedAt: Instant },
): Promise<void> => {
  const values = [...[id, part, mark, words, talk, version], stamp(changedAt), changedOrg];
  const changed = await rows(
    tx,
    `update social_conversation_part set mark = $3, words = $4, talk = $5, version = $6, changed_at = $7, changed_org = $8
     where conversation_id = $1 and part = $2 returning 1`,
    values,
  );
  if (changed.length > 0) return;
  await rows(
    tx,
    `insert into social_conversation_part (conversation_id, part, mark, words, talk, version, changed_at, changed_org)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    values,
  );
};

/** A part nobody wrote yet. */
export const unwritten = (part: TalkPart): PartStanding => {
  const nothing: Said = { mark: null, words: '', talk: false };
  return { ...nothing, part, version: 0, changedAt: null, changedOrg: null };
};

/** What stands shared: for the person and who holds it with whom, for another what is its own. */
export const sharesOf = (tx: Tx, id: string): Promise<Share[]> =>
  rows<Share>(
    tx,
    `select part, organisation_id as "organisationId" from social_conversation_share
     where conversation_id = $1 and ended_at is null
       and (not social_holds(conversation_id) or social_stands(conversation_id, part, organisation_id))
     order by organisation_id, part`,
    [id],
  );

/** Opens a part for an organisation, on this yes. */
export const openPart = async (
  tx: Tx,
  id: string,
  share: Share & { readonly consentId: string; readonly at: Instant },
): Promise<void> => {
  const values = [id, share.part, share.organisationId, share.consentId, stamp(share.at)];
  const changed = await rows(
    tx,
    `update social_conversation_share set consent_id = $4, shared_at = $5, ended_at = null
     where conversation_id = $1 and part = $2 and organisation_id = $3 returning 1`,
    values,
  );
  if (changed.length > 0) return;
  await rows(
    tx,
    `insert into social_conversation_share (conversation_id, part, organisation_id, consent_id, shared_at)
     values ($1, $2, $3, $4, $5)`,
    values,
  );
};

/** Shuts a part for an organisation. */
export const shutPart = async (tx: Tx, id: string, share: Share, at: Instant): Promise<void> => {
  await rows(
    tx,
    `update social_conversation_share set ended_at = $4 where conversation_id = $1 and part = $2 and organisation_id = $3`,
    [id, share.part, share.organisationId, stamp(at)],
  );
};

/** Whose it is: a name and nothing more. */
export const whoseConversation = async (tx: Tx, id: string): Promise<string | null> =>
  (await first<{ name: string | null }>(tx, 'select social_whose($1) as name', [id]))?.name ?? null;

/** On which yes the acting organisation looks; null while it rests on treating them. */
export const groundOf = async (tx: Tx, id: string): Promise<string | null> =>
  (await first<{ consent: string | null }>(tx, 'select social_ground($1) as consent', [id]))?.consent ?? null;

/** Does the acting organisation treat this person, or did the person say yes to it? */
export const mayHold = async (tx: Tx, personId: string): Promise<boolean> =>
  (await first<{ may: boolean }>(tx, 'select social_may_hold($1) as may', [personId]))?.may === true;

/** The yes of the person to the acting organisation, wherever it was said; null when there is none. */
export const agreedWith = async (tx: Tx, personId: string): Promise<string | null> =>
  (await first<{ consent: string | null }>(tx, 'select social_welfare_yes($1) as consent', [personId]))
    ?.consent ?? null;
