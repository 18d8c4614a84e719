import type { Instant } from '#kernel/interval.ts';
import type { Tx } from '#platform/db/database.ts';
import { first, rows } from '#platform/db/sql.ts';
import { stamp } from '#platform/db/types.ts';
import type { Relative } from './types-family.ts';

const RELATIVE = `id, person_id as "personId", name, relation, email, said_by as "saidBy", said_at as "saidAt",
  revoked_at as "revokedAt"`;

/** May the acting organisation ask somebody along: the house and the practice, not who only looked in an emergency? */
export const careFor = async (tx: Tx, personId: string): Promise<boolean> =>
  (
    await first<{ cares: boolean }>(
      tx,
      "select people_related($1, array['own', 'accepted', 'care-team']) as cares",
      [personId],
    )
  )?.cares === true;

/** The relative who reads along now; null when nobody does, or when the reader may not know it. */
export const relativeOf = (tx: Tx, personId: string): Promise<Relative | null> =>
  first<Relative>(tx, `select ${RELATIVE} from people_relative where person_id = $1 and revoked_at is null`, [
    personId,
  ]);

/** Everybody who ever read along with this person, so that an old look is told by name. */
export const relativesOf = (tx: Tx, personId: string): Promise<Relative[]> =>
  rows<Relative>(tx, `select ${RELATIVE} from people_relative where person_id = $1`, [personId]);

/** Who asks somebody along waits for who does so at the same moment: one relative, not two. */
export const oneInvitationAtATime = async (tx: Tx, personId: string): Promise<void> => {
  await rows(tx, "select pg_advisory_xact_lock(hashtextextended('family ' || $1, 0))", [personId]);
};

/** Keeps an invitation; there is none that stands beside it. */
export const insertRelative = async (
  tx: Tx,
  relative: Omit<Relative, 'revokedAt'>,
  by: { readonly actor: string; readonly organisationId: string | null },
): Promise<void> => {
  await rows(
    tx,
    `insert into people_relative (id, person_id, name, relation, email, said_by, said_at, invited_by, invited_org)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[relative.id, relative.personId, relative.name, relative.relation, relative.email],
      ...[relative.saidBy, stamp(relative.saidAt), by.actor, by.organisationId],
    ],
  );
};

/** Ends the invitation that stands; answers which, null when there was none. */
export const revokeRelative = async (
  tx: Tx,
  personId: string,
  by: { readonly actor: string; readonly now: Instant },
): Promise<string | null> =>
  (
    await first<{ id: string }>(
      tx,
      `update people_relative set revoked_at = greatest($2, said_at), revoked_by = $3
       where person_id = $1 and revoked_at is null returning id`,
      [personId, stamp(by.now), by.actor],
    )
  )?.id ?? null;

/** Ends the links of a relative, whoever made them. */
export const endRelativeDoors = async (tx: Tx, relativeId: string, now: Instant): Promise<void> => {
  await rows(tx, 'update people_door set ended_at = $2 where relative_id = $1 and ended_at is null', [
    relativeId,
    stamp(now),
  ]);
};

/** Keeps a link for a relative. */
export const insertRelativeDoor = async (
  tx: Tx,
  door: {
    readonly id: string;
    readonly relative: Relative;
    readonly tokenHash: string;
    readonly until: Instant;
  },
  by: { readonly actor: string; readonly organisationId: string | null; readonly now: Instant },
): Promise<void> => {
  const { id: relativeId, personId, email } = door.relative;
  await rows(
    tx,
    `insert into people_door (id, person_id, relative_id, token_hash, email, made_by, made_org, made_at, until)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[door.id, personId, relativeId, door.tokenHash, email],
      ...[by.actor, by.organisationId, stamp(by.now), stamp(door.until)],
    ],
  );
};
