import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import type { Handover, HandoverDirection, SentSections } from './types-handover.ts';

const HANDOVER = `h.id, h.request_id as "requestId", h.person_id as "personId", h.stay_id as "stayId", h.direction,
  h.from_org as "fromOrg", h.to_org as "toOrg", h.to_name as "toName", h.to_phone as "toPhone", h.to_doctor as "toDoctor",
  h.state, h.sections, h.saved_at as "savedAt", h.saved_by as "savedBy", h.sent_at as "sentAt", h.received_at as "receivedAt",
  h.received_by as "receivedBy", h.by_phone as "byPhone", h.revoked_at as "revokedAt", h.revoked_because as "revokedBecause",
  h.version`;

/** A handover that the reader sends or receives; null when there is none. */
export const handoverById = (tx: Tx, id: string): Promise<Handover | null> =>
  first<Handover>(tx, `select ${HANDOVER} from stay_handover h where h.id = $1`, [id]);

/** The same under lock, for who may change it now. */
export const lockHandover = (tx: Tx, id: string): Promise<Handover | null> =>
  first<Handover>(tx, `select ${HANDOVER} from stay_handover h where h.id = $1 for update`, [id]);

/** The newest handover of a request in this direction, as far as the reader may know it. */
export const newestHandover = (
  tx: Tx,
  of: { readonly requestId: string; readonly direction: HandoverDirection },
): Promise<Handover | null> =>
  first<Handover>(
    tx,
    `select ${HANDOVER} from stay_handover h where h.request_id = $1 and h.direction = $2
     order by h.revoked_at is not null, h.saved_at desc, h.id desc limit 1`,
    [of.requestId, of.direction],
  );

/** The handovers of a request in this direction that count, under lock. */
export const lockHandovers = (
  tx: Tx,
  of: { readonly requestId: string; readonly direction: HandoverDirection },
): Promise<Handover[]> =>
  rows<Handover>(
    tx,
    `select ${HANDOVER} from stay_handover h where h.request_id = $1 and h.direction = $2 and h.state <> 'revoked'
     order by h.id for update`,
    [of.requestId, of.direction],
  );

/** What waits for this organisation to confirm, the oldest first. */
export const handoversFor = (tx: Tx, organisationId: string): Promise<Handover[]> =>
  rows<Handover>(
    tx,
    `select ${HANDOVER} from stay_handover h where h.to_org = $1 and h.state = 'sent' order by h.sent_at, h.id limit 100`,
    [organisationId],
  );

/** Begins a draft; false when one runs already. */
export const insertHandover = async (tx: Tx, row: Handover): Promise<boolean> => {
  const made = await rows(
    tx,
    `insert into stay_handover (id, request_id, person_id, stay_id, direction, from_org, to_org, to_name, to_phone, state, sections,
       saved_at, saved_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'draft', $10, $11, $12)
     on conflict do nothing returning id`,
    [
      ...[row.id, row.requestId, row.personId, row.stayId, row.direction, row.fromOrg],
      ...[row.toOrg, row.toName, row.toPhone],
      ...[JSON.stringify(row.sections), stamp(row.savedAt), row.savedBy],
    ],
  );
  return made.length === 1;
};

/** Writes what may change of a handover. */
export const updateHandover = async (tx: Tx, row: Handover): Promise<void> => {
  await rows(
    tx,
    `update stay_handover set to_org = $2, to_name = $3, to_phone = $4, to_doctor = $5, state = $6, sections = $7, saved_at = $8,
       saved_by = $9, sent_at = $10, received_at = $11, received_by = $12, by_phone = $13, revoked_at = $14,
       revoked_because = $15, version = version + 1 where id = $1`,
    [
      ...[row.id, row.toOrg, row.toName, row.toPhone, row.toDoctor, row.state, JSON.stringify(row.sections)],
      ...[stamp(row.savedAt), row.savedBy, stampOrNull(row.sentAt), stampOrNull(row.receivedAt)],
      ...[row.receivedBy, row.byPhone, stampOrNull(row.revokedAt), row.revokedBecause],
    ],
  );
};

