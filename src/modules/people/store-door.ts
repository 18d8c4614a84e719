import type { Day } from '#kernel/calendar.ts';
import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp, stampOrNull } from '#platform/db/types.ts';
import type { Visitor } from './types-family.ts';
import type { OwnAnswerKind, OwnCode, OwnDoor } from './types-own.ts';

const REVOKED = '(relative_id is not null and not people_relative_stands(relative_id)) as revoked';
const DOOR = `id, person_id as "personId", relative_id as "relativeId", email, until, ended_at as "endedAt", tries, ${REVOKED}`;

/** Keeps a new link; older ones of the same organisation for this person end. */
export const insertDoor = async (
  tx: Tx,
  door: Pick<OwnDoor, 'id' | 'personId' | 'email' | 'until'> & { readonly tokenHash: string },
  by: { readonly actor: string; readonly organisationId: string; readonly now: Instant },
): Promise<void> => {
  await rows(
    tx,
    `update people_door set ended_at = $3
     where person_id = $1 and made_org = $2 and relative_id is null and ended_at is null`,
    [door.personId, by.organisationId, stamp(by.now)],
  );
  await rows(
    tx,
    `insert into people_door (id, person_id, token_hash, email, made_by, made_org, made_at, until)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[door.id, door.personId, door.tokenHash, door.email],
      ...[by.actor, by.organisationId, stamp(by.now), stamp(door.until)],
    ],
  );
};

/** The link whose digest the transaction acts by; held, so that two tries at once count as two. */
export const heldDoor = (tx: Tx, tokenHash: string): Promise<OwnDoor | null> =>
  first<OwnDoor>(tx, `select ${DOOR} from people_door where token_hash = $1 for update`, [tokenHash]);

/** Counts a wrong birth date. */
export const countWrongDoor = async (tx: Tx, id: string): Promise<void> => {
  await rows(tx, 'update people_door set tries = tries + 1 where id = $1', [id]);
};

/** Who the person is as far as their own door needs; in the name of the person. */
export const ownPerson = (tx: Tx, id: string): Promise<{ name: string; birthDate: Day } | null> =>
  first(tx, 'select name, birth_date as "birthDate" from people_person where id = $1', [id]);

/** So many codes were sent for a link since a moment. */
export const codesSince = async (tx: Tx, doorId: string, since: Instant): Promise<number> =>
  (
    await first<{ n: number }>(
      tx,
      'select count(*)::int as n from people_door_code where door_id = $1 and sent_at > $2',
      [doorId, stamp(since)],
    )
  )?.n ?? 0;

/** Keeps the digest of a code that goes out. */
export const insertCode = async (
  tx: Tx,
  code: { id: string; doorId: string; codeHash: string; sentAt: Instant; until: Instant },
): Promise<void> => {
  await rows(
    tx,
    'insert into people_door_code (id, door_id, code_hash, sent_at, until) values ($1, $2, $3, $4, $5)',
    [code.id, code.doorId, code.codeHash, stamp(code.sentAt), stamp(code.until)],
  );
};

/** The last code that was sent for a link, held. */
export const lastCode = (tx: Tx, doorId: string): Promise<OwnCode | null> =>
  first<OwnCode>(
    tx,
    `select id, code_hash as "codeHash", until, tries, used_at as "usedAt" from people_door_code
     where door_id = $1 order by sent_at desc, id desc limit 1 for update`,
    [doorId],
  );

/** Counts a wrong code, or marks the right one as used. */
export const settleCode = async (tx: Tx, id: string, usedAt: Instant | null): Promise<void> => {
  await rows(
    tx,
    'update people_door_code set used_at = $2, tries = tries + case when $2::timestamptz is null then 1 else 0 end where id = $1',
    [id, stampOrNull(usedAt)],
  );
};

/** Begins the person's own session; only its digest is kept. */
export const insertOwnSession = async (
  tx: Tx,
  session: Visitor & { readonly tokenHash: string; readonly doorId: string; readonly beganAt: Instant },
): Promise<void> => {
  await rows(
    tx,
    `insert into people_own_session (token_hash, person_id, relative_id, door_id, began_at, until)
     values ($1, $2, $3, $4, $5, $6)`,
    [
      ...[session.tokenHash, session.personId, session.relativeId, session.doorId],
      ...[stamp(session.beganAt), stamp(session.until)],
    ],
  );
};

/** Who is behind a session that still runs; null when it does not. `revoked`: the relative is no longer asked along. */
export const ownSession = (
  tx: Tx,
  tokenHash: string,
  now: Instant,
): Promise<(Visitor & { readonly revoked: boolean }) | null> =>
  first(
    tx,
    `select person_id as "personId", relative_id as "relativeId", until, ${REVOKED}
     from people_own_session where token_hash = $1 and ended_at is null and until > $2`,
    [tokenHash, stamp(now)],
  );

/** Ends the session the transaction acts by. */
export const endOwnSession = async (tx: Tx, tokenHash: string, now: Instant): Promise<void> => {
  await rows(tx, 'update people_own_session set ended_at = $2 where token_hash = $1 and ended_at is null', [
    tokenHash,
    stamp(now),
  ]);
};

/** What the person said, as it stands. */
export interface Said {
  readonly lookId: string | null;
  readonly kind: OwnAnswerKind;
  readonly said: string;
  readonly at: Instant;
  readonly organisationId: string;
  readonly dueAt: Instant | null;
}

/** What this person said so far, the last first. */
export const saidBy = (tx: Tx, personId: string): Promise<Said[]> =>
  rows<Said>(
    tx,
    `select look_id as "lookId", kind, said, at, organisation_id as "organisationId", due_at as "dueAt"
     from people_answer where person_id = $1 order by at desc`,
    [personId],
  );

/** Keeps what the person says; false when they answered this look already. */
export const insertSaid = async (
  tx: Tx,
  said: Said & { readonly id: string; readonly personId: string },
): Promise<boolean> =>
  (
    await rows(
      tx,
      `insert into people_answer (id, person_id, look_id, kind, said, at, organisation_id, due_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing returning id`,
      [
        ...[said.id, said.personId, said.lookId, said.kind, said.said, stamp(said.at)],
        ...[said.organisationId, stampOrNull(said.dueAt)],
      ],
    )
  ).length === 1;
