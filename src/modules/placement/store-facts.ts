import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { DocumentKind, Rung } from './types.ts';

/** A word on a request. */
export interface MessageRow {
  readonly id: string;
  readonly requestId: string;
  /** The house whose thread it is; null: between referrer and desk. */
  readonly organisationId: string | null;
  readonly fromOrg: string;
  readonly text: string;
  readonly at: Instant;
}

/** A file that was sent along, without its bytes. */
export interface DocumentRow {
  readonly id: string;
  readonly requestId: string;
  readonly kind: DocumentKind;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly fromOrg: string;
  readonly at: Instant;
}

/** A rung that was climbed. */
export interface EscalationRow {
  readonly requestId: string;
  readonly rung: Rung;
  readonly at: Instant;
}

/** Adds a word. */
export const insertMessage = async (tx: Tx, row: MessageRow, actor: string): Promise<void> => {
  await rows(
    tx,
    `insert into placement_message (id, request_id, organisation_id, from_org, actor, text, at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [row.id, row.requestId, row.organisationId, row.fromOrg, actor, row.text, stamp(row.at)],
  );
};

/** The words on these requests that the reader may see, oldest first. */
export const messagesOf = (tx: Tx, requestIds: readonly string[]): Promise<MessageRow[]> =>
  rows<MessageRow>(
    tx,
    `select id, request_id as "requestId", organisation_id as "organisationId", from_org as "fromOrg", text, at
     from placement_message where request_id = any($1::uuid[]) order by at, id`,
    [requestIds],
  );

/** Adds a file. */
export const insertDocument = async (
  tx: Tx,
  row: DocumentRow,
  more: { readonly personId: string; readonly bytes: Buffer; readonly actor: string },
): Promise<void> => {
  await rows(
    tx,
    `insert into placement_document (id, request_id, person_id, kind, name, mime, bytes, from_org, actor, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      row.id,
      row.requestId,
      more.personId,
      row.kind,
      row.name,
      row.mime,
      more.bytes,
      row.fromOrg,
      more.actor,
      stamp(row.at),
    ],
  );
};

/** The files of these requests that stand, for who may know the person, oldest first. */
export const documentsOf = (tx: Tx, requestIds: readonly string[]): Promise<DocumentRow[]> =>
  rows<DocumentRow>(
    tx,
    `select id, request_id as "requestId", kind, name, mime, octet_length(bytes) as size, from_org as "fromOrg", at
     from placement_document where request_id = any($1::uuid[]) and removed_at is null order by at, id`,
    [requestIds],
  );

/** The bytes of one file; null when it was removed, is of another request, or is not for this organisation. */
export const documentBytes = (
  tx: Tx,
  of: { readonly requestId: string; readonly id: string },
): Promise<{ name: string; mime: string; bytes: Buffer } | null> =>
  first(
    tx,
    'select name, mime, bytes from placement_document where request_id = $1 and id = $2 and removed_at is null',
    [of.requestId, of.id],
  );

/** Takes a file back; false when it is not there, or was sent by somebody else. */
export const removeDocument = async (
  tx: Tx,
  of: { readonly requestId: string; readonly id: string; readonly fromOrg: string },
  at: Instant,
): Promise<boolean> => {
  const gone = await rows(
    tx,
    `update placement_document set removed_at = $4 where request_id = $1 and id = $2 and from_org = $3 and removed_at is null
     returning id`,
    [of.requestId, of.id, of.fromOrg, stamp(at)],
  );
  return gone.length === 1;
};

/** Writes a rung down; false when it was climbed already. */
export const insertEscalation = async (
  tx: Tx,
  row: EscalationRow & { readonly id: string },
  actor: string,
): Promise<boolean> => {
  const made = await rows(
    tx,
    `insert into placement_escalation (id, request_id, rung, at, actor) values ($1, $2, $3, $4, $5)
     on conflict (request_id, rung) do nothing returning id`,
    [row.id, row.requestId, row.rung, stamp(row.at), actor],
  );
  return made.length === 1;
};

/** The rungs that were climbed for these requests, for who asks. */
export const escalationsOf = (tx: Tx, requestIds: readonly string[]): Promise<EscalationRow[]> =>
  rows<EscalationRow>(
    tx,
    `select request_id as "requestId", rung, at from placement_escalation where request_id = any($1::uuid[]) order by at`,
    [requestIds],
  );

/** When the person arrived at the house that said yes, per request, for who knows the person. */
export const arrivalsOf = async (tx: Tx, requestIds: readonly string[]): Promise<Map<string, Instant>> => {
  const found = await rows<{ requestId: string; at: Instant }>(
    tx,
    `select r.request_id as "requestId", min(lower(r.during)) as at
     from placement_responsibility r
     join placement_offer o on o.request_id = r.request_id and o.state = 'accepted' and o.organisation_id = r.organisation_id
     where r.request_id = any($1::uuid[]) and lower(r.during) >= o.answered_at group by r.request_id`,
    [requestIds],
  );
  return new Map(found.map((row) => [row.requestId, row.at]));
};

/** The request that runs for a person: its id when it is ours to see, null when somebody else asked; nothing when none does. */
export const runningFor = (tx: Tx, personId: string): Promise<{ requestId: string | null } | null> =>
  first(tx, 'select request_id as "requestId" from placement_running($1)', [personId]);

/** Two requests for somebody of this birth date wait for each other, so that the second sees the first. */
export const oneAtATime = async (tx: Tx, birthDate: string): Promise<void> => {
  await rows(tx, 'select pg_advisory_xact_lock(hashtextextended($1, 16))', [birthDate]);
};

/** Requests that were sent after a moment, oldest first. */
export const requestIdsSince = async (tx: Tx, since: Instant): Promise<string[]> => {
  const found = await rows<{ id: string }>(
    tx,
    "select id from placement_request where sent_at > $1 and state <> 'draft' order by sent_at",
    [stamp(since)],
  );
  return found.map((row) => row.id);
};