/** Keeps a handover as it was sent. */
export const insertSent = async (
  tx: Tx,
  sent: {
    readonly handoverId: string;
    readonly number: number;
    readonly sections: SentSections;
    readonly at: Instant;
    readonly actor: string;
  },
): Promise<void> => {
  await rows(
    tx,
    'insert into stay_handover_sent (handover_id, number, sections, at, actor) values ($1, $2, $3, $4, $5)',
    [sent.handoverId, sent.number, JSON.stringify(sent.sections), stamp(sent.at), sent.actor],
  );
};

/** How it was sent: the last time and the time before, the newest first. */
export const sentOf = (
  tx: Tx,
  handoverId: string,
): Promise<{ readonly number: number; readonly sections: SentSections }[]> =>
  rows(
    tx,
    'select number, sections from stay_handover_sent where handover_id = $1 order by number desc limit 2',
    [handoverId],
  );

/** A file that goes along, without its bytes. */
export interface HandoverFileRow {
  readonly id: string;
  readonly name: string;
  readonly mime: string;
  readonly size: number;
  readonly at: Instant;
}

/** The files that go along, oldest first. */
export const handoverFiles = (tx: Tx, handoverId: string): Promise<HandoverFileRow[]> =>
  rows<HandoverFileRow>(
    tx,
    `select id, name, mime, octet_length(bytes) as size, at from stay_handover_file
     where handover_id = $1 and removed_at is null order by at, id`,
    [handoverId],
  );

/** Adds a file. */
export const insertHandoverFile = async (
  tx: Tx,
  file: {
    readonly id: string;
    readonly handoverId: string;
    readonly name: string;
    readonly mime: string;
    readonly bytes: Buffer;
    readonly at: Instant;
    readonly actor: string;
  },
): Promise<void> => {
  await rows(
    tx,
    'insert into stay_handover_file (id, handover_id, name, mime, bytes, at, actor) values ($1, $2, $3, $4, $5, $6, $7)',
    [file.id, file.handoverId, file.name, file.mime, file.bytes, stamp(file.at), file.actor],
  );
};

/** The bytes of a file of a handover that the reader sends or receives. */
export const handoverFileBytes = (
  tx: Tx,
  of: { readonly handoverId: string; readonly id: string },
): Promise<{ readonly name: string; readonly mime: string; readonly bytes: Buffer } | null> =>
  first(
    tx,
    'select name, mime, bytes from stay_handover_file where handover_id = $1 and id = $2 and removed_at is null',
    [of.handoverId, of.id],
  );

/** Takes a file back; false when it is not there. */
export const removeHandoverFile = async (
  tx: Tx,
  of: { readonly handoverId: string; readonly id: string },
  at: Instant,
): Promise<boolean> => {
  const gone = await rows(
    tx,
    'update stay_handover_file set removed_at = $3 where handover_id = $1 and id = $2 and removed_at is null returning id',
    [of.handoverId, of.id, stamp(at)],
  );
  return gone.length === 1;
};

/** How far the handover is, per stay, for every party to it: whether the next one has confirmed, and nothing of what is in it. */
export const handedOf = async (tx: Tx, stayIds: readonly string[]): Promise<Map<string, Handed>> => {
  const found = await rows<Handed & { readonly stayId: string }>(
    tx,
    `select stay_id as "stayId", state, to_org as "toOrg", to_name as "toName", sent_at as "sentAt", received_at as "receivedAt"
     from stay_handed($1::uuid[])`,
    [stayIds],
  );
  return new Map(found.map((row) => [row.stayId, row]));
};

/** How far a handover is. */
export type Handed = Pick<Handover, 'state' | 'toOrg' | 'toName' | 'sentAt' | 'receivedAt'>;
